package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlatformTest {

  @TempDir private Path root;

  @Test
  void knowsThePlatformsByJavasNamesForThem() {
    assertEquals(Platform.LINUX_X86_64, Platform.of("Linux", "amd64"));
    assertEquals(Platform.LINUX_AARCH64, Platform.of("Linux", "aarch64"));
    assertEquals(Platform.MACOS_X86_64, Platform.of("Mac OS X", "x86_64"));
    assertEquals(Platform.MACOS_AARCH64, Platform.of("Mac OS X", "aarch64"));
    assertEquals(Platform.WINDOWS_X86_64, Platform.of("Windows 11", "amd64"));
  }

  @Test
  void knowsNoOthers() {
    assertNull(Platform.of("Linux", "riscv64"));
    assertNull(Platform.of("Linux", "i386"));
    assertNull(Platform.of("Windows 11", "aarch64"));
    assertNull(Platform.of("SunOS", "amd64"));
    assertNull(Platform.of("", ""));
  }

  @Test
  void namesTheResourceInItsJar() {
    assertEquals(
        "META-INF/native/linux-aarch64/libswitchblade.so", Platform.LINUX_AARCH64.resourceName());
    assertEquals(
        "META-INF/native/macos-x86_64/libswitchblade.dylib", Platform.MACOS_X86_64.resourceName());
    assertEquals(
        "META-INF/native/windows-x86_64/switchblade.dll", Platform.WINDOWS_X86_64.resourceName());
  }

  @Test
  void seesMuslByItsLoaderWhereGlibcHasNone() throws IOException {
    assertFalse(Platform.LINUX_X86_64.hasMuslOnly(root));
    Files.createDirectories(root.resolve("lib"));
    Files.createFile(root.resolve("lib/ld-musl-x86_64.so.1"));
    assertTrue(Platform.LINUX_X86_64.hasMuslOnly(root));
    assertFalse(Platform.LINUX_AARCH64.hasMuslOnly(root));
    assertFalse(Platform.MACOS_X86_64.hasMuslOnly(root));
  }

  @Test
  void isContentWithGlibcBesideMusl() throws IOException {
    Files.createDirectories(root.resolve("lib"));
    Files.createDirectories(root.resolve("lib64"));
    Files.createFile(root.resolve("lib/ld-musl-x86_64.so.1"));
    Files.createFile(root.resolve("lib64/ld-linux-x86-64.so.2"));
    assertFalse(Platform.LINUX_X86_64.hasMuslOnly(root));
  }
}
