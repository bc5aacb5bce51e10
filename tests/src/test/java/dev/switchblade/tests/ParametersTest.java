package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.switchblade.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any number of parameters: up to 16 core values travel flat, more through memory. */
final class ParametersTest {

  @Test
  void functionsCanTakeAndReturnNothing() {
    List<Integer> counts = new ArrayList<>();
    try (var guest =
        new EchoGuest(
            List.of(),
            null,
            "utf8",
            call -> {
              counts.add(call.count());
              return null;
            })) {
      assertNull(guest.call());
      assertNull(guest.call());
      assertEquals(List.of(0, 0), counts);
      assertEquals("func()", guest.f().type().toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"u8", "s64", "f64", "string", "list<string>", "result<u8, string>"})
  void functionsCanReturnWithoutTakingAnything(String type) {
    Object value =
        switch (type) {
          case "u8" -> 255;
          case "s64" -> -1L;
          case "f64" -> 0.5;
          case "string" -> "text";
          case "list<string>" -> List.of("a", "b");
          default -> Result.err("no");
        };
    try (var guest = new EchoGuest(List.of(), type, "utf8", call -> value)) {
      assertEquals(value, guest.call());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 17, 18, 40, 100})
  void numbersOfEachWidthArriveInOrder(int count) {
    List<String> cycle = List.of("u8", "s16", "f32", "u64", "bool", "f64", "char", "s8");
    List<String> types = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String type = cycle.get(i % cycle.size());
      types.add(type);
      values.add(
          switch (type) {
            case "u8" -> i;
            case "s16" -> (short) -i;
            case "f32" -> i / 2f;
            case "u64" -> -1L - i;
            case "bool" -> i % 3 == 0;
            case "f64" -> i / 3d;
            case "char" -> 0x1f600 + i;
            default -> (byte) -i;
          });
    }
    assertPassedOn(types, values);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 8, 9, 30})
  void contentOfManyStringsAndListsArrives(int count) {
    List<String> types = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      types.add(i % 2 == 0 ? "string" : "list<u16>");
      values.add(i % 2 == 0 ? "text " + i : new short[i * 1_000]);
    }
    assertPassedOn(types, values);
  }

  @Test
  void optionsAndResultsBeyondSixteenCoreValuesArrive() {
    assertPassedOn(
        List.of(
            "option<string>",
            "result<f64, string>",
            "option<u64>",
            "result<_, list<u8>>",
            "list<option<string>>",
            "option<option<s8>>",
            "result<string, f32>"),
        List.of(
            Optional.of("some"),
            Result.err("none"),
            Optional.of(-1L),
            Result.err(new byte[10_000]),
            List.of(Optional.empty(), Optional.of("x")),
            Optional.of(Optional.of((byte) -3)),
            Result.ok("yes")));
  }

  /** The tuple of all parameters alone is more than a store's first buffer. */
  @Test
  void aThousandParametersAreMoreThanTheFirstBufferHolds() {
    List<String> types = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      types.add(i % 2 == 0 ? "u64" : "option<f64>");
      values.add(i % 2 == 0 ? (Object) (long) i : Optional.of(i / 7d));
    }
    assertPassedOn(types, values);
  }

  private static void assertPassedOn(List<String> types, List<Object> values) {
    List<Object> seen = new ArrayList<>();
    try (var guest =
        new EchoGuest(
            types,
            "u32",
            "utf8",
            call -> {
              for (int i = 0; i < call.count(); i++) {
                seen.add(call.argument(i));
              }
              return call.count();
            })) {
      @Nullable Object count = guest.call(values.toArray());
      assertEquals(types.size(), count);
      Values.assertSame(values, seen, "the parameters");
    }
  }
}
