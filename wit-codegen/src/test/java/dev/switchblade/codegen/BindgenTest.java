package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

final class BindgenTest {

  @TempDir private Path folder;
  private Path wit;
  private Path output;

  @BeforeEach
  void write() throws IOException {
    output = folder.resolve("java");
    wit = folder.resolve("wit");
    Files.createDirectory(wit);
    Files.writeString(
        wit.resolve("shop.wit"),
        """
        package acme:shop@1.0.0;

        interface carts {
          total: func() -> u64;
        }

        world shop {
          import carts;
          export open: func();
        }

        world till {
          export close-up: func();
          @unstable(feature = scales)
          export weigh: func() -> u32;
        }
        """);
  }

  /** What a run printed, and how it ended. */
  private record Run(int exitCode, String out, String err) {
    static Run of(String... arguments) {
      var out = new StringWriter();
      var err = new StringWriter();
      var command =
          Bindgen.commandLine()
              .setOut(new PrintWriter(out, true))
              .setErr(new PrintWriter(err, true));
      int exitCode = command.execute(arguments);
      return new Run(exitCode, out.toString(), err.toString());
    }
  }

  private Run generate(String... more) {
    var arguments =
        Stream.concat(Stream.of(more), Stream.of("-o", output.toString(), wit.toString()));
    return Run.of(arguments.toArray(String[]::new));
  }

  /** A run that ended well. */
  private Run wrote(int files, String world) {
    String said = files + " files in " + output + "; the world is " + world + "\n";
    return new Run(0, said, "");
  }

