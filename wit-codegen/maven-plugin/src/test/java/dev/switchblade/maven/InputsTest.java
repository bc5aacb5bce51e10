package dev.switchblade.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InputsTest {

  private static final List<String> ARGUMENTS = List.of("--world", "shop");

  @TempDir private Path folder;
  private Path wit;
  private Path jar;

  @BeforeEach
  void writeFiles() throws IOException {
    wit = Files.createDirectories(folder.resolve("wit"));
    Files.createDirectories(wit.resolve("deps/clocks"));
    Files.writeString(wit.resolve("world.wit"), "world shop {}");
    Files.writeString(wit.resolve("deps/clocks/clocks.wit"), "interface clock {}");
    jar = Files.writeString(folder.resolve("generator-1.jar"), "jar");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
  }

  @Test
  void areReadable() throws IOException {
    Files.delete(wit.resolve("deps/clocks/clocks.wit"));
    assertEquals(
        List.of(
            "argument --world",
            "argument shop",
            "generator generator-1.jar 3 1970-01-01T00:00:00Z",
            "wit world.wit 24387bf5bde04daa3ebe8f94edf12914e709774b9645018c5a303df0ccd51b43"),
        describe());
  }

  @Test
  void areTheSameAsLongAsContentsAre() throws IOException {
    List<String> before = describe();
    Files.setLastModifiedTime(wit.resolve("world.wit"), FileTime.fromMillis(0));
    assertEquals(before, describe());
  }

  @Test
  void differWhenAFileOfADependencyDoes() throws IOException {
    List<String> before = describe();
    Files.writeString(wit.resolve("deps/clocks/clocks.wit"), "interface clocks {}");
    assertNotEquals(before, describe());
  }

  @Test
  void differWhenAFileComesGoesOrMoves() throws IOException {
    List<String> before = describe();
    Files.move(wit.resolve("world.wit"), wit.resolve("other.wit"));
    List<String> moved = describe();
    assertNotEquals(before, moved);
    Files.delete(wit.resolve("other.wit"));
    assertNotEquals(moved, describe());
  }

  @Test
  void differWhenTheGeneratorDoes() throws IOException {
    List<String> before = describe();
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1000));
    assertNotEquals(before, describe());
  }

  @Test
  void takeTheContentsOfAGeneratorThatIsNoJar() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Files.writeString(classes.resolve("Bindgen.class"), "1");
    List<String> before = Inputs.describe(ARGUMENTS, List.of(classes), wit);
    Files.writeString(classes.resolve("Bindgen.class"), "2");
    assertNotEquals(before, Inputs.describe(ARGUMENTS, List.of(classes), wit));
  }

  @Test
  void differWhenAnArgumentDoes() throws IOException {
    assertNotEquals(describe(), Inputs.describe(List.of("--world", "mall"), List.of(jar), wit));
  }

  @Test
  void mayBeOneFile() throws IOException {
    Path file = wit.resolve("world.wit");
    List<String> before = Inputs.describe(ARGUMENTS, List.of(jar), file);
    Files.writeString(file, "world mall {}");
    List<String> after = Inputs.describe(ARGUMENTS, List.of(jar), file);
    assertEquals(4, after.size());
    assertNotEquals(before, after);
  }

  private List<String> describe() throws IOException {
    return Inputs.describe(ARGUMENTS, List.of(jar), wit);
  }
}
