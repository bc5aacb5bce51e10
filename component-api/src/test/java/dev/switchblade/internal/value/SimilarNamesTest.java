package dev.switchblade.internal.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SimilarNamesTest {

  private static final List<String> KNOWN = List.of("add", "subtract", "process-data", "ok");

  @Test
  void theNearestNameIsFoundIfItIsNear() {
    assertEquals("add", SimilarNames.nearest("ad", KNOWN));
    assertEquals("add", SimilarNames.nearest("dad", KNOWN));
    assertEquals("process-data", SimilarNames.nearest("proces-dtaa", KNOWN));
    assertEquals("ok", SimilarNames.nearest("ko", KNOWN));
    assertNull(SimilarNames.nearest("multiply", KNOWN));
    assertNull(SimilarNames.nearest("", List.of()));
    assertNull(SimilarNames.nearest("x".repeat(1_000_000), KNOWN));
  }

  @Test
  void distancesAreThoseOfASlipOfTheFinger() {
    assertEquals(0, SimilarNames.distance("add", "add", 9));
    assertEquals(1, SimilarNames.distance("add", "dad", 9));
    assertEquals(2, SimilarNames.distance("", "ab", 9));
    assertEquals(3, SimilarNames.distance("abc", "ca", 9));
    assertEquals(2, SimilarNames.distance("grüße", "grüsse", 9));
    assertEquals(2, SimilarNames.distance("one", "other", 2));
  }
}
