package dev.switchblade.internal.wasi;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Standard input of this process. */
public final class StandardInput {

  /** What the JVM opens first, and reads its classes from as long as it runs. */
  private static final Path MODULES = Path.of(System.getProperty("java.home"), "lib", "modules");

  private static final Path DESCRIPTORS = Path.of("/dev/fd");

  private StandardInput() {}

  /**
   * {@link System#in}; nothing if this process was started without a standard input. The first file
   * that the JVM opens then takes the descriptor 0, and {@code System.in} reads that: the classes
   * of the JDK.
   */
  public static InputStream stream() {
    // What System.setIn has put in its place reads what it reads; the JVM's own is one of these.
    return System.in instanceof BufferedInputStream && isTheJvms()
        ? InputStream.nullInputStream()
        : System.in;
  }

  /** Says whether the descriptor 0 is the one by which the JVM reads its classes. */
  private static boolean isTheJvms() {
    try {
      if (!isModules(DESCRIPTORS.resolve("0"))) {
        return false;
      }
      // Whoever redirects that file into the process has the JVM open it once more.
      try (Stream<Path> all = Files.list(DESCRIPTORS)) {
        return all.filter(StandardInput::isModules).count() < 2;
      }
    } catch (IOException e) {
      // Only what is known to be another file is not read.
      return false;
    }
  }

  private static boolean isModules(Path descriptor) {
    try {
      return Files.isSameFile(descriptor, MODULES);
    } catch (IOException e) {
      // It is closed, or none of files.
      return false;
    }
  }
}
