package dev.switchblade.bindings;

import org.jspecify.annotations.Nullable;

/** An operating system, C library and processor that a platform jar exists for. */
enum Platform {
  LINUX_X86_64("linux-x86_64", "libswitchblade.so"),
  LINUX_AARCH64("linux-aarch64", "libswitchblade.so"),
  LINUX_X86_64_MUSL("linux-x86_64-musl", "libswitchblade.so"),
  LINUX_AARCH64_MUSL("linux-aarch64-musl", "libswitchblade.so"),
  MACOS_X86_64("macos-x86_64", "libswitchblade.dylib"),
  MACOS_AARCH64("macos-aarch64", "libswitchblade.dylib"),
  WINDOWS_X86_64("windows-x86_64", "switchblade.dll");

  private final String classifier;
  private final String libraryName;

  Platform(String classifier, String libraryName) {
    this.classifier = classifier;
    this.libraryName = libraryName;
  }

  /** The classifier of the platform jar, and the name of the folder in it. */
  String classifier() {
    return classifier;
  }

  /** The file name of the native library. */
  String libraryName() {
    return libraryName;
  }

  /** The name of the platform jar as an automatic module. */
  String moduleName() {
    return "dev.switchblade.natives.".concat(classifier.replace('-', '_'));
  }

  /** The name of the library's resource in the platform jar; its digest is beside it. */
  String resourceName() {
    return "META-INF/native/".concat(classifier).concat("/").concat(libraryName);
  }

  /** Says whether the C library is musl, as on Alpine Linux; the other Linux jars need glibc. */
  boolean isMusl() {
    return this == LINUX_X86_64_MUSL || this == LINUX_AARCH64_MUSL;
  }

  boolean isMacos() {
    return this == MACOS_X86_64 || this == MACOS_AARCH64;
  }

  boolean isWindows() {
    return this == WINDOWS_X86_64;
  }

  /**
   * Returns the platform that Java describes with these system properties, or null if there is no
   * platform jar for it.
   *
   * @param musl whether the process's C library is musl, which no system property says
   */
  static @Nullable Platform of(String osName, String osArch, boolean musl) {
    boolean x86 = osArch.equals("amd64") || osArch.equals("x86_64");
    boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
    if (osName.startsWith("Linux")) {
      if (x86) {
        return musl ? LINUX_X86_64_MUSL : LINUX_X86_64;
      }
      if (arm) {
        return musl ? LINUX_AARCH64_MUSL : LINUX_AARCH64;
      }
      return null;
    }
    if (osName.startsWith("Mac")) {
      return x86 ? MACOS_X86_64 : arm ? MACOS_AARCH64 : null;
    }
    return osName.startsWith("Windows") && x86 ? WINDOWS_X86_64 : null;
  }
}
