package dev.switchblade.tests;

import static dev.switchblade.wit.WitType.Primitive.CHAR;
import static dev.switchblade.wit.WitType.Primitive.F64;
import static dev.switchblade.wit.WitType.Primitive.S32;
import static dev.switchblade.wit.WitType.Primitive.STRING;
import static dev.switchblade.wit.WitType.Primitive.U32;
import static dev.switchblade.wit.WitType.Primitive.U64;
import static dev.switchblade.wit.WitType.Primitive.U8;
import static dev.switchblade.wit.WitTypes.borrow;
import static dev.switchblade.wit.WitTypes.enumeration;
import static dev.switchblade.wit.WitTypes.field;
import static dev.switchblade.wit.WitTypes.flags;
import static dev.switchblade.wit.WitTypes.func;
import static dev.switchblade.wit.WitTypes.list;
import static dev.switchblade.wit.WitTypes.map;
import static dev.switchblade.wit.WitTypes.option;
import static dev.switchblade.wit.WitTypes.own;
import static dev.switchblade.wit.WitTypes.param;
import static dev.switchblade.wit.WitTypes.record;
import static dev.switchblade.wit.WitTypes.result;
import static dev.switchblade.wit.WitTypes.tuple;
import static dev.switchblade.wit.WitTypes.variant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.wit.WitItem;
import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitTypes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions that a class was written to call, looked for in a component. */
final class ExportTypesTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static ExportTypes.Builder shop() {
    return ExportTypes.builder("Shop", "shop.wit");
  }

  /** A component with functions that return 1, 2, … in instances of the names; empty for itself. */
  private static Component exporting(String... names) {
    var text = new StringBuilder("(component\n");
    for (int i = 0; i < names.length; i++) {
      text.append(
          """
            (core module $m%1$d (func (export "f") (result i32) (i32.const %2$d)))
            (core instance $m%1$d (instantiate $m%1$d))
            (func $f%1$d (result u32) (canon lift (core func $m%1$d "f")))
          """
              .formatted(i, i + 1));
      text.append(
          names[i].isEmpty()
              ? "(export \"f\" (func $f" + i + "))\n"
              : "(instance $i%1$d (export \"f\" (func $f%1$d)))\n(export \"%2$s\" (instance $i%1$d))\n"
                  .formatted(i, names[i]));
    }
    return Guests.wat(text.append(")").toString());
  }

  private static final WitType.Function NUMBER = func(U32);

  @Test
  void functionsAreNumberedInTheOrderOfTheList() {
    ExportTypes types =
        shop()
            .func("a:b/c", "f", NUMBER)
            .func("", "f", NUMBER)
            .func("a:b/d", "f", NUMBER)
            .func("a:b/c", "f", NUMBER)
            .build();
    try (Component component = exporting("", "a:b/c", "a:b/d");
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      Exports exports = types.bind(component).of(instance);
      assertEquals(2, exports.func(0).call());
      assertEquals(1, exports.func(1).call());
      assertEquals(3, exports.func(2).call());
      assertEquals(2, exports.func(3).call());
      assertEquals("a:b/d#f", exports.func(2).toString());
      assertThrows(IndexOutOfBoundsException.class, () -> exports.func(4));
      assertThrows(IndexOutOfBoundsException.class, () -> exports.func(-1));
    }
  }

  @Test
  void oneBindingServesManyInstances() {
    ExportTypes types = shop().func("", "f", NUMBER).build();
    try (Component component = exporting("")) {
      ExportTypes.Bound bound = types.bind(component);
      for (int i = 0; i < 3; i++) {
        try (var store = new Store(Guests.ENGINE)) {
          Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
          Func f = bound.of(instance).func(0);
          assertEquals(1, f.call());
        }
      }
    }
  }

  @Test
  void noFunctionsAreFoundInAnyComponent() {
    try (Component component = exporting("a:b/c");
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      Exports exports = shop().build().bind(component).of(instance);
      assertThrows(IndexOutOfBoundsException.class, () -> exports.func(0));
    }
  }

  /** The interface's version that was asked for, those that are there, and which one it is. */
  @ParameterizedTest
  @CsvSource({
    "a:b/c@1.0.0, a:b/c@1.0.0 a:b/c@1.2.3, 1",
    "a:b/c@1.2.3, a:b/c@1.0.0 a:b/c@1.2.3, 2",
    "a:b/c@1.1.0, a:b/c@1.0.0 a:b/c@1.2.3, 2",
    "a:b/c@1.9.0, a:b/c@1.0.0 a:b/c@1.2.3, 2",
    "a:b/c@1.1.0, a:b/c@1.10.0 a:b/c@1.9.9, 1",
    "a:b/c@0.2.0, a:b/c@0.2.9 a:b/c@0.3.0, 1",
    "a:b/c@0.0.1, a:b/c@0.0.1 a:b/c@0.0.2, 1",
    "a:b/c, a:b/c@1.0.0 a:b/c, 2",
  })
  void anInterfaceMayHaveACompatibleVersion(String wanted, String there, int found) {
    ExportTypes types = shop().func(wanted, "f", NUMBER).build();
    try (Component component = exporting(there.split(" "));
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      assertEquals(found, types.bind(component).of(instance).func(0).call());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a:b/c@1.0.0, a:b/c@2.0.0 a:b/c a:b/d@1.0.0",
    "a:b/c@0.1.0, a:b/c@0.2.0 a:b/c@1.0.0",
    "a:b/c@0.0.1, a:b/c@0.0.2",
    "a:b/c, a:b/c@1.0.0",
    "a:b/c@1.0.0-rc.1, a:b/c@1.0.0 a:b/c@1.0.0-rc.2",
  })
  void anyOtherVersionIsMissing(String wanted, String there) {
    ExportTypes types = shop().func(wanted, "f", NUMBER).build();
    try (Component component = exporting(there.split(" "))) {
      var exception = assertThrows(LinkException.class, () -> types.bind(component));
      assertEquals(
          "export "
              + wanted
              + " of "
              + component
              + " differs from what Shop was generated for (shop.wit, 1 difference):\n"
              + "  f: missing (expected func() -> u32)",
          exception.getMessage());
    }
  }

  private static Arguments difference(
      String core, String there, WitType.Function written, String... differences) {
    return Arguments.of(core, there, written, List.of(differences));
  }

  static Stream<Arguments> differences() {
    WitType point = record(field("x", S32), field("y", F64));
    WitType shape =
        variant(WitTypes.of("dot", point), WitTypes.of("text", STRING), WitTypes.of("none"));
    return Stream.of(
        difference("", "", func(U32), "result: expected u32, found nothing"),
        difference(
            "(result i32)", "(result u32)", func(null), "result: expected nothing, found u32"),
        difference(
            "(param i32)",
            "(param \"a\" u32)",
            func(null, param("b", U8), param("c", CHAR)),
            "parameter 0: expected the name b, found a",
            "parameter b: expected u8, found u32",
            "parameter c: expected char, not found"),
        difference(
            "(param i32 f64)",
            "(param \"at\" $point)",
            func(null, param("at", record(field("x", S32), field("z", F64)))),
            "parameter at: field 1: expected the name z, found y"),
        difference(
            "(param i32 i32)",
            "(param \"at\" (list $point))",
            func(
                null, param("at", list(record(field("x", U32), field("y", F64), field("z", F64))))),
            "parameter at: element: field x: expected u32, found s32",
            "parameter at: element: field z: expected f64, not found"),
        difference(
            "(result i32)",
            "(result (option $shape))",
            func(
                option(
                    variant(
                        WitTypes.of("dot", U32),
                        WitTypes.of("text", STRING),
                        WitTypes.of("nothing")))),
            "result: some: case dot: expected u32, found record { x: s32, y: f64 }",
            "result: some: case 2: expected nothing, found none"),
        difference(
            "(result i32)",
            "(result (result $colour (error $rights)))",
            func(result(enumeration("red", "blue"), flags("read", "write", "admin"))),
            "result: ok: name 1: expected blue, found green",
            "result: err: name 2: expected admin, not found"),
        difference(
            "(result i32)",
            "(result (tuple u8 (map string u32)))",
            func(tuple(U8, map(STRING, U64))),
            "result: element 1: value: expected u64, found u32"),
        difference(
            "(result i32)",
            "(result (list u8 4))",
            func(list(U8, 5)),
            "result: expected list<u8, 5>, found list<u8, 4>"),
        difference(
            "(param i32) (result i32)",
            "(param \"c\" (borrow $cart)) (result (own $cart))",
            func(own("", "basket"), param("c", borrow("a:b/c", "cart"))),
            "parameter c: expected borrow<cart> of a:b/c, found borrow<cart> of the component"
                + " itself",
            "result: expected basket, found cart"),
        difference(
            "(param i32) (result i32)",
            "(param \"s\" (own $cart)) (result (result (error $shape)))",
            func(result(U8, shape), param("s", borrow("", "cart"))),
            "parameter s: expected borrow<cart>, found cart",
            "result: ok: expected u8, found nothing"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("differences")
  void everyDifferenceIsListedWithBothTypes(
      String core, String there, WitType.Function written, List<String> differences) {
    ExportTypes types = shop().func("", "f", written).build();
    String text =
        """
        (component
          (type $point-here (record (field "x" s32) (field "y" f64)))
          (export $point "point" (type $point-here))
          (type $shape-here (variant (case "dot" $point) (case "text" string) (case "none")))
          (export $shape "shape" (type $shape-here))
          (type $colour-here (enum "red" "green"))
          (export $colour "colour" (type $colour-here))
          (type $rights-here (flags "read" "write"))
          (export $rights "rights" (type $rights-here))
          (type $cart-here (resource (rep i32)))
          (export $cart "cart" (type $cart-here))
        """
            + Guests.LIBC
            + """
              (core module $m (func (export "f") %s unreachable))
              (core instance $m (instantiate $m))
              (func (export "f") %s (canon lift (core func $m "f") %s)))
            """
                .formatted(core, there, Guests.WITH_LIBC);
    try (Component component = Guests.wat(text)) {
      var exception = assertThrows(LinkException.class, () -> types.bind(component));
      int count = differences.size();
      assertEquals(
          "the exports of "
              + component
              + " differ from what Shop was generated for (shop.wit, "
              + (count == 1 ? "1 difference" : count + " differences")
              + "):\n  f: "
              + String.join("\n  f: ", differences),
          exception.getMessage());
    }
  }

  /** As docs/getting-started.md shows it. */
  @Test
  void allThatDiffersIsInOneMessage(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("shop.wasm");
    Files.writeString(
        file,
        """
        (component
          (type $cart (resource (rep i32)))
          (core module $m
            (func (export "pay") (param i32 i32) unreachable)
            (func (export "f") (result i32) unreachable))
          (core instance $m (instantiate $m))
          (func $f (export "f") (result u32) (canon lift (core func $m "f")))
          (component $shop
            (import "cart" (type $cart (sub resource)))
            (import "pay" (func $pay (param "self" (borrow $cart)) (param "with" u32)))
            (export $exported "cart" (type $cart))
            (export "[method]cart.pay" (func $pay)
              (func (param "self" (borrow $exported)) (param "with" u32))))
          (func $pay (param "self" (borrow $cart)) (param "with" u32)
            (canon lift (core func $m "pay")))
          (instance $carts (instantiate $shop
            (with "cart" (type $cart)) (with "pay" (func $pay))))
          (export "acme:shop/carts@1.0.0" (instance $carts)))
        """);
    WitType self = borrow("acme:shop/carts@1.0.0", "cart");
    ExportTypes types =
        ExportTypes.builder("Shop", "shop")
            .func(
                "acme:shop/carts@1.0.0",
                "[method]cart.pay",
                func(null, param("self", self), param("with", U64)))
            .func("", "f", func(STRING))
            .func("", "g", func(STRING, param("a", U8)))
            .func("acme:shop/carts@1.0.0", "[method]cart.total", func(U64, param("self", self)))
            .build();
    try (Component component = Guests.ENGINE.compile(file)) {
      var exception = assertThrows(LinkException.class, () -> types.bind(component));
      assertEquals(
          """
          export acme:shop/carts@1.0.0 of shop.wasm differs from what Shop was generated for (shop, 2 differences):
            [method]cart.pay: parameter with: expected u64, found u32
            [method]cart.total: missing (expected func(self: borrow<cart>) -> u64)
          the exports of shop.wasm differ from what Shop was generated for (shop, 2 differences):
            f: result: expected string, found u32
            g: missing (expected func(a: u8) -> string)\
          """,
          exception.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"future<u32>", "stream<u8>"})
  void typesThatHaveNoJavaYetAreNamed(String type) {
    try (Engine engine = Engine.builder().concurrency(true).build();
        Component component =
            engine.compileText(
                """
                (component
                  (core module $m (func (export "f") (result i32) unreachable))
                  (core instance $m (instantiate $m))
                  (type $t (%s))
                  (func (export "f") (result $t) (canon lift (core func $m "f"))))
                """
                    .formatted(type.replace("<", " ").replace(">", "")))) {
      WitType.Function there = ((WitItem.Function) component.exports().getFirst()).type();
      ExportTypes types = shop().func("", "f", there).build();
      var exception = assertThrows(LinkException.class, () -> types.bind(component));
      assertEquals(
          component
              + " exports f: func() -> "
              + type
              + ", and values of the type "
              + type
              + " are not supported yet",
          exception.getMessage());
    }
  }

  @Test
  void anInstanceOfAnotherComponentIsRefused() {
    ExportTypes types = shop().func("", "f", NUMBER).build();
    try (Component one = exporting("");
        Component other = exporting("");
        var store = new Store(Guests.ENGINE)) {
      ExportTypes.Bound bound = types.bind(one);
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, other);
      var exception = assertThrows(IllegalArgumentException.class, () -> bound.of(instance));
      assertTrue(exception.getMessage().startsWith("an instance of "), exception.getMessage());
      assertTrue(
          exception.getMessage().contains(" is needed, got one of "), exception.getMessage());
      assertEquals(1, types.bind(other).of(instance).func(0).call());
    }
  }
}
