package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple;
import dev.switchblade.Tuple2;
import dev.switchblade.wasi.Access;
import dev.switchblade.wasi.AccessEvent;
import dev.switchblade.wasi.Preopen;
import dev.switchblade.wasi.WasiConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What guests may do with the files below the folders that they were given. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "its folders have links, which Windows lets only some users make")
final class WasiFilesTest {

  private static final FileTime LONG_AGO = FileTime.from(1_000_000_000, TimeUnit.SECONDS);

  private static final Set<Access> ALL = EnumSet.allOf(Access.class);

  @TempDir Path folder;

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  /** A folder with a file, an empty folder and a link. */
  private static Path filled(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Files.writeString(folder.resolve("file"), "content");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
    Files.setLastModifiedTime(folder.resolve("file"), LONG_AGO);
    return folder;
  }

  /** What is in a folder: kinds, contents, times. */
  private static Map<String, String> contents(Path folder) throws IOException {
    var found = new TreeMap<String, String>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(path -> !path.equals(folder)).toList()) {
        String content;
        if (Files.isSymbolicLink(path)) {
          content = "link to " + Files.readSymbolicLink(path);
        } else if (Files.isDirectory(path)) {
          content = "folder";
        } else {
          content = Files.getLastModifiedTime(path) + " " + Files.readString(path);
        }
        found.put(folder.relativize(path).toString(), content);
      }
    }
    return found;
  }

  private static StoreConfig grants(Preopen... preopens) {
    var wasi = WasiConfig.builder();
    for (Preopen preopen : preopens) {
      wasi.preopen(preopen);
    }
    return StoreConfig.defaults().withWasi(wasi.build());
  }

  private static StoreConfig everything(Path folder) {
    return grants(new Preopen(folder, "/data", ALL, ALL));
  }

  /** What guests do with files, and the rights to folders and files that each needs. */
  @SuppressWarnings("ImmutableEnumChecker") // none of it is changed
  enum Operation {
    READ(rights(), rights(Access.READ), "read-file", "/data/file"),
    READ_THROUGH_A_LINK(rights(), rights(Access.READ), "read-file", "/data/link"),
    READ_PAST_LIBC(rights(), rights(Access.READ), "raw-open", 0, "file", false, false, true),
    LIST(rights(Access.READ), rights(), "list-directory", "/data"),
    LIST_BELOW(rights(Access.READ), rights(), "list-directory", "/data/empty"),
    READ_LINK(rights(Access.READ), rights(Access.READ), "read-link", "/data/link"),
    OVERWRITE(rights(), rights(Access.WRITE), "open-write-existing", "/data/file", bytes()),
    APPEND(rights(), rights(Access.WRITE), "append-file", "/data/file", bytes()),
    TRUNCATE(rights(), rights(Access.WRITE), "truncate-file", "/data/file", 3L),
    REPLACE(rights(), rights(Access.WRITE), "write-file", "/data/file", bytes()),
    WRITE_NEW(rights(), rights(Access.WRITE, Access.CREATE), "write-file", "/data/new", bytes()),
    // Rust opens it for reading too.
    CREATE_NEW(rights(), ALL, "create-new", "/data/new"),
    CREATE_EMPTY(
        rights(), rights(Access.READ, Access.CREATE), "raw-open", 0, "new", false, true, true),
    CHANGE_TIMES(rights(Access.WRITE), rights(Access.WRITE), "raw-set-times", 0, "file", true),
    CHANGE_TIMES_OF_OPEN_FILE(
        rights(), rights(Access.READ, Access.WRITE), "set-times-now", "/data/file"),
    LINK(rights(), rights(Access.WRITE, Access.CREATE), "hard-link", "/data/file", "/data/new"),
    LINK_SYMBOLICALLY(rights(), rights(Access.CREATE), "symbolic-link", "file", "/data/new"),
    CREATE_FOLDER(rights(Access.CREATE), rights(), "create-directory", "/data/new"),
    REMOVE_FOLDER(rights(Access.WRITE), rights(), "remove-directory", "/data/empty"),
    REMOVE(rights(Access.WRITE), rights(), "raw-unlink", 0, "file"),
    RENAME(rights(Access.WRITE), rights(), "rename-file", "/data/file", "/data/new"),
    RENAME_FOLDER(rights(Access.WRITE), rights(), "rename-file", "/data/empty", "/data/new");

    final Set<Access> folders;
    final Set<Access> files;
    final String function;
    final List<Object> arguments;

    Operation(Set<Access> folders, Set<Access> files, String function, Object... arguments) {
      this.folders = folders;
      this.files = files;
      this.function = function;
      this.arguments = List.of(arguments);
    }

    private static Set<Access> rights(Access... rights) {
      return Set.of(rights);
    }

    private static byte[] bytes() {
      return "changed".getBytes(UTF_8);
    }

    boolean onlyLooks() {
      return name().startsWith("READ") || name().startsWith("LIST");
    }
  }

  /** All sets of rights. */
  private static List<Set<Access>> allRights() {
    List<Set<Access>> sets = new ArrayList<>(List.of(Set.of()));
    for (Access access : ALL) {
      for (Set<Access> without : List.copyOf(sets)) {
        Set<Access> with = EnumSet.of(access);
        with.addAll(without);
        sets.add(with);
      }
    }
    return sets;
  }

  @ParameterizedTest
  @EnumSource
  void eachOperationNeedsItsRightsAndNoOthers(Operation operation) throws IOException {
    int number = 0;
    for (Set<Access> folders : allRights()) {
      for (Set<Access> files : allRights()) {
        Path place = filled(folder.resolve("place-" + number++));
        Map<String, String> before = contents(place);
        List<AccessEvent> refusals = new ArrayList<>();
        var wasi =
            WasiConfig.builder()
                .preopen(new Preopen(place, "/data", folders, files))
                .onAccess(
                    event -> {
                      if (!event.granted()) {
                        refusals.add(event);
                      }
                    })
                .build();
        boolean granted =
            folders.containsAll(operation.folders) && files.containsAll(operation.files);
        String what = operation + " with folders " + folders + ", files " + files;
        try (var guest = new ProberGuest(wasi)) {
          assertEquals(
              granted, guest.succeeds(operation.function, operation.arguments.toArray()), what);
        }
        boolean unchanged = before.equals(contents(place));
        assertEquals(!granted || operation.onlyLooks(), unchanged, what);
        assertEquals(granted, refusals.isEmpty(), what + ": " + refusals);
        for (AccessEvent refusal : refusals) {
          assertEquals("files", refusal.capability());
          assertTrue(refusal.what().contains("/data"), refusal.what());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFolderIsReadOnlyUnlessMoreIsGranted(boolean concurrent) throws IOException {
    filled(folder);
    Map<String, String> before = contents(folder);
    var wasi = WasiConfig.builder().preopen(folder, "/data").build();
    try (var guest = new ProberGuest(StoreConfig.defaults().withWasi(wasi), concurrent)) {
      assertArrayEquals("content".getBytes(UTF_8), (byte[]) guest.ok("read-file", "/data/file"));
      assertEquals(List.of("empty", "file", "link"), guest.ok("list-directory", "/data"));
      assertEquals(Tuple.of(false, 7L), guest.ok("stat-file", "/data/file"));
      assertEquals("file", guest.ok("read-link", "/data/link"));
      for (Operation operation : Operation.values()) {
        if (!operation.onlyLooks()) {
          String error = guest.error(operation.function, operation.arguments.toArray());
          assertTrue(
              error.contains("NotPermitted") || error.contains("Operation not permitted"),
              operation + ": " + error);
        }
      }
    }
    assertEquals(before, contents(folder));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoMayDoEverythingDoesEverything(boolean concurrent) throws IOException {
    try (var guest = new ProberGuest(everything(folder), concurrent)) {
      guest.ok("create-directory", "/data/a");
      guest.ok("write-file", "/data/a/one", "1".getBytes(UTF_8));
      guest.ok("append-file", "/data/a/one", "234".getBytes(UTF_8));
      guest.ok("open-write-existing", "/data/a/one", "x".getBytes(UTF_8));
      guest.ok("truncate-file", "/data/a/one", 3L);
      guest.ok("hard-link", "/data/a/one", "/data/two");
      guest.ok("symbolic-link", "a/one", "/data/three");
      guest.ok("rename-file", "/data/a/one", "/data/a/four");
      assertEquals("x23", Files.readString(folder.resolve("a/four")));
      assertEquals("x23", Files.readString(folder.resolve("two")));
      assertEquals(Path.of("a/one"), Files.readSymbolicLink(folder.resolve("three")));
      Files.setLastModifiedTime(folder.resolve("two"), LONG_AGO);
      guest.ok("set-times-now", "/data/two");
      assertTrue(Files.getLastModifiedTime(folder.resolve("two")).compareTo(LONG_AGO) > 0);
      guest.ok("remove-file", "/data/a/four");
      guest.ok("remove-directory", "/data/a");
      guest.ok("create-new", "/data/five");
      assertTrue(guest.error("create-new", "/data/five").startsWith("AlreadyExists"));
      assertEquals(List.of("five", "three", "two"), guest.ok("list-directory", "/data"));
      assertEquals(true, isFolder(guest, "/data"));
      assertEquals(0L, guest.ok("raw-stat", 0, "five", true));
      assertTrue(guest.error("read-file", "/data/none").startsWith("NotFound"));
    }
    assertEquals(Set.of("five", "three", "two"), contents(folder).keySet());
  }

  private static Object isFolder(ProberGuest guest, String path) {
    return ((Tuple2<?, ?>) guest.ok("stat-file", path)).first();
  }

  @Test
  void whoMayWriteButNotCreateChangesOnlyWhatIsThere() throws IOException {
    filled(folder);
    Set<Access> change = Set.of(Access.READ, Access.WRITE);
    try (var guest = new ProberGuest(grants(new Preopen(folder, "/data", change, change)))) {
      guest.ok("write-file", "/data/file", "new".getBytes(UTF_8));
      guest.error("write-file", "/data/other", "new".getBytes(UTF_8));
      guest.error("raw-write", 0, "other", true, "new".getBytes(UTF_8));
      guest.error("raw-open", 0, "other", false, true, true);
      guest.error("create-directory", "/data/folder");
      guest.error("hard-link", "/data/file", "/data/other");
      guest.error("symbolic-link", "file", "/data/other");
      // The flag alone is no offence.
      guest.ok("raw-write", 0, "file", true, "NEW".getBytes(UTF_8));
    }
    assertEquals("NEW", Files.readString(folder.resolve("file")));
    assertEquals(Set.of("empty", "file", "link"), contents(folder).keySet());
  }

  @Test
  void aDanglingLinkMakesNoFileWithoutTheRightToCreate() throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
    Set<Access> change = Set.of(Access.READ, Access.WRITE);
    try (var guest = new ProberGuest(grants(new Preopen(folder, "/data", change, change)))) {
      guest.error("write-file", "/data/link", "new".getBytes(UTF_8));
      guest.error("raw-write", 0, "link", true, "new".getBytes(UTF_8));
      assertFalse(Files.exists(folder.resolve("target"), LinkOption.NOFOLLOW_LINKS));
    }
    try (var guest = new ProberGuest(everything(folder))) {
      guest.ok("write-file", "/data/link", "new".getBytes(UTF_8));
    }
    assertEquals("new", Files.readString(folder.resolve("target")));
  }

  @Test
  void rightsHoldInFoldersBelowToo() throws IOException {
    filled(Files.createDirectories(folder.resolve("a/b")));
    var wasi = grants(new Preopen(folder, "/data", Set.of(), Set.of(Access.READ)));
    try (var guest = new ProberGuest(wasi)) {
      guest.ok("read-file", "/data/a/b/file");
      guest.error("list-directory", "/data/a/b");
      guest.error("open-write-existing", "/data/a/b/file", new byte[1]);
      // A folder that may not be listed can't be opened to reach what is below.
      guest.error("raw-open-below", 0, "a/b", "file", false, false, true);
    }
    wasi = grants(new Preopen(folder, "/data", Set.of(Access.READ), Set.of(Access.READ)));
    try (var guest = new ProberGuest(wasi)) {
      guest.ok("raw-open-below", 0, "a/b", "file", false, false, true);
      guest.error("raw-open-below", 0, "a/b", "file", true, false, true);
      guest.error("raw-open-below", 0, "a/b", "new", false, true, true);
    }
  }

  @Test
  void theListenerHearsOfAFileBelowAFolderByItsWholePath() throws IOException {
    filled(Files.createDirectories(folder.resolve("a")));
    List<String> heard = new ArrayList<>();
    var wasi =
        WasiConfig.builder()
            .preopen(folder, "/data")
            .onAccess(event -> heard.add(event.granted() + " " + event.what()))
            .build();
    try (var guest = new ProberGuest(StoreConfig.defaults().withLabel("acme").withWasi(wasi))) {
      guest.ok("read-file", "/data/a/file");
      assertEquals(List.of("true open /data/a/file"), heard);
      heard.clear();
      guest.ok("raw-open-below", 0, "a", "file", false, false, true);
      assertEquals(List.of("true open /data/a", "true open /data/a/file"), heard);
    }
  }

  @Test
  void eventsNameTheStore() throws IOException {
    filled(folder);
    List<AccessEvent> heard = new ArrayList<>();
    var wasi = WasiConfig.builder().preopen(folder, "/data").onAccess(heard::add).build();
    try (var guest = new ProberGuest(StoreConfig.defaults().withLabel("acme").withWasi(wasi))) {
      guest.ok("read-file", "/data/file");
      guest.error("create-directory", "/data/new");
    }
    assertEquals(
        List.of(
            new AccessEvent("acme", "files", "open /data/file", true),
            new AccessEvent("acme", "files", "create folder /data/new", false)),
        heard);
  }

  /**
   * The guest's library knows the names of the folders, and asks for what lies in one of them:
   * whatever leads nowhere never reaches the host.
   */
  @Test
  void pathsInNoFolderRaiseNoEvent() throws IOException {
    filled(folder);
    List<AccessEvent> heard = new ArrayList<>();
    var wasi = WasiConfig.builder().preopen(folder, "/data").onAccess(heard::add).build();
    try (var guest = new ProberGuest(StoreConfig.defaults().withWasi(wasi))) {
      for (String path : List.of("/etc/passwd", "/datafile", "file", "/", "/data2/file")) {
        guest.error("read-file", path);
        guest.error("list-directory", path);
      }
      assertEquals(List.of(), heard);
      guest.error("read-file", "/data/../etc/passwd");
      assertEquals(1, heard.size(), heard::toString);
      assertFalse(heard.getFirst().granted());
    }
  }

  /** What {@code dev.switchblade.access} logs while something runs. */
  private static List<LogRecord> logged(Runnable something) {
    List<LogRecord> records = new ArrayList<>();
    var handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            records.add(record);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("dev.switchblade.access");
    Level level = logger.getLevel();
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.ALL);
    logger.addHandler(handler);
    try {
      something.run();
    } finally {
      logger.removeHandler(handler);
      logger.setLevel(level);
      logger.setUseParentHandlers(true);
    }
    return records;
  }

  @Test
  void aListenerThatFailsChangesNothingAndIsLogged() throws IOException {
    filled(folder);
    var failure = new IllegalStateException("the listener's own");
    var wasi =
        WasiConfig.builder()
            .preopen(folder, "/data")
            .onAccess(
                event -> {
                  throw failure;
                })
            .build();
    List<LogRecord> records =
        logged(
            () -> {
              try (var guest = new ProberGuest(wasi)) {
                guest.ok("read-file", "/data/file");
                guest.error("create-directory", "/data/new");
              }
            });
    assertEquals(2, records.size());
    for (LogRecord record : records) {
      assertEquals(Level.WARNING, record.getLevel());
      assertSame(failure, record.getThrown());
    }
  }

  @Test
  void withoutAListenerEventsAreLoggedAtDebugLevel() throws IOException {
    filled(folder);
    List<LogRecord> records =
        logged(
            () -> {
              try (var guest =
                  new ProberGuest(WasiConfig.builder().preopen(folder, "/data").build())) {
                guest.ok("read-file", "/data/file");
                guest.error("create-directory", "/data/new");
              }
            });
    assertEquals(
        List.of(
            new AccessEvent("store", "files", "open /data/file", true).toString(),
            new AccessEvent("store", "files", "create folder /data/new", false).toString()),
        records.stream().map(LogRecord::getMessage).toList());
    // What System.Logger calls DEBUG.
    assertEquals(
        List.of(Level.FINE, Level.FINE), records.stream().map(LogRecord::getLevel).toList());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void severalFoldersEachHaveTheirOwnRights(boolean concurrent) throws IOException {
    Path one = filled(folder.resolve("one"));
    Path two = filled(folder.resolve("two"));
    Path three = filled(folder.resolve("three"));
    var wasi =
        WasiConfig.builder()
            .preopen(one, "/one", Access.READ)
            .preopen(two, "/two", Access.READ, Access.WRITE, Access.CREATE)
            .preopen(new Preopen(three, "/two/inner", Set.of(Access.READ), Set.of()))
            .build();
    try (var guest = new ProberGuest(StoreConfig.defaults().withWasi(wasi), concurrent)) {
      assertEquals(List.of("/one", "/two", "/two/inner"), guest.call("preopens"));
      guest.ok("read-file", "/one/file");
      guest.error("write-file", "/one/file", new byte[1]);
      guest.ok("write-file", "/two/file", "two".getBytes(UTF_8));
      guest.ok("list-directory", "/two/inner");
      guest.error("read-file", "/two/inner/file");
      guest.error("write-file", "/two/inner/file", new byte[1]);
      guest.error("raw-write", 0, "file", false, new byte[1]);
      guest.ok("raw-write", 1, "file", false, "TWO".getBytes(UTF_8));
      guest.error("raw-write", 2, "file", false, new byte[1]);
      assertEquals("NoPreopen", guest.error("raw-open", 3, "file", false, false, true));
    }
    assertEquals("content", Files.readString(one.resolve("file")));
    assertEquals("TWO", Files.readString(two.resolve("file")));
    assertEquals("content", Files.readString(three.resolve("file")));
  }

  @Test
  void oneFolderCanBeGivenTwiceWithTheSameRights() throws IOException {
    filled(folder);
    var wasi =
        WasiConfig.builder()
            .preopen(folder, "/one", Access.READ, Access.WRITE)
            .preopen(folder, "/other", Access.READ, Access.WRITE)
            .build();
    try (var guest = new ProberGuest(wasi)) {
      guest.ok("write-file", "/one/file", "new".getBytes(UTF_8));
      assertArrayEquals("new".getBytes(UTF_8), (byte[]) guest.ok("read-file", "/other/file"));
      assertEquals("CrossDevice", guest.error("raw-rename", 0, "file", 1, "other"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withoutAFolderThereAreNoFiles(boolean concurrent) throws IOException {
    filled(folder);
    for (WasiConfig wasi : List.of(WasiConfig.denied(), WasiConfig.builder().args("x").build())) {
      try (var guest = new ProberGuest(StoreConfig.defaults().withWasi(wasi), concurrent)) {
        assertEquals(List.of(), guest.call("preopens"));
        for (String path :
            List.of(folder + "/file", "file", ".", "/", "/etc/passwd", "/proc/self/environ", "")) {
          guest.error("read-file", path);
          guest.error("list-directory", path);
          guest.error("stat-file", path);
          guest.error("write-file", path, new byte[1]);
        }
        assertEquals("NoPreopen", guest.error("raw-open", 0, "file", false, false, true));
      }
    }
    assertEquals("content", Files.readString(folder.resolve("file")));
  }

  @Test
  void aFolderThatIsNotThereIsNamed() throws IOException {
    Path missing = folder.resolve("missing");
    Path file = Files.writeString(folder.resolve("file"), "content");
    for (Path wrong : List.of(missing, file)) {
      var wasi = WasiConfig.builder().preopen(folder, "/good").preopen(wrong, "/bad").build();
      var config = StoreConfig.defaults().withWasi(wasi);
      for (int i = 0; i < 3; i++) {
        var exception =
            assertThrows(
                IllegalArgumentException.class, () -> new Store(Guests.ENGINE, config).close());
        assertTrue(exception.getMessage().contains(wrong.toString()), exception.getMessage());
        assertTrue(exception.getMessage().contains("/bad"), exception.getMessage());
      }
    }
    // It is looked for when a store is made.
    var config =
        StoreConfig.defaults().withWasi(WasiConfig.builder().preopen(missing, "/data").build());
    filled(missing);
    try (var guest = new ProberGuest(config)) {
      guest.ok("read-file", "/data/file");
    }
  }

  @Test
  void guestPathsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> WasiConfig.builder().preopen(folder, ""));
    var exception =
        assertThrows(
            IllegalArgumentException.class, () -> WasiConfig.builder().preopen(folder, "/a\0b"));
    assertTrue(exception.getMessage().contains(folder.toString()), exception.getMessage());
  }

  @Test
  void guestPathsCanBeAnything() throws IOException {
    filled(folder);
    for (String guestPath : List.of("/", "/a/b/c", "/größe/日本", "/data/", "/with space")) {
      try (var guest = new ProberGuest(WasiConfig.builder().preopen(folder, guestPath).build())) {
        assertEquals(List.of(guestPath), guest.call("preopens"));
        String file = guestPath.endsWith("/") ? guestPath + "file" : guestPath + "/file";
        assertArrayEquals("content".getBytes(UTF_8), (byte[]) guest.ok("read-file", file));
      }
    }
  }

  @Test
  void oneConfigurationServesManyStores() throws IOException {
    filled(folder);
    var config = everything(folder);
    try (var one = new ProberGuest(config);
        var other = new ProberGuest(config)) {
      one.ok("write-file", "/data/file", "one".getBytes(UTF_8));
      assertArrayEquals("one".getBytes(UTF_8), (byte[]) other.ok("read-file", "/data/file"));
    }
    try (var guest = new ProberGuest(config)) {
      assertArrayEquals("one".getBytes(UTF_8), (byte[]) guest.ok("read-file", "/data/file"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void storesDoNotSeeEachOthersFolders(boolean concurrent) throws IOException {
    Path acme = filled(folder.resolve("acme"));
    Path evil = filled(folder.resolve("evil"));
    Files.writeString(acme.resolve("acme-only"), "acme");
    Files.writeString(evil.resolve("evil-only"), "evil");
    try (var one = new ProberGuest(everything(acme), concurrent);
        var other = new ProberGuest(everything(evil), concurrent);
        var none = new ProberGuest(StoreConfig.defaults(), concurrent)) {
      one.ok("hold-open", "/data/acme-only", 3);
      other.error("read-file", "/data/acme-only");
      one.error("read-file", "/data/evil-only");
      other.ok("write-file", "/data/file", "evil".getBytes(UTF_8));
      other.ok("remove-file", "/data/evil-only");
      none.error("read-file", "/data/file");
      for (String path : List.of("../acme/acme-only", acme + "/acme-only")) {
        other.error("raw-open", 0, path, false, false, true);
      }
      assertArrayEquals("content".getBytes(UTF_8), (byte[]) one.ok("read-file", "/data/file"));
    }
    assertEquals("acme", Files.readString(acme.resolve("acme-only")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void largeFilesComeBackAsTheyWere(boolean concurrent) throws IOException {
    var large = new byte[3_000_001];
    new Random(7).nextBytes(large);
    try (var guest = new ProberGuest(everything(folder), concurrent)) {
      guest.ok("write-file", "/data/large", large);
      assertArrayEquals(large, Files.readAllBytes(folder.resolve("large")));
      assertArrayEquals(large, (byte[]) guest.ok("read-file", "/data/large"));
      assertEquals(Tuple.of(false, 3_000_001L), guest.ok("stat-file", "/data/large"));
      guest.ok("append-file", "/data/large", large);
      assertEquals(6_000_002L, Files.size(folder.resolve("large")));
      guest.ok("raw-write", 0, "other", true, large);
      assertArrayEquals(large, Files.readAllBytes(folder.resolve("other")));
      assertArrayEquals(
          Arrays.copyOf(large, 64 << 10),
          (byte[]) guest.ok("raw-open", 0, "other", false, false, true));
      // A sparse file: its size needs no room on the disk.
      guest.ok("truncate-file", "/data/other", 5L << 30);
      assertEquals(5L << 30, guest.ok("raw-stat", 0, "other", true));
    }
  }

  @Test
  void largeFoldersAreListedCompletely() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      String name = "%04d-äöü-%s".formatted(i, "x".repeat(i % 100));
      names.add(name);
      Files.createFile(folder.resolve(name));
    }
    try (var guest = new ProberGuest(WasiConfig.builder().preopen(folder, "/data").build())) {
      assertEquals(names, guest.ok("list-directory", "/data"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void openFilesOutliveTheCallAndTheirNames(boolean concurrent) throws IOException {
    filled(folder);
    try (var guest = new ProberGuest(everything(folder), concurrent)) {
      assertEquals(20, guest.ok("hold-open", "/data/file", 20));
      assertEquals(20, guest.ok("raw-hold-open", 0, "file", 20));
      Files.delete(folder.resolve("file"));
      guest.error("read-file", "/data/file");
      assertEquals(20, guest.ok("hold-open", "/data/file", 0));
      assertEquals(List.of("empty", "link"), guest.ok("list-directory", "/data"));
    }
  }

  /** How many descriptors of this process lead below the folder. */
  private long openBelow() throws IOException {
    Path real = folder.toRealPath();
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors
          .filter(
              descriptor -> {
                try {
                  return Files.readSymbolicLink(descriptor).startsWith(real);
                } catch (IOException e) {
                  return false;
                }
              })
          .count();
    }
  }

  @Test
  void aStoreThatIsClosedClosesItsFiles() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "needs /proc");
    filled(folder);
    assertEquals(0, openBelow());
    try (var guest = new ProberGuest(everything(folder))) {
      guest.ok("hold-open", "/data/file", 50);
      guest.ok("raw-hold-open", 0, "file", 100);
      assertTrue(openBelow() > 150, () -> "the folder and its files are open");
    }
    assertEquals(0, openBelow());
    // Nor does a refusal leave a file open.
    var blind = grants(new Preopen(folder, "/data", Set.of(Access.WRITE), Set.of()));
    try (var guest = new ProberGuest(blind)) {
      long before = openBelow();
      for (int i = 0; i < 50; i++) {
        guest.error("raw-open", 0, "file", false, false, true);
        guest.error("raw-open", 0, "empty", false, false, true);
      }
      assertEquals(before, openBelow());
    }
    assertEquals(0, openBelow());
  }

  @Test
  void aGuestCopesWithWhatTheHostDoesMeanwhile() throws IOException {
    filled(folder.resolve("data"));
    try (var guest = new ProberGuest(everything(folder.resolve("data")))) {
      guest.ok("read-file", "/data/file");
      try (Stream<Path> paths = Files.walk(folder.resolve("data"))) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
      guest.error("read-file", "/data/file");
      guest.error("write-file", "/data/file", new byte[1]);
      guest.error("create-directory", "/data/new");
      // Another folder of that name isn't the one that was granted.
      filled(folder.resolve("data"));
      guest.error("read-file", "/data/file");
    }
  }
}
