package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ElapsedTest {

  @Test
  void durationsHaveTheUnitThatReadsBest() {
    assertEquals("41 ns", Elapsed.text(41));
    assertEquals("1.2 µs", Elapsed.text(1_234));
    assertEquals("12.3 ms", Elapsed.text(12_345_678));
    assertEquals("1.23 s", Elapsed.text(1_234_567_890));
  }
}
