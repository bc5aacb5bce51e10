package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GeneratedSourcesTest {

  /** What files have that were not written again. */
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir private Path folder;

  private static GeneratedSources sources(Map<String, String> files) {
    return new GeneratedSources("a.A", new TreeMap<>(files), List.of());
  }

  private Path path(String file) {
    return folder.resolve("java").resolve(file);
  }

  private void write(Map<String, String> files) throws IOException {
    sources(files).writeTo(folder.resolve("java"));
  }

  @Test
  void filesGoToTheFoldersOfTheirPackages() throws IOException {
    write(Map.of("com/acme/Shop.java", "shop \u20ac\n", "com/acme/carts/Cart.java", "cart\n"));
    assertEquals("shop \u20ac\n", Files.readString(path("com/acme/Shop.java")));
    assertEquals("cart\n", Files.readString(path("com/acme/carts/Cart.java")));
  }

  @Test
  void aFileThatHasItsContentIsLeftAlone() throws IOException {
    write(Map.of("a/A.java", "a", "a/B.java", "b"));
    Files.setLastModifiedTime(path("a/A.java"), LONG_AGO);
    Files.setLastModifiedTime(path("a/B.java"), LONG_AGO);
    write(Map.of("a/A.java", "a", "a/B.java", "other"));
    assertEquals(LONG_AGO, Files.getLastModifiedTime(path("a/A.java")));
    assertTrue(Files.getLastModifiedTime(path("a/B.java")).compareTo(LONG_AGO) > 0);
    assertEquals("other", Files.readString(path("a/B.java")));
  }

  @Test
  void aFileThatIsNoTextIsWrittenAgain() throws IOException {
    write(Map.of("a/A.java", "a"));
    Files.write(path("a/A.java"), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
    write(Map.of("a/A.java", "a"));
    assertEquals("a", Files.readString(path("a/A.java")));
  }

  @Test
  void whatAnEarlierRunWroteIsDeletedIfItIsNoneOfThese() throws IOException {
    write(Map.of("a/A.java", "a", "b/B.java", "b"));
    write(Map.of("a/A.java", "a"));
    assertTrue(Files.exists(path("a/A.java")));
    assertFalse(Files.exists(path("b/B.java")));
    write(Map.of());
    assertFalse(Files.exists(path("a/A.java")));
  }

  @Test
  void whatWasDeletedByHandIsNotMissed() throws IOException {
    write(Map.of("a/A.java", "a", "b/B.java", "b"));
    Files.delete(path("a/A.java"));
    Files.delete(path("b/B.java"));
    write(Map.of("a/A.java", "a"));
    assertEquals("a", Files.readString(path("a/A.java")));
  }

  @Test
  void whatIsSomebodyElsesStays() throws IOException {
    Files.createDirectories(path("a"));
    Files.writeString(path("a/Mine.java"), "mine");
    write(Map.of("a/A.java", "a"));
    write(Map.of());
    assertEquals("mine", Files.readString(path("a/Mine.java")));
  }

  /** Whoever can write the list of the last run could have other files deleted otherwise. */
  @Test
  void nothingOutsideOfTheFolderIsDeleted() throws IOException {
    Path outside = folder.resolve("Outside.java");
    Files.writeString(outside, "outside");
    Path beside = folder.resolve("java-too/Beside.java");
    Files.createDirectories(beside.getParent());
    Files.writeString(beside, "beside");
    write(Map.of("a/A.java", "a"));
    Files.write(
        path(".switchblade-bindgen"),
        List.of(
            "../Outside.java",
            "a/../../Outside.java",
            outside.toAbsolutePath().toString(),
            "../java-too/Beside.java",
            "a",
            "",
            "."),
        StandardCharsets.UTF_8);
    write(Map.of());
    assertEquals("outside", Files.readString(outside));
    assertEquals("beside", Files.readString(beside));
    assertEquals("a", Files.readString(path("a/A.java")));
  }

  /** Such as {@code switchblade bindgen --output .} in a folder of sources. */
  @ParameterizedTest
  @ValueSource(strings = {"", ".", "./", "target/..", "./target/../."})
  void theFolderMayBeTheOneThatTheProcessIsIn(String name) throws IOException {
    Path here = Path.of(name);
    String kept = "target/sources-test/A.java";
    String stale = "target/sources-test/B.java";
    try {
      sources(Map.of(kept, "a", stale, "b")).writeTo(here);
      assertTrue(Files.exists(Path.of(stale)));
      sources(Map.of(kept, "a")).writeTo(here);
      assertTrue(Files.exists(Path.of(kept)));
      assertFalse(Files.exists(Path.of(stale)));
    } finally {
      Files.deleteIfExists(Path.of(kept));
      Files.deleteIfExists(Path.of(stale));
      Files.deleteIfExists(Path.of(".switchblade-bindgen"));
    }
  }

  @Test
  void aFolderThatIsAFileIsAnError() throws IOException {
    Files.writeString(folder.resolve("java"), "a file");
    assertThrows(IOException.class, () -> write(Map.of("a/A.java", "a")));
  }

  @Test
  void theFilesCanNotBeChanged() {
    var files = new TreeMap<>(Map.of("a/A.java", "a"));
    GeneratedSources sources = new GeneratedSources("a.A", files, List.of(Path.of("a.wit")));
    files.put("b/B.java", "b");
    SortedMap<String, String> kept = sources.files();
    assertEquals(Map.of("a/A.java", "a"), kept);
    assertThrows(UnsupportedOperationException.class, () -> kept.put("c/C.java", "c"));
    assertEquals(List.of(Path.of("a.wit")), sources.sources());
  }
}
