package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchblade.Tuple2;
import dev.switchblade.wasi.WasiConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults of what Switchblade is built on, as {@code docs/troubleshooting.md} tells of them, and the
 * ways around. What fails here because the fault is gone leaves that page, and this class.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the faults were seen on Linux")
final class KnownFaultsTest {

  @TempDir private Path folder;

  private static boolean isDirectory(ProberGuest guest, String function, String path) {
    return (boolean) ((Tuple2<?, ?>) guest.ok(function, path)).first();
  }

  /** wasmtime #14380. */
  @Test
  void aSlashAfterALinkIsOverlookedByLstatWhereTheLinkIsAtTheTop() throws IOException {
    Files.createDirectories(folder.resolve("sub/target"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("sub"));
    Files.createSymbolicLink(folder.resolve("sub/link"), Path.of("target"));
    try (var guest = new ProberGuest(WasiConfig.builder().preopen(folder, "/data").build())) {
      assertEquals(false, isDirectory(guest, "lstat-file", "/data/link/"));
      assertEquals(false, isDirectory(guest, "lstat-file", "/data/link/."));
      assertEquals(true, isDirectory(guest, "stat-file", "/data/link/"));
      assertEquals(true, isDirectory(guest, "lstat-file", "/data/sub/link/"));
    } finally {
      // JUnit warns of links that it removes.
      Files.delete(folder.resolve("link"));
      Files.delete(folder.resolve("sub/link"));
    }
  }
}
