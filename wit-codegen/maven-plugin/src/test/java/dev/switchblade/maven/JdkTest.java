package dev.switchblade.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.maven.Jdk.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class JdkTest {

  @TempDir private Path folder;

  @Test
  void isTheFirstThatIsNewEnough() throws Exception {
    Path old = jdk("old", "21.0.4");
    Path good = jdk("good", "25.0.1");
    Path newer = jdk("newer", "26");
    assertEquals(
        java(good),
        Jdk.choose(
            List.of(
                new Candidate("toolchain", null),
                Candidate.inFolder("maven", old),
                Candidate.inFolder("one", good),
                Candidate.inFolder("other", newer))));
  }

  @Test
  void isTheOneThatRunsThisTest() throws Exception {
    Path home = Path.of(System.getProperty("java.home"));
    assertTrue(Files.exists(Jdk.choose(List.of(Candidate.inFolder("this one", home)))));
  }

  @Test
  void isTakenAtItsUsersWordWithoutAReleaseFile() throws Exception {
    Path home = jdk("unknown", "25");
    Files.delete(home.resolve("release"));
    assertEquals(java(home), Jdk.choose(List.of(Candidate.inFolder("JAVA_HOME", home))));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows lets only some users make links")
  void isSearchedForWhereALinkLeads() throws Exception {
    Path real = jdk("real", "17.0.2");
    Path link = Files.createDirectories(folder.resolve("usr/bin")).resolve("java");
    Files.createSymbolicLink(link, java(real));
    assertThrows(
        MojoFailureException.class, () -> Jdk.choose(List.of(new Candidate("a link", link))));
  }

  @Test
  void missingMeansToSayWhatWasFoundAndWhatToDo() throws Exception {
    Path old = jdk("old", "1.8.0_402");
    Path gone = folder.resolve("gone");
    String message =
        assertThrows(
                MojoFailureException.class,
                () ->
                    Jdk.choose(
                        List.of(
                            new Candidate("the JDK toolchain of the build", null),
                            Candidate.inFolder("the JVM of Maven", old),
                            Candidate.inFolder("JAVA_HOME", gone))))
            .getMessage();
    assertTrue(
        message.startsWith(
            """
            The code generator needs Java 25 or later, and there is none here:
              the JDK toolchain of the build: none
              the JVM of Maven: %s is Java 1.8.0_402
              JAVA_HOME: there is no %s
            """
                .formatted(java(old), java(gone))),
        message);
    assertTrue(message.contains("select-jdk-toolchain"), message);
    assertTrue(message.contains("<jdkToolchain>"), message);
  }

  @Test
  void versionsOfAllAgesAreRead() {
    assertEquals(8, Jdk.feature("1.8.0_402"));
    assertEquals(17, Jdk.feature("17.0.15"));
    assertEquals(25, Jdk.feature("25"));
    assertEquals(26, Jdk.feature("26-ea"));
    assertEquals(0, Jdk.feature("unknown"));
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(home.resolve("bin"));
    Files.createFile(java(home));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private static Path java(Path home) {
    return home.resolve("bin").resolve("java");
  }
}