  private Set<String> written() throws IOException {
    var files = new TreeSet<String>();
    try (Stream<Path> found = Files.walk(output)) {
      found
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> files.add(output.relativize(file).toString().replace('\\', '/')));
    }
    return files;
  }

  @Test
  void filesAreWrittenAndCounted() throws IOException {
    assertEquals(wrote(4, "acme.shop.Shop"), generate("--world", "shop"));
    assertEquals(
        Set.of(
            "acme/shop/Shop.java",
            "acme/shop/abi/CodecOfShop.java",
            "acme/shop/carts/Carts.java",
            "acme/shop/carts/abi/CodecOfCarts.java"),
        written());
  }

  @Test
  void packageAndClassAreNamed() throws IOException {
    Run run = generate("-w", "till", "-p", "com.acme", "--class-name", "Register");
    assertEquals(wrote(2, "com.acme.Register"), run);
    assertEquals(Set.of("com/acme/Register.java", "com/acme/abi/CodecOfRegister.java"), written());
    String world = Files.readString(output.resolve("com/acme/Register.java"));
    assertTrue(world.contains("\npublic final class Register extends GuestWorld {"), world);
    assertTrue(world.contains(" void closeUp() {"), world);
    assertFalse(world.contains("weigh"), world);
  }

  @Test
  void featuresAreTurnedOn() throws IOException {
    for (String features : List.of("--feature=scales", "--all-features")) {
      assertEquals(wrote(2, "acme.shop.Till"), generate("--world=till", features));
      String world = Files.readString(output.resolve("acme/shop/Till.java"));
      assertTrue(world.contains(" int weigh() {"), world);
      assertEquals(0, generate("--world=till").exitCode);
      world = Files.readString(output.resolve("acme/shop/Till.java"));
      assertFalse(world.contains("weigh"), world);
    }
  }

  @Test
  void errorsAreThrown() throws IOException {
    Files.writeString(
        wit.resolve("shop.wit"),
        """
        package acme:shop;
        world shop { export open: func() -> result<u32, string>; }
        """);
    assertEquals(wrote(2, "acme.shop.Shop"), generate());
    String shop = Files.readString(output.resolve("acme/shop/Shop.java"));
    assertTrue(shop.contains(" Result<Integer, String> open() {"), shop);
    assertEquals(wrote(3, "acme.shop.Shop"), generate("--throw-errors"));
    shop = Files.readString(output.resolve("acme/shop/Shop.java"));
    assertTrue(shop.contains(" int open() throws StringException {"), shop);
    assertTrue(written().contains("acme/shop/StringException.java"));
  }

  @Test
  void anotherRunDeletesWhatTheFirstOneWrote() throws IOException {
    assertEquals(0, generate("--world=shop").exitCode);
    assertEquals(0, generate("--world=till").exitCode);
    assertEquals(Set.of("acme/shop/Till.java", "acme/shop/abi/CodecOfTill.java"), written());
  }

  @Test
  void interfacesAreMapped() throws IOException {
    assertEquals(
        wrote(2, "acme.shop.Shop"), generate("-w=shop", "--map", "acme:shop/carts=com.acme.carts"));
    assertEquals(Set.of("acme/shop/Shop.java", "acme/shop/abi/CodecOfShop.java"), written());
    String world = Files.readString(output.resolve("acme/shop/Shop.java"));
    assertTrue(world.contains("\nimport com.acme.carts.Carts;\n"), world);
  }

  private static Arguments wrong(int exitCode, String message, String... arguments) {
    return Arguments.of(exitCode, message, List.of(arguments));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        wrong(2, "Missing required option: '--output=FOLDER'", "WIT"),
        wrong(2, "Missing required parameter: 'WIT'", "-o", "OUT"),
        wrong(2, "Unknown option: '--nothing'", "-o", "OUT", "--nothing", "WIT"),
        wrong(2, "Unmatched argument at index 3: 'more'", "-o", "OUT", "WIT", "more"),
        wrong(
            2, "Missing required parameter for option '--world' (NAME)", "-o", "OUT", "WIT", "-w"),
        wrong(2, "should be in KEY=VALUE format", "-o", "OUT", "--map", "carts", "WIT"),
        wrong(
            2,
            "expected a Java package, such as com.acme, got com.int",
            "-o",
            "OUT",
            "-p",
            "com.int",
            "WIT"),
        wrong(
            2,
            "expected a Java class without its package, such as Shop, got a-b",
            "-o",
            "OUT",
            "--class-name",
            "a-b",
            "WIT"),
        wrong(
            2,
            "expected an interface (acme:time/types) or a type (acme:time/types.instant), got a",
            "-o",
            "OUT",
            "--map",
            "a=b",
            "WIT"),
        wrong(
            2,
            "a:b/c: expected a Java package, such as com.acme.http, got b-c",
            "-o",
            "OUT",
            "--map",
            "a:b/c=b-c",
            "WIT"),
        wrong(3, "world", "-o", "OUT", "WIT"),
        wrong(3, "nowhere", "-o", "OUT", "-w", "nowhere", "WIT"),
        wrong(4, "missing.wit: there is no such file", "-o", "OUT", "WIT/missing.wit"),
        wrong(4, "missing.wasm: there is no such file", "-o", "OUT", "WIT/missing.wasm"),
        wrong(
            3,
            "there is no acme:shop/tills to be mapped in world shop, which has the interfaces"
                + " acme:shop/carts@1.0.0",
            "-o",
            "OUT",
            "-w",
            "shop",
            "--map",
            "acme:shop/tills=com.acme",
            "WIT"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void mistakesAreNamed(int exitCode, String message, List<String> arguments) {
    Run run =
        Run.of(
            arguments.stream()
                .map(one -> one.replace("WIT", wit.toString()).replace("OUT", output.toString()))
                .toArray(String[]::new));
    assertTrue(run.err.contains(message), run.err);
    assertFalse(run.err.contains("\tat "), run.err);
    assertEquals("", run.out);
    assertEquals(exitCode, run.exitCode, run.err);
    assertFalse(Files.exists(output));
  }

  @Test
  void wrongWitIsPointedAt() throws IOException {
    Path file = wit.resolve("more.wit");
    Files.writeString(file, "interface more {\n  total: func(x u64);\n}\n");
    Run run = generate("-w", "shop");
    assertEquals(3, run.exitCode, run.err);
    assertTrue(run.err.contains("more.wit:2:17"), run.err);
    assertTrue(run.err.contains(" 2 |   total: func(x u64);\n"), run.err);
    assertTrue(run.err.lines().anyMatch(line -> line.strip().matches("\\| +\\^-*")), run.err);
    assertFalse(Files.exists(output));
  }

  @Test
  void aFolderThatCanNotBeWrittenToIsNamed() throws IOException {
    Files.writeString(output, "a file");
    Run run = generate("-w", "till");
    assertEquals(4, run.exitCode);
    assertTrue(run.err.startsWith("the files could not be written: "), run.err);
    assertTrue(run.err.contains(output.toString()), run.err);
  }

  @Test
  void theHelpListsEveryOption() {
    CommandLine command = Bindgen.commandLine();
    String help = command.getUsageMessage();
    for (OptionSpec option : command.getCommandSpec().options()) {
      for (String name : option.names()) {
        assertTrue(help.contains(name), name + " in\n" + help);
      }
      assertFalse(String.join("", option.description()).isBlank(), option.longestName());
    }
    for (String name :
        List.of(
            "WIT",
            "--output=FOLDER",
            "--world=NAME",
            "--package=JAVA.PACKAGE",
            "--class-name=NAME",
            "--feature=NAME",
            "--all-features",
            "--implement-wasi",
            "--throw-errors",
            "--map=WIT=JAVA")) {
      assertTrue(help.contains(name), name + " in\n" + help);
    }
    assertTrue(help.startsWith("Usage: bindgen "), help);
    assertTrue(help.lines().allMatch(line -> line.length() <= 80), help);
  }

  /** As Gradle's {@code JavaExec} runs it. */
  @Test
  void theProgramEndsWithTheExitCode() throws Exception {
    Run help = fork("--help");
    assertEquals(0, help.exitCode, help.err);
    assertTrue(help.out.contains("--implement-wasi"), help.out);
    assertTrue(help.out.contains("-h, --help"), help.out);
    Run good = fork("-w", "till", "-o", output.toString(), wit.toString());
    assertEquals(wrote(2, "acme.shop.Till"), good);
    assertEquals(Set.of("acme/shop/Till.java", "acme/shop/abi/CodecOfTill.java"), written());
    assertEquals(3, fork("-w", "x", "-o", output.toString(), wit.toString()).exitCode);
    assertEquals(2, fork("--nothing").exitCode);
  }

  private Run fork(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Bindgen.class.getName());
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Run(process.waitFor(), Files.readString(out), Files.readString(err));
  }
}
