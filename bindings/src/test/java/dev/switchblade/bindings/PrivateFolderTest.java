package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class PrivateFolderTest {

  @TempDir private Path temporary;

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no permissions as on Unix")
  void isCreatedForItsOwnerOnlyWithAllAboveIt() throws IOException {
    Path folder = temporary.resolve("a/b");
    PrivateFolder.create(folder);
    for (Path each : new Path[] {folder, folder.getParent()}) {
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
      assertDoesNotThrow(() -> PrivateFolder.check(each));
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no permissions as on Unix")
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
    Path link = temporary.resolve("link");
    try {
      Files.createSymbolicLink(link, folder);
    } catch (FileSystemException e) {
      assumeTrue(false, "Windows lets only some users make links: " + e);
    }
    assumeTrue(Files.isSymbolicLink(link), "Wine makes none");
    var e = assertThrows(IOException.class, () -> PrivateFolder.check(link));
    assertTrue(e.getMessage().contains("symbolic link"), e.getMessage());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no permissions as on Unix")
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

  @Test
  void whatWasLeftBehindIsDeletedOnceItIsOld() throws IOException {
    Path old = Files.createDirectories(temporary.resolve("ours-1"));
    Files.createFile(Files.createDirectories(old.resolve("digest")).resolve("switchblade.dll"));
    Path young = Files.createDirectory(temporary.resolve("ours-2"));
    Path other = Files.createDirectory(temporary.resolve("others-1"));
    Path file = Files.createFile(temporary.resolve("ours-3"));
    for (Path each : List.of(old, other, file)) {
      Files.setLastModifiedTime(each, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }
    PrivateFolder.deleteLeftovers(temporary, "ours-", Duration.ofHours(1));
    assertFalse(Files.exists(old));
    for (Path each : List.of(young, other, file)) {
      assertTrue(Files.exists(each), each::toString);
    }
    PrivateFolder.deleteLeftovers(temporary.resolve("none"), "ours-", Duration.ZERO);
  }
}
