package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class CLibraryTest {

  @TempDir private Path root;

  private void install(String loader) throws IOException {
    Path file = root.resolve(loader);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }

  @Test
  void isNotAskedForWhereMuslIsNotInstalled() {
    assertFalse(
        CLibrary.isMusl(
            root,
            () -> {
              throw new AssertionError("this costs milliseconds");
            }));
  }

  @Test
  void isMuslWhereItsLoaderIsAndTheProcessHasNothingOfGlibc() throws IOException {
    install("lib/ld-musl-x86_64.so.1");
    assertTrue(CLibrary.isMusl(root, () -> false));
  }

  @Test
  void isMuslOnAnotherProcessorAndBesideFilesOfGlibcsNames() throws IOException {
    install("lib/ld-musl-aarch64.so.1");
    install("lib/ld-linux-aarch64.so.1");
    assertTrue(CLibrary.isMusl(root, () -> false));
  }

  @Test
  void isGlibcIfTheProcessSaysSoThoughMuslIsInstalled() throws IOException {
    install("lib/ld-musl-x86_64.so.1");
    assertFalse(CLibrary.isMusl(root, () -> true));
  }

  /** Which of the two the JVM runs on is in its own process's list of mapped files. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void isWhatThisProcessHasMapped() throws IOException {
    boolean musl = Files.readString(Path.of("/proc/self/maps")).contains("/ld-musl-");
    assertEquals(musl, CLibrary.isMusl());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void asksTheProcessWhereBothAreInstalled() throws IOException {
    install("lib/ld-musl-x86_64.so.1");
    boolean glibc = Files.readString(Path.of("/proc/self/maps")).contains("/libc.so.6");
    assertEquals(!glibc, CLibrary.isMusl(root, CLibrary::isGlibc));
  }
}
