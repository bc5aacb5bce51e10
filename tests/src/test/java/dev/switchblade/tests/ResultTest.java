package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Result;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What programs do with a {@code result}. */
final class ResultTest {

  private static final Result<Integer, String> SUCCESS = Result.ok(3);
  private static final Result<Integer, String> FAILURE = Result.err("late");

  /** A success that carries nothing, as of {@code result<_, string>}. */
  private static final Result<@Nullable Object, String> NOTHING = Result.ok(null);

  @Test
  void itIsOneOrTheOther() {
    assertTrue(SUCCESS.isOk());
    assertFalse(SUCCESS.isErr());
    assertFalse(FAILURE.isOk());
    assertTrue(FAILURE.isErr());
    assertEquals(Optional.of(3), SUCCESS.toOptional());
    assertEquals(Optional.empty(), SUCCESS.errToOptional());
    assertEquals(Optional.empty(), FAILURE.toOptional());
    assertEquals(Optional.of("late"), FAILURE.errToOptional());
    assertEquals(Optional.empty(), NOTHING.toOptional());
  }

  @Test
  void mappingChangesOneSide() {
    assertEquals(Result.ok("3"), SUCCESS.map(String::valueOf));
    assertEquals(FAILURE, FAILURE.map(value -> value + 1));
    assertEquals(SUCCESS, SUCCESS.mapErr(String::length));
    assertEquals(Result.err(4), FAILURE.mapErr(String::length));
    assertEquals(Result.err("odd"), SUCCESS.flatMap(_ -> Result.err("odd")));
    assertEquals(Result.ok(4), SUCCESS.flatMap(value -> Result.ok(value + 1)));
    assertEquals(FAILURE, FAILURE.flatMap(value -> Result.ok(value + 1)));
  }

  @Test
  void itBecomesAValue() throws IOException {
    assertEquals("3", SUCCESS.fold(String::valueOf, error -> error));
    assertEquals("late", FAILURE.fold(String::valueOf, error -> error));
    assertEquals(3, SUCCESS.orElse(5));
    assertEquals(5, FAILURE.orElse(5));
    assertNull(NOTHING.orElseThrow());
    assertNull(NOTHING.orElse("other"));
    assertEquals("null", NOTHING.fold(String::valueOf, error -> error));
    assertEquals(Result.ok("null"), NOTHING.map(String::valueOf));
    assertEquals(3, SUCCESS.orElseGet(String::length));
    assertEquals(4, FAILURE.orElseGet(String::length));
    assertEquals(3, SUCCESS.orElseThrow());
    assertEquals(3, SUCCESS.orElseThrow(IOException::new));
    var exception = assertThrows(IOException.class, () -> FAILURE.orElseThrow(IOException::new));
    assertEquals("late", exception.getMessage());
    assertThrows(NoSuchElementException.class, FAILURE::orElseThrow);
  }
}
