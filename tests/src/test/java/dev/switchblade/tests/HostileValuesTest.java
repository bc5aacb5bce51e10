package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.HostFunction;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.WitRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Guests that break the rules somewhere within a value: the message has the path to it.
 *
 * @see LyingGuestsTest
 */
final class HostileValuesTest {

  /** Where the items lie. */
  private static final int ITEMS = 256;

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static Arguments lie(String what, String item, List<Integer> words, String... said) {
    return Arguments.of(what, item, words, List.of(said));
  }

  private static String labels(int count) {
    return IntStream.range(0, count).mapToObj(i -> "x" + i).collect(Collectors.joining(", "));
  }

  /**
   * The last of four items, as words of memory; all before it is zeros. Address 16 holds 0xff,
   * address 24 the pair (16, 1).
   */
  static Stream<Arguments> lies() {
    return Stream.of(
        lie(
            "a string out of bounds",
            "record { name: string }",
            List.of(65_530, 10),
            "[3].name",
            "string out of bounds: 10 bytes at address 65530 of a memory of 65536 bytes"),
        lie(
            "a string far out of bounds",
            "record { name: string }",
            List.of(-1, 1),
            "[3].name",
            "string out of bounds: 1 bytes at address 4294967295"),
        lie(
            "an endless string",
            "record { name: string }",
            List.of(0, -1),
            "[3].name",
            "string out of bounds: 4294967295 bytes"),
        lie(
            "a string that is not UTF-8",
            "record { id: u8, name: string }",
            List.of(1, 16, 1),
            "[3].name",
            "not UTF-8"),
        lie(
            "a string that is not UTF-8 in a list",
            "record { id: u8, names: list<string> }",
            List.of(1, 24, 1),
            "[3].names[0]",
            "not UTF-8"),
        lie(
            "no case of an enum",
            "record { kind: enum { a, b, c } }",
            List.of(3),
            "[3].kind",
            "discriminant 3, where there are 3 cases"),
        lie(
            "no case of an enum of two bytes",
            "tuple<u16, enum { " + labels(257) + " }>",
            List.of(257 << 16),
            "[3].1",
            "discriminant 257, where there are 257 cases"),
        lie(
            "no case of a variant",
            "variant { none, number(u64), text(string) }",
            List.of(255),
            "[3]",
            "discriminant 255, where there are 3 cases"),
        lie(
            "a case's bad payload",
            "variant { none, number(u64), text(string) }",
            List.of(2, 0, 16, 1),
            "[3].text",
            "not UTF-8"),
        lie(
            "an option that is none",
            "option<option<u8>>",
            List.of(0x0201),
            "[3].some",
            "discriminant 2, where there are 2 cases"),
        lie(
            "a char beyond Unicode in an option",
            "option<char>",
            List.of(1, 0x110000),
            "[3].some",
            "0x110000"),
        lie("a surrogate", "tuple<u8, char>", List.of(0, 0xd800), "[3].1", "0xd800"),
        lie(
            "a bad char of a fixed-length list",
            "list<char, 3>",
            List.of(0, 0xd7ff, 0xdfff),
            "[3][2]",
            "0xdfff"),
        lie(
            "a misaligned list",
            "result<char, list<u16>>",
            List.of(1, 17, 1),
            "[3].err",
            "list at address 17, which is not aligned to 2"),
        lie(
            "a misaligned list of records",
            "list<record { x: s32, y: f64 }>",
            List.of(4, 1),
            "[3]",
            "list at address 4, which is not aligned to 8"),
        lie(
            "an endless list of records",
            "list<record { x: s32, y: f64 }>",
            List.of(8, -1),
            "[3]",
            "list out of bounds: 68719476720 bytes"),
        lie(
            "an endless list of large elements",
            "list<list<u64, 1000>>",
            List.of(8, -1),
            "[3]",
            "list out of bounds: 34359738360000 bytes"),
        lie("an endless map", "map<u8, bool>", List.of(0, -1), "[3]", "8589934590 bytes"),
        lie("a misaligned map", "map<u8, u64>", List.of(4, 0), "[3]", "aligned to 8"),
        lie("a map with a bad key", "map<char, u8>", List.of(16, 1), "[3][0].key", "0xff"),
        lie("a map with a bad value", "map<u8, string>", List.of(20, 1), "[3][0].value", "UTF-8"));
  }

