package dev.switchblade.internal.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.CompositionException.Kind;
import dev.switchblade.bindings.ffi.SwitchbladeH;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Java and native code have numbers for is called alike on both sides. */
final class ComposerTest {

  private static final String PREFIX = "SB_COMPOSITION_";

  @Test
  void problemsAreThoseOfTheHeader() throws ReflectiveOperationException {
    Set<Kind> found = EnumSet.noneOf(Kind.class);
    for (Method constant : SwitchbladeH.class.getMethods()) {
      if (constant.getName().startsWith(PREFIX)) {
        Kind kind = Composer.kind((int) constant.invoke(null));
        assertEquals(constant.getName().substring(PREFIX.length()), kind.name());
        assertTrue(found.add(kind), kind + " has two numbers");
      }
    }
    assertEquals(EnumSet.allOf(Kind.class), found);
  }

  @Test
  void equalComponentsAreOne() {
    var sources = new Sources();
    assertEquals(0, sources.add(new byte[] {1, 2}));
    assertEquals(1, sources.add(new byte[] {1, 3}));
    assertEquals(0, sources.add(new byte[] {1, 2}));
    // Of one hash.
    assertEquals(2, sources.add(new byte[] {0, 31 + 2}));
    assertEquals(3, sources.distinct().size());
  }
}
