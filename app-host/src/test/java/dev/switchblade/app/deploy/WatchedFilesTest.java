package dev.switchblade.app.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a file is taken; time is what the tests say that it is. */
final class WatchedFilesTest {

  private static final long QUIET = 100;

  @TempDir private Path folder;
  private long now;
  private long written;

  /** Writes a file, with a time of its own: clocks of file systems may be coarse. */
  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000 + ++written * 1_000));
    return file;
  }

  /** What is taken when time has gone on. */
  private Map<Path, byte[]> look(WatchedFiles watched, long later) throws IOException {
    now += later;
    return watched.look(now);
  }

  private void assertNothing(WatchedFiles watched, long later) throws IOException {
    assertEquals(Map.of(), look(watched, later));
  }

  private void assertTaken(WatchedFiles watched, long later, Path file, String content)
      throws IOException {
    Map<Path, byte[]> taken = look(watched, later);
    assertEquals(Set.of(file), taken.keySet());
    assertArrayEquals(content.getBytes(UTF_8), taken.get(file));
  }

  @Test
  void aFileIsTakenWhenItHasStoodStill() throws IOException {
    Path file = write("a.wasm", "one");
    var watched = WatchedFiles.file(file, QUIET);
    assertNothing(watched, 0);
    assertNothing(watched, 10 * QUIET);
    write("a.wasm", "two");
    assertNothing(watched, 1);
    assertNothing(watched, QUIET - 1);
    assertTaken(watched, 1, file, "two");
    assertNothing(watched, 1);
    assertNothing(watched, 10 * QUIET);
  }

  /** Half of a file stays unread while the other half is being written. */
  @Test
  void aFileThatIsBeingWrittenIsNotTaken() throws IOException {
    Path file = write("a.wasm", "one");
    var watched = WatchedFiles.file(file, QUIET);
    Files.writeString(file, "");
    for (int i = 0; i < 20; i++) {
      assertNothing(watched, QUIET / 2);
      Files.writeString(file, "x", StandardOpenOption.APPEND);
    }
    assertNothing(watched, QUIET / 2);
    assertTaken(watched, QUIET, file, "x".repeat(20));
  }

  @Test
  void aFileMayBeReplacedByAnother() throws IOException {
    Path file = write("a.wasm", "one");
    var watched = WatchedFiles.file(file, QUIET);
    Path next = write("next", "two");
    // As long ago as the first, and as long: what differs is which file it is.
    Files.setLastModifiedTime(next, Files.getLastModifiedTime(file));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    assertNothing(watched, 1);
    assertTaken(watched, QUIET, file, "two");
  }

  @Test
  void theSameContentIsNotTakenAgain() throws IOException {
    Path file = write("a.wasm", "one");
    var watched = WatchedFiles.file(file, QUIET);
    write("a.wasm", "one");
    assertNothing(watched, 1);
    assertNothing(watched, QUIET);
    assertNothing(watched, QUIET);
    write("a.wasm", "two");
    assertNothing(watched, 1);
    assertTaken(watched, QUIET, file, "two");
    write("a.wasm", "one");
    assertNothing(watched, 1);
    assertTaken(watched, QUIET, file, "one");
  }

  @Test
  void aFileMayComeLaterAndGo() throws IOException {
    Path file = folder.resolve("a.wasm");
    var watched = WatchedFiles.file(file, QUIET);
    assertNothing(watched, QUIET);
    write("a.wasm", "one");
    assertNothing(watched, QUIET);
    assertTaken(watched, QUIET, file, "one");
    Files.delete(file);
    assertNothing(watched, QUIET);
    assertNothing(watched, QUIET);
    Files.createDirectory(file);
    assertNothing(watched, QUIET);
    assertNothing(watched, QUIET);
  }

  @Test
  void whatWasTakenIsTakenAgainIfItWasNotUsed() throws IOException {
    Path file = write("a.wasm", "one");
    var watched = WatchedFiles.file(file, QUIET);
    write("a.wasm", "two");
    assertNothing(watched, 1);
    assertTaken(watched, QUIET, file, "two");
    watched.takeAgain(List.of(file));
    assertTaken(watched, 1, file, "two");
    assertNothing(watched, QUIET);
  }

  @Test
  void partsThatChangeTogetherAreTakenTogether() throws IOException {
    Path auth = write("auth.wasm", "one");
    Path processor = write("processor.wasm", "one");
    write("other.wasm", "one");
    var watched = WatchedFiles.parts(folder, Set.of("auth", "processor", "missing"), QUIET);
    write("auth.wasm", "two");
    assertNothing(watched, 1);
    write("processor.wasm", "two");
    write("other.wasm", "two");
    // The first has stood still for long enough, the second hasn't.
    assertNothing(watched, QUIET);
    assertEquals(Set.of(auth, processor), look(watched, QUIET).keySet());
    assertNothing(watched, QUIET);
    write("auth.wasm", "three");
    assertNothing(watched, 1);
    assertTaken(watched, QUIET, auth, "three");
    assertEquals("auth", WatchedFiles.part(auth));
  }

  @Test
  void theLatestFileOfAFolderIsTaken() throws IOException {
    write("shop-1.wasm", "one");
    write("shop-0.wasm", "older, and written later");
    var watched = WatchedFiles.latest(folder, QUIET);
    assertNothing(watched, QUIET);
    Path two = write("shop-2.wasm", "two");
    write("readme.txt", "no component");
    assertNothing(watched, 1);
    assertTaken(watched, QUIET, two, "two");
    // Those before it are known: removing the latest changes nothing.
    Files.delete(two);
    assertNothing(watched, QUIET);
    assertNothing(watched, QUIET);
    Path three = write("shop-0.wasm", "three");
    assertNothing(watched, QUIET);
    assertTaken(watched, QUIET, three, "three");
  }

  @Test
  void aFolderThatIsGoneIsAnError() throws IOException {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    var watched = WatchedFiles.latest(gone, QUIET);
    Files.delete(gone);
    assertThrows(NoSuchFileException.class, () -> look(watched, 1));
    Files.createDirectory(gone);
    assertNothing(watched, 1);
  }
}
