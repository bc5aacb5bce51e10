package dev.switchblade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PoolSizeTest {

  private static final OptionalLong NONE = OptionalLong.empty();

  private static int memories(OptionalLong mappings, OptionalLong addressSpace) {
    return new PoolSize(mappings, addressSpace).memories();
  }

  @Test
  void aQuarterOfWhatGuestsMayHaveOfTheMappings() {
    assertEquals(2_047, memories(OptionalLong.of(65_530), NONE));
    assertEquals(8_192, memories(OptionalLong.of(262_144), NONE));
  }

  @Test
  void thereIsAnEnd() {
    assertEquals(10_000, memories(OptionalLong.of(Integer.MAX_VALUE), NONE));
    assertEquals(10_000, memories(OptionalLong.of(Long.MAX_VALUE), NONE));
  }

  @Test
  void thereIsAlwaysOne() {
    assertEquals(1, memories(OptionalLong.of(0), NONE));
    assertEquals(1, memories(OptionalLong.of(65_530), OptionalLong.of(1 << 20)));
  }

  @Test
  void whereNothingIsCountedThereAreTwoThousand() {
    assertEquals(2_000, memories(NONE, NONE));
  }

  @Test
  void halfOfTheAddressSpaceIsTheMost() {
    // 8 x (4 GiB + 64 MiB), twice.
    long bytes = 16 * ((4L << 30) + (64 << 20));
    assertEquals(8, memories(OptionalLong.of(65_530), OptionalLong.of(bytes)));
    assertEquals(8, memories(NONE, OptionalLong.of(bytes)));
  }

  @Test
  void theLimitOfTheAddressSpaceIsRead() {
    String unlimited =
        """
        Limit                     Soft Limit           Hard Limit           Units
        Max processes             95026                95026                processes
        Max address space         unlimited            unlimited            bytes
        """;
    assertEquals(NONE, PoolSize.addressSpace(unlimited));
    assertEquals(
        OptionalLong.of(61_440_000_000L),
        PoolSize.addressSpace(
            unlimited.replaceFirst(
                "unlimited            unlimited", "61440000000          unlimited")));
    assertEquals(NONE, PoolSize.addressSpace(""));
  }

  @Test
  void thisMachineHasRoomForMoreThanOne() {
    assertTrue(PoolSize.here().memories() > 1, PoolSize.here().toString());
  }
}
