package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.bindings.ffi.sb_store_io;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A process in which the library can't be loaded; that it can is seen by every test of {@code
 * component-api}.
 */
final class NativeLibraryTest {

  @BeforeAll
  static void giveAPathThatIsMissing() {
    System.setProperty(LoaderSettings.PATH, "/no/such/library");
  }

  @Test
  void isNotAvailableAndSaysWhy() {
    assertFalse(NativeLibrary.isAvailable());
    Throwable cause = NativeLibrary.unavailabilityCause();
    assertNotNull(cause);
    assertTrue(cause.getMessage().contains("/no/such/library"), cause.getMessage());
    assertSame(cause, NativeLibrary.unavailabilityCause());
  }

  @Test
  void failsWithTheSameStoryEachTime() {
    var first = assertThrows(UnsatisfiedLinkError.class, NativeLibrary::load);
    var second = assertThrows(UnsatisfiedLinkError.class, NativeLibrary::location);
    assertNotSame(first, second);
    assertEquals(first.getMessage(), second.getMessage());
    assertEquals(first.getCause(), second.getCause());
  }

  @Test
  void tellsTheStoryWhenAFunctionIsCalledFirst() {
    var error =
        assertThrows(
            UnsatisfiedLinkError.class,
            () -> SwitchbladeH.wasmtime_error_delete(MemorySegment.NULL));
    assertTrue(error.getMessage().contains("/no/such/library"), error.getMessage());
  }

  @Test
  void isNotNeededForConstantsAndLayouts() {
    assertEquals(1, SwitchbladeH.SB_ERROR_TRAP());
    assertEquals(0, sb_store_io.buffer$offset());
  }
}
