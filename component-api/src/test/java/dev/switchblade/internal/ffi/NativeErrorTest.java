package dev.switchblade.internal.ffi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ResourceLimitException.Limit;
import dev.switchblade.bindings.ffi.SwitchbladeH;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Java and native code have numbers for is called alike on both sides. */
final class NativeErrorTest {

  private static final String PREFIX = "SB_LIMIT_";

  @Test
  void limitsAreThoseOfTheHeader() throws ReflectiveOperationException {
    Set<Limit> found = EnumSet.noneOf(Limit.class);
    for (Method constant : SwitchbladeH.class.getMethods()) {
      if (constant.getName().startsWith(PREFIX)) {
        Limit limit = NativeError.limit((int) constant.invoke(null));
        String name = constant.getName().substring(PREFIX.length());
        // Where native code has refused nothing itself, the pool was too small.
        String expected = name.equals("NONE") ? "POOL" : name;
        assertTrue(limit.name().startsWith(expected), name + " is told as " + limit);
        assertTrue(found.add(limit), limit + " has two numbers");
      }
    }
    assertEquals(EnumSet.allOf(Limit.class), found);
  }
}
