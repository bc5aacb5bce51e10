package dev.switchblade.maven;

import java.util.Optional;

/** Names the platform jars; the loader of the native library has the same names. */
final class Platform {

  private Platform() {}

  /**
   * Returns the classifier of the platform jar for what Java describes with these system
   * properties; empty if there is none.
   */
  static Optional<String> classifier(String osName, String osArch) {
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
    return Optional.of(system + (x86 ? "-x86_64" : "-aarch64"));
  }
}
