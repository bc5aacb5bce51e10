package dev.switchblade.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Names the platform jars; the loader of the native library has the same names. */
final class Platform {

  private Platform() {}

  /**
   * Returns the classifier of the platform jar for what Java describes with these system
   * properties; empty if there is none.
   *
   * @param alpine whether it is Alpine Linux, whose C library is musl
   */
  static Optional<String> classifier(String osName, String osArch, boolean alpine) {
    boolean x86 = osArch.equals("amd64") || osArch.equals("x86_64");
    boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
    if (osName.startsWith("Windows")) {
      return x86 ? Optional.of("windows-x86_64") : Optional.empty();
    }
    String system =
        osName.startsWith("Linux") ? "linux" : osName.startsWith("Mac") ? "macos" : null;
    if (system == null || !(x86 || arm)) {
      return Optional.empty();
    }
    String musl = system.equals("linux") && alpine ? "-musl" : "";
    return Optional.of(system + (x86 ? "-x86_64" : "-aarch64") + musl);
  }

  /** Says whether this is Alpine Linux, as the profiles of the parent POM do. */
  static boolean isAlpine() {
    return Files.exists(Path.of("/etc/alpine-release"));
  }
}
