package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.wit.WitItem;
import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitType.Named;
import dev.switchblade.wit.WitType.Primitive;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Host functions that were written for one type, and callers that expect one. */
final class TypedHostFunctionsTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static WitType.Function function(@Nullable WitType result, Named... parameters) {
    return new WitType.Function(List.of(parameters), result, false);
  }

  private static Named named(String name, WitType type) {
    return new Named(name, type);
  }

  private static WitType.RecordOf record(Named... fields) {
    return new WitType.RecordOf(List.of(fields));
  }

  private static WitType.ListOf list(WitType element) {
    return new WitType.ListOf(element);
  }

  private static WitType.OptionOf option(WitType value) {
    return new WitType.OptionOf(value);
  }

  private static WitType.ResultOf result(@Nullable WitType ok, @Nullable WitType error) {
    return new WitType.ResultOf(Optional.ofNullable(ok), Optional.ofNullable(error));
  }

  private static WitType.TupleOf tuple(WitType... elements) {
    return new WitType.TupleOf(List.of(elements));
  }

  private static WitType.Case one(String name, @Nullable WitType payload) {
    return new WitType.Case(name, Optional.ofNullable(payload));
  }

  private static WitType.VariantOf variant(WitType.Case... cases) {
    return new WitType.VariantOf(List.of(cases));
  }

  private static WitType.EnumOf enumeration(String... names) {
    return new WitType.EnumOf(List.of(names));
  }

  private static WitType.FlagsOf flags(String... names) {
    return new WitType.FlagsOf(List.of(names));
  }

  private static final WitType U8 = Primitive.U8;
  private static final WitType U32 = Primitive.U32;
  private static final WitType S32 = Primitive.S32;
  private static final WitType F64 = Primitive.F64;
  private static final WitType STRING = Primitive.STRING;

  /** A component that imports functions, each as in {@code "f" (func …)}. */
  private static Component importing(String... functions) {
    var text = new StringBuilder("(component\n");
    text.append(
        """
        (type $point-here (record (field "x" s32) (field "y" float64)))
        (import "point" (type $point (eq $point-here)))
        (type $shape-here (variant (case "dot" $point) (case "text" string) (case "none")))
        (import "shape" (type $shape (eq $shape-here)))
        (type $color-here (enum "red" "green"))
        (import "color" (type $color (eq $color-here)))
        (type $rights-here (flags "read" "write"))
        (import "rights" (type $rights (eq $rights-here)))
        """);
    for (String function : functions) {
      text.append("(import ").append(function).append(")\n");
    }
    return Guests.wat(text.append(')').toString());
  }

  /** The type of the only function that a component imports, as reflection has it. */
  private static WitType.Function imported(Component component) {
    return component.imports().stream()
        .filter(WitItem.Function.class::isInstance)
        .map(item -> ((WitItem.Function) item).type())
        .findFirst()
        .orElseThrow();
  }

  private static final WitType POINT = record(named("x", S32), named("y", F64));
  private static final WitType SHAPE =
      variant(one("dot", POINT), one("text", STRING), one("none", null));
  private static final WitType COLOR = enumeration("red", "green");
  private static final WitType RIGHTS = flags("read", "write");

  static Stream<Arguments> types() {
    return Stream.of(
        Arguments.of("", function(null)),
        Arguments.of("(result u32)", function(U32)),
        Arguments.of("(param \"a\" u32)", function(null, named("a", U32))),
        Arguments.of(
            "(param \"a\" string) (param \"b-c\" (list u8)) (result (option string))",
            function(option(STRING), named("a", STRING), named("b-c", list(U8)))),
        Arguments.of("(param \"p\" $point)", function(null, named("p", POINT))),
        Arguments.of("(param \"s\" (list $shape))", function(null, named("s", list(SHAPE)))),
        Arguments.of("(result (tuple $color $rights))", function(tuple(COLOR, RIGHTS))),
        Arguments.of(
            "(result (result (map string u32) (error $point)))",
            function(result(new WitType.MapOf(STRING, U32), POINT))),
        Arguments.of("(result (result))", function(result(null, null))),
        Arguments.of(
            "(param \"l\" (list u8 4))",
            function(null, named("l", new WitType.FixedLengthListOf(U8, 4)))));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("types")
  void aFunctionOfTheTypeThatIsImportedIsLinked(String imported, WitType.Function type) {
    try (Component component = importing("\"f\" (func " + imported + ")")) {
      assertEquals(type, imported(component));
      var linker = new Linker(Guests.ENGINE);
      linker.root().func("f", type, call -> null);
      linker.instantiatePre(component).close();

      var overImages = new Linker(Guests.ENGINE);
      overImages.root().funcOverImages("f", type, (in, out) -> {});
      overImages.instantiatePre(component).close();

      var untyped = new Linker(Guests.ENGINE);
      untyped.root().func("f", call -> null);
      untyped.instantiatePre(component).close();
    }
  }

  @Test
  void aTypedFunctionIsCalledAsAnyOther() {
    WitType.Function type = function(U32, named("p0", U32));
    try (Component component = Guests.wat(EchoGuest.text(List.of("u32"), "u32", "utf8"))) {
      for (boolean overImages : new boolean[] {true, false}) {
        var linker = new Linker(Guests.ENGINE);
        if (overImages) {
          linker.root().funcOverImages("h", type, (in, out) -> out.putInt(0, in.getInt(0) + 1));
        } else {
          linker.root().func("h", type, call -> call.int32(0) + 1);
        }
        try (var store = new Store(Guests.ENGINE)) {
          assertEquals(6, linker.instantiate(store, component).func("f").call(5));
        }
      }
    }
  }

  private static Arguments difference(
      String imported, WitType.Function written, String... differences) {
    return Arguments.of(imported, written, List.of(differences));
  }

  private static Arguments argument(String imported, WitType written, String... differences) {
    return difference(
        "(param \"p\" " + imported + ")", function(null, named("p", written)), differences);
  }

  static Stream<Arguments> differences() {
    return Stream.of(
        difference("(param \"a\" u32)", function(null), "parameter a: not expected, found u32"),
        difference(
            "", function(null, named("a", list(U8))), "parameter a: expected list<u8>, not found"),
        difference(
            "(param \"a\" u32)",
            function(null, named("b", U32)),
            "parameter 0: expected the name b, found a"),
        difference(
            "(param \"a\" u32) (param \"b\" string)",
            function(null, named("b", STRING), named("a", U32)),
            "parameter 0: expected the name b, found a",
            "parameter b: expected string, found u32",
            "parameter 1: expected the name a, found b",
            "parameter a: expected u32, found string"),
        difference("(result u32)", function(null), "result: expected nothing, found u32"),
        difference("", function(U32), "result: expected u32, found nothing"),
        difference("(result u32)", function(S32), "result: expected s32, found u32"),
        argument("u32", S32, "parameter p: expected s32, found u32"),
        argument("u32", list(U32), "parameter p: expected list<u32>, found u32"),
        argument("(list u8)", STRING, "parameter p: expected string, found list<u8>"),
        argument("(list u8)", list(U32), "parameter p: element: expected u32, found u8"),
        argument(
            "(list (list string))",
            list(list(U8)),
            "parameter p: element: element: expected u8, found string"),
        argument("(list u8)", option(U8), "parameter p: expected option<u8>, found list<u8>"),
        argument("(option u8)", option(U32), "parameter p: some: expected u32, found u8"),
        argument(
            "(result u8 (error string))",
            result(U32, U8),
            "parameter p: ok: expected u32, found u8",
            "parameter p: err: expected u8, found string"),
        argument(
            "(result u8)",
            result(null, STRING),
            "parameter p: ok: expected nothing, found u8",
            "parameter p: err: expected string, found nothing"),
        argument(
            "(map string u8)",
            new WitType.MapOf(U32, STRING),
            "parameter p: key: expected u32, found string",
            "parameter p: value: expected string, found u8"),
        argument(
            "(tuple u8 string u32)",
            tuple(U8, U8, U8),
            "parameter p: element 1: expected u8, found string",
            "parameter p: element 2: expected u8, found u32"),
        argument("(tuple u8 u8)", tuple(U8), "parameter p: expected 1 element, found 2 elements"),
        argument(
            "(list u8 4)",
            new WitType.FixedLengthListOf(U8, 5),
            "parameter p: expected list<u8, 5>, found list<u8, 4>"),
        argument(
            "(list u8 4)",
            new WitType.FixedLengthListOf(U32, 4),
            "parameter p: element: expected u32, found u8"),
        argument("(list u8 4)", list(U8), "parameter p: expected list<u8>, found list<u8, 4>"),
        argument(
            "$point",
            record(named("x", S32), named("y", S32)),
            "parameter p: field y: expected s32, found f64"),
        argument(
            "$point",
            record(named("x", S32), named("z", F64)),
            "parameter p: field 1: expected the name z, found y"),
        argument(
            "$point", record(named("x", S32)), "parameter p: field y: not expected, found f64"),
        argument(
            "$point",
            record(named("x", S32), named("y", F64), named("z", U8)),
            "parameter p: field z: expected u8, not found"),
        argument(
            "$shape",
            variant(
                one("dot", record(named("x", S32), named("y", U8))),
                one("text", null),
                one("none", U8)),
            "parameter p: case dot: field y: expected u8, found f64",
            "parameter p: case text: expected nothing, found string",
            "parameter p: case none: expected u8, found nothing"),
        argument(
            "$shape",
            variant(one("dot", POINT), one("string", STRING)),
            "parameter p: case 1: expected string(string), found text(string)",
            "parameter p: case 2: not expected, found none"),
        argument(
            "$color",
            enumeration("red", "blue", "green"),
            "parameter p: name 1: expected blue, found green",
            "parameter p: name 2: expected green, not found"),
        argument(
            "$rights",
            flags("write"),
            "parameter p: name 0: expected write, found read",
            "parameter p: name 1: not expected, found write"),
        argument(
            "$rights",
            enumeration("read", "write"),
            "parameter p: expected enum { read, write }, found flags { read, write }"),
        argument(
            "(list (option (result (tuple $point u8) (error $color))))",
            list(option(result(tuple(record(named("x", U8), named("y", F64)), U8), RIGHTS))),
            "parameter p: element: some: ok: element 0: field x: expected u8, found s32",
            "parameter p: element: some: err: expected flags { read, write }, found enum {"
                + " red, green }"));
  }

  @ParameterizedTest(name = "{0} for {1}")
  @MethodSource("differences")
  void everyDifferenceIsReported(
      String imported, WitType.Function written, List<String> differences) {
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("f", written, call -> null);
    try (Component component = importing("\"f\" (func " + imported + ")")) {
      var exception = assertThrows(LinkException.class, () -> linker.instantiatePre(component));
      List<String> lines = Arrays.asList(exception.getMessage().split("\n", -1));
      String count =
          differences.size() == 1 ? "(1 difference):" : "(" + differences.size() + " differences):";
      assertTrue(lines.getFirst().endsWith(count), lines.getFirst());
      assertEquals(
          differences.stream().map(difference -> "  f: " + difference).toList(),
          lines.subList(1, lines.size()));
    }
  }

  @Test
  void theDifferencesOfAllFunctionsAreReportedAtOnce() {
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .func("f", function(U32), call -> 0)
        .func("same", function(U32), call -> 0)
        .func("untyped", call -> 0)
        .funcOverImages("g", function(null, named("a", STRING)), (in, out) -> {});
    linker
        .instance("a:b/c@1.2.0")
        .func("f", function(null, named("x", U8), named("y", U8)), call -> null);
    try (Component component =
        importing(
            "\"f\" (func (result string))",
            "\"same\" (func (result u32))",
            "\"untyped\" (func (result u64))",
            "\"g\" (func (param \"a\" u8))",
            """
            "a:b/c@1.0.0" (instance (export "f" (func (param "x" u32) (param "y" s32))))\
            """)) {
      var exception = assertThrows(LinkException.class, () -> linker.instantiatePre(component));
      String message = exception.getMessage();
      assertTrue(message.contains("(4 differences):"), message);
      assertEquals(
          List.of(
              "  f: result: expected u32, found string",
              "  g: parameter a: expected string, found u8",
              "  a:b/c@1.0.0#f: parameter x: expected u8, found u32",
              "  a:b/c@1.0.0#f: parameter y: expected u8, found s32"),
          Arrays.asList(message.split("\n", -1)).subList(1, 5));
    }
  }

  @Test
  void whatIsMissingIsReportedWithTheDifferences() {
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("f", function(U32), call -> 0);
    try (Component component = importing("\"f\" (func)", "\"g\" (func)")) {
      var exception = assertThrows(LinkException.class, () -> linker.instantiatePre(component));
      String message = exception.getMessage();
      assertTrue(message.contains("g: func();"), message);
      assertTrue(message.contains("f: result: expected u32, found nothing"), message);
    }
  }

  private static final String CARTS =
      """
      "carts" (instance
        (export "cart" (type $cart (sub resource)))
        (export "box" (type $box (sub resource)))
        (export "f" (func (param "a" (own $cart)) (param "b" (borrow $box)))))\
      """;

  private static WitType.Own own(String instance, String name) {
    return new WitType.Own(new WitType.Resource(instance, name));
  }

  private static WitType.Borrow borrow(String instance, String name) {
    return new WitType.Borrow(new WitType.Resource(instance, name));
  }

  private static Linker carts(WitType a, WitType b) {
    var linker = new Linker(Guests.ENGINE);
    linker
        .instance("carts")
        .resource("cart", String.class)
        .resource("box", String.class)
        .func("f", function(null, named("a", a), named("b", b)), call -> null);
    return linker;
  }

  @Test
  void handlesAreToldApartByTheirResource() {
    try (Component component = importing(CARTS)) {
      carts(own("carts", "cart"), borrow("carts", "box")).instantiatePre(component).close();
      var exception =
          assertThrows(
              LinkException.class,
              () -> carts(own("carts", "box"), own("carts", "box")).instantiatePre(component));
      String message = exception.getMessage();
      assertTrue(message.contains("parameter a: expected box, found cart"), message);
      assertTrue(message.contains("parameter b: expected box, found borrow<box>"), message);
      exception =
          assertThrows(
              LinkException.class,
              () -> carts(list(own("carts", "cart")), U32).instantiatePre(component));
      message = exception.getMessage();
      assertTrue(message.contains("parameter a: expected list<cart>, found cart"), message);
      assertTrue(message.contains("parameter b: expected u32, found borrow<box>"), message);
    }
  }

  /** Both are called {@code cart}: the message must not say that a cart was expected and found. */
  @Test
  void resourcesOfOneNameInTwoInterfacesAreToldApart() {
    try (Component component = importing(CARTS)) {
      var exception =
          assertThrows(
              LinkException.class,
              () ->
                  carts(own("baskets", "cart"), borrow("carts", "box")).instantiatePre(component));
      String message = exception.getMessage();
      assertTrue(message.contains("parameter a: expected "), message);
      assertTrue(message.contains("baskets"), message);
    }
  }

  @Test
  void resourcesOfACompatibleVersionAreTheSame() {
    String text =
        """
        "a:b/c@1.0.0" (instance
          (export "cart" (type $cart (sub resource)))
          (export "f" (func (param "a" (list (own $cart))))))\
        """;
    try (Component component = importing(text)) {
      var linker = new Linker(Guests.ENGINE);
      linker
          .instance("a:b/c@1.2.0")
          .resource("cart", String.class)
          .func("f", function(null, named("a", list(own("a:b/c@1.2.0", "cart")))), call -> null);
      linker.instantiatePre(component).close();
    }
  }

  private static final String EXPORTING =
      """
      (component
        (core module $m (func (export "f") (param i32) (result i32) (local.get 0)))
        (core instance $m (instantiate $m))
        (func $f (param "a" u32) (result u32) (canon lift (core func $m "f")))
        (instance $i (export "f" (func $f)))
        (export "f" (func $f))
        (export "a:b/c@1.0.0" (instance $i)))
      """;

  @Test
  void callersCanSayWhatTypeTheyExpect() {
    try (Component component = Guests.wat(EXPORTING);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      WitType.Function type = function(U32, named("a", U32));
      for (String place : List.of("", "a:b/c@1.0.0")) {
        Func f = instance.func(place, "f", type);
        assertEquals(5, f.call(5));
        assertEquals(type, f.type());
      }
    }
  }

  @Test
  void callersThatExpectAnotherTypeAreToldEveryDifference() {
    try (Component component = Guests.wat(EXPORTING);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      WitType.Function other = function(STRING, named("b", U8), named("c", list(U8)));
      var exception =
          assertThrows(LinkException.class, () -> instance.func("a:b/c@1.0.0", "f", other));
      assertEquals(
          """
          component exports a:b/c@1.0.0#f with another type than is expected (4 differences):
            parameter 0: expected the name b, found a
            parameter b: expected u8, found u32
            parameter c: expected list<u8>, not found
            result: expected string, found u32\
          """,
          exception.getMessage());
      exception = assertThrows(LinkException.class, () -> instance.func("a:b/c@1.0.0", "g", other));
      assertTrue(exception.getMessage().contains("no function"), exception.getMessage());
      exception =
          assertThrows(
              LinkException.class,
              () -> instance.func("", "f", new WitType.Function(List.of(), null, true)));
      assertTrue(
          exception.getMessage().contains("expected async func, found func"),
          exception.getMessage());
    }
  }

  @Test
  void aTypedFunctionIsDefinedOnceToo() {
    var root = new Linker(Guests.ENGINE).root().func("f", function(null), call -> null);
    assertThrows(IllegalStateException.class, () -> root.func("f", function(null), call -> null));
    assertThrows(
        IllegalStateException.class,
        () -> root.funcOverImages("f", function(null), (in, out) -> {}));
  }
}
