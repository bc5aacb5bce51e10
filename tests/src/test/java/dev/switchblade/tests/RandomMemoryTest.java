package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.switchblade.Component;
import dev.switchblade.GuestException;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Store;
import dev.switchblade.TrapException;
import dev.switchblade.wit.WitType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import org.jspecify.annotations.Nullable;

/**
 * Guests that return and pass whatever lies in a memory of random bytes: what is a value by the
 * rules of the canonical ABI arrives, and anything else is a trap.
 */
final class RandomMemoryTest {

  private static final int PAGE = 65_536;

  /** What strings and lists may bring out of the guest: lists of lists can be endless otherwise. */
  private static final int COPIABLE = 100_000;

  private static final int MEMORIES = 12;

  /** Where the address of a value lies; core values, eight bytes each, are at the start. */
  private static final int POINTER = 128;

  @AfterTry
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  @Provide
  Arbitrary<Specimen> types() {
    return Specimen.random(1);
  }

  @Provide
  Arbitrary<String> encodings() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, Arbitraries.just("utf8")),
        net.jqwik.api.Tuple.of(1, Arbitraries.of("utf16", "latin1+utf16")));
  }

  @Property
  void isReadOrTraps(
      @ForAll("types") Specimen specimen, @ForAll("encodings") String encoding, @ForAll long seed) {
    WitType type = specimen.type();
    var seeds = new Random(seed);
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
    List<String> flat = CanonicalAbi.flat(type);
    try (Component component = Guests.wat(text(type, encoding));
        InstancePre guest = linker.instantiatePre(component)) {
      for (int i = 0; i < MEMORIES; i++) {
        byte[] memory = memory(new Random(seeds.nextLong()), type);
        @Nullable Object expected = expected(memory, type, encoding, flat.size() > 1);
        Object result = call(guest, memory, "f");
        assertOutcome(expected, result, "f");

        seen.clear();
        expected = expected(memory, type, encoding, flat.size() > 16);
        result = call(guest, memory, "g");
        if (result == null) {
          result = seen.getFirst();
        }
        assertOutcome(expected, result, "g");
      }
    }
  }

  /** The value in a memory, or null if there is none. */
  private static @Nullable Object expected(
      byte[] memory, WitType type, String encoding, boolean pointer) {
    var reading = new GuestMemory(memory, encoding, COPIABLE);
    try {
      return pointer ? reading.loadAt(reading.word(POINTER), type) : reading.loadFlat(type, 0);
    } catch (GuestMemory.NoValueException e) {
      return null;
    }
  }

  /** What came of a call, or the exception that it threw. */
  private static @Nullable Object call(InstancePre guest, byte[] memory, String function) {
    var limits = Limits.defaults().withCopiedBytes(COPIABLE);
    try (var store = new Store(Guests.ENGINE, limits)) {
      Instance instance = guest.instantiate(store);
      instance.func("fill").call((Object) memory);
      return instance.func(function).call();
    } catch (GuestException e) {
      return e;
    }
  }

  private static void assertOutcome(
      @Nullable Object expected, @Nullable Object outcome, String function) {
    switch (outcome) {
      case null -> fail(function + " returned nothing");
      case GuestException e -> {
        assertTrue(e instanceof TrapException || e instanceof ResourceLimitException, e.toString());
        assertTrue(e.getMessage().startsWith(function + ": "), e.getMessage());
        assertNull(expected, e::getMessage);
      }
      default -> {
        assertNotNull(expected, () -> function + " got " + Values.show(outcome));
        Values.assertSame(expected, outcome, function);
      }
    }
  }

  /** Bytes that are values often enough: small numbers, addresses within, and anything. */
  private static byte[] memory(Random random, WitType type) {
    byte[] memory = new byte[PAGE];
    int lower = 8 << 10;
    int style = random.nextInt(3);
    for (int at = 0; at < lower; at += 4) {
      putWord(memory, at, word(random, style));
    }
    for (int at = PAGE - 256; at < PAGE; at += 4) {
      putWord(memory, at, word(random, style));
    }
    int alignment = CanonicalAbi.alignment(type);
    if (random.nextInt(8) != 0) {
      // An address that may be one.
      int address = random.nextInt(lower) / alignment * alignment;
      putWord(memory, POINTER, random.nextInt(10) == 0 ? PAGE - CanonicalAbi.size(type) : address);
    }
    return memory;
  }

  private static int word(Random random, int style) {
    int small = random.nextInt(4);
    return switch (style == 0 ? random.nextInt(6) : style == 1 ? 1 : random.nextInt(4)) {
      case 0 -> small;
      case 1 -> random.nextInt(3) == 0 ? small : random.nextInt(8 << 10) & -8;
      case 2 -> small << 8 | small << 16 | small;
      case 3 -> 0;
      case 4 -> PAGE - random.nextInt(32);
      default -> random.nextInt() >> random.nextInt(32);
    };
  }

  private static void putWord(byte[] memory, int at, int word) {
    for (int i = 0; i < 4; i++) {
      memory[at + i] = (byte) (word >> (8 * i));
    }
  }

  private static String text(WitType type, String encoding) {
    var types = new GuestTypes();
    String name = types.text(type);
    List<String> flat = CanonicalAbi.flat(type);
    boolean inMemory = flat.size() > 16;
    List<String> parameters = inMemory ? List.of("i32") : flat;
    String result = flat.size() > 1 ? "i32" : flat.getFirst();
    var loads = new StringBuilder();
    for (int i = 0; i < parameters.size(); i++) {
      int at = inMemory ? POINTER : 8 * i;
      loads.append(" (%s.load (i32.const %d))".formatted(parameters.get(i), at));
    }
    return """
    (component
      %1$s
      (import "h" (func $h (param "x" %2$s)))
      (core module $memory
        (memory (export "memory") 1)
        (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 0)))
      (core instance $memory (instantiate $memory))
      (core func $lowered
        (canon lower (func $h) (memory (core memory $memory "memory")) string-encoding=%3$s))
      (core module $m
        (import "h" "h" (func $h (param %4$s)))
        (import "memory" "memory" (memory 1))
        (func (export "fill") (param i32 i32))
        (func (export "f") (result %5$s) (%5$s.load (i32.const %7$d)))
        (func (export "g") (call $h %6$s)))
      (core instance $h (export "h" (func $lowered)))
      (core instance $m
        (instantiate $m (with "h" (instance $h)) (with "memory" (instance $memory))))
      (func (export "fill") (param "bytes" (list u8))
        (canon lift (core func $m "fill") (memory (core memory $memory "memory"))
          (realloc (core func $memory "realloc"))))
      (func (export "f") (result %2$s)
        (canon lift (core func $m "f") (memory (core memory $memory "memory"))
          string-encoding=%3$s))
      (func (export "g") (canon lift (core func $m "g"))))
    """
        .formatted(
            types.definitions(),
            name,
            encoding,
            String.join(" ", parameters),
            result,
            loads,
            flat.size() > 1 ? POINTER : 0);
  }
}
