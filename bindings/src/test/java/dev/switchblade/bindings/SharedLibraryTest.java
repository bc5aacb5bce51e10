package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharedLibraryTest {

  @TempDir private Path temporary;

  @Test
  void saysWhyTheSystemRefusesAFile() throws IOException {
    Path file = Files.write(temporary.resolve("no-library.so"), new byte[4096]);
    var opener = new SharedLibrary.SystemOpener();
    var error = assertThrows(UnsatisfiedLinkError.class, () -> opener.open(file));
    assertTrue(error.getMessage().contains(file.toString()), error.getMessage());
    assertTrue(error.getMessage().length() > file.toString().length() + 5, error.getMessage());
  }
}
