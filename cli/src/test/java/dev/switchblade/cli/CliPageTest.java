package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that {@code docs/cli.md} shows, and its table of them. */
class CliPageTest {

  private static final Path PAGE = Path.of("..", "docs", "cli.md");

  /** A word of a command, in quotes or without. */
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  /** What is a file or a folder in a word. */
  private static final Pattern FILE =
      Pattern.compile("(?<![\\w/.-])([\\w-]+\\.(?:wasm|wac|cwasm|key)|data(?=::))");

  private static final String TEXT =
      """
      package acme:app;
      let auth = new acme:auth {};
      let processor = new acme:processor { "acme:auth/check@1.0.0": auth["acme:auth/check@1.0.0"] };
      export processor...;
      """;

  @TempDir Path folder;

  private void copy(String guest, String as) throws IOException {
    Files.copy(Path.of("..", "tests", "guests", "wasm", guest), folder.resolve(as));
  }

  private Object[] words(String command) {
    return WORD.matcher(command)
        .results()
        .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
        .map(
            word ->
                FILE.matcher(word)
                    .replaceAll(
                        file -> Matcher.quoteReplacement(folder.resolve(file.group()).toString())))
        .skip(1) // the command itself
        .toArray();
  }

  @Test
  void allThatIsShownRunsOneAfterTheOther() throws IOException {
    copy("command.wasm", "program.wasm");
    for (String guest : List.of("calculator.wasm", "auth.wasm", "auth-processor.wasm")) {
      copy(guest, guest);
    }
    Files.writeString(folder.resolve("app.wac"), TEXT);
    Files.createDirectory(folder.resolve("data"));
    List<String> commands =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("    ")).toList();
    // What composes writes what is looked at.
    List<String> inOrder =
        commands.stream()
            .sorted((one, other) -> Boolean.compare(isInspect(one), isInspect(other)))
            .toList();
    assertEquals(8, inOrder.size());
    var said = new StringBuilder();
    for (String command : inOrder) {
      assertTrue(command.startsWith("    switchblade "), command);
      said.append(Switchblade.run(words(command)).exits(ExitCode.OK).out());
    }
    for (String expected : List.of("3\n7\n", "made ", "app.wasm: ", "package ", "flowchart")) {
      assertTrue(said.indexOf(expected) >= 0, () -> expected + " in:\n" + said);
    }
  }

  private static boolean isInspect(String command) {
    return command.contains(" inspect ");
  }

  @Test
  void allCommandsAreInTheTable() throws IOException {
    Set<String> shown =
        Pattern.compile("^\\| `([a-z]+)(?: FILE)?` \\|", Pattern.MULTILINE)
            .matcher(Files.readString(PAGE))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> there =
        Main.command().commandLine().getSubcommands().entrySet().stream()
            .filter(command -> !command.getValue().getCommandSpec().usageMessage().hidden())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    there.remove("help");
    assertEquals(there, shown);
  }
}
