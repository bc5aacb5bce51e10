package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlatformTest {

  @Test
  void knowsThePlatformsByJavasNamesForThem() {
    assertEquals(Platform.LINUX_X86_64, Platform.of("Linux", "amd64", false));
    assertEquals(Platform.LINUX_AARCH64, Platform.of("Linux", "aarch64", false));
    assertEquals(Platform.MACOS_X86_64, Platform.of("Mac OS X", "x86_64", false));
    assertEquals(Platform.MACOS_AARCH64, Platform.of("Mac OS X", "aarch64", false));
    assertEquals(Platform.WINDOWS_X86_64, Platform.of("Windows 11", "amd64", false));
  }

  @Test
  void tellsLinuxWithMuslFromLinuxWithGlibc() {
    assertEquals(Platform.LINUX_X86_64_MUSL, Platform.of("Linux", "amd64", true));
    assertEquals(Platform.LINUX_AARCH64_MUSL, Platform.of("Linux", "aarch64", true));
    assertNull(Platform.of("Linux", "riscv64", true));
    assertEquals(
        List.of(Platform.LINUX_X86_64_MUSL, Platform.LINUX_AARCH64_MUSL),
        Arrays.stream(Platform.values()).filter(Platform::isMusl).toList());
    assertEquals(
        "dev.switchblade.natives.linux_x86_64_musl", Platform.LINUX_X86_64_MUSL.moduleName());
  }

  @Test
  void knowsNoOthers() {
    assertNull(Platform.of("Linux", "riscv64", false));
    assertNull(Platform.of("Linux", "i386", false));
    assertNull(Platform.of("Windows 11", "aarch64", false));
    assertNull(Platform.of("SunOS", "amd64", false));
    assertNull(Platform.of("", "", false));
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
}
