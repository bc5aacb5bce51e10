package dev.switchblade.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.maven.Generator.Outcome;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GeneratorTest {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir private Path folder;

  @Test
  void isGivenItsClassPathAndArguments() {
    List<Path> jars = List.of(Path.of("generator.jar"), Path.of("switchblade-native.jar"));
    List<String> command =
        new Generator(jars, null).command(JAVA, List.of("--output", "out", "wit"));
    assertEquals(JAVA.toString(), command.get(0));
    assertTrue(command.contains("--enable-native-access=ALL-UNNAMED"), command::toString);
    assertEquals(
        List.of(
            "-cp",
            "generator.jar" + File.pathSeparator + "switchblade-native.jar",
            "dev.switchblade.codegen.Bindgen",
            "--output",
            "out",
            "wit"),
        command.subList(command.size() - 6, command.size()));
    assertFalse(command.toString().contains("switchblade.native.path"), command::toString);
  }

  @Test
  void isToldOfALibraryThatIsBuiltAlready() {
    Path library = Path.of("libswitchblade.so");
    var generator = new Generator(List.of(Path.of("generator.jar")), library);
    List<String> command = generator.command(JAVA, List.of());
    assertTrue(command.contains("-Dswitchblade.native.path=libswitchblade.so"), command::toString);
    assertEquals(List.of(Path.of("generator.jar"), library), generator.parts());
  }

  @Test
  void isHeardOnBothStreamsHoweverMuchItSays() throws Exception {
    // More than a pipe holds: who reads one stream after the other would wait for ever.
    Outcome outcome =
        run(
            """
            class Program {
              public static void main(String[] arguments) {
                for (int i = 0; i < 20_000; i++) {
                  System.out.println("out \\u00fc " + i);
                  System.err.println("err \\u00fc " + i);
                }
                System.exit(5);
              }
            }
            """);
    assertEquals(5, outcome.exitCode());
    assertEquals(20_000, outcome.output().lines().count());
    assertTrue(outcome.output().endsWith("out \u00fc 19999"));
    assertTrue(outcome.errors().endsWith("err \u00fc 19999"));
    assertFalse(outcome.isRefusal());
  }

  @Test
  void refusesWithAMessageButCrashesWithAStackTrace() {
    assertTrue(new Outcome(2, "", "expected a Java package, such as com.acme, got 1").isRefusal());
    assertTrue(new Outcome(3, "", "name `lsit` is not defined").isRefusal());
    assertTrue(new Outcome(4, "", "a.wit: there is no such file").isRefusal());
    assertFalse(new Outcome(1, "", "Error: Could not find or load main class X").isRefusal());
    assertFalse(
        new Outcome(3, "", "Exception in thread \"main\" X\n\tat a.B.c(B.java:1)").isRefusal());
    assertFalse(new Outcome(3, "", "").isRefusal());
    assertFalse(new Outcome(134, "", "# A fatal error has been detected").isRefusal());
  }

  @Test
  void isNotBlamedForRemarksOfTheJvm() {
    assertEquals(
        "  a warning",
        Generator.withoutRemarks(
            """
            Picked up JAVA_TOOL_OPTIONS: -Xmx1g
            NOTE: Picked up JDK_JAVA_OPTIONS: -Xmx1g
              a warning
            """));
  }

  private Outcome run(String program) throws Exception {
    Path source = Files.writeString(folder.resolve("Program.java"), program);
    List<String> command =
        List.of(
            JAVA.toString(),
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            source.toString());
    return Generator.run(command, folder);
  }
}
