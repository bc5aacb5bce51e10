package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that options don't take: each is wrong usage, and told with what would be right. */
class WrongOptionsTest {

  /** What is wrong for each option that has a value, and a part of what is right. */
  private static final Map<String, Wrong> WRONG =
      Map.ofEntries(
          Map.entry(
              "--invoke",
              new Wrong("", "", " ", "#", "add", "add(", "#add(1, 2)", "add(1, 2", "ad(1)")),
          Map.entry(
              "--max-memory",
              new Wrong(
                  "64MiB", "", "lots", "-1", "1.5M", "9999999999G", "1TiB", "0x10", "64 Mi B")),
          Map.entry(
              "--deadline",
              new Wrong(
                  "such as 0.5",
                  ("|0|0.0|-1|NaN|Infinity|1e12|1e-10|300ms|1s|0x1p3|1d|,5|0.0000000001|"
                          + "9999999999|99999999999999999999")
                      .split("\\|", -1))),
          Map.entry(
              "--fuel",
              new Wrong(
                  "such as 1000000", "", "-1", "much", "1.5", "1e6", "9999999999999999999999")),
          Map.entry("--feature", new Wrong("wide-arithmetic", "", "simd2", "SIMD", "all")),
          Map.entry("--compiler", new Wrong("cranelift or winch", "", "Winch", "llvm", "winch ")),
          Map.entry("--key", new Wrong("file", "")),
          Map.entry("--cache", new Wrong("folder", "", "file")),
          Map.entry(
              "--dir",
              new Wrong(
                  "folder", "", "::", "::/x", "nosuch", "nosuch::/x", "nosuch:rw", "file", ":rw")),
          Map.entry("--env", new Wrong("expected", "", "=", "=x", "SWITCHBLADE_NO_SUCH_VARIABLE")),
          Map.entry(
              "--allow-outbound",
              new Wrong(
                  "expected",
                  ("|localhost:80|localhost|ftp://x|https://|http://x/y|https://a b|http://x:0|"
                          + "http://x:99999|http://x:99999999999")
                      .split("\\|", -1))),
          Map.entry(
              "--allow-connect",
              new Wrong(
                  "such as ",
                  ("|localhost|:80|x:|x:0|x:-1|x:65536|x:http|x:99999999999|a b:80|http://x:80|"
                          + "10.0.0.0/99:80|300.1.1.1:80|[::1]|[::zz]:80")
                      .split("\\|", -1))));

  private record Wrong(String right, List<String> values) {
    Wrong(String right, String... values) {
      this(right, List.of(values));
    }
  }

  @TempDir Path folder;

  static Stream<Arguments> wrongValues() {
    return WRONG.entrySet().stream()
        .flatMap(
            option ->
                option.getValue().values().stream()
                    .map(value -> Arguments.of(option.getKey(), value, option.getValue().right())));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void isWrongUsage(String option, String value, String right) throws IOException {
    Path calculator = Switchblade.guest(folder, "calculator.wasm");
    String given = value.equals("file") ? calculator.toString() : value;
    for (boolean joined : new boolean[] {false, true}) {
      List<Object> words = new ArrayList<>(List.of("run", calculator));
      words.addAll(joined ? List.of(option + "=" + given) : List.of(option, given));
      if (!option.equals("--invoke")) {
        words.addAll(List.of("--invoke", "add(1, 2)"));
      }
      CommandRun run = Switchblade.run(words.toArray()).exits(ExitCode.USAGE);
      assertTrue(run.err().startsWith("switchblade: "), run.err());
      // The calls of --invoke are told by themselves.
      String named = option.equals("--invoke") ? "" : option;
      assertTrue(run.err().lines().findFirst().orElse("").contains(named), run.err());
      assertTrue(run.err().contains(right), run.err());
      assertFalse(run.err().contains("mistake"), run.err());
      assertFalse(run.err().contains("Exception"), run.err());
      assertEquals("", run.out());
    }
  }

  @Test
  void everyOptionWithAValueIsTried() {
    Set<String> options = new HashSet<>();
    Main.command().commandLine().getSubcommands().get("run").getCommandSpec().options().stream()
        .filter(option -> option.arity().max() > 0)
        .forEach(option -> options.add(option.longestName()));
    assertEquals(WRONG.keySet(), options);
  }

  @Test
  void foldersThatOverlapWithOtherRightsAreWrongUsage() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    String err =
        Switchblade.run("run", "x.wasm", "--dir", folder + "::/a", "--dir", inner + "::/b:rw")
            .exits(ExitCode.USAGE)
            .err();
    assertTrue(err.contains("overlap"), err);
  }

  @Test
  void theColonOfADriveIsPartOfTheFolder() {
    String err =
        Switchblade.run("run", "x.wasm", "--dir", "B:::/data:rw").exits(ExitCode.USAGE).err();
    assertTrue(err.contains("there is no folder B:; expected one"), err);
  }

  @Test
  void rightValuesAreTaken() throws IOException {
    Path calculator = Switchblade.guest(folder, "calculator.wasm");
    Switchblade.run(
            "run",
            calculator,
            "--invoke",
            "add(1, 2)",
            "--max-memory",
            "64MiB",
            "--deadline",
            "60.5",
            "--fuel",
            "1000000",
            "--feature",
            "wide-arithmetic",
            "--dir",
            folder + ":rw",
            "--dir",
            folder + "::/again:rw",
            "--env",
            "A=",
            "--env",
            "B==",
            "--env",
            "PATH",
            "--allow-outbound",
            "https://*.example.com",
            "--allow-outbound",
            "https://*",
            "--allow-outbound",
            "http://[::1]:8080",
            "--allow-connect",
            "[::1]:80",
            "--allow-connect",
            "::1:80",
            "--allow-connect",
            "10.0.0.0/8:1",
            "--allow-connect",
            "*.example.com:65535")
        .exits(ExitCode.OK);
  }
}
