package dev.switchblade.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The {@code ./switchblade} script, in a checkout of its own with a JDK that prints its arguments.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script for Windows is switchblade.cmd")
class LauncherTest {

  private static final String ECHO =
      """
      #!/bin/sh
      for argument; do
        case $argument in
          -XX:AOTCacheOutput=*) : >"${argument#*=}"; echo cache >"${argument#*=}" ;;
        esac
        printf '%s\\n' "<$argument>"
      done
      """;

  private record Launch(int exitCode, List<String> out, String err) {}

  @TempDir Path folder;
  private Path checkout;
  private Path jdk;
  private Path jar;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = Files.createDirectories(folder.resolve("a checkout"));
    jdk = fakeJdk("jdk 25", "25.0.1");
    Path source = Files.createDirectories(checkout.resolve("cli/src/main")).resolve("Main.java");
    Files.writeString(source, "class Main {}");
    Path lib = Files.createDirectories(checkout.resolve("cli/target/lib"));
    Files.writeString(lib.resolve("picocli.jar"), "jar");
    jar = Files.writeString(checkout.resolve("cli/target/switchblade-cli-1.jar"), "jar");
    executable(checkout.resolve("switchblade"), Files.readString(Path.of("../switchblade")));
  }

  private Path fakeJdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"N/A\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
    executable(home.resolve("bin/java"), ECHO);
    executable(home.resolve("bin/javac"), ECHO);
    return home;
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Launch launch(Path script, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("SWITCHBLADE_JAVA_HOME", jdk.toString());
    builder.environment().put("SWITCHBLADE_AOT", "off");
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("a cache").toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the launcher hangs: " + Files.readString(err));
    }
    return new Launch(process.exitValue(), Files.readAllLines(out, UTF_8), Files.readString(err));
  }

  private Launch launch(String... arguments) throws IOException, InterruptedException {
    return launch(checkout.resolve("switchblade"), Map.of(), arguments);
  }

  @Test
  void argumentsArriveAsTheyAre() throws IOException, InterruptedException {
    String[] arguments = {
      "run", "my file.wasm", "", "--invoke", "f(\"a  b\", 'c', [*])", "$HOME `x` \\ ?", "ö€"
    };
    Launch launch = launch(arguments);
    assertEquals(0, launch.exitCode(), launch.err());
    int jarAt = launch.out().indexOf("<" + jar + ">");
    List<String> passed = launch.out().subList(jarAt + 1, launch.out().size());
    assertEquals(List.of(arguments), passed.stream().map(LauncherTest::unquoted).toList());
    assertEquals("", launch.err());
  }

  private static String unquoted(String text) {
    return text.substring(1, text.length() - 1);
  }

  @Test
  void toolsComeFromAnArtifactOfTheirOwn() throws IOException, InterruptedException {
    Files.createDirectories(checkout.resolve("tools/target/lib"));
    Path tools = Files.writeString(checkout.resolve("tools/target/switchblade-tools-1.jar"), "jar");
    for (String[] arguments :
        new String[][] {{"soak", "--seconds", "2"}, {"--debug", "conformance", "tests"}}) {
      Launch launch =
          launch(checkout.resolve("switchblade"), Map.of("SWITCHBLADE_AOT", "on"), arguments);
      assertEquals(0, launch.exitCode(), launch.err());
      assertTrue(launch.out().contains("<" + tools + ">"), launch.out().toString());
      assertEquals("", launch.err());
    }
    Launch launch = launch("run", "soak");
    assertTrue(launch.out().contains("<" + jar + ">"), launch.out().toString());
  }

  @Test
  void toolsAreBuiltWhenTheyAreUsedFirst() throws IOException, InterruptedException {
    executable(
        checkout.resolve("mvnw"),
        """
        #!/bin/sh
        echo "$*" >>built-with
        mkdir -p tools/target/lib
        echo jar >tools/target/switchblade-tools-1.jar
        """);
    Path source = checkout.resolve("cli/src/main/Main.java");
    FileTime built = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(source, FileTime.fromMillis(built.toMillis() + 1));
    Launch launch = launch("soak");
    assertEquals(0, launch.exitCode(), launch.err());
    assertTrue(launch.err().contains("first use"), launch.err());
    // What was built with them is not built again.
    assertEquals("", launch("demo").err());
    List<String> builds = Files.readAllLines(checkout.resolve("built-with"));
    assertEquals(1, builds.size(), builds.toString());
    assertTrue(builds.getFirst().contains(" -pl tools -am package"), builds.toString());
  }

  @Test
  void aSymbolicLinkFindsItsCheckout() throws IOException, InterruptedException {
    Path link = Files.createSymbolicLink(folder.resolve("sb"), Path.of("a checkout/switchblade"));
    Path second = Files.createSymbolicLink(folder.resolve("sb2"), link);
    Launch launch = launch(second, Map.of(), "demo");
    assertEquals(0, launch.exitCode(), launch.err());
    assertTrue(launch.out().contains("<" + jar + ">"), launch.out().toString());
  }

  @Test
  void anAotCacheIsMadeOnceAndUsed() throws IOException, InterruptedException {
    Path script = checkout.resolve("switchblade");
    Launch first = launch(script, Map.of("SWITCHBLADE_AOT", "on"), "demo");
    Launch second = launch(script, Map.of("SWITCHBLADE_AOT", "on"), "demo");
    assertTrue(first.err().contains("preparing"), first.err());
    assertEquals("", second.err());
    assertEquals(first.out(), second.out());
    assertTrue(second.out().getFirst().startsWith("<-XX:AOTCache="), second.out().toString());
  }

  @Test
  void aJdkThatIsTooOldIsNamed() throws IOException, InterruptedException {
    Path old = fakeJdk("jdk 24", "24.0.2");
    Launch launch =
        launch(checkout.resolve("switchblade"), Map.of("SWITCHBLADE_JAVA_HOME", old.toString()));
    assertEquals(ExitCode.ENVIRONMENT, launch.exitCode());
    assertTrue(launch.err().contains(old + " has Java 24.0.2"), launch.err());
    assertTrue(launch.err().contains("adoptium.net"), launch.err());
  }

  @Test
  void aFolderThatIsNoJdkIsNamed() throws IOException, InterruptedException {
    Launch launch =
        launch(
            checkout.resolve("switchblade"), Map.of("SWITCHBLADE_JAVA_HOME", checkout.toString()));
    assertEquals(ExitCode.ENVIRONMENT, launch.exitCode());
    assertTrue(launch.err().contains(checkout + " is no JDK"), launch.err());
  }

  @Test
  void javaHomeIsTakenIfItIsNewEnough() throws IOException, InterruptedException {
    Path newer = fakeJdk("jdk 26", "26");
    Launch launch =
        launch(
            checkout.resolve("switchblade"),
            Map.of("SWITCHBLADE_JAVA_HOME", "", "JAVA_HOME", newer.toString()),
            "demo");
    assertEquals(0, launch.exitCode(), launch.err());
    assertTrue(launch.out().contains("<demo>"), launch.out().toString());
  }

  @Test
  void aBuildThatFailsShowsItsEndAndTheLog() throws IOException, InterruptedException {
    Files.delete(jar);
    executable(
        checkout.resolve("mvnw"),
        """
        #!/bin/sh
        echo '[INFO] Building Switchblade :: bindings 1 [1/2]'
        echo '[INFO] something that nobody needs to see'
        echo '[ERROR] the reason'
        exit 1
        """);
    Launch launch = launch("demo");
    assertEquals(ExitCode.ENVIRONMENT, launch.exitCode());
    assertEquals(List.of(), launch.out());
    assertTrue(launch.err().contains("  Switchblade :: bindings"), launch.err());
    assertTrue(launch.err().contains("[ERROR] the reason"), launch.err());
    assertTrue(launch.err().contains("cli/target/build.log"), launch.err());
    assertFalse(launch.err().contains("nobody needs"), launch.err());
  }

  @Test
  void sourcesThatAreNewerThanTheBuildAreBuilt() throws IOException, InterruptedException {
    executable(checkout.resolve("mvnw"), "#!/bin/sh\necho \"$JAVA_HOME $*\" >>built-with\n");
    assertEquals(0, launch("demo").exitCode());
    assertFalse(Files.exists(checkout.resolve("built-with")));
    Path source = checkout.resolve("cli/src/main/Main.java");
    Files.setLastModifiedTime(
        source, FileTime.fromMillis(Files.getLastModifiedTime(jar).toMillis() + 2_000));
    Launch rebuilt = launch("demo");
    assertEquals(0, rebuilt.exitCode(), rebuilt.err());
    assertTrue(rebuilt.err().contains("sources have changed"), rebuilt.err());
    assertTrue(
        Files.readString(checkout.resolve("built-with")).startsWith(jdk + " -B -ntp -Pquick"));
  }
}
