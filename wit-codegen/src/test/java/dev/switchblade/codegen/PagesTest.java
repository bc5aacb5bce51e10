package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What pages show below {@code <!-- file: PATH -->} is in that file, which other tests compile and
 * run: line by line, but for indentation, and for what a line of {@code …} stands for.
 *
 * <p>{@code -Dpages.update=true} fills blocks that are empty with their whole file.
 */
final class PagesTest {

  private static final Path ROOT = Path.of("..");
  private static final List<String> PAGES =
      List.of(
          "README.md",
          "docs/getting-started.md",
          "docs/generated-code.md",
          "docs/deployment.md",
          "docs/live-upgrade.md",
          "docs/platforms.md",
          "docs/troubleshooting.md");
  private static final boolean UPDATE = Boolean.getBoolean("pages.update");

  private static final Pattern MARKER = Pattern.compile("<!-- file: (\\S+) -->");
  private static final String FENCE = "```";
  private static final String ANYTHING = "\u2026";

  /**
   * A block of a page.
   *
   * @param file of the repository
   * @param start the number of its first line in the page, from 0
   */
  private record Block(String page, String file, int start, List<String> lines) {
    boolean isEmpty() {
      return lines.stream().allMatch(String::isBlank);
    }

    @Override
    public String toString() {
      return page + ":" + (start + 1) + ": " + file;
    }
  }

  /** The blocks below markers. */
  private static List<Block> blocks(String page, List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher marker = MARKER.matcher(lines.get(i).strip());
      if (!marker.matches()) {
        continue;
      }
      String file = marker.group(1);
      int start = i + 1;
      while (start < lines.size() && lines.get(start).isBlank()) {
        start++;
      }
      boolean fenced = start < lines.size() && lines.get(start).startsWith(FENCE);
      assertTrue(fenced, page + ":" + (i + 1) + ": there is no block below the marker");
      start++;
      int end = start;
      while (end < lines.size() && !lines.get(end).startsWith(FENCE)) {
        end++;
      }
      assertTrue(end < lines.size(), page + ":" + start + ": the block doesn't end");
      blocks.add(new Block(page, file, start, List.copyOf(lines.subList(start, end))));
      i = end;
    }
    return blocks;
  }

  @TestFactory
  Stream<DynamicTest> whatPagesShowIsInTheFilesThatTheyName() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (String page : PAGES) {
      if (UPDATE) {
        fill(page);
      }
      for (Block block : blocks(page, Files.readAllLines(ROOT.resolve(page)))) {
        tests.add(DynamicTest.dynamicTest(block.toString(), () -> check(block)));
      }
    }
    return tests.stream();
  }

  private static void check(Block block) throws Exception {
    List<String> file = read(block.file());
    if (block.isEmpty()) {
      fail(block + ": the block is empty; run the test with -Dpages.update=true");
    }
    String missing = missing(block.lines(), file);
    if (!missing.isEmpty()) {
      fail(block + ": these lines are not in the file, one behind the other:\n" + missing);
    }
  }

  /** A file of the repository, with what the build replaces in it. */
  private static List<String> read(String file) throws Exception {
    Path path = ROOT.resolve(file);
    if (!Files.isRegularFile(path)) {
      fail("there is no file " + file);
    }
    Map<String, String> tokens = tokens();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(path)) {
      lines.add(replace(line, tokens));
    }
    return lines;
  }

  /** The first part of a block, between {@code …}, that isn't where it should be; empty if none. */
  static String missing(List<String> block, List<String> file) {
    List<String> part = new ArrayList<>();
    int from = 0;
    List<String> all = new ArrayList<>(block);
    all.add(ANYTHING);
    for (String line : all) {
      if (!line.strip().equals(ANYTHING)) {
        part.add(line);
        continue;
      }
      int at = find(part, file, from);
      if (at < 0) {
        return String.join("\n", part);
      }
      from = at + part.size();
      part.clear();
    }
    return "";
  }

  private static int find(List<String> part, List<String> file, int from) {
    for (int at = from; at + part.size() <= file.size(); at++) {
      int same = 0;
      while (same < part.size() && part.get(same).strip().equals(file.get(at + same).strip())) {
        same++;
      }
      if (same == part.size()) {
        return at;
      }
    }
    return -1;
  }

  /** Writes whole files into the blocks of a page that are empty. */
  private static void fill(String page) throws Exception {
    Path path = ROOT.resolve(page);
    List<String> lines = new ArrayList<>(Files.readAllLines(path));
    boolean changed = false;
    for (Block block : blocks(page, lines).reversed()) {
      if (block.isEmpty() && Files.isRegularFile(ROOT.resolve(block.file()))) {
        lines.subList(block.start(), block.start() + block.lines().size()).clear();
        lines.addAll(block.start(), read(block.file()));
        changed = true;
      }
    }
    if (changed) {
      Files.writeString(path, String.join("\n", lines) + "\n");
    }
  }

  private static final Pattern TOKEN = Pattern.compile("@([a-z][\\w.-]*)@");

  /** Replaces what the build replaces, and leaves anything else. */
  static String replace(String line, Map<String, String> tokens) {
    return TOKEN
        .matcher(line)
        .replaceAll(
            token -> Matcher.quoteReplacement(tokens.getOrDefault(token.group(1), token.group())));
  }

  /** What the root of the build says of itself. */
  private static Map<String, String> tokens() throws Exception {
    Element project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(ROOT.resolve("pom.xml").toFile())
            .getDocumentElement();
    Map<String, String> tokens = new HashMap<>();
    // Pages are for Linux on a PC.
    tokens.put("switchblade.platform", "linux-x86_64");
    for (Element child : children(project)) {
      if (child.getTagName().equals("version")) {
        tokens.put("project.version", child.getTextContent().strip());
      } else if (child.getTagName().equals("properties")) {
        for (Element property : children(child)) {
          tokens.put(property.getTagName(), property.getTextContent().strip());
        }
      }
    }
    return tokens;
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  @Test
  void thereAreSuchBlocksOnEachPage() throws IOException {
    for (String page : PAGES) {
      assertFalse(blocks(page, Files.readAllLines(ROOT.resolve(page))).isEmpty(), page);
    }
  }

  @Test
  void partsAreFoundInOrder() {
    List<String> file = List.of("{", "  a;", "  b;", "", "  c;", "}", "a;");
    for (List<String> shown :
        List.of(
            List.of("{", "  a;"),
            List.of("b;", "", "c;"),
            List.of("    a;", "\u2026", "    c;", "  }"),
            List.of("a;", "  \u2026", "a;"),
            List.of("\u2026", "c;", "\u2026"))) {
      assertEquals("", missing(shown, file));
    }
    assertEquals("a;\nc;", missing(List.of("a;", "c;"), file));
    assertEquals("b;", missing(List.of("c;", "\u2026", "b;"), file));
    assertEquals("a;", missing(List.of("a;", "\u2026", "a;", "\u2026", "a;"), file));
    assertEquals("A;", missing(List.of("A;"), file));
  }

  @Test
  void tokensAreWhatTheBuildSays() throws Exception {
    Map<String, String> tokens = tokens();
    assertTrue(tokens.get("project.version").matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"));
    assertEquals("<version>1</version>", replace("<version>@v@</version>", Map.of("v", "1")));
    assertEquals(
        "1-2 @other@ @A b@", replace("@a@-@b.c@ @other@ @A b@", Map.of("a", "1", "b.c", "2")));
  }
}
