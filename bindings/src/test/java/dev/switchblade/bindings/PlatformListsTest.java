package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The platforms are listed in several files, which can't read each other. */
final class PlatformListsTest {

  private static final Path ROOT = Path.of("..");

  private static final Pattern CLASSIFIER =
      Pattern.compile("(?:linux|macos|windows)-(?:x86_64|aarch64)(?:-musl)?");

  private static final Pattern MODULE =
      Pattern.compile("dev\\.switchblade\\.natives\\.(?:linux|macos|windows)\\w+");

  private static Set<String> all(Function<Platform, String> name) {
    return Arrays.stream(Platform.values())
        .map(name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> found(Pattern pattern, String file) throws IOException {
    return pattern
        .matcher(Files.readString(ROOT.resolve(file)))
        .results()
        .map(match -> match.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @CsvSource({
    "pom.xml",
    "platform-jars/all/pom.xml",
    "platform-jars/assemble",
    "platform-jars/bom/pom.xml",
    "platform-jars/build",
    "platform-jars/native/pom.xml",
    "native/cross-build",
    "tests/user-project/pom.xml",
    "docs/platforms.md",
    ".github/workflows/build.yml",
    ".github/workflows/release.yml"
  })
  void listsEachPlatform(String file) throws IOException {
    assertEquals(all(Platform::classifier), found(CLASSIFIER, file));
  }

  @ParameterizedTest
  @CsvSource({
    "platform-jars/pom.xml",
    "platform-jars/all/module-info.java",
    "tests/user-project/pom.xml",
    "docs/platforms.md"
  })
  void listsEachModule(String file) throws IOException {
    assertEquals(all(Platform::moduleName), found(MODULE, file));
  }
}
