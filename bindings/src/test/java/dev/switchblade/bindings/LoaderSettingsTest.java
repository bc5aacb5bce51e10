package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths here are absolute on Unix only")
final class LoaderSettingsTest {

  private static Properties properties(String osName, String... others) {
    var properties = new Properties();
    properties.setProperty("os.name", osName);
    properties.setProperty("os.arch", "aarch64");
    properties.setProperty("user.home", "/home/me");
    properties.setProperty("java.io.tmpdir", "/tmp");
    for (int i = 0; i < others.length; i += 2) {
      properties.setProperty(others[i], others[i + 1]);
    }
    return properties;
  }

  @Test
  void keepsLibrariesInTheHomeFoldersCacheOnLinux() {
    var settings = LoaderSettings.of(properties("Linux"), Map.of());
    assertEquals(Path.of("/home/me/.cache/switchblade/natives"), settings.cache());
  }

  @Test
  void followsXdgCacheHomeIfItIsAbsolute() {
    var settings = LoaderSettings.of(properties("Linux"), Map.of("XDG_CACHE_HOME", "/var/x"));
    assertEquals(Path.of("/var/x/switchblade/natives"), settings.cache());
    settings = LoaderSettings.of(properties("Linux"), Map.of("XDG_CACHE_HOME", "x"));
    assertEquals(Path.of("/home/me/.cache/switchblade/natives"), settings.cache());
  }

  @Test
  void keepsLibrariesInLibraryCachesOnMacos() {
    var settings = LoaderSettings.of(properties("Mac OS X"), Map.of("XDG_CACHE_HOME", "/var/x"));
    assertEquals(Path.of("/home/me/Library/Caches/switchblade/natives"), settings.cache());
  }

  @Test
  void keepsLibrariesInLocalAppDataOnWindows() {
    Properties windows = properties("Windows 11", "os.arch", "amd64");
    var settings = LoaderSettings.of(windows, Map.of("LOCALAPPDATA", "/Local"));
    assertEquals(Path.of("/Local/switchblade/natives"), settings.cache());
    assertNull(LoaderSettings.of(windows, Map.of()).cache());
  }

  @Test
  void hasNoCacheForAUserWithoutHome() {
    var settings = LoaderSettings.of(properties("Linux", "user.home", "?"), Map.of());
    assertNull(settings.cache());
  }

  @Test
  void takesTheFoldersThatAreGiven() {
    Properties given =
        properties("Linux", LoaderSettings.CACHE, "/srv/cache", LoaderSettings.PATH, "/srv/lib.so");
    var settings = LoaderSettings.of(given, Map.of("XDG_CACHE_HOME", "/var/x"));
    assertEquals(Path.of("/srv/cache"), settings.cache());
    assertEquals("/srv/lib.so", settings.path());
  }

  @Test
  void takesABlankPathAsNone() {
    assertNull(LoaderSettings.of(properties("Linux", LoaderSettings.PATH, " "), Map.of()).path());
  }

  @Test
  void verifiesOnlyWhenAsked() {
    assertFalse(LoaderSettings.of(properties("Linux"), Map.of()).verify());
    assertTrue(
        LoaderSettings.of(properties("Linux", LoaderSettings.VERIFY, "true"), Map.of()).verify());
  }
}
