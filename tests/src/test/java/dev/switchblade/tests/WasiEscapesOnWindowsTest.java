package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.wasi.Access;
import dev.switchblade.wasi.AccessEvent;
import dev.switchblade.wasi.WasiConfig;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guests with every right to a folder try to get out of it by what only Windows understands:
 * drives, backslashes, devices, streams, ends of names that it drops, junctions. {@link
 * WasiEscapesTest} has the ways that Unix knows.
 *
 * <p>A guest that gets out could change whatever this process can. So changes are tried only of
 * what lies in folders that a test has made, and only after the guest could not read there.
 */
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "these are names like others elsewhere")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class WasiEscapesOnWindowsTest {

  private static final byte[] LOOT = "changed by the guest".getBytes(UTF_8);

  /** Stands for the drive of this process's current folder, with its colon. */
  private static final String DRIVE = "{drive}";

  /** Stands for a file with a secret below the current folder, as a path from there. */
  private static final String HERE = "{here}";

  /** Stands for a file with a secret in the folder beside the guest's, as a full path. */
  private static final String OUTSIDE = "{outside}";

  @TempDir Path root;

  private final String secret = "secret-" + UUID.randomUUID();
  private final List<AccessEvent> events = Collections.synchronizedList(new ArrayList<>());

  /** What the guest is given, as {@code /data} and number 0. */
  private Path data;

  /** In a folder of its own, below the one that this process was started in. */
  private Path here;

  private Path hereFolder;
  private Path outside;

  @BeforeEach
  void fill() throws IOException {
    data = Files.createDirectory(root.resolve("data"));
    Files.createDirectories(data.resolve("sub/deep"));
    Files.writeString(data.resolve("inside.txt"), "inside");
    Files.writeString(data.resolve("sub/below.txt"), "below");
    outside = Files.createDirectory(root.resolve("outside")).resolve("secret.txt");
    Files.writeString(outside, secret);
    Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
    hereFolder = Files.createTempDirectory(target, "escapes");
    here = hereFolder.resolve("secret.txt");
    Files.writeString(here, secret);
  }

  @AfterEach
  void theJvmGoesOn() throws IOException {
    HealthyJvm.assertCallsWork();
    Files.delete(here);
    Files.delete(hereFolder);
  }

  private StoreConfig config(Access... rights) {
    return StoreConfig.defaults()
        .withWasi(
            WasiConfig.builder().preopen(data, "/data", rights).onAccess(events::add).build());
  }

  /** Names and contents below a folder. */
  private static Map<String, String> contents(Path folder) throws IOException {
    var found = new TreeMap<String, String>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        found.put(
            folder.relativize(path).toString(),
            Files.isRegularFile(path)
                ? Files.getLastModifiedTime(path) + " " + Files.readString(path)
                : "");
      }
    }
    return found;
  }

  private String filledIn(String path) {
    Path current = Path.of("").toAbsolutePath();
    String drive = String.valueOf(current.getRoot()).substring(0, 2);
    return path.replace(DRIVE, drive)
        .replace(HERE, current.relativize(here).toString().replace('\\', '/'))
        .replace(OUTSIDE, outside.toString());
  }

  /** What leads to folders that the test has made, if it leads anywhere. */
  static Stream<String> pathsToOurs() {
    return Stream.of(
        // Backslashes are no part of a name.
        "..\\outside\\secret.txt",
        "sub\\..\\..\\outside\\secret.txt",
        "sub/..\\..\\outside\\secret.txt",
        "..\\outside/secret.txt",
        "sub\\below.txt",
        // Full paths
        OUTSIDE,
        "/" + OUTSIDE,
        "./" + OUTSIDE,
        "sub/" + OUTSIDE,
        "\\\\?\\" + OUTSIDE,
        "\\\\.\\" + OUTSIDE,
        "\\??\\" + OUTSIDE,
        "//?/" + OUTSIDE,
        "//./" + OUTSIDE,
        "/??/" + OUTSIDE,
        "sub//?/" + OUTSIDE,
        // A drive takes the place of what is before it, and leads to the folder of the process.
        DRIVE + HERE,
        "./" + DRIVE + HERE,
        "sub/" + DRIVE + HERE,
        "sub/deep/../" + DRIVE + HERE,
        "./" + DRIVE + "./" + HERE,
        // Windows drops dots and spaces at the end.
        ".. /outside/secret.txt",
        "sub/.. /../outside/secret.txt",
        "... /outside/secret.txt",
        ". ./outside/secret.txt",
        "inside.txt.",
        "inside.txt ",
        "inside.txt. .",
        "sub./below.txt",
        "sub /below.txt",
        // Streams
        "inside.txt:stream",
        "inside.txt::$DATA",
        "sub:stream",
        "sub::$INDEX_ALLOCATION",
        "sub::$INDEX_ALLOCATION/below.txt",
        ":stream");
  }

  /** What leads elsewhere, if it does. */
  static Stream<String> pathsElsewhere() {
    return Stream.of(
        "\\",
        "\\\\localhost\\c$\\Windows\\win.ini",
        "//localhost/c$/Windows/win.ini",
        "C:/Windows/win.ini",
        "./C:/Windows/win.ini",
        "./" + DRIVE,
        "./" + DRIVE + "..",
        "./" + DRIVE + ".. ",
        ".. ",
        "...",
        "NUL",
        "nul",
        "Nul.txt",
        "NUL .txt",
        "sub/NUL",
        "sub/NUL/below.txt",
        "CON",
        "CONIN$",
        "conout$",
        "PRN",
        "aux.h",
        "COM1",
        "com9.log",
        "COM¹",
        "LPT1",
        "//./NUL",
        "//./PhysicalDrive0",
        "//./pipe/escapes",
        "GLOBALROOT\\Device\\Null");
  }

  @ParameterizedTest
  @MethodSource({"pathsToOurs", "pathsElsewhere"})
  void nothingIsReadBy(String shape) {
    for (boolean concurrent : new boolean[] {false, true}) {
      try (var guest = new ProberGuest(config(Access.values()), concurrent)) {
        reads(guest, filledIn(shape));
      }
    }
  }

  private void reads(ProberGuest guest, String path) {
    refused(guest, "raw-open", 0, path, false, false, true);
    refused(guest, "raw-open", 0, path, false, false, false);
    refused(guest, "raw-stat", 0, path, true);
    refused(guest, "raw-stat", 0, path, false);
    refused(guest, "raw-readlink", 0, path);
    fails(guest, "raw-open-below", 0, "sub", "../" + path, false, false, true);
    fails(guest, "read-file", "/data/" + path);
    fails(guest, "list-directory", "/data/" + path);
  }

  @ParameterizedTest
  @MethodSource("pathsToOurs")
  void nothingIsChangedBy(String shape) throws IOException {
    String path = filledIn(shape);
    Map<String, String> before = contents(root);
    Map<String, String> hereBefore = contents(hereFolder);
    for (boolean concurrent : new boolean[] {false, true}) {
      try (var guest = new ProberGuest(config(Access.values()), concurrent)) {
        reads(guest, path);
        refused(guest, "raw-write", 0, path, false, LOOT);
        refused(guest, "raw-write", 0, path, true, LOOT);
        refused(guest, "raw-open", 0, path, true, true, true);
        refused(guest, "raw-set-times", 0, path, true);
        refused(guest, "raw-set-times", 0, path, false);
        refused(guest, "raw-create-directory", 0, path);
        refused(guest, "raw-remove-directory", 0, path);
        refused(guest, "raw-unlink", 0, path);
        refused(guest, "raw-rename", 0, path, 0, "made");
        refused(guest, "raw-rename", 0, "inside.txt", 0, path);
        refused(guest, "raw-link", 0, path, 0, "made");
        refused(guest, "raw-link", 0, "inside.txt", 0, path);
        refused(guest, "raw-symlink", 0, path, "made");
        refused(guest, "raw-symlink", 0, "inside.txt", path);
        fails(guest, "append-file", "/data/" + path, LOOT);
        fails(guest, "truncate-file", "/data/" + path, 0L);
        // It was an error to the guest, no more.
        guest.ok("read-file", "/data/inside.txt");
      }
      assertEquals(before, contents(root));
      assertEquals(hereBefore, contents(hereFolder));
    }
  }

  private void fails(ProberGuest guest, String function, Object... arguments) {
    var result = (Result<?, ?>) guest.call(function, arguments);
    assertFalse(result.isOk(), () -> function + List.of(arguments) + " returned " + result);
    assertFalse(result.toString().contains(secret), function);
  }

  /** Fails, and the host is told. */
  private void refused(ProberGuest guest, String function, Object... arguments) {
    events.clear();
    fails(guest, function, arguments);
    assertTrue(
        events.stream().anyMatch(event -> !event.granted()),
        () -> "nobody was told of " + function + List.of(arguments));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void namesThatMeanThemselvesAreFilesLikeOthers(boolean concurrent) throws IOException {
    try (var guest = new ProberGuest(config(Access.values()), concurrent)) {
      for (String name :
          List.of(".hidden", "com10", "nul1.txt", "console", "a b.txt", " a", "Grüße", "sub/€")) {
        guest.ok("write-file", "/data/" + name, LOOT);
        assertArrayEquals(LOOT, Files.readAllBytes(data.resolve(name)), name);
        assertArrayEquals(LOOT, (byte[]) guest.ok("read-file", "/data/" + name), name);
        guest.ok("remove-file", "/data/" + name);
        assertFalse(Files.exists(data.resolve(name)), name);
      }
      guest.ok("create-directory", "/data/new");
      guest.ok("raw-rename", 0, "inside.txt", 0, "new/moved.txt");
      assertEquals("inside", Files.readString(data.resolve("new/moved.txt")));
      assertEquals(List.of("moved.txt"), guest.ok("list-directory", "/data/new"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anotherCaseIsNoOtherRight(boolean concurrent) throws IOException {
    Map<String, String> before = contents(root);
    try (var guest = new ProberGuest(config(Access.READ), concurrent)) {
      for (String name : List.of("inside.txt", "INSIDE.TXT", "Inside.txt", "SUB/Below.TXT")) {
        guest.error("write-file", "/data/" + name, LOOT);
        guest.error("raw-write", 0, name, false, LOOT);
        guest.error("raw-unlink", 0, name);
        guest.error("raw-rename", 0, name, 0, "made");
      }
    }
    assertEquals(before, contents(root));
  }

  @Test
  void aFolderInAnotherCaseIsTheSameFolder() {
    Path upper = Path.of(data.toString().toUpperCase(Locale.ROOT));
    for (Path same : List.of(upper, Path.of("\\\\?\\" + data), upper.resolve("SUB"))) {
      var wasi =
          WasiConfig.builder().preopen(data, "/data").preopen(same, "/again", Access.values());
      var e = assertThrows(IllegalArgumentException.class, wasi::build);
      assertTrue(e.getMessage().contains("overlap"), e.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aJunctionLeadsNowhere(boolean concurrent) throws Exception {
    Path junction = data.resolve("junction");
    Process mklink =
        new ProcessBuilder(
                "cmd",
                "/c",
                "mklink",
                "/J",
                junction.toString(),
                root.resolve("outside").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assumeTrue(mklink.waitFor() == 0 && Files.isDirectory(junction), "Wine makes no junctions");
    try (var guest = new ProberGuest(config(Access.values()), concurrent)) {
      refusesToFollow(guest, "junction");
    } finally {
      Files.delete(junction);
    }
    assertEquals(secret, Files.readString(outside));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLinkLeadsNowhereOutside(boolean concurrent) throws IOException {
    Path link = link("link", root.resolve("outside"));
    Path relative = link("relative", Path.of("..\\outside"));
    Path file = link("file", outside);
    try (var guest = new ProberGuest(config(Access.values()), concurrent)) {
      refusesToFollow(guest, "link");
      refusesToFollow(guest, "relative");
      guest.error("read-file", "/data/file");
      guest.error("raw-write", 0, "file", false, LOOT);
      // Windows may link what a link leads to.
      guest.error("raw-link", 0, "file", 0, "made");
      guest.error("raw-readlink", 0, "file");
    } finally {
      for (Path each : List.of(link, relative, file)) {
        Files.delete(each);
      }
    }
    assertEquals(secret, Files.readString(outside));
    assertFalse(Files.exists(data.resolve("made")));
  }

  private Path link(String name, Path target) throws IOException {
    Path link = data.resolve(name);
    try {
      Files.createSymbolicLink(link, target);
    } catch (FileSystemException e) {
      assumeTrue(false, "Windows lets only some users make links: " + e);
    }
    assumeTrue(Files.isSymbolicLink(link), "Wine makes none");
    return link;
  }

  private static void refusesToFollow(ProberGuest guest, String folder) {
    guest.error("read-file", "/data/" + folder + "/secret.txt");
    guest.error("raw-open", 0, folder + "/secret.txt", false, false, true);
    guest.error("raw-stat", 0, folder + "/secret.txt", false);
    guest.error("raw-write", 0, folder + "/secret.txt", true, LOOT);
    guest.error("raw-create-directory", 0, folder + "/new");
    guest.error("raw-unlink", 0, folder + "/secret.txt");
    guest.error("raw-rename", 0, folder + "/secret.txt", 0, "made");
    guest.error("raw-rename", 0, "inside.txt", 0, folder + "/made");
    guest.error("raw-link", 0, folder + "/secret.txt", 0, "made");
    guest.error("list-directory", "/data/" + folder);
  }

  @Test
  void targetsOfLinksHaveSlashesToGuests() throws IOException {
    Path link = link("link", Path.of("sub\\below.txt"));
    try (var guest = new ProberGuest(config(Access.values()))) {
      assertEquals("sub/below.txt", guest.ok("raw-readlink", 0, "link"));
      assertArrayEquals("below".getBytes(UTF_8), (byte[]) guest.ok("read-file", "/data/link"));
      guest.ok("raw-symlink", 0, "sub/below.txt", "made");
      assertEquals(Path.of("sub\\below.txt"), Files.readSymbolicLink(data.resolve("made")));
      Files.delete(data.resolve("made"));
    } finally {
      Files.delete(link);
    }
  }
}
