package dev.switchblade.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The Java that the code generator runs on. */
final class Jdk {

  /** The version of Java that the generator's classes are compiled for. */
  static final int NEEDED = 25;

  private static final Pattern JAVA_VERSION = Pattern.compile("JAVA_VERSION=\"([^\"]+)\"");
  private static final Pattern FEATURE = Pattern.compile("(?:1\\.)?(\\d+).*");

  private Jdk() {}

  /**
   * A Java that may do.
   *
   * @param origin who named it, such as {@code JAVA_HOME}
   * @param java its {@code java} command, or null if none was named
   */
  record Candidate(String origin, @Nullable Path java) {

    /** The Java in a folder, which may be null. */
    static Candidate inFolder(String origin, @Nullable Path home) {
      if (home == null) {
        return new Candidate(origin, null);
      }
      Path windows = home.resolve("bin").resolve("java.exe");
      return new Candidate(
          origin, Files.exists(windows) ? windows : home.resolve("bin").resolve("java"));
    }
  }

  /**
   * Returns the {@code java} command of the first candidate that is new enough.
   *
   * @throws MojoFailureException if there is none; it says why each was refused, and what to do
   */
  static Path choose(List<Candidate> candidates) throws MojoFailureException {
    var refused = new ArrayList<String>();
    for (Candidate candidate : candidates) {
      Path java = candidate.java();
      if (java == null) {
        refused.add(candidate.origin() + ": none");
      } else if (!Files.isRegularFile(java)) {
        refused.add(candidate.origin() + ": there is no " + java);
      } else {
        Optional<String> version = version(java);
        // One without a `release` file is taken at its user's word; the JVM itself refuses classes
        // that are too new for it.
        if (version.isEmpty() || feature(version.get()) >= NEEDED) {
          return java;
        }
        refused.add(candidate.origin() + ": " + java + " is Java " + version.get());
      }
    }
    throw new MojoFailureException(
        "The code generator needs Java "
            + NEEDED
            + " or later, and there is none here:\n  "
            + String.join("\n  ", refused)
            + "\nDo one of these:\n"
            + "  - select a JDK for the build with the goal select-jdk-toolchain of"
            + " maven-toolchains-plugin 3.2.0 or later, with <version>["
            + NEEDED
            + ",)</version>; the compiler uses it too\n"
            + "  - name one in toolchains.xml and select it with <jdkToolchain><version>["
            + NEEDED
            + ",)</version></jdkToolchain> in this goal's configuration\n"
            + "  - start Maven with JAVA_HOME set to a JDK "
            + NEEDED
            + " or later");
  }

  /** The version that the {@code release} file beside {@code bin} states. */
  private static Optional<String> version(Path java) {
    try {
      // bin/java may be a link into the JDK, as it is in /usr, and `release` is not beside that.
      Path release = java.toRealPath().resolveSibling("../release");
      Matcher matcher = JAVA_VERSION.matcher(Files.readString(release));
      return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The feature release of a version: 25 of {@code 25.0.1}, 8 of {@code 1.8.0_402}. */
  static int feature(String version) {
    Matcher matcher = FEATURE.matcher(version);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
