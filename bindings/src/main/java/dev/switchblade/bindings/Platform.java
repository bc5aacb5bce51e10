package dev.switchblade.bindings;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An operating system and processor that a platform jar exists for. */
enum Platform {
  LINUX_X86_64("linux-x86_64", "libswitchblade.so"),
  LINUX_AARCH64("linux-aarch64", "libswitchblade.so"),
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

  boolean isLinux() {
    return this == LINUX_X86_64 || this == LINUX_AARCH64;
  }

  boolean isMacos() {
    return this == MACOS_X86_64 || this == MACOS_AARCH64;
  }

  boolean isWindows() {
    return this == WINDOWS_X86_64;
  }

  /**
   * Says whether this Linux system has musl as its C library, and not glibc, which the platform
   * jars are built for.
   *
   * @param root the root of the file system
   */
  boolean hasMuslOnly(Path root) {
    return switch (this) {
      case LINUX_X86_64 ->
          Files.exists(root.resolve("lib/ld-musl-x86_64.so.1"))
              && !Files.exists(root.resolve("lib64/ld-linux-x86-64.so.2"));
      case LINUX_AARCH64 ->
          Files.exists(root.resolve("lib/ld-musl-aarch64.so.1"))
              && !Files.exists(root.resolve("lib/ld-linux-aarch64.so.1"));
      default -> false;
    };
  }

  /**
   * Returns the platform that Java describes with these system properties, or null if there is no
   * platform jar for it.
   */
  static @Nullable Platform of(String osName, String osArch) {
    boolean x86 = osArch.equals("amd64") || osArch.equals("x86_64");
    boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
    if (osName.startsWith("Linux")) {
      return x86 ? LINUX_X86_64 : arm ? LINUX_AARCH64 : null;
    }
    if (osName.startsWith("Mac")) {
      return x86 ? MACOS_X86_64 : arm ? MACOS_AARCH64 : null;
    }
    return osName.startsWith("Windows") && x86 ? WINDOWS_X86_64 : null;
  }
}
