package dev.switchblade.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LastRunTest {

  private static final List<String> INPUTS = List.of("argument --world", "wit world.wit 00");
  private static final String SHOP = "acme/Shop.java";

  @TempDir private Path folder;

  @BeforeEach
  void writeOutput() throws IOException {
    Files.createDirectories(folder.resolve("acme"));
    Files.createFile(folder.resolve(SHOP));
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    var run = new LastRun(INPUTS, List.of(SHOP, "acme/Ünits.java"));
    Path file = folder.resolve("status/run.txt");
    run.write(file);
    assertEquals(Optional.of(run), LastRun.read(file));
  }

  @Test
  void isUnknownWithoutAFileOrWithAnotherProgramsFile() throws IOException {
    assertEquals(Optional.empty(), LastRun.read(folder.resolve("none")));
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertEquals(Optional.empty(), LastRun.read(binary));
  }

  @Test
  void standsAsLongAsInputsAndOutputsDo() {
    assertEquals(Optional.empty(), new LastRun(INPUTS, List.of(SHOP)).difference(INPUTS, folder));
  }

  @Test
  void saysWhichInputIsNew() {
    assertEquals(
        Optional.of("new or changed: wit world.wit 01"),
        new LastRun(INPUTS, List.of(SHOP))
            .difference(List.of("argument --world", "wit world.wit 01"), folder));
  }

  @Test
  void saysWhichInputIsGone() {
    assertEquals(
        Optional.of("no longer there: wit world.wit 00"),
        new LastRun(INPUTS, List.of(SHOP)).difference(List.of("argument --world"), folder));
  }

  @Test
  void mindsTheOrder() {
    assertEquals(
        Optional.of("another order of arguments or of the class path"),
        new LastRun(INPUTS, List.of(SHOP))
            .difference(List.of("wit world.wit 00", "argument --world"), folder));
  }

  @Test
  void saysWhichOutputIsMissing() {
    assertEquals(
        Optional.of("missing: acme/Item.java"),
        new LastRun(INPUTS, List.of(SHOP, "acme/Item.java")).difference(INPUTS, folder));
  }
}
