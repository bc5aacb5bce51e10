package dev.switchblade.bindings;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The story of a library that could not be loaded: every place that was looked at, in order, and
 * what was wrong with it.
 */
final class LoadFailure {

  private record Attempt(String place, String problem) {}

  private final LoaderSettings settings;
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Throwable> causes = new ArrayList<>();
  private String remedy = "";

  LoadFailure(LoaderSettings settings) {
    this.settings = settings;
  }

  /** Adds a place that was looked at. */
  void add(String place, String problem) {
    attempts.add(new Attempt(place, problem));
  }

  /** Adds a place that was looked at and failed with an exception. */
  void add(String place, Throwable cause) {
    add(place, descriptionOf(cause));
    causes.add(cause);
  }

  /** Says what to do, in place of "add the platform jar". */
  void remedy(String text) {
    remedy = text;
  }

  /**
   * Returns a new error with the whole story: its cause is the first exception met, the others are
   * suppressed ones.
   */
  UnsatisfiedLinkError toError() {
    var error = new UnsatisfiedLinkError(message());
    for (Throwable cause : causes) {
      if (error.getCause() == null) {
        error.initCause(cause);
      } else {
        error.addSuppressed(cause);
      }
    }
    return error;
  }

  String message() {
    Platform platform = settings.platform();
    var text = new StringBuilder("Switchblade's native library can't be loaded.\n");
    text.append("Platform: ")
        .append(platform == null ? "none that is supported" : platform.classifier())
        .append(" (os.name ")
        .append(settings.osName())
        .append(", os.arch ")
        .append(settings.osArch())
        .append(")\n");
    text.append("Looked at:\n").append(attempts());
    text.append("What to do: ").append(remedy.isEmpty() ? addPlatformJar() : remedy);
    return text.toString();
  }

  /** The places and what was wrong with each, as indented lines. */
  String attempts() {
    var text = new StringBuilder();
    for (Attempt attempt : attempts) {
      text.append("  - ").append(attempt.place()).append(":\n      ");
      text.append(attempt.problem().strip().replace("\n", "\n      ")).append('\n');
    }
    return text.toString();
  }

  /**
   * The messages of most exceptions of the file system are a path, and say nothing by themselves.
   */
  private static String descriptionOf(Throwable cause) {
    String type = cause.getClass().getSimpleName();
    String message = cause.getMessage();
    if (message == null) {
      return type;
    }
    return cause instanceof FileSystemException || cause instanceof RuntimeException
        ? type + ": " + message
        : message;
  }

  /** The advice for a program without the platform jar. */
  private String addPlatformJar() {
    Platform platform = settings.platform();
    if (platform == null) {
      var classifiers = new StringJoiner(", ");
      for (Platform each : Platform.values()) {
        classifiers.add(each.classifier());
      }
      return "there are platform jars for "
          + classifiers
          + ". On another platform, build the library from the source code and start Java with\n"
          + "  -D"
          + LoaderSettings.PATH
          + "=<path of the library>";
    }
    return "add the platform jar "
        + coordinates(platform)
        + " to the dependencies, in the version of the other dev.switchblade artifacts:\n"
        + "  <dependency>\n"
        + "    <groupId>dev.switchblade</groupId>\n"
        + "    <artifactId>switchblade-native</artifactId>\n"
        + "    <version>"
        + version()
        + "</version>\n"
        + "    <classifier>"
        + platform.classifier()
        + "</classifier>\n"
        + "    <scope>runtime</scope>\n"
        + "  </dependency>\n"
        + (NativeLibrary.class.getModule().isNamed()
            ? "(on the module path, also start Java with --add-modules "
                + platform.moduleName()
                + ", since no module requires it),\n"
            : "")
        + "or start Java with -D"
        + LoaderSettings.PATH
        + "=<path of the library>";
  }

  /** The advice for a program whose Java doesn't let Switchblade use native code. */
  static String allowNativeAccess() {
    String modules =
        LoadFailure.class.getModule().isNamed()
            ? "dev.switchblade.bindings,dev.switchblade"
            : "ALL-UNNAMED";
    return "let Switchblade use native code: start Java with\n  --enable-native-access="
        + modules
        + "\n"
        + "or, if the program is a jar that is started with -jar, write into its manifest\n"
        + "  Enable-Native-Access: ALL-UNNAMED\n"
        + "Where Java's command line can't be changed, the environment variable JDK_JAVA_OPTIONS"
        + " takes such options.";
  }

  /** The advice for a system that is older than the library. */
  static String useNewerGlibc() {
    return "use a system (or a container's image) with a newer glibc: the platform jars are built"
        + " for glibc 2.28 and later (Debian 10, Ubuntu 20.04, RHEL 8, Amazon Linux 2023), a"
        + " library that was built elsewhere for that of the system it was built on. Or"
        + " build the library on this system and start Java with\n"
        + "  -D"
        + LoaderSettings.PATH
        + "=<path of the library>";
  }

  /** The Maven coordinates of a platform jar, as {@code group:artifact:version:classifier}. */
  static String coordinates(Platform platform) {
    return "dev.switchblade:switchblade-native:" + version() + ":" + platform.classifier();
  }

  /** The version of this code: as its module says, or else as Maven does. */
  static String version() {
    ModuleDescriptor module = NativeLibrary.class.getModule().getDescriptor();
    if (module != null && module.rawVersion().isPresent()) {
      return module.rawVersion().get();
    }
    String version = versionOfMaven();
    return version == null ? "${switchblade.version}" : version;
  }

  private static @Nullable String versionOfMaven() {
    String name = "/META-INF/maven/dev.switchblade/switchblade-bindings/pom.properties";
    try (InputStream in = NativeLibrary.class.getResourceAsStream(name)) {
      if (in == null) {
        return null;
      }
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      return null;
    }
  }
}
