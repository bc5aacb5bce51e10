package dev.switchblade.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code switchblade.cmd}, in a checkout of its own, with this JDK and a jar that says what it got.
 */
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "the script for other systems is switchblade")
class LauncherOnWindowsTest {

  private record Launch(int exitCode, List<String> out, String err) {}

  @TempDir Path folder;
  private Path checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = Files.createDirectories(folder.resolve("a checkout"));
    Files.writeString(
        Files.createDirectories(checkout.resolve("cli/src/main")).resolve("Main.java"), "");
    Path lib = Files.createDirectories(checkout.resolve("cli/target/lib"));
    Files.writeString(lib.resolve("picocli.jar"), "jar");
    writeJar(checkout.resolve("cli/target/switchblade-cli-1.jar"));
    Files.writeString(checkout.resolve("cli/target/switchblade-cli-1-sources.jar"), "jar");
    Files.copy(Path.of("..", "switchblade.cmd"), checkout.resolve("switchblade.cmd"));
  }

  private static void writeJar(Path file) throws IOException {
    var manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, EchoedArguments.class.getName());
    String name = EchoedArguments.class.getName().replace('.', '/') + ".class";
    ClassLoader loader = EchoedArguments.class.getClassLoader();
    try (OutputStream out = Files.newOutputStream(file);
        var jar = new JarOutputStream(out, manifest);
        InputStream in = Objects.requireNonNull(loader.getResourceAsStream(name))) {
      jar.putNextEntry(new JarEntry(name));
      in.transferTo(jar);
      jar.closeEntry();
    }
  }

  private static String thisJdk() {
    String home = System.getProperty("java.home");
    assumeTrue(Files.exists(Path.of(home, "bin", "javac.exe")), "needs a JDK");
    return home;
  }

  /** Runs the script with what a user would type behind its name. */
  private Launch launch(Map<String, String> environment, String typed)
      throws IOException, InterruptedException {
    Path caller = folder.resolve("caller.cmd");
    Files.writeString(
        caller, "@echo off\r\n\"" + checkout.resolve("switchblade.cmd") + "\" " + typed + "\r\n");
    var builder = new ProcessBuilder("cmd", "/c", caller.toString()).directory(folder.toFile());
    builder.environment().put("SWITCHBLADE_AOT", "off");
    builder.environment().put("SWITCHBLADE_CHECK", "off");
    builder.environment().put("LOCALAPPDATA", folder.resolve("local data").toString());
    builder.environment().putAll(environment);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the launcher hangs: " + Files.readString(err));
    }
    return new Launch(process.exitValue(), Files.readAllLines(out, UTF_8), Files.readString(err));
  }

  @Test
  void argumentsArriveAsTheyAre() throws IOException, InterruptedException {
    Launch launch =
        launch(
            Map.of("SWITCHBLADE_JAVA_HOME", thisJdk()),
            "run \"my file.wasm\" \"\" --invoke \"f(\\\"a  b\\\", 'c', [*])\""
                + " --env A=B \"x & y\" 1,2;3");
    assertEquals(
        List.of(
            "<run>",
            "<my file.wasm>",
            "<>",
            "<--invoke>",
            "<f(\"a  b\", 'c', [*])>",
            "<--env>",
            "<A=B>",
            "<x & y>",
            "<1,2;3>"),
        launch.out(),
        launch.err());
    assertEquals(7, launch.exitCode());
    assertFalse(launch.err().contains("switchblade:"), launch.err());
  }

  @Test
  void javaHomeIsTaken() throws IOException, InterruptedException {
    Launch launch = launch(Map.of("SWITCHBLADE_JAVA_HOME", "", "JAVA_HOME", thisJdk()), "demo");
    assertEquals(List.of("<demo>"), launch.out(), launch.err());
  }

  @Test
  void anAotCacheIsMadeOnceAndUsed() throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of("SWITCHBLADE_JAVA_HOME", thisJdk(), "SWITCHBLADE_AOT", "on");
    Launch first = launch(environment, "demo");
    Launch second = launch(environment, "demo");
    assertTrue(first.err().contains("preparing"), first.err());
    assertFalse(second.err().contains("switchblade:"), second.err());
    assertEquals(List.of("<demo>"), first.out());
    assertEquals(first.out(), second.out());
  }

  @Test
  void aJdkThatIsTooOldIsNamed() throws IOException, InterruptedException {
    Path old = folder.resolve("jdk (24)");
    Files.createDirectories(old.resolve("bin"));
    Files.writeString(old.resolve("bin/java.exe"), "");
    Files.writeString(old.resolve("bin/javac.exe"), "");
    Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"N/A\"\r\nJAVA_VERSION=\"24.0.2\"\r\n");
    Launch launch = launch(Map.of("SWITCHBLADE_JAVA_HOME", old.toString()), "demo");
    assertEquals(ExitCode.ENVIRONMENT, launch.exitCode());
    assertTrue(launch.err().contains(old + " has Java 24.0.2"), launch.err());
    assertTrue(launch.err().contains("adoptium.net"), launch.err());
  }

  @Test
  void aFolderThatIsNoJdkIsNamed() throws IOException, InterruptedException {
    Launch launch = launch(Map.of("SWITCHBLADE_JAVA_HOME", checkout.toString()), "demo");
    assertEquals(ExitCode.ENVIRONMENT, launch.exitCode());
    assertTrue(launch.err().contains(checkout + " is no JDK"), launch.err());
  }

  @Test
  void rebuildTakesNothingElse() throws IOException, InterruptedException {
    Launch launch = launch(Map.of("SWITCHBLADE_JAVA_HOME", thisJdk()), "--rebuild demo");
    assertEquals(ExitCode.ENVIRONMENT, launch.exitCode());
    assertTrue(launch.err().contains("--rebuild takes nothing else"), launch.err());
  }
}
