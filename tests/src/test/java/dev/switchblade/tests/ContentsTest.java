package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Result;
import dev.switchblade.Tuple;
import dev.switchblade.TupleN;
import dev.switchblade.WitRecord;
import dev.switchblade.WitVariant;
import dev.switchblade.abi.Contents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Equality of values with arrays in them, by the contents of those. */
final class ContentsTest {

  private static Arguments value(String text, Supplier<@Nullable Object> made) {
    return Arguments.of(text, made);
  }

  /** Values that are made anew each time, no two of them equal. */
  static Stream<Arguments> values() {
    return Stream.of(
        value("null", () -> null),
        value("[1, -1]", () -> new byte[] {1, -1}),
        value("[2, -1]", () -> new short[] {2, -1}),
        value("[3, -1]", () -> new int[] {3, -1}),
        value("[4, -1]", () -> new long[] {4, -1}),
        value("[0.5, NaN]", () -> new float[] {0.5f, Float.NaN}),
        value("[0.25, NaN]", () -> new double[] {0.25, Double.NaN}),
        value("[-0.0]", () -> new double[] {-0.0}),
        value("[0.0]", () -> new double[] {0.0}),
        value("text", () -> new String(new char[] {'t', 'e', 'x', 't'})),
        value("5", () -> 5),
        value("5", () -> 5L),
        value("[[1], [2]]", () -> List.of(new byte[] {1}, new byte[] {2})),
        value("[[2], [1]]", () -> List.of(new byte[] {2}, new byte[] {1})),
        value("[[1]]", () -> List.of(new byte[] {1})),
        value("[[[7]]]", () -> List.of(List.of(new int[] {7}))),
        value("[null, [7]]", () -> Arrays.asList(null, new int[] {7})),
        value("{a=[1]}", () -> Map.of("a", new byte[] {1})),
        value("{a=[2]}", () -> Map.of("a", new byte[] {2})),
        value("{b=[1]}", () -> Map.of("b", new byte[] {1})),
        value("{a=null}", () -> Collections.singletonMap("a", null)),
        value("{b=null}", () -> Collections.singletonMap("b", null)),
        value("Optional[[9]]", () -> Optional.of(new short[] {9})),
        value("Optional.empty", Optional::empty),
        value("Ok[value=[9]]", () -> Result.ok(new short[] {9})),
        value("Err[error=[9]]", () -> Result.err(new short[] {9})),
        value("Ok[value=null]", () -> Result.ok(null)),
        value("Err[error=null]", () -> Result.err(null)),
        value("([8], a)", () -> Tuple.of(new byte[] {8}, "a")),
        value("([8], b)", () -> Tuple.of(new byte[] {8}, "b")),
        value("([8])", () -> Tuple.of(new byte[] {8})),
        value(
            "([1], 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17)",
            () ->
                new TupleN(
                    List.of(
                        new byte[] {1}, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17))),
        value(
            "[DAYS, HOURS]",
            () ->
                EnumSet.of(TimeUnit.DAYS, TimeUnit.HOURS).stream()
                    .sorted(Collections.reverseOrder())
                    .toList()),
        value(
            "[Optional[Ok[value={x=[([1], 2)]}]]]",
            () ->
                List.of(
                    Optional.of(Result.ok(Map.of("x", List.of(Tuple.of(new byte[] {1}, 2))))))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void whatHasTheSameContentsIsEqual(String text, Supplier<@Nullable Object> made) {
    assertTrue(Contents.equal(made.get(), made.get()));
    assertEquals(Contents.hash(made.get()), Contents.hash(made.get()));
    assertEquals(Contents.hash(1, made.get(), 2), Contents.hash(1, made.get(), 2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void textHasTheContents(String text, Supplier<@Nullable Object> made) {
    assertEquals(text, Contents.text(made.get()));
  }

  @Test
  void whatHasOtherContentsIsNot() {
    List<@Nullable Object> all = new ArrayList<>();
    values().forEach(value -> all.add(((Supplier<?>) value.get()[1]).get()));
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < all.size(); j++) {
        int one = i;
        int other = j;
        assertEquals(
            i == j,
            Contents.equal(all.get(i), all.get(j)),
            () -> Contents.text(all.get(one)) + " and " + Contents.text(all.get(other)));
      }
    }
  }

  /** A list is what its elements are, and a map what its entries are. */
  @Test
  void collectionsAreToldApartByWhatIsInThem() {
    assertTrue(Contents.equal(List.of(new byte[] {1}), new ArrayList<>(List.of(new byte[] {1}))));
    assertFalse(Contents.equal(List.of(1, 2), List.of(1)));
    assertFalse(Contents.equal(List.of(1), List.of(1, 2)));
    Map<String, byte[]> one = new LinkedHashMap<>();
    one.put("a", new byte[] {1});
    one.put("b", new byte[] {2});
    Map<String, byte[]> other = new LinkedHashMap<>();
    other.put("b", new byte[] {2});
    other.put("a", new byte[] {1});
    assertTrue(Contents.equal(one, other));
    assertEquals(Contents.hash(one), Contents.hash(other));
    other.put("c", new byte[0]);
    assertFalse(Contents.equal(one, other));
  }

  @Test
  void whatIsNoneOfTheseIsAskedItself() {
    Object asked =
        new Object() {
          @Override
          public boolean equals(@Nullable Object other) {
            return "me".equals(other);
          }

          @Override
          public int hashCode() {
            return 17;
          }

          @Override
          public String toString() {
            return "asked";
          }
        };
    assertTrue(Contents.equal(asked, "me"));
    assertFalse(Contents.equal(asked, "you"));
    assertTrue(Contents.equal(List.of(asked), List.of("me")));
    assertEquals(31 + 17, Contents.hash(asked));
    assertEquals("[asked]", Contents.text(List.of(asked)));
  }

  @Test
  void hashesDependOnTheContentsAndTheirOrder() {
    assertNotEquals(
        Contents.hash(new byte[] {1}, new byte[] {2}),
        Contents.hash(new byte[] {2}, new byte[] {1}));
    assertNotEquals(Contents.hash((Object) new byte[] {1}), Contents.hash((Object) new byte[] {2}));
    assertNotEquals(Contents.hash(Result.ok(1)), Contents.hash(Result.err(1)));
  }

  /** What stands for types of WIT is equal by itself as it is here: also as a key, and in a set. */
  @Test
  void resultsTuplesRecordsAndVariantsAreEqualByTheirContents() {
    List<Supplier<Object>> values =
        List.of(
            () -> Result.ok(List.of(new byte[] {1})),
            () -> Result.err(new int[] {1}),
            () -> Tuple.of(new byte[] {1}, List.of(new long[] {2})),
            () -> Tuple.of(new byte[] {1}),
            () -> WitRecord.of("a", List.of(new byte[] {1})),
            () -> WitRecord.of("a", Optional.of(new byte[] {1})),
            () -> WitVariant.of("a", Tuple.of(List.of(new byte[] {1}))),
            () -> WitVariant.of("a", WitRecord.of("b", new double[] {0.5})));
    for (Supplier<Object> one : values) {
      assertEquals(one.get(), one.get());
      assertEquals(one.get().hashCode(), one.get().hashCode());
      assertEquals(one.get().toString(), one.get().toString());
      assertTrue(Contents.equal(one.get(), one.get()));
      for (Supplier<Object> other : values) {
        assertEquals(
            one.equals(other), one.get().equals(other.get()), one.get() + " " + other.get());
      }
    }
  }

  @Test
  void tuplesAreEqualWhateverClassTheyAreOf() {
    Object one = Tuple.of(1, List.of(new byte[] {2}));
    Object longer = new TupleN(List.of(1, List.of(new byte[] {2})));
    assertEquals(one, longer);
    assertEquals(longer, one);
    assertEquals(one.hashCode(), longer.hashCode());
  }
}