  private static String data(String item, List<Integer> words) {
    int last = ITEMS + 3 * CanonicalAbi.size(WitParser.parse(item));
    String bytes =
        words.stream()
            .flatMap(word -> IntStream.of(word, word >> 8, word >> 16, word >> 24).boxed())
            .map(one -> "\\%02x".formatted(one & 0xff))
            .collect(Collectors.joining());
    return """
    (data (i32.const 16) "\\ff\\ff\\ff\\ff\\00\\00\\00\\00\\10\\00\\00\\00\\01\\00\\00\\00")
    (data (i32.const 64) "\\07\\00\\00\\00\\00\\00\\00\\00\\00\\01\\00\\00\\04\\00\\00\\00")
    (data (i32.const %d) "%s")
    """
        .formatted(last, bytes);
  }

  private static String order(String item) {
    return "record { id: u64, items: list<" + item + "> }";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void withinAResult(String what, String item, List<Integer> words, List<String> said) {
    assertTrapped(returning(order(item), data(item, words)), call -> null, "f: result.items", said);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void withinAnArgumentOfAHostFunction(
      String what, String item, List<Integer> words, List<String> said) {
    GuestType type = GuestType.of(order(item));
    String text =
        """
        (component
          %s
          (import "h" (func $h (param "n" u8) (param "order" %s)))
          (core module $memory (memory (export "memory") 1) %s)
          (core instance $memory (instantiate $memory))
          (core func $lowered (canon lower (func $h) (memory (core memory $memory "memory"))))
          (core module $m
            (import "h" "h" (func $h (param i32 i64 i32 i32)))
            (func (export "f")
              (call $h (i32.const 1) (i64.const 7) (i32.const %d) (i32.const 4))))
          (core instance $h (export "h" (func $lowered)))
          (core instance $m (instantiate $m (with "h" (instance $h))))
          (func (export "f") (canon lift (core func $m "f"))))
        """
            .formatted(type.definitions(), type.text(), data(item, words), ITEMS);
    boolean[] called = new boolean[1];
    HostFunction host =
        call -> {
          called[0] = true;
          return null;
        };
    assertTrapped(text, host, "f: a host function's argument 1.items", said);
    assertFalse(called[0]);
  }

  private static String returning(String wit, String data) {
    GuestType type = GuestType.of(wit);
    return """
    (component
      %s
      (core module $m
        (memory (export "memory") 1)
        %s
        (func (export "f") (result i32) (i32.const 64)))
      (core instance $m (instantiate $m))
      (func (export "f") (result %s)
        (canon lift (core func $m "f") (memory (core memory $m "memory")))))
    """
        .formatted(type.definitions(), data, type.text());
  }

  private static void assertTrapped(
      String text, HostFunction host, String path, List<String> said) {
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().func("h", host);
      Func f = linker.instantiate(store, component).func("f");
      var exception = assertThrows(TrapException.class, () -> f.call());
      assertEquals(TrapCode.CANONICAL_ABI, exception.code());
      String message = exception.getMessage();
      assertTrue(message.startsWith(path + said.getFirst() + ": the guest passed "), message);
      assertTrue(message.contains(said.getLast()), message);
    }
  }

  /** As in Wasmtime: bits without a label are nobody's. */
  @ParameterizedTest
  @CsvSource({"1", "3", "8", "9", "15", "16", "17", "31", "32"})
  void flagsWithoutALabelAreDropped(int count) {
    String flags = "flags { " + labels(count) + " }";
    Set<String> all = Set.of(labels(count).split(", "));
    GuestType type = GuestType.of(flags);
    String text =
        """
        (component
          %1$s
          (import "h" (func $h (param "x" %2$s)))
          (core func $lowered (canon lower (func $h)))
          (core module $m
            (import "h" "h" (func $h (param i32)))
            (memory (export "memory") 1)
            (data (i32.const 64) "\\60\\00\\00\\00\\02\\00\\00\\00")
            (data (i32.const 96) "\\ff\\ff\\ff\\ff\\ff\\ff\\ff\\ff")
            (func (export "flat") (result i32) (i32.const -1))
            (func (export "stored") (result i32) (i32.const 64))
            (func (export "passed") (call $h (i32.const -1))))
          (core instance $h (export "h" (func $lowered)))
          (core instance $m (instantiate $m (with "h" (instance $h))))
          (func (export "flat") (result %2$s) (canon lift (core func $m "flat")))
          (func (export "stored") (result (list %2$s))
            (canon lift (core func $m "stored") (memory (core memory $m "memory"))))
          (func (export "passed") (canon lift (core func $m "passed"))))
        """
            .formatted(type.definitions(), type.text());
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      List<Object> seen = new ArrayList<>();
      var linker = new Linker(Guests.ENGINE);
      linker
          .root()
          .func(
              "h",
              call -> {
                seen.add(call.argument(0));
                return null;
              });
      var instance = linker.instantiate(store, component);
      assertEquals(all, instance.func("flat").call());
      assertEquals(List.of(all, all), instance.func("stored").call());
      instance.func("passed").call();
      assertEquals(List.of(all), seen);
    }
  }

