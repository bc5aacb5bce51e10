package dev.switchblade.internal.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions of interfaces, and which can stand for which. */
final class InterfaceNameTest {

  private static InterfaceName name(String text) {
    InterfaceName name = InterfaceName.of(text);
    assertNotNull(name, text);
    return name;
  }

  @ParameterizedTest
  @CsvSource({
    "1.0.0, 1.2.3, true",
    "1.2.3, 1.0.0, true",
    "1.0.0, 2.0.0, false",
    "0.2.0, 0.2.9, true",
    "0.2.0, 0.3.0, false",
    "0.0.1, 0.0.2, false",
    "0.0.1, 0.0.1, true",
    "1.0.0+a, 1.0.0+b, true",
  })
  void versionsStandForEachOtherAsInWasmtime(String one, String other, boolean compatible) {
    assertEquals(compatible, name("a:b/c@" + one).isCompatibleWith(name("a:b/c@" + other)));
    assertEquals(false, name("a:b/c@" + one).isCompatibleWith(name("a:b/d@" + other)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b/c", "a:b/c@1", "a:b/c@1.2", "a:b/c@1.2.3-rc.1", "a:b/c@1.x.3", ""})
  void namesWithoutAPlainVersionHaveNone(String text) {
    assertNull(InterfaceName.of(text));
  }

  @Test
  void theHighestCompatibleVersionThatHasItIsFound() {
    Map<String, String> versions =
        Map.of("a:b/c@1.1.0", "has", "a:b/c@1.9.0", "", "a:b/c@1.2.0", "too", "a:b/c@2.0.0", "no");
    String found =
        InterfaceName.highestCompatible(
            "a:b/c@1.0.0",
            versions.keySet(),
            one -> one,
            one -> versions.get(one).isEmpty() ? null : versions.get(one));
    assertEquals("too", found);
    String none =
        InterfaceName.<String, String>highestCompatible(
            "a:b/c", List.of("a:b/c@1.0.0"), one -> one, one -> one);
    assertNull(none);
  }
}
