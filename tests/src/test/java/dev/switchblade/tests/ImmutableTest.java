package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Result;
import dev.switchblade.Tuple;
import dev.switchblade.abi.Immutable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class ImmutableTest {

  private enum Letter {
    A,
    B,
    C
  }

  private enum Digit {
    ONE
  }

  /** More labels than flags have. */
  private enum Many {
    L0,
    L1,
    L2,
    L3,
    L4,
    L5,
    L6,
    L7,
    L8,
    L9,
    L10,
    L11,
    L12,
    L13,
    L14,
    L15,
    L16,
    L17,
    L18,
    L19,
    L20,
    L21,
    L22,
    L23,
    L24,
    L25,
    L26,
    L27,
    L28,
    L29,
    L30,
    L31,
    L32
  }

  @Test
  void flagsAreASetLikeOthers() {
    Set<Letter> flags = Immutable.copyOf(EnumSet.of(Letter.C, Letter.A), "it");
    assertEquals(2, flags.size());
    assertTrue(flags.contains(Letter.A));
    assertFalse(flags.contains(Letter.B));
    assertFalse(((Set<?>) flags).contains(Digit.ONE));
    assertFalse(flags.contains(null));
    assertEquals(List.of(Letter.A, Letter.C), List.copyOf(flags));
    for (Set<Letter> same :
        List.of(
            Set.of(Letter.A, Letter.C),
            EnumSet.of(Letter.A, Letter.C),
            Immutable.copyOf(Set.of(Letter.A, Letter.C), "it"))) {
      assertEquals(same, flags);
      assertEquals(flags, same);
      assertEquals(same.hashCode(), flags.hashCode());
    }
    assertNotEquals(flags, Set.of(Letter.A));
    assertNotEquals(
        Immutable.copyOf(Set.of(Letter.A), "it"), Immutable.copyOf(Set.of(Digit.ONE), "it"));
    assertThrows(UnsupportedOperationException.class, () -> flags.add(Letter.B));
    assertThrows(UnsupportedOperationException.class, () -> flags.remove(Letter.A));
    var elements = flags.iterator();
    elements.next();
    elements.next();
    assertThrows(NoSuchElementException.class, elements::next);
  }

  @Test
  void flagsMayBeNone() {
    Set<Letter> none = Immutable.copyOf(Set.<Letter>of(), "it");
    assertEquals(EnumSet.noneOf(Letter.class), none);
    assertEquals(none, EnumSet.noneOf(Letter.class));
    assertFalse(none.contains(Letter.A));
    assertFalse(none.iterator().hasNext());
  }

  @Test
  void flagsHaveAtMost32Labels() {
    assertEquals(Set.of(Many.L31), Immutable.copyOf(Set.of(Many.L31), "it"));
    Set<Many> tooMany = Set.of(Many.L32);
    var exception =
        assertThrows(IllegalArgumentException.class, () -> Immutable.copyOf(tooMany, "it"));
    assertTrue(exception.getMessage().startsWith("it: flags have at most 32 labels"));
  }

  @Test
  void whatIsImmutableIsNotCopied() {
    List<String> list = List.of("a", "b");
    assertSame(list, Immutable.copyOf(list, "it"));
    Map<String, Integer> map = Immutable.copyOf(Map.of("a", 1), "it");
    assertSame(map, Immutable.copyOf(map, "it"));
    Set<Letter> flags = Immutable.copyOf(EnumSet.of(Letter.A), "it");
    assertSame(flags, Immutable.copyOf(flags, "it"));
    List<List<String>> deep = Immutable.deepCopyOf(List.of(new ArrayList<>(list)), "it");
    assertSame(deep, Immutable.deepCopyOf(deep, "it"));
    for (Object value : List.of(Optional.of(deep), Optional.empty(), "text", Result.ok(null))) {
      assertSame(value, Immutable.deepCopyOf(value, "it"));
    }
  }

  @Test
  void copiesAreAsDeepAsListsGo() {
    var list = new ArrayList<>(List.of("a"));
    var map = new LinkedHashMap<>(Map.of("k", list));
    var copy =
        Immutable.deepCopyOf(
            List.of(Optional.of(list), Result.ok(list), Result.err(map), Tuple.of(list, map)),
            "it");
    list.clear();
    map.clear();
    assertEquals(
        "[Optional[[a]], Ok[value=[a]], Err[error={k=[a]}], ([a], {k=[a]})]", copy.toString());
  }

  @Test
  void mapsKeepTheirOrder() {
    var map = new LinkedHashMap<String, Integer>();
    List.of("z", "a", "m").forEach(key -> map.put(key, key.length()));
    Map<String, Integer> copy = Immutable.copyOf(map, "it");
    assertEquals(List.copyOf(map.keySet()), List.copyOf(copy.keySet()));
    assertEquals(map, copy);
    assertEquals(1, copy.get("m"));
    assertTrue(copy.containsKey("z"));
    assertThrows(UnsupportedOperationException.class, () -> copy.put("b", 1));
    assertThrows(UnsupportedOperationException.class, () -> copy.entrySet().clear());
  }

  @Test
  void arraysStayTheSame() {
    byte[] bytes = {1};
    assertSame(bytes, Immutable.deepCopyOf(List.of(bytes), "it").getFirst());
  }

  @Test
  void nullIsNowhere() {
    List<String> list = Arrays.asList("a", null);
    Map<String, @Nullable String> map = new HashMap<>();
    map.put("a", null);
    Set<Letter> flags = Collections.singleton(null);
    assertNull("it[1]", () -> Immutable.copyOf(list, "it"));
    assertNull("it[0].value", () -> Immutable.copyOf(map, "it"));
    assertNull("it has null in it", () -> Immutable.copyOf(flags, "it"));
  }

  @Test
  void nullIsNamedByThePathToIt() {
    List<String> list = Arrays.asList("a", null);
    Map<String, @Nullable String> value = new HashMap<>();
    value.put("a", null);
    Map<@Nullable String, List<String>> key = new LinkedHashMap<>();
    key.put("a", List.of());
    key.put(null, List.of());
    Map<String, Object> wrong = new LinkedHashMap<>();
    wrong.put("[1]", list);
    wrong.put("[0].value", value);
    wrong.put("[1].key", key);
    wrong.put(" has null in it", Collections.singleton((Letter) null));
    wrong.put("[1][1]", List.of(List.of(), list));
    wrong.put("[0].some[1]", List.of(Optional.of(list)));
    wrong.put(".ok[1]", Result.ok(list));
    wrong.put(".err[0].value", Result.err(value));
    wrong.put(".1.0[1]", Tuple.of(List.of("a"), Tuple.of(list, 1)));
    wrong.put("[0].value[2] has null in it", Map.of("a", List.of(1, 2, new HashSet<>(list))));
    wrong.forEach((path, deep) -> assertNull("it" + path, () -> Immutable.deepCopyOf(deep, "it")));
  }

  /** What carries nothing has null in it. */
  @Test
  void aResultThatCarriesNothingIsNoNull() {
    Object value = List.of(Result.ok(null), Result.err(null), Optional.empty());
    assertEquals(value, Immutable.deepCopyOf(value, "it"));
  }

  private static void assertNull(String message, Executable executable) {
    assertEquals(message, assertThrows(NullPointerException.class, executable).getMessage());
  }
}