  /** A realloc that does what it should so many times, and this then. */
  static Stream<Arguments> allocators() {
    List<Arguments> allocators = new ArrayList<>();
    for (int good = 0; good < 7; good++) {
      allocators.add(Arguments.of("(i32.const 65536)", good, "beyond end of memory"));
      allocators.add(Arguments.of("(i32.const -8)", good, "beyond end of memory"));
      allocators.add(Arguments.of("unreachable", good, "wasm `unreachable`"));
      // Strings, which are every other allocation, may lie anywhere.
      if (good % 2 == 0) {
        allocators.add(Arguments.of("(i32.const 65529)", good, "not aligned"));
      }
    }
    return allocators.stream();
  }

  private static final String ALLOCATED_TYPE =
      "record { id: u64, items: list<record { name: string, sizes: list<u64> }> }";

  private static Object allocatedValue() {
    Object item = WitRecord.of("name", "a name", "sizes", new long[] {1, 2});
    return WitRecord.of("id", 1L, "items", List.of(item, item, item));
  }

  /** The place of each allocation: the items, and name and sizes of each. */
  private static String place(int allocation) {
    return allocation == 0
        ? ".items"
        : ".items[" + (allocation - 1) / 2 + "]" + (allocation % 2 == 1 ? ".name" : ".sizes");
  }

  private static String realloc(String body, int good) {
    return """
    (global $calls (mut i32) (i32.const 0))
    (global $next (mut i32) (i32.const 1024))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
      (if (result i32) (i32.gt_u (global.get $calls) (i32.const %d))
        (then %s)
        (else
          (global.set $next (i32.add (global.get $next) (i32.const 256)))
          (global.get $next))))
    """
        .formatted(good, body);
  }

  @ParameterizedTest(name = "{0} after {1} calls")
  @MethodSource("allocators")
  void allocatorsThatGiveNonsenseForArguments(String body, int good, String said) {
    GuestType type = GuestType.of(ALLOCATED_TYPE);
    String text =
        """
        (component
          %s
          (core module $m
            (memory (export "memory") 1)
            %s
            (func (export "f") (param i32 i64 i32 i32)))
          (core instance $m (instantiate $m))
          (func (export "f") (param "n" u8) (param "order" %s)
            (canon lift (core func $m "f") (memory (core memory $m "memory"))
              (realloc (core func $m "realloc")))))
        """
            .formatted(type.definitions(), realloc(body, good), type.text());
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      Func f = new Linker(Guests.ENGINE).instantiate(store, component).func("f");
      var exception = assertThrows(TrapException.class, () -> f.call(1, allocatedValue()));
      assertMessage(exception, "f: argument order" + place(good), body, said);
    }
  }

  @ParameterizedTest(name = "{0} after {1} calls")
  @MethodSource("allocators")
  void allocatorsThatGiveNonsenseForResultsOfHostFunctions(String body, int good, String said) {
    GuestType type = GuestType.of(ALLOCATED_TYPE);
    String text =
        """
        (component
          %s
          (import "h" (func $h (result %s)))
          (core module $memory (memory (export "memory") 1) %s)
          (core instance $memory (instantiate $memory))
          (core func $lowered
            (canon lower (func $h) (memory (core memory $memory "memory"))
              (realloc (core func $memory "realloc"))))
          (core module $m
            (import "h" "h" (func $h (param i32)))
            (func (export "f") (call $h (i32.const 64))))
          (core instance $h (export "h" (func $lowered)))
          (core instance $m (instantiate $m (with "h" (instance $h))))
          (func (export "f") (canon lift (core func $m "f"))))
        """
            .formatted(type.definitions(), type.text(), realloc(body, good));
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().func("h", _ -> allocatedValue());
      Func f = linker.instantiate(store, component).func("f");
      var exception = assertThrows(TrapException.class, () -> f.call());
      assertMessage(exception, "f: a host function's result" + place(good), body, said);
    }
  }

  private static void assertMessage(
      TrapException exception, String path, String body, String said) {
    String message = exception.getMessage();
    assertTrue(message.contains(said), message);
    if (body.equals("unreachable")) {
      assertEquals(TrapCode.UNREACHABLE, exception.code());
      assertTrue(message.startsWith("f: "), message);
    } else {
      assertEquals(TrapCode.CANONICAL_ABI, exception.code());
      assertTrue(message.startsWith(path + ": the guest's realloc, asked for "), message);
    }
  }
}
