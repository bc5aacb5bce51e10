package dev.switchblade.app.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Linker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a wiring may say. */
final class WiringTest {

  private static final Wiring CHAIN =
      Wiring.export("a").plug("b", "a").plug("c", "acme:x/y", "b").plug("c", "a");

  @Test
  void partsStandAfterThoseThatTheyNeed() {
    assertEquals(List.of("c", "b", "a"), CHAIN.order());
    assertEquals("a", CHAIN.exported());
    assertEquals("a, with b into a, acme:x/y of c into b, c into a", CHAIN.toString());
    assertEquals("a", Wiring.export("a").toString());
  }

  @Test
  void whatIsMeantByItsNameIsFirst() {
    Wiring wiring = Wiring.export("a").plug("b", "a").plug("c", "f", "a").plug("d", "a");
    assertEquals(
        List.of("c", "b", "d"), wiring.into("a").stream().map(Wiring.Plug::provider).toList());
    assertEquals(List.of(), wiring.into("d"));
  }

  @Test
  void eachMethodGivesANewOne() {
    Wiring one = Wiring.export("a");
    assertEquals(List.of("b", "a"), one.plug("b", "a").order());
    assertEquals(List.of("a"), one.order());
  }

  @Test
  void circlesAreRefused() {
    var circle = assertThrows(IllegalArgumentException.class, () -> CHAIN.plug("a", "c"));
    assertEquals(
        "a into c would close a circle: a needs c. Leave one import to the host, or move what both"
            + " need into a third part",
        circle.getMessage());
    var itself = assertThrows(IllegalArgumentException.class, () -> CHAIN.plug("b", "b"));
    assertEquals("b can't be plugged into itself", itself.getMessage());
    assertThrows(IllegalArgumentException.class, () -> CHAIN.plug("b", "f", "c"));
  }

  @Test
  void whatIsSaidTwiceIsRefused() {
    var twice = assertThrows(IllegalArgumentException.class, () -> CHAIN.plug("b", "a"));
    assertEquals("b into a is plugged already", twice.getMessage());
    assertThrows(IllegalArgumentException.class, () -> CHAIN.plug("c", "acme:x/y", "b"));
    assertThrows(IllegalArgumentException.class, () -> CHAIN.plug("c", "", "b"));
  }

  private static String refusal(PartPolicy policy, Wiring wiring, String... names) {
    Map<String, byte[]> parts = new HashMap<>();
    for (String name : names) {
      parts.put(name, new byte[0]);
    }
    var host = new Linker(Counter.ENGINE);
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Deployment.builder(host, "app", parts, wiring, policy));
    return String.valueOf(refused.getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void itIsAboutTheParts(PartPolicy policy) {
    assertTrue(refusal(policy, CHAIN, "a", "b").startsWith("app has no part c, of which its"));
    assertTrue(refusal(policy, Wiring.export("d"), "a").startsWith("app has no part d, of which"));
    assertEquals(
        "app has no use for d: plug it into a, which is exported, or into what that needs, or leave"
            + " it out",
        refusal(policy, CHAIN, "a", "b", "c", "d"));
    // Of use to nobody that is of use.
    assertTrue(
        refusal(policy, CHAIN.plug("d", "e"), "a", "b", "c", "d", "e")
            .startsWith("app has no use for "));
    assertEquals("app has no parts: at least one is needed", refusal(policy, CHAIN));
  }
}
