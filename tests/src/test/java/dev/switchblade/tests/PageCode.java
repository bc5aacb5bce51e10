package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The code that a page shows is what stands between {@code page:} comments of a test. */
final class PageCode {

  private PageCode() {}

  /** Checks that a page of {@code docs} has all of that code, and no other code in Java. */
  static void assertShown(String page, Class<?> test) throws IOException {
    String text = Files.readString(Path.of("..", "docs", page));
    String name = test.getSimpleName();
    Map<String, String> shown = new LinkedHashMap<>();
    var block =
        Pattern.compile("<!-- " + name + ": (.*?) -->\n```java\n(.*?)\n```", Pattern.DOTALL);
    block.matcher(text).results().forEach(found -> shown.put(found.group(1), found.group(2)));
    assertEquals(parts(name), shown);
    assertEquals(
        shown.size(), text.split("```java", -1).length - 1, "Java blocks without a source");
  }

  /** Parts of a test by their names, without the space that all of their lines start with. */
  private static Map<String, String> parts(String test) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    var source = Path.of("src", "test", "java", "dev", "switchblade", "tests", test + ".java");
    @Nullable String name = null;
    var part = new StringBuilder();
    for (String line : Files.readAllLines(source)) {
      String text = line.strip();
      if (!text.startsWith("// page: ")) {
        part.append(line).append('\n');
      } else if (text.equals("// page: end")) {
        parts.put(
            Objects.requireNonNull(name), part.toString().stripTrailing().stripIndent().strip());
      } else {
        name = text.substring("// page: ".length());
        part.setLength(0);
      }
    }
    return parts;
  }
}
