package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class LibraryCacheTest {

  private static final String NAME = "libswitchblade.so";

  private final byte[] bytes = new byte[200_000];

  @TempDir private Path temporary;
  private Path folder;
  private URLClassLoader loader;
  private LibraryResource resource;

  @BeforeEach
  void writePlatformJar() throws IOException {
    new Random(1).nextBytes(bytes);
    folder = temporary.resolve("cache/natives");
    Path jar = PlatformJars.write(temporary.resolve("a.jar"), Platform.LINUX_X86_64, bytes);
    loader = PlatformJars.loader(jar);
    resource = find();
  }

  @AfterEach
  void closeLoader() throws IOException {
    loader.close();
  }

  private LibraryResource find() {
    return Objects.requireNonNull(LibraryResource.find(Platform.LINUX_X86_64, List.of(loader)));
  }

  private Path unpack() throws IOException {
    return new LibraryCache(folder, false).unpack(resource, NAME);
  }

  private static Set<String> namesIn(Path folder) throws IOException {
    var names = new HashSet<String>();
    try (var files = Files.list(folder)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    return names;
  }

  @Test
  void unpacksIntoAFolderNamedByTheDigest() throws IOException {
    Path library = unpack();
    assertEquals(
        folder.resolve(PlatformJars.sha256(bytes).substring(0, 32)).resolve(NAME), library);
    assertArrayEquals(bytes, Files.readAllBytes(library));
    assertEquals(Set.of(NAME, NAME + ".verified"), namesIn(library.getParent()));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no permissions as on Unix")
  void createsFoldersAndFilesForTheOwnerOnly() throws IOException {
    Path library = unpack();
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(library)));
  }

  @Test
  void usesWhatIsThereWithoutTheJarsLibrary() throws IOException {
    Path library = unpack();
    FileTime written = Files.getLastModifiedTime(library);
    loader.close();
    PlatformJars.write(
        temporary.resolve("digest-only.jar"),
        Platform.LINUX_X86_64,
        new byte[0],
        PlatformJars.sha256(bytes));
    loader = PlatformJars.loader(temporary.resolve("digest-only.jar"));
    resource = find();
    assertEquals(library, unpack());
    assertEquals(written, Files.getLastModifiedTime(library));
  }

  /** As where a container's image brings the cache, and its file system is read-only. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are those of Unix")
  void usesWhatIsThereWhereNobodyMayWrite() throws IOException {
    Path library = unpack();
    Path place = Objects.requireNonNull(library.getParent());
    Files.delete(library.resolveSibling(NAME + ".verified"));
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("r-x------"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    try {
      FileTime written = Files.getLastModifiedTime(library);
      assertEquals(library, unpack());
      assertEquals(written, Files.getLastModifiedTime(library));
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void replacesAFileThatWasCutOff() throws IOException {
    Path library = unpack();
    Files.write(library, new byte[] {1});
    assertEquals(library, unpack());
    assertArrayEquals(bytes, Files.readAllBytes(library));
  }

  @Test
  void replacesAFileThatWasChangedWithoutChangeOfSize() throws IOException {
    Path library = unpack();
    changeFirstByte(library);
    Files.setLastModifiedTime(library, FileTime.fromMillis(1_000_000));
    unpack();
    assertArrayEquals(bytes, Files.readAllBytes(library));
  }

  @Test
  void seesAnyChangeWhenAskedToVerify() throws IOException {
    Path library = unpack();
    FileTime written = Files.getLastModifiedTime(library);
    changeFirstByte(library);
    Files.setLastModifiedTime(library, written);
    new LibraryCache(folder, true).unpack(resource, NAME);
    assertArrayEquals(bytes, Files.readAllBytes(library));
  }

  @Test
  void keepsAFileWhoseDigestIsRightButLooksChanged() throws IOException {
    Path library = unpack();
    Files.setLastModifiedTime(library, FileTime.fromMillis(1_000_000));
    unpack();
    assertEquals(1_000_000, Files.getLastModifiedTime(library).toMillis());
    assertTrue(Files.readString(library.resolveSibling(NAME + ".verified")).endsWith(" 1000000"));
  }

  @Test
  void refusesALibraryWithAnotherDigestAndLeavesNothing() throws IOException {
    String wrong = "0".repeat(64);
    loader.close();
    Path jar = temporary.resolve("b.jar");
    loader = PlatformJars.loader(PlatformJars.write(jar, Platform.LINUX_X86_64, bytes, wrong));
    resource = find();
    var e = assertThrows(DamagedLibraryException.class, this::unpack);
    assertTrue(e.getMessage().contains(wrong), e.getMessage());
    assertTrue(e.getMessage().contains(PlatformJars.sha256(bytes)), e.getMessage());
    assertTrue(e.getMessage().contains("b.jar"), e.getMessage());
    assertEquals(Set.of(), namesIn(folder.resolve("0".repeat(32))));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no permissions as on Unix")
  void refusesAFolderThatOthersMayWriteTo() throws IOException {
    unpack();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    var e = assertThrows(IOException.class, this::unpack);
    assertTrue(e.getMessage().contains("may be changed by other users"), e.getMessage());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows lets only some users make links")
  void replacesALinkInTheLibrarysPlace() throws IOException {
    Path library = unpack();
    Path elsewhere = temporary.resolve("elsewhere.so");
    Files.move(library, elsewhere);
    Files.createSymbolicLink(library, elsewhere);
    unpack();
    assertFalse(Files.isSymbolicLink(library));
    assertArrayEquals(bytes, Files.readAllBytes(library));
  }

  @Test
  void severalThreadsAtOnceAllGetTheWholeLibrary() throws Exception {
    int threads = 8;
    var start = new CyclicBarrier(threads);
    Callable<byte[]> unpackAndRead =
        () -> {
          start.await();
          return Files.readAllBytes(unpack());
        };
    try (var executor = Executors.newFixedThreadPool(threads)) {
      var results = new ArrayList<Future<byte[]>>();
      for (int i = 0; i < threads; i++) {
        results.add(executor.submit(unpackAndRead));
      }
      for (Future<byte[]> result : results) {
        assertArrayEquals(bytes, result.get());
      }
    }
    Path place = Objects.requireNonNull(unpack().getParent());
    assertEquals(Set.of(NAME, NAME + ".verified"), namesIn(place));
  }

  private void changeFirstByte(Path library) throws IOException {
    byte[] changed = bytes.clone();
    changed[0]++;
    Files.write(library, changed);
  }
}
