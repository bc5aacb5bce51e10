package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.GuestException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests whose values break the rules of the canonical ABI. */
final class LyingGuestsTest {

  private static final int PAGE = 65_536;

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static Arguments lie(String what, String type, List<?> core, String... said) {
    return Arguments.of(what, type, core, List.of(said));
  }

  private static List<Integer> words(int... words) {
    return Arrays.stream(words).boxed().toList();
  }

  /**
   * What a guest returns, or passes to the host: the core values of one value. Address 16 holds
   * 0xff, address 24 the pair (16, 1), address 32 0xff000000.
   */
  static Stream<Arguments> lies() {
    return Stream.of(
        lie("a string that is not UTF-8", "string", words(16, 1), "not UTF-8", "index 0"),
        lie(
            "a string out of bounds",
            "string",
            words(PAGE - 1, 2),
            "string out of bounds",
            "2 bytes"),
        lie("a string far out of bounds", "string", words(-1, 1), "string out of bounds"),
        lie("an endless string", "string", words(0, -1), "4294967295 bytes"),
        lie("an endless string in the end", "string", words(-1, -1), "string out of bounds"),
        lie("a list out of bounds", "list<u8>", words(PAGE, 1), "list out of bounds"),
        lie("an endless list of bytes", "list<u8>", words(0, -1), "4294967295 bytes"),
        lie("an endless list of numbers", "list<u64>", words(0, -1), "34359738360 bytes"),
        lie("an endless list of strings", "list<string>", words(0, -1), "list out of bounds"),
        lie("an endless list of bools", "list<bool>", words(0, -1), "list out of bounds"),
        lie("a misaligned list", "list<u32>", words(18, 1), "address 18", "aligned to 4"),
        lie("a misaligned list of strings", "list<string>", words(2, 1), "aligned to 4"),
        lie("a misaligned empty list", "list<u64>", words(4, 0), "aligned to 8"),
        lie("an inner string that is not UTF-8", "list<string>", words(24, 1), "not UTF-8"),
        lie("a list of no chars", "list<char>", words(32, 1), "0xff000000"),
        lie(
            "a list of no options",
            "list<option<u8>>",
            words(16, 1),
            "discriminant 255",
            "2 cases"),
        lie("a char beyond Unicode", "char", words(0x110000), "0x110000"),
        lie("a surrogate", "char", words(0xdfff), "0xdfff"),
        lie("a negative char", "char", words(-1), "0xffffffff"),
        lie("no option", "option<u8>", words(2, 0), "discriminant 2", "2 cases"),
        lie("no option at all", "option<string>", words(-1, 0, 0), "discriminant 4294967295"),
        lie("no result", "result", words(2), "discriminant 2", "2 cases"),
        lie("a bad payload", "result<char, u8>", words(0, 0xd800), "0xd800"));
  }

  private static String constants(List<?> core) {
    var text = new StringBuilder();
    for (Object value : core) {
      text.append(" (i32.const ").append(value).append(')');
    }
    return text.toString();
  }

  private static final String DATA =
      """
      (data (i32.const 16) "\\ff")
      (data (i32.const 24) "\\10\\00\\00\\00\\01\\00\\00\\00")
      (data (i32.const 32) "\\00\\00\\00\\ff")
      """;

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void asAResult(String what, String type, List<?> core, List<String> said) {
    // In memory at 64, as a result of several core values is. Discriminants of options are bytes.
    boolean inMemory = core.size() > 1;
    boolean cases = type.startsWith("option") || type.startsWith("result");
    var body = new StringBuilder();
    if (inMemory) {
      for (int i = 0; i < core.size(); i++) {
        String store = cases && i == 0 ? "i32.store8" : "i32.store";
        body.append("(%s (i32.const %d) (i32.const %s))".formatted(store, 64 + 4 * i, core.get(i)));
      }
      body.append("(i32.const 64)");
    } else {
      body.append(constants(core));
    }
    String text =
        """
        (component
          (core module $m
            (memory (export "memory") 1)
            %s
            (func (export "f") (result i32) %s))
          (core instance $m (instantiate $m))
          (func (export "f") (result %s)
            (canon lift (core func $m "f") (memory (core memory $m "memory")))))
        """
            .formatted(DATA, body, GuestType.of(type).text());
    List<String> expected =
        inMemory && cases
            ? said.stream().map(part -> part.replace("4294967295", "255")).toList()
            : said;
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      Func f = new Linker(Guests.ENGINE).instantiate(store, component).func("f");
      assertTrapped(f, "f: result", expected);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void asAnArgumentOfAHostFunction(String what, String type, List<?> core, List<String> said) {
    String text =
        """
        (component
          (import "h" (func $h (param "x" %s)))
          (core module $memory (memory (export "memory") 1) %s)
          (core instance $memory (instantiate $memory))
          (core func $lowered (canon lower (func $h) (memory (core memory $memory "memory"))))
          (core module $m
            (import "h" "h" (func $h (param %s)))
            (func (export "f") (call $h %s)))
          (core instance $h (export "h" (func $lowered)))
          (core instance $m (instantiate $m (with "h" (instance $h))))
          (func (export "f") (canon lift (core func $m "f"))))
        """
            .formatted(
                GuestType.of(type).text(),
                DATA,
                String.join(" ", GuestType.of(type).flat()),
                constants(core));
    boolean[] called = new boolean[1];
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker
          .root()
          .func(
              "h",
              call -> {
                called[0] = true;
                return null;
              });
      Func f = linker.instantiate(store, component).func("f");
      assertTrapped(f, "f: a host function's argument 0", said);
    }
    assertEquals(false, called[0]);
  }

