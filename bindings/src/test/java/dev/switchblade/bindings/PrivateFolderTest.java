package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "left to access control lists there")
final class PrivateFolderTest {

  @TempDir private Path temporary;

  @Test
  void isCreatedForItsOwnerOnlyWithAllAboveIt() throws IOException {
    Path folder = temporary.resolve("a/b");
    PrivateFolder.create(folder);
    for (Path each : new Path[] {folder, folder.getParent()}) {
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
      assertDoesNotThrow(() -> PrivateFolder.check(each));
    }
  }

  @Test
  void isNotOneThatOthersMayWriteTo() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("open"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));
    var e = assertThrows(IOException.class, () -> PrivateFolder.check(folder));
    assertTrue(e.getMessage().contains("may be changed by other users (mode 775)"), e.getMessage());
    assertTrue(e.getMessage().contains("chmod go-w " + folder), e.getMessage());
  }

  @Test
  void isNotALink() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("folder"));
    Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);
    var e = assertThrows(IOException.class, () -> PrivateFolder.check(link));
    assertTrue(e.getMessage().contains("symbolic link"), e.getMessage());
  }

  @Test
  void isNotAnotherUsers() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("folder"));
    assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid")), "only for root");
    Files.setAttribute(folder, "unix:uid", 12345);
    var e = assertThrows(IOException.class, () -> PrivateFolder.check(folder));
    assertTrue(e.getMessage().contains("another user (uid 12345)"), e.getMessage());
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count(), "files left behind");
    }
  }

  @Test
  void isDeletedWithAllInIt() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("a/b"));
    Files.createFile(folder.resolve("file"));
    PrivateFolder.delete(temporary.resolve("a"));
    assertFalse(Files.exists(temporary.resolve("a")));
  }
}
