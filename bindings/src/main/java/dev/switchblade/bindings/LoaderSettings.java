package dev.switchblade.bindings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the process says about loading the library.
 *
 * @param osName the system property {@code os.name}
 * @param osArch the system property {@code os.arch}
 * @param platform the platform that these two and the C library make, or null if there is no
 *     platform jar for it
 * @param path the library, or the folder that holds it, as the user says; null to take the platform
 *     jar
 * @param cache where unpacked libraries are kept, or null if the user has no such folder
 * @param temporary where a library is unpacked that can't be kept
 * @param verify whether the digest of an unpacked library is computed each time
 */
record LoaderSettings(
    String osName,
    String osArch,
    @Nullable Platform platform,
    @Nullable String path,
    @Nullable Path cache,
    Path temporary,
    boolean verify) {

  /** The system property with the path of the library or of its folder. */
  static final String PATH = "switchblade.native.path";

  /** The system property with the folder for unpacked libraries. */
  static final String CACHE = "switchblade.native.cache";

  /** The system property that asks for a full check of the unpacked library, {@code true}. */
  static final String VERIFY = "switchblade.native.verify";

  static LoaderSettings of(Properties properties, Map<String, String> environment) {
    String osName = properties.getProperty("os.name", "");
    String osArch = properties.getProperty("os.arch", "");
    boolean musl = osName.startsWith("Linux") && CLibrary.isMusl();
    Platform platform = Platform.of(osName, osArch, musl);
    return new LoaderSettings(
        osName,
        osArch,
        platform,
        textOf(properties.getProperty(PATH)),
        cacheFolder(platform, properties, environment),
        Path.of(properties.getProperty("java.io.tmpdir", "/tmp")),
        "true".equalsIgnoreCase(properties.getProperty(VERIFY)));
  }

  private static @Nullable Path cacheFolder(
      @Nullable Platform platform, Properties properties, Map<String, String> environment) {
    String chosen = textOf(properties.getProperty(CACHE));
    if (chosen != null) {
      return Path.of(chosen).toAbsolutePath();
    }
    if (platform == null) {
      return null;
    }
    Path home = absolute(properties.getProperty("user.home"));
    Path caches;
    if (platform.isWindows()) {
      caches = absolute(environment.get("LOCALAPPDATA"));
    } else if (platform.isMacos()) {
      caches = home == null ? null : home.resolve("Library/Caches");
    } else {
      caches = absolute(environment.get("XDG_CACHE_HOME"));
      if (caches == null && home != null) {
        caches = home.resolve(".cache");
      }
    }
    return caches == null ? null : caches.resolve("switchblade").resolve("natives");
  }

  private static @Nullable String textOf(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  /** Java gives {@code ?} as home of a user without one, and XDG ignores relative paths. */
  private static @Nullable Path absolute(@Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      Path path = Path.of(value);
      return path.isAbsolute() ? path : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
