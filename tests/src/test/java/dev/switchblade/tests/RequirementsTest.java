package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.wasi.Requirement;
import dev.switchblade.wasi.WasiConfig;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a component would need of WASI. */
final class RequirementsTest {

  private static Set<Requirement> of(String file) {
    try (Component component = Guests.ENGINE.compile(Guests.file(file))) {
      return component.requirements();
    }
  }

  /** A component that imports an empty interface of this name. */
  private static Component importing(String name) {
    return Guests.wat("(component (import \"" + name + "\" (instance)))");
  }

  @Test
  void aGuestThatTriesAllOfWasi() {
    assertEquals(
        Set.of(
            Requirement.ENVIRONMENT,
            Requirement.EXIT,
            Requirement.STDIN,
            Requirement.STDOUT,
            Requirement.STDERR,
            Requirement.CLOCKS,
            Requirement.RANDOM,
            Requirement.FILES,
            Requirement.SOCKETS,
            Requirement.DNS,
            Requirement.HTTP),
        of("prober.wasm"));
  }

  @Test
  void aProgramNeedsWhatItsStandardLibraryCouldUse() {
    assertEquals(
        Set.of(
            Requirement.ENVIRONMENT,
            Requirement.EXIT,
            Requirement.STDIN,
            Requirement.STDOUT,
            Requirement.STDERR,
            Requirement.CLOCKS,
            Requirement.FILES),
        of("command.wasm"));
  }

  @Test
  void theServicesBesideWasi() {
    assertEquals(
        Set.of(Requirement.CONFIG, Requirement.KEY_VALUE, Requirement.LOGGING),
        of("services.wasm"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"processor.wasm", "calculator.wasm", "bench.wasm", "types.wasm"})
  void componentsWithoutWasiNeedNothing(String file) {
    assertEquals(Set.of(), of(file));
  }

  @ParameterizedTest
  @CsvSource({
    "wasi:cli/environment@0.2.0, ENVIRONMENT",
    "wasi:cli/exit@0.2.12, EXIT",
    "wasi:cli/stdin@0.2.0, STDIN",
    "wasi:cli/stdout@0.2.0, STDOUT",
    "wasi:cli/stderr@0.2.0, STDERR",
    "wasi:clocks/wall-clock@0.2.0, CLOCKS",
    "wasi:clocks/monotonic-clock@0.2.0, CLOCKS",
    "wasi:random/random@0.2.0, RANDOM",
    "wasi:random/insecure@0.2.0, RANDOM",
    "wasi:random/insecure-seed@0.2.0, RANDOM",
    "wasi:filesystem/types@0.2.0, FILES",
    "wasi:filesystem/preopens@0.2.0, FILES",
    "wasi:sockets/tcp@0.2.0, SOCKETS",
    "wasi:sockets/tcp-create-socket@0.2.0, SOCKETS",
    "wasi:sockets/udp@0.2.0, SOCKETS",
    "wasi:sockets/udp-create-socket@0.2.0, SOCKETS",
    "wasi:sockets/ip-name-lookup@0.2.0, DNS",
    "wasi:http/outgoing-handler@0.2.0, HTTP",
    "wasi:config/store@0.2.0-rc.1, CONFIG",
    "wasi:keyvalue/store@0.2.0-draft, KEY_VALUE",
    "wasi:keyvalue/atomics@0.2.0-draft, KEY_VALUE",
    "wasi:keyvalue/batch@0.2.0-draft, KEY_VALUE",
    "wasi:logging/logging, LOGGING",
  })
  void eachInterfaceStandsForOneRequirement(String name, Requirement requirement) {
    try (Component component = importing(name)) {
      assertEquals(Set.of(requirement), component.requirements());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wasi:io/poll@0.2.0",
        "wasi:io/streams@0.2.0",
        "wasi:cli/terminal-stdin@0.2.0",
        "wasi:sockets/network@0.2.0",
        "wasi:http/types@0.2.0",
        "acme:filesystem/types@0.2.0",
        "not-wasi:cli/stdin@0.2.0",
        "wasi:configuration/store@0.2.0"
      })
  void othersStandForNone(String name) {
    try (Component component = importing(name)) {
      assertEquals(Set.of(), component.requirements());
    }
  }

  @Test
  void exportsAreNoRequirements() {
    try (Component component =
        Guests.wat(
            """
            (component
              (component $empty)
              (instance $i (instantiate $empty))
              (export "wasi:cli/stdin@0.2.0" (instance $i)))
            """)) {
      assertEquals(Set.of(), component.requirements());
    }
  }

  @Test
  void theyAreOrderedAndCannotBeChanged() {
    Set<Requirement> found = of("prober.wasm");
    List<Requirement> order = List.copyOf(found);
    assertEquals(order.stream().sorted().toList(), order);
    assertThrows(UnsupportedOperationException.class, found::clear);
  }

  @ParameterizedTest
  @EnumSource
  void eachSaysWhatGrantsIt(Requirement requirement) {
    assertFalse(requirement.title().isEmpty());
    Set<String> methods =
        Arrays.stream(WasiConfig.Builder.class.getMethods())
            .map(Method::getName)
            .collect(Collectors.toSet());
    for (String method : requirement.grantedBy().split(", ", -1)) {
      assertTrue(
          method.isEmpty() || methods.contains(method),
          () -> requirement + " is granted by " + method + ", which isn't there");
    }
  }
}
