package dev.switchblade.bindings;

import java.lang.foreign.Linker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Which C library this process runs on. It matters on Linux, where a library fits one of two. */
final class CLibrary {

  /** musl's dynamic loader, which is where each program linked to musl says it is. */
  private static final List<String> MUSL_LOADERS =
      List.of("lib/ld-musl-x86_64.so.1", "lib/ld-musl-aarch64.so.1");

  private CLibrary() {}

  /** Says whether it is musl; not to be asked on other systems than Linux. */
  static boolean isMusl() {
    return isMusl(Path.of("/"), CLibrary::isGlibc);
  }

  /**
   * Says whether it is musl. That is asked of the files first, because the process's answer costs
   * each start some milliseconds, and of the process where musl is installed: it may be there
   * beside glibc, and a file of glibc's name may be there on Alpine Linux (gcompat).
   *
   * @param root the root of the file system
   * @param isGlibc whether the process runs on glibc
   */
  static boolean isMusl(Path root, BooleanSupplier isGlibc) {
    for (String loader : MUSL_LOADERS) {
      if (Files.exists(root.resolve(loader))) {
        return !isGlibc.getAsBoolean();
      }
    }
    return false;
  }

  /** glibc has this function and musl doesn't. */
  static boolean isGlibc() {
    return Linker.nativeLinker().defaultLookup().find("gnu_get_libc_version").isPresent();
  }
}