  private static void assertTrapped(Func f, String place, List<String> said) {
    var exception = assertThrows(GuestException.class, () -> f.call());
    for (String part : said) {
      assertTrue(exception.getMessage().contains(part), exception.getMessage());
    }
    assertTrue(exception.getMessage().startsWith(place), exception.getMessage());
    assertTrue(exception.getMessage().contains(": the guest "), exception.getMessage());
    var trap = assertInstanceOf(TrapException.class, exception);
    assertEquals(TrapCode.CANONICAL_ABI, trap.code());
    var lost = assertThrows(IllegalStateException.class, () -> f.call());
    assertSame(exception, lost.getCause());
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "string, 65533, aligned",
    "string, 65536, out of bounds",
    "string, 65532, out of bounds",
    "string, -4, out of bounds",
    "'result<u64, string>', 68, aligned",
    "'result<u64, string>', 65528, out of bounds",
  })
  void resultsAtAWrongAddress(String type, int address, String said) {
    String text =
        """
        (component
          (core module $m
            (memory (export "memory") 1)
            (func (export "f") (result i32) (i32.const %d)))
          (core instance $m (instantiate $m))
          (func (export "f") (result %s)
            (canon lift (core func $m "f") (memory (core memory $m "memory")))))
        """
            .formatted(address, GuestType.of(type).text());
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      Func f = new Linker(Guests.ENGINE).instantiate(store, component).func("f");
      var exception = assertThrows(TrapException.class, () -> f.call());
      assertEquals(TrapCode.CANONICAL_ABI, exception.code());
      assertTrue(exception.getMessage().contains(said), exception.getMessage());
    }
  }

  /** The reading of a host function's result area, which the guest names. */
  @ParameterizedTest
  @ValueSource(ints = {65_533, 65_534, 65_536, -4})
  void areasForResultsOfHostFunctionsAtAWrongAddress(int address) {
    String text =
        """
        (component
          (import "h" (func $h (result string)))
          %s
          (core func $lowered (canon lower (func $h) %s))
          (core module $m
            (import "h" "h" (func $h (param i32)))
            (func (export "f") (call $h (i32.const %d))))
          (core instance $h (export "h" (func $lowered)))
          (core instance $m (instantiate $m (with "h" (instance $h))))
          (func (export "f") (canon lift (core func $m "f"))))
        """
            .formatted(
                Guests.LIBC.replace(
                    "(memory (export \"memory\") 2)", "(memory (export \"memory\") 1)"),
                Guests.WITH_LIBC,
                address);
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().func("h", call -> "");
      Func f = linker.instantiate(store, component).func("f");
      var exception = assertThrows(TrapException.class, () -> f.call());
      assertEquals(TrapCode.CANONICAL_ABI, exception.code());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 255, -1})
  void anyNonzeroBoolIsTrue(int value) {
    String text =
        """
        (component
          (core module $m
            (memory (export "memory") 1)
            (func (export "flat") (result i32) (i32.const %1$d))
            (func (export "stored") (result i32)
              (i32.store8 (i32.const 16) (i32.const 1))
              (i32.store8 (i32.const 17) (i32.const %1$d))
              (i32.const 16)))
          (core instance $m (instantiate $m))
          (func (export "flat") (result bool) (canon lift (core func $m "flat")))
          (func (export "stored") (result (option bool))
            (canon lift (core func $m "stored") (memory (core memory $m "memory")))))
        """
            .formatted(value);
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      var instance = new Linker(Guests.ENGINE).instantiate(store, component);
      assertEquals(value != 0, instance.func("flat").call());
      assertEquals(Optional.of(value != 0), instance.func("stored").call());
    }
  }

  /** The upper bits of a core value that carries a small integer are not part of it. */
  @ParameterizedTest
  @CsvSource({"u8, 0x1ff, 255", "s8, 0x1ff, -1", "u16, 0x1ffff, 65535", "s16, 0x18000, -32768"})
  void surplusBitsOfSmallIntegersAreIgnored(String type, String value, int expected) {
    String text =
        """
        (component
          (core module $m (func (export "f") (result i32) (i32.const %s)))
          (core instance $m (instantiate $m))
          (func (export "f") (result %s) (canon lift (core func $m "f"))))
        """
            .formatted(value, type);
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      Object result = new Linker(Guests.ENGINE).instantiate(store, component).func("f").call();
      assertEquals(expected, ((Number) Objects.requireNonNull(result)).intValue());
    }
  }

  private static String withRealloc(String body, String type) {
    return """
    (component
      (core module $m
        (memory (export "memory") 1)
        (func $realloc (export "realloc") (param i32 i32 i32 i32) (result i32) %s)
        (func (export "f") (param i32 i32)))
      (core instance $m (instantiate $m))
      (func (export "f") (param "x" %s)
        (canon lift (core func $m "f") (memory (core memory $m "memory"))
          (realloc (core func $m "realloc")))))
    """
        .formatted(body, GuestType.of(type).text());
  }

  static Stream<Arguments> badAllocators() {
    Object bytes = new byte[100];
    Object large = new byte[10_000];
    return Stream.of(
        Arguments.of(
            "(i32.const 65500)", "list<u8>", bytes, "CANONICAL_ABI", "beyond end of memory"),
        Arguments.of(
            "(i32.const 65000)", "list<u8>", large, "CANONICAL_ABI", "beyond end of memory"),
        Arguments.of("(i32.const -1)", "string", "text", "CANONICAL_ABI", "beyond end of memory"),
        Arguments.of("(i32.const -1)", "list<u8>", large, "CANONICAL_ABI", "beyond end of memory"),
        Arguments.of("(i32.const 65537)", "string", "", "CANONICAL_ABI", "beyond end of memory"),
        Arguments.of("(i32.const 2)", "list<u32>", new int[1], "CANONICAL_ABI", "not aligned"),
        Arguments.of(
            "(i32.const 4)", "list<f64>", new double[5_000], "CANONICAL_ABI", "not aligned"),
        Arguments.of("(i32.const 2)", "list<string>", List.of("a"), "CANONICAL_ABI", "not aligned"),
        Arguments.of("unreachable", "string", "text", "UNREACHABLE", "in guest realloc"),
        Arguments.of("unreachable", "list<u8>", large, "UNREACHABLE", "in guest realloc"),
        Arguments.of(
            "(call $realloc (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0))",
            "string",
            "text",
            "STACK_OVERFLOW",
            "call stack exhausted"));
  }

  @ParameterizedTest(name = "{0} for {1}")
  @MethodSource("badAllocators")
  void allocatorsThatGiveNonsense(
      String body, String type, Object value, TrapCode code, String said) {
    try (Component component = Guests.wat(withRealloc(body, type));
        var store = new Store(Guests.ENGINE)) {
      Func f = new Linker(Guests.ENGINE).instantiate(store, component).func("f");
      var exception = assertThrows(TrapException.class, () -> f.call(value));
      assertEquals(code, exception.code(), exception.getMessage());
      assertTrue(exception.getMessage().contains(said), exception.getMessage());
      assertTrue(exception.getMessage().startsWith("f: "), exception.getMessage());
    }
  }

  @ParameterizedTest(name = "{0} for {1}")
  @MethodSource("badAllocators")
  void allocatorsThatGiveNonsenseForResultsOfHostFunctions(
      String body, String type, Object value, TrapCode code, String said) {
    String text =
        """
        (component
          (import "h" (func $h (result %s)))
          (core module $memory
            (memory (export "memory") 1)
            (func $realloc (export "realloc") (param i32 i32 i32 i32) (result i32) %s))
          (core instance $memory (instantiate $memory))
          (core func $lowered
            (canon lower (func $h) (memory (core memory $memory "memory"))
              (realloc (core func $memory "realloc"))))
          (core module $m
            (import "h" "h" (func $h (param i32)))
            (func (export "f") (call $h (i32.const 16))))
          (core instance $h (export "h" (func $lowered)))
          (core instance $m (instantiate $m (with "h" (instance $h))))
          (func (export "f") (canon lift (core func $m "f"))))
        """
            .formatted(GuestType.of(type).text(), body);
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().func("h", call -> value);
      Func f = linker.instantiate(store, component).func("f");
      var exception = assertThrows(TrapException.class, () -> f.call());
      assertEquals(code, exception.code(), exception.getMessage());
      assertTrue(exception.getMessage().contains(said), exception.getMessage());
    }
  }

  /** Two lists in one place, and lists within themselves, are no lies. */
  @Test
  void listsThatOverlapAreRead() {
    String text =
        """
        (component
          (core module $m
            (memory (export "memory") 1)
            (data (i32.const 16) "\\10\\00\\00\\00\\10\\00\\00\\00\\10\\00\\00\\00\\10\\00\\00\\00")
            (data (i32.const 8) "\\10\\00\\00\\00\\02\\00\\00\\00")
            (func (export "f") (result i32) (i32.const 8)))
          (core instance $m (instantiate $m))
          (func (export "f") (result (list (list u8)))
            (canon lift (core func $m "f") (memory (core memory $m "memory")))))
        """;
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      @Nullable Object result =
          new Linker(Guests.ENGINE).instantiate(store, component).func("f").call();
      byte[] inner = {16, 0, 0, 0, 16, 0, 0, 0, 16, 0, 0, 0, 16, 0, 0, 0};
      Values.assertSame(List.of(inner, inner), result, "f");
      assertArrayEquals(inner, (byte[]) ((List<?>) Objects.requireNonNull(result)).get(1));
    }
  }
}
