package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bindgen} tells what it did and what went wrong as the other commands do. */
class BindgenCommandTest {

  @TempDir private Path folder;
  private Path wit;
  private Path output;

  @BeforeEach
  void name() {
    wit = folder.resolve("shop.wit");
    output = folder.resolve("java");
  }

  @Test
  void itSaysWhatItWrote() throws IOException {
    Files.writeString(wit, "package acme:shop; world shop { export open: func(); }");
    CommandRun run = Switchblade.run("bindgen", "-o", output, wit).exits(ExitCode.OK);
    assertEquals("2 files in " + output + "; the world is acme.shop.Shop\n", run.out());
    assertEquals("", run.err());
  }

  @Test
  void wrongWitIsNoComponentsFault() throws IOException {
    Files.writeString(wit, "package acme:shop;\nworld shop { export open: fnc(); }");
    String err = Switchblade.run("bindgen", "-o", output, wit).exits(ExitCode.NOT_LINKABLE).err();
    assertTrue(err.startsWith("switchblade: "), err);
    assertTrue(err.contains("shop.wit:2:30\n"), err);
  }

  /** A file is not trusted, and must not get to move the cursor. */
  @Test
  void whatAFileSaysIsPrintable() throws IOException {
    Files.writeString(wit, "package acme:shop;\n// \u001b[2J\u0007 \u202e");
    String err = Switchblade.run("bindgen", "-o", output, wit).exits(ExitCode.NOT_LINKABLE).err();
    assertTrue(err.chars().allMatch(one -> one >= ' ' || one == '\n'), err);
  }

  @Test
  void wrongOptionsAreWrongUsage() throws IOException {
    Files.writeString(wit, "package acme:shop; world shop { export open: func(); }");
    String err =
        Switchblade.run("bindgen", "-o", output, "--package", "1a", wit)
            .exits(ExitCode.USAGE)
            .err();
    assertEquals(
        """
        switchblade: expected a Java package, such as com.acme, got 1a
        `switchblade bindgen --help` shows what there is.
        """,
        err);
  }

  @Test
  void filesAreTheEnvironment() throws IOException {
    String missing =
        Switchblade.run("bindgen", "-o", output, wit).exits(ExitCode.ENVIRONMENT).err();
    assertEquals("switchblade: " + wit + ": there is no such file\n", missing);
    Files.writeString(wit, "package acme:shop; world shop { export open: func(); }");
    Files.writeString(output, "no folder");
    String taken = Switchblade.run("bindgen", "-o", output, wit).exits(ExitCode.ENVIRONMENT).err();
    assertTrue(taken.startsWith("switchblade: the files could not be written: "), taken);
  }
}
