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
        Platform.classifier(
            System.getProperty("os.name"), System.getProperty("os.arch"), Platform.isAlpine()));
  }

  @Test
  void knowsThePlatformsByJavasNamesForThem() {
    assertEquals(Optional.of("linux-x86_64"), Platform.classifier("Linux", "amd64", false));
    assertEquals(Optional.of("linux-aarch64"), Platform.classifier("Linux", "aarch64", false));
    assertEquals(Optional.of("macos-x86_64"), Platform.classifier("Mac OS X", "x86_64", false));
    assertEquals(Optional.of("macos-aarch64"), Platform.classifier("Mac OS X", "aarch64", false));
    assertEquals(Optional.of("windows-x86_64"), Platform.classifier("Windows 11", "amd64", false));
  }

  @Test
  void tellsAlpineFromOtherLinuxSystems() {
    assertEquals(Optional.of("linux-x86_64-musl"), Platform.classifier("Linux", "amd64", true));
    assertEquals(Optional.of("linux-aarch64-musl"), Platform.classifier("Linux", "aarch64", true));
    assertEquals(Optional.of("macos-aarch64"), Platform.classifier("Mac OS X", "aarch64", true));
  }

  @Test
  void knowsNoOthers() {
    assertEquals(Optional.empty(), Platform.classifier("Linux", "riscv64", false));
    assertEquals(Optional.empty(), Platform.classifier("Windows 11", "aarch64", false));
    assertEquals(Optional.empty(), Platform.classifier("SunOS", "amd64", false));
    assertEquals(Optional.empty(), Platform.classifier("", "", false));
  }
}
