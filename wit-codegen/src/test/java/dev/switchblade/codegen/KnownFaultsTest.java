package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Faults of what Switchblade is built on, as {@code docs/troubleshooting.md} tells of them, and the
 * ways around. What fails here because the fault is gone leaves that page, and this class.
 */
final class KnownFaultsTest {

  private static final Path UNSTABLE_TYPES = Path.of("src/test/known-faults/unstable-types");

  private static GeneratorOptions.Builder unstable(String file) {
    return GeneratorOptions.builder(UNSTABLE_TYPES.resolve(file));
  }

  /** wit-bindgen #1307, wasm-tools #2210. */
  @Test
  void aTypeThatIsFirstUsedWhereAFeatureIsOffIsRefusedEverywhere() {
    var refused =
        assertThrows(
            GenerationException.class, () -> Generator.generate(unstable("fails.wit").build()));
    assertTrue(refused.getMessage().contains("excluded due to its feature"), refused.getMessage());
    assertFalse(
        Generator.generate(unstable("fails.wit").feature("tools").build()).files().isEmpty());
    assertFalse(Generator.generate(unstable("passes.wit").build()).files().isEmpty());
  }
}
