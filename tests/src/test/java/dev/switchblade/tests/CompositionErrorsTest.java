package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Composition;
import dev.switchblade.CompositionException;
import dev.switchblade.CompositionException.Kind;
import dev.switchblade.CompositionException.Problem;
import dev.switchblade.CompositionScript;
import dev.switchblade.Engine;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compositions that can't be: each kind of mistake says what is wrong, where, and what to do. */
final class CompositionErrorsTest {

  private static final byte[] SOURCE = bytes(Plugs.source("acme:n/source@1.0.0", "get", 1));
  private static final byte[] SUM = sum("acme:n/source@1.0.0", "acme:n/sum@1.0.0");

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] sum(String imported, String exported) {
    return bytes(Plugs.sum(List.of(new Plugs.Import(imported, "get")), exported, "get", 3));
  }

  private static Composition composition() {
    return Composition.of(Guests.ENGINE);
  }

  /** Two parts that fit. */
  private static Composition fitting() {
    return composition().add("source", SOURCE).add("sum", SUM).plug("source", "sum").export("sum");
  }

  private static CompositionException refused(Executable composing) {
    return assertThrows(CompositionException.class, composing);
  }

  private static Problem only(Kind kind, Executable composing) {
    CompositionException refused = refused(composing);
    assertEquals(kind, refused.kind(), refused.getMessage());
    assertEquals(1, refused.problems().size(), refused.getMessage());
    assertEquals(refused.getMessage(), refused.problems().getFirst().description());
    return refused.problems().getFirst();
  }

  private static void assertEnds(
      Problem problem, String consumer, String imported, String provider, String exported) {
    assertEquals(
        List.of(consumer, imported, provider, exported),
        List.of(problem.consumer(), problem.imported(), problem.provider(), problem.exported()));
  }

  private static void assertSays(Problem problem, String text) {
    assertTrue(problem.description().contains(text), problem.description());
  }

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  @Test
  void whatIsNoComponentIsToldByTheNameOfItsPart() {
    Problem empty =
        only(
            Kind.INVALID,
            () -> composition().add("source", new byte[0]).export("source").toBytes());
    assertEnds(empty, "", "", "source", "");
    assertSays(empty, "source: there are no bytes");
    Problem noise =
        only(
            Kind.INVALID,
            () -> composition().add("source", new byte[] {1, 2, 3}).export("source").toBytes());
    assertSays(noise, "source: ");
    Problem text =
        only(
            Kind.INVALID,
            () -> composition().add("source", bytes("(component")).export("source").toBytes());
    assertSays(text, "line 1, column 11");
    Problem mistyped =
        only(
            Kind.INVALID,
            () ->
                composition()
                    .add("source", bytes("(component (core module (func (result i32))))"))
                    .export("source")
                    .toBytes());
    assertSays(mistyped, "source: not a valid component");
  }

  @Test
  void aCoreModuleIsToldWhatToBecome() {
    Problem module =
        only(
            Kind.CORE_MODULE,
            () -> composition().add("source", bytes("(module)")).export("source").toBytes());
    assertEnds(module, "", "", "source", "");
    assertSays(module, "source: a core WebAssembly module, not a component");
    assertSays(module, "wasm-tools component new");
  }

  @Test
  void allPartsThatAreNoneAreToldTogether() {
    CompositionException refused =
        refused(
            () ->
                composition()
                    .add("one", bytes("(module)"))
                    .add("two", SOURCE)
                    .add("three", new byte[0])
                    .export("two")
                    .toBytes());
    assertEquals(
        List.of(Kind.CORE_MODULE, Kind.INVALID),
        refused.problems().stream().map(Problem::kind).toList());
    assertTrue(
        refused.getMessage().startsWith("2 things are wrong with the composition.\none: "),
        refused.getMessage());
  }

  @Test
  void damagedComponentsAreNeverMoreThanAnException() {
    byte[] binary = composition().add("source", SOURCE).export("source").toBytes();
    var random = new Random(1);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = binary.clone();
      for (int j = 0; j < 1 + i % 3; j++) {
        damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
      }
      byte[] cut =
          i % 2 == 0 ? damaged : java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length));
      Composition composition = composition().add("source", cut).add("sum", SUM);
      try {
        composition.plug("source", "sum").export("sum").toBytes();
      } catch (CompositionException e) {
        assertFalse(e.problems().isEmpty());
      }
    }
  }

  @Test
  void aNameThatIsTakenOrUnknownOrNoneIsToldAtOnce() {
    Composition two = composition().add("source", SOURCE).add("sum", SUM);
    Problem twice = only(Kind.DUPLICATE, () -> two.add("source", SUM));
    assertSays(twice, "there is a part source already");
    Problem unknown = only(Kind.UNKNOWN_PART, () -> two.plug("sorce", "sum"));
    assertSays(unknown, "there is no part sorce; so far there are");
    assertSays(unknown, "source, sum");
    only(Kind.UNKNOWN_PART, () -> two.plug("source", "other"));
    only(Kind.UNKNOWN_PART, () -> two.plug("source", "x", "other"));
    only(Kind.UNKNOWN_PART, () -> two.export("other"));
    only(Kind.UNKNOWN_PART, () -> two.with("other", SOURCE));
    only(Kind.UNKNOWN_PART, () -> composition().export("other"));
    for (String name : List.of("", "  ", "a/b", "a\nb", "x".repeat(201))) {
      only(Kind.BAD_NAME, () -> two.add(name, SOURCE));
    }
    for (Executable nothing :
        List.<Executable>of(
            () -> two.plug("source", "", "sum"),
            () -> two.plug("source", "acme:n/source", "sum", ""),
            () -> two.export("sum", ""),
            () -> two.export("sum", "acme:n/sum", ""))) {
      assertSays(only(Kind.BAD_NAME, nothing), "is empty: say what it is called");
    }
    assertNull("provider", () -> two.plug(null, "sum"));
    assertNull("consumer", () -> two.plug("source", null));
    assertNull("part", () -> two.export(null));
    assertNull("component", () -> two.add("other", (Component) null));
    assertNull("component", () -> two.with("sum", (Component) null));
    assertNull("component", () -> script("package a:b;").add("a:b", (Component) null));
  }

  private static void assertNull(String name, Executable call) {
    assertEquals(name, assertThrows(NullPointerException.class, call).getMessage());
  }

  private static CompositionScript script(String text) {
    return CompositionScript.of(Guests.ENGINE, text);
  }

  @Test
  void aSeamThatDiffersInOneLabelShowsBothForms() {
    String one =
        """
        (component (import "acme:auth/check@1.2.0" (instance $i
          (type $user (record (field "name" string) (field "age" u8)))
          (export "user" (type $u (eq $user)))
          (export "check" (func (param "token" string) (result $u)))))
          (core module $m (func (export "f")))
          (core instance $m (instantiate $m))
          (func (export "run") (canon lift (core func $m "f"))))
        """;
    String other = one.replace("\"age\"", "\"years\"");
    byte[] provider =
        bytes(
            other
                .replace(
                    "(import \"acme:auth/check@1.2.0\" (instance $i", "(import \"up\" (instance $i")
                .replace(
                    "(core module", "(export \"acme:auth/check@1.2.0\" (instance $i)) (core module")
                .replace("(export \"run\")", "(export \"run2\")"));
    Problem problem =
        only(
            Kind.INCOMPATIBLE,
            () ->
                composition()
                    .add("auth", provider)
                    .add("processor", bytes(one))
                    .plug("auth", "processor")
                    .export("processor")
                    .toBytes());
    assertEnds(problem, "processor", "acme:auth/check@1.2.0", "auth", "acme:auth/check@1.2.0");
    assertSays(
        problem,
        """
        processor imports acme:auth/check@1.2.0, and auth exports acme:auth/check@1.2.0, which differs.
          record user { name: string, age: u8 }   (processor)
          record user { name: string, years: u8 }   (auth): field age: expected that name, found years
        """
            .stripTrailing());
  }

  @Test
  void anotherVersionIsToldWithTheFirstDifference() {
    byte[] source =
        bytes(
            Plugs.source("acme:n/source@2.0.0", "get", 1)
                .replace("(func $lifted (result u32)", "(func $lifted (result s32)"));
    Problem problem = only(Kind.INCOMPATIBLE, () -> fitting().with("source", source).toBytes());
    assertSays(
        problem,
        """
        sum imports acme:n/source@1.0.0, and source exports acme:n/source@2.0.0, which is not compatible.
          get: func() -> u32   (sum)
          get: func() -> s32   (source): result: expected u32, found s32
        """
            .stripTrailing());
    byte[] alike = bytes(Plugs.source("acme:n/source@2.0.0", "get", 1));
    Problem version =
        only(
            Kind.INCOMPATIBLE,
            () ->
                composition()
                    .add("source", alike)
                    .add("sum", SUM)
                    .plug("source", "acme:n/source", "sum")
                    .export("sum")
                    .toBytes());
    assertSays(version, "not compatible by its version, though its types are the same");
    assertSays(
        version, "plug(\"source\", \"acme:n/source@2.0.0\", \"sum\", \"acme:n/source@1.0.0\")");
  }

  @Test
  void whatIsMissingIsToldWithWhatIsThere() {
    byte[] less =
        bytes(
            Plugs.source("acme:n/source@1.0.0", "get", 1)
                .replace("(export \"get\" (func $lifted))", "(export \"other\" (func $lifted))"));
    Problem function = only(Kind.INCOMPATIBLE, () -> fitting().with("source", less).toBytes());
    assertSays(function, "get: func() -> u32   (sum)\n  has no get   (source)");
    Problem notImported =
        only(Kind.MISSING, () -> fitting().plug("source", "acme:n/other", "sum").toBytes());
    assertEnds(notImported, "sum", "acme:n/other", "source", "acme:n/other");
    assertSays(notImported, "sum doesn't import acme:n/other; it imports acme:n/source@1.0.0");
    Problem notExported =
        only(
            Kind.MISSING,
            () -> fitting().plug("source", "acme:n/other", "sum", "acme:n/source").toBytes());
    assertSays(notExported, "source doesn't export acme:n/other; it exports acme:n/source@1.0.0");
    Problem export = only(Kind.MISSING, () -> fitting().export("sum", "acme:n/other").toBytes());
    assertSays(export, "sum doesn't export acme:n/other; it exports acme:n/sum@1.0.0");
  }

  @Test
  void aPlugThatMatchesNothingSaysWhatBothHave() {
    Problem problem =
        only(
            Kind.NOTHING_MATCHES,
            () ->
                composition()
                    .add("source", bytes(Plugs.source("acme:n/elsewhere", "get", 1)))
                    .add("sum", SUM)
                    .plug("source", "sum")
                    .export("sum")
                    .toBytes());
    assertEnds(problem, "sum", "", "source", "");
    assertSays(problem, "source exports acme:n/elsewhere");
    assertSays(problem, "sum imports acme:n/source@1.0.0");
  }

  @Test
  void twoPartsForOneImportAreAmbiguous() {
    Composition two = fitting().add("other", bytes(Plugs.source("acme:n/source@1.1.0", "get", 2)));
    Problem problem = only(Kind.AMBIGUOUS, () -> two.plug("other", "sum").toBytes());
    assertEnds(problem, "sum", "acme:n/source@1.0.0", "other", "acme:n/source@1.1.0");
    assertSays(problem, "both source and other are plugged in for it");
    // The way out that is told is one.
    assertSays(problem, "plug(\"other\", \"acme:n/source@1.0.0\", \"sum\")");
    Composition said = two.plug("other", "acme:n/source@1.0.0", "sum").export("source");
    assertTrue(said.toBytes().length > 0);
    only(
        Kind.AMBIGUOUS,
        () ->
            two.plug("other", "acme:n/source", "sum")
                .plug("source", "acme:n/source", "sum")
                .toBytes());
  }

  @Test
  void whatIsPluggedTwiceIsToldSo() {
    Problem problem = only(Kind.DUPLICATE, () -> fitting().plug("source", "sum").toBytes());
    assertSays(problem, "acme:n/source@1.0.0 of source is plugged into sum twice");
    only(
        Kind.DUPLICATE,
        () ->
            fitting()
                .plug("source", "acme:n/source", "sum")
                .plug("source", "acme:n/source@1.0.0", "sum")
                .toBytes());
  }

  @Test
  void severalVersionsHaveToBeSaidWhich() {
    byte[] both =
        bytes(
            Plugs.sum(
                List.of(
                    new Plugs.Import("acme:n/source@1.0.0", "get"),
                    new Plugs.Import("acme:n/source@2.0.0", "get")),
                "acme:n/both",
                "get",
                0));
    Problem problem =
        only(
            Kind.AMBIGUOUS,
            () ->
                composition()
                    .add("source", SOURCE)
                    .add("both", both)
                    .plug("source", "acme:n/source", "both")
                    .export("both")
                    .toBytes());
    assertSays(problem, "acme:n/source@1.0.0, acme:n/source@2.0.0: say which");
  }

  @Test
  void twoExportsOfOneNameAreAmbiguous() {
    Problem problem =
        only(
            Kind.AMBIGUOUS,
            () ->
                composition()
                    .add("one", SOURCE)
                    .add("two", bytes(Plugs.source("acme:n/source@1.0.0", "get", 2)))
                    .export("one")
                    .export("two")
                    .toBytes());
    assertSays(problem, "both one and two are to export acme:n/source@1.0.0");
    assertSays(problem, "export(\"two\", \"acme:n/source@1.0.0\", \"another name\")");
    Problem name =
        only(
            Kind.BAD_NAME,
            () ->
                composition()
                    .add("one", SOURCE)
                    .export("one", "acme:n/source", "not a name")
                    .toBytes());
    assertSays(name, "can't be exported as \"not a name\"");
  }

  @Test
  void aCycleNamesWhoNeedsWhom() {
    Composition cycle =
        composition()
            .add("a", sum("acme:n/b", "acme:n/a"))
            .add("b", sum("acme:n/c", "acme:n/b"))
            .add("c", sum("acme:n/a", "acme:n/c"))
            .plug("b", "a")
            .plug("c", "b")
            .plug("a", "c")
            .export("a");
    Problem problem = only(Kind.CYCLIC, cycle::toBytes);
    assertSays(problem, "3 parts need each other, so that none can be made first:");
    assertSays(
        problem,
        """

          a imports acme:n/b from b
          b imports acme:n/c from c
          c imports acme:n/a from a
        """);
    assertSays(problem, "Leave one of these imports to the host");
    Problem itself =
        only(
            Kind.CYCLIC,
            () ->
                composition()
                    .add("a", sum("acme:n/a", "acme:n/a"))
                    .plug("a", "a")
                    .export("a")
                    .toBytes());
    assertSays(itself, "a part needs itself");
  }

  @Test
  void whatIsOfNoUseIsToldSo() {
    Problem unused =
        only(
            Kind.UNUSED,
            () -> fitting().add("more", bytes(Plugs.source("acme:n/more", "get", 1))).toBytes());
    assertSays(unused, "nothing uses more");
    Problem nothing =
        only(Kind.NOTHING_EXPORTED, () -> composition().add("source", SOURCE).toBytes());
    assertSays(nothing, "export(\"source\")");
    only(Kind.NOTHING_EXPORTED, () -> composition().toBytes());
  }

  @Test
  void whatIsLeftToTheHostAndDiffersIsTold() {
    byte[] other =
        bytes(
            new String(sum("acme:n/source@1.0.0", "acme:n/other"), UTF_8)
                .replace(
                    "(instance $i0 (export \"get\" (func (result u32))))",
                    "(instance $i0 (export \"get\" (func (result s32))))"));
    Problem problem =
        only(
            Kind.INCOMPATIBLE,
            () ->
                composition()
                    .add("one", SUM)
                    .add("two", other)
                    .export("one")
                    .export("two")
                    .toBytes());
    assertSays(problem, "one and two both import acme:n/source@1.0.0, which is left to the host");
    assertSays(problem, "get: func() -> u32   (one)\n  get: func() -> s32   (two)");
  }

  /** Exports a resource in one interface and a function of it in another. */
  private static String resources(String prefix) {
    return """
    (component
      (type $r (resource (rep i32)))
      (core func $new (canon resource.new $r))
      (core module $m
        (import "r" "new" (func $new (param i32) (result i32)))
        (func (export "make") (result i32) (call $new (i32.const 7)))
        (func (export "look") (param i32) (result i32) (local.get 0)))
      (core instance $r (export "new" (func $new)))
      (core instance $m (instantiate $m (with "r" (instance $r))))
      (func $make (result (own $r)) (canon lift (core func $m "make")))
      (func $look (param "t" (borrow $r)) (result u32) (canon lift (core func $m "look")))
      (component $types
        (import "t" (type $t (sub resource)))
        (import "make" (func $make (result (own $t))))
        (export $e "token" (type $t))
        (export "make" (func $make) (func (result (own $e)))))
      (instance $types (instantiate $types (with "t" (type $r)) (with "make" (func $make))))
      (export $exported "%s/types" (instance $types))
      (alias export $exported "token" (type $token))
      (component $check
        (import "t" (type $t (sub resource)))
        (import "look" (func $look (param "t" (borrow $t)) (result u32)))
        (export $e "token" (type $t))
        (export "look" (func $look) (func (param "t" (borrow $e)) (result u32))))
      (instance $check (instantiate $check (with "t" (type $token)) (with "look" (func $look))))
      (export "%s/check" (instance $check)))
    """
        .formatted(prefix, prefix);
  }

  /** Makes a token by the one interface and shows it to the other one. */
  private static final String TOKENS =
      """
      (component
        (import "acme:auth/types" (instance $types
          (export "token" (type $t (sub resource)))
          (export "make" (func (result (own $t))))))
        (alias export $types "token" (type $t))
        (import "acme:auth/check" (instance $check
          (alias outer 1 $t (type $outer))
          (export "token" (type $t (eq $outer)))
          (export "look" (func (param "t" (borrow $t)) (result u32)))))
        (core func $make (canon lower (func $types "make")))
        (core func $look (canon lower (func $check "look")))
        (core module $m
          (import "h" "make" (func $make (result i32)))
          (import "h" "look" (func $look (param i32) (result i32)))
          (func (export "run") (result i32) (call $look (call $make))))
        (core instance $h (export "make" (func $make)) (export "look" (func $look)))
        (core instance $m (instantiate $m (with "h" (instance $h))))
        (func (export "run") (result u32) (canon lift (core func $m "run"))))
      """;

  @Test
  void aResourceMustComeFromOnePlace() {
    Composition one =
        composition()
            .add("auth", bytes(resources("acme:auth")))
            .add("tokens", bytes(TOKENS))
            .export("tokens");
    try (Component app = one.plug("auth", "tokens").compile();
        var store = new Store(Guests.ENGINE)) {
      assertEquals(7, new Linker(Guests.ENGINE).instantiate(store, app).func("run").call());
    }
    Problem host =
        only(Kind.OTHER_RESOURCE, () -> one.plug("auth", "acme:auth/check", "tokens").toBytes());
    assertEnds(host, "tokens", "acme:auth/check", "auth", "acme:auth/check");
    assertSays(
        host,
        "tokens imports one resource as acme:auth/types#token and as acme:auth/check#token, and"
            + " gets two: one from the host, the other from auth. Plug acme:auth/types and"
            + " acme:auth/check in from the same part, or leave both to the host");
    Problem parts =
        only(
            Kind.OTHER_RESOURCE,
            () ->
                one.add("other", bytes(resources("acme:auth")))
                    .plug("auth", "acme:auth/check", "tokens")
                    .plug("other", "acme:auth/types", "tokens")
                    .toBytes());
    assertSays(parts, "one from other, the other from auth");
  }

  @Test
  void thereAreAsManyPartsAsOneComponentCanHold() {
    Composition chain = composition().add("p0", bytes(Plugs.source("acme:n/p0", "get", 1)));
    for (int i = 1; i < 300; i++) {
      chain =
          chain
              .add("p" + i, sum("acme:n/p" + (i - 1), "acme:n/p" + i))
              .plug("p" + (i - 1), "p" + i);
    }
    assertTrue(chain.export("p299").toBytes().length > 0);
    for (int i = 300; i < 1000; i++) {
      chain =
          chain
              .add("p" + i, sum("acme:n/p" + (i - 1), "acme:n/p" + i))
              .plug("p" + (i - 1), "p" + i);
    }
    Composition thousand = chain.export("p999");
    Problem problem = only(Kind.TOO_LARGE, thousand::toBytes);
    assertSays(problem, "Compose some of the parts first");
    Composition more = thousand.add("p1000", SOURCE);
    Problem tooMany = only(Kind.TOO_LARGE, more::toBytes);
    assertSays(tooMany, "a composition of 1001 parts: it can have 1000");
  }

  @Test
  void theEnginesLimitForComponentsIsOneForCompositions() {
    try (Engine small = Engine.builder().maxComponentBytes(2 * SUM.length - 10).build()) {
      Problem problem =
          only(
              Kind.TOO_LARGE,
              () ->
                  Composition.of(small)
                      .add("one", SUM)
                      .add("two", sum("acme:n/source@1.0.0", "acme:n/sun@1.0.0"))
                      .export("one")
                      .toBytes());
      assertSays(problem, "Engine.Builder.maxComponentBytes");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "package",
        "package a:b; let x = new",
        "package a:b; let x = y;",
        "package a:b; \u202e",
        "package a:b; let x = new a:c { x: y };",
        "package a:b; export new acme:source {} as x y;",
      })
  void mistakesInATextAreToldWithTheirPlaces(String text) {
    CompositionException refused =
        refused(
            () -> CompositionScript.of(Guests.ENGINE, text).add("acme:source", SOURCE).toBytes());
    assertTrue(
        refused.getMessage().matches("(?s)line \\d+, column \\d+: .+"), refused.getMessage());
  }

  private static Problem script(Kind kind, String text) {
    return only(
        kind,
        () ->
            CompositionScript.of(Guests.ENGINE, text)
                .add("acme:source", SOURCE)
                .add("acme:sum", SUM)
                .toBytes());
  }

  @Test
  void aTextHasTheSameKindsOfMistakes() {
    Problem unknown =
        script(Kind.UNKNOWN_PART, "package a:b;\nlet x = new acme:other {};\nexport x...;");
    assertSays(unknown, "line 2, column 13: unknown package `acme:other`");
    assertSays(unknown, "acme:source, acme:sum is given");
    Problem missing = script(Kind.MISSING, "package a:b;\nlet x = new acme:sum {};\nexport x...;");
    assertEnds(missing, "acme:sum", "acme:n/source@1.0.0", "", "");
    assertSays(missing, "leave the rest to the host with `...`");
    Problem different =
        script(
            Kind.INCOMPATIBLE,
            "package a:b;\nlet s = new acme:source {};\n"
                + "let x = new acme:sum { \"acme:n/source@1.0.0\": s };\nexport x...;");
    assertSays(different, "line 3, column 24");
    script(
        Kind.NOTHING_MATCHES,
        "package a:b;\nlet s = new acme:sum { ... };\nlet x = new acme:sum { ...s, ... };"
            + "\nexport x...;");
    script(
        Kind.DUPLICATE,
        "package a:b;\nlet s = new acme:source {};\nlet s = new acme:source {};\nexport s...;");
    script(Kind.TOO_LARGE, "package a:b; let x = " + "(".repeat(100_000));
    script(Kind.TOO_LARGE, "package a:b; let x = " + "(//)\n".repeat(10_000));
    script(Kind.TOO_LARGE, "package a:b; // " + "x".repeat(64 << 10));
    Problem type = script(Kind.UNSUPPORTED, "package a:b;\ntype user = string;");
    assertSays(
        type, "line 2, column 6: the type user can't be defined here: write it into the WIT");
    Problem unused = script(Kind.UNUSED, "package a:b;\nlet s = new acme:source {};\nexport s...;");
    assertSays(unused, "nothing uses acme:sum");
    Problem twice =
        only(
            Kind.DUPLICATE,
            () ->
                CompositionScript.of(Guests.ENGINE, "package a:b;")
                    .add("acme:source", SOURCE)
                    .add("acme:source", SUM));
    assertSays(twice, "acme:source has been added already");
    Problem module =
        only(
            Kind.CORE_MODULE,
            () ->
                CompositionScript.of(Guests.ENGINE, "package a:b;")
                    .add("acme:source", bytes("(module)"))
                    .toBytes());
    assertSays(module, "acme:source: a core WebAssembly module");
  }
}
