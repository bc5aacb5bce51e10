package dev.switchblade.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlatformTest {

  @Test
  void namesTheJarThatThisBuildMakes() {
    // Cross-builds, which say otherwise, run no tests.
    assertEquals(
        Optional.of(System.getProperty("switchblade.platform")),
        Platform.classifier(System.getProperty("os.name"), System.getProperty("os.arch")));
  }

  @Test
  void knowsThePlatformsByJavasNamesForThem() {
    assertEquals(Optional.of("linux-x86_64"), Platform.classifier("Linux", "amd64"));
    assertEquals(Optional.of("linux-aarch64"), Platform.classifier("Linux", "aarch64"));
    assertEquals(Optional.of("macos-x86_64"), Platform.classifier("Mac OS X", "x86_64"));
    assertEquals(Optional.of("macos-aarch64"), Platform.classifier("Mac OS X", "aarch64"));
    assertEquals(Optional.of("windows-x86_64"), Platform.classifier("Windows 11", "amd64"));
  }

  @Test
  void knowsNoOthers() {
    assertEquals(Optional.empty(), Platform.classifier("Linux", "riscv64"));
    assertEquals(Optional.empty(), Platform.classifier("Windows 11", "aarch64"));
    assertEquals(Optional.empty(), Platform.classifier("SunOS", "amd64"));
    assertEquals(Optional.empty(), Platform.classifier("", ""));
  }
}
