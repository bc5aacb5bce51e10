package dev.switchblade.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WitErrorTest {

  @Test
  void isFoundAboveTheCaret() {
    assertEquals(
        Optional.of(new WitError("/project/src/main/wit/world.wit", 5, 33)),
        WitError.in(
            """
            name `lsit` is not defined
                 --> /project/src/main/wit/world.wit:5:33
                  |
                5 |   export process: func(payload: lsit) -> list<u8>;
                  |                                 ^---
            """));
  }

  @Test
  void isFoundOnOtherSystems() {
    assertEquals(
        Optional.of(new WitError("C:\\project\\world.wit", 1, 2)),
        WitError.in("wrong\r\n --> C:\\project\\world.wit:1:2\r\n"));
  }

  @Test
  void isTheFirstOfSeveral() {
    assertEquals(
        Optional.of(new WitError("a.wit", 1, 2)),
        WitError.in("twice\n --> a.wit:1:2\nand\n --> b.wit:3:4"));
  }

  @Test
  void isUnknownWhereNoneIsNamed() {
    assertEquals(Optional.empty(), WitError.in("there are 2 worlds: shop, mall"));
    assertEquals(Optional.empty(), WitError.in(" --> a.wit:99999999999:1"));
  }
}
