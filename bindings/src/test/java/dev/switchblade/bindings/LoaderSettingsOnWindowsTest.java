package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.WINDOWS, disabledReason = "the paths here are absolute on Windows only")
final class LoaderSettingsOnWindowsTest {

  private static LoaderSettings settings(String localAppData) {
    var properties = new Properties();
    properties.setProperty("os.name", "Windows 11");
    properties.setProperty("os.arch", "amd64");
    properties.setProperty("user.home", "C:\\Users\\me");
    properties.setProperty("java.io.tmpdir", "C:\\Temp");
    return LoaderSettings.of(properties, Map.of("LOCALAPPDATA", localAppData));
  }

  @Test
  void librariesAreKeptInLocalAppData() {
    Path expected = Path.of("C:\\Users\\me\\AppData\\Local\\switchblade\\natives");
    assertEquals(expected, settings("C:\\Users\\me\\AppData\\Local").cache());
    assertEquals(expected, settings("\\\\?\\C:\\Users\\me\\AppData\\Local").cache());
  }

  @Test
  void aFolderThatDependsOnTheCurrentOneIsNone() {
    for (String folder : new String[] {"Local", "C:Local", "\\Local", "C:\\a:b", ""}) {
      assertNull(settings(folder).cache(), folder);
    }
  }
}
