package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.switchblade.GuestInterruptedException;
import dev.switchblade.Limits;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.wasi.Access;
import dev.switchblade.wasi.AccessEvent;
import dev.switchblade.wasi.WasiConfig;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guests with every right to a folder try to get out of it. Each attempt must fail in the guest;
 * and what is outside must be as it was.
 */
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "WasiEscapesOnWindowsTest has the ways out that Windows has")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class WasiEscapesTest {

  private static final byte[] LOOT = "changed by the guest".getBytes(UTF_8);

  /** Holds all of it. */
  @TempDir Path root;

  private final String secret = "secret-" + UUID.randomUUID();
  private final List<AccessEvent> events = Collections.synchronizedList(new ArrayList<>());

  /** What the guest is given, as {@code /data} and number 0. */
  private Path data;

  /** What it is given too, as {@code /other} and number 1. */
  private Path other;

  /** What it isn't given. */
  private Path outside;

  @BeforeEach
  void fill() throws IOException {
    data = Files.createDirectory(root.resolve("data"));
    other = Files.createDirectory(root.resolve("other"));
    outside = Files.createDirectory(root.resolve("outside"));
    Files.createDirectories(data.resolve("sub/deep"));
    Files.writeString(data.resolve("inside.txt"), "inside");
    Files.writeString(data.resolve("sub/below.txt"), "below");
    Files.writeString(outside.resolve("secret.txt"), secret);
    Files.createDirectory(outside.resolve("empty"));
    Files.createSymbolicLink(outside.resolve("link"), Path.of("secret.txt"));
    // Names that begin as the folder's does.
    Files.writeString(Files.createDirectory(root.resolve("data-secret")).resolve("s"), secret);
    Files.writeString(root.resolve("data.txt"), secret);
    for (String old : List.of("outside/secret.txt", "data-secret/s", "data.txt")) {
      Files.setLastModifiedTime(root.resolve(old), FileTime.from(1_000_000_000, TimeUnit.SECONDS));
    }
  }

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  /** JUnit, which removes the folders, warns of links that lead out. */
  @AfterEach
  void removeLinks() throws IOException {
    try (Stream<Path> paths = Files.walk(data)) {
      for (Path link : paths.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  private StoreConfig config() {
    Access[] all = Access.values();
    return StoreConfig.defaults()
        .withWasi(
            WasiConfig.builder()
                .preopen(data, "/data", all)
                .preopen(other, "/other", all)
                .onAccess(events::add)
                .build());
  }

  /** All that is outside: names, kinds, contents, links to it, times. */
  private Map<String, String> everythingOutside() throws IOException {
    var found = new TreeMap<String, String>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.toList()) {
        if (path.startsWith(data) || path.startsWith(other) || path.equals(root)) {
          continue;
        }
        boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        Map<String, Object> attributes =
            Files.readAttributes(path, "unix:nlink,mode,ino", LinkOption.NOFOLLOW_LINKS);
        found.put(
            root.relativize(path).toString(),
            new TreeMap<>(attributes)
                + " "
                + Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
                + (file ? " " + Files.readString(path) : ""));
      }
    }
    return found;
  }

  /** What the host prepares, below the folder that holds everything. */
  @FunctionalInterface
  interface Preparation {
    void in(Path root) throws IOException;
  }

  /**
   * Something a guest calls.
   *
   * @param mustFail false for what only prepares another step: it may fail or succeed
   */
  record Step(boolean mustFail, String function, List<Object> arguments) {}

  private static Step attempt(String function, Object... arguments) {
    return new Step(true, function, List.of(arguments));
  }

  private static Step mayWork(String function, Object... arguments) {
    return new Step(false, function, List.of(arguments));
  }

  /** Whether the host is asked at all, and refuses; otherwise libc or the kernel has an error. */
  enum By {
    THE_SANDBOX,
    ANYBODY
  }

  private static Arguments way(String name, By refused, Step... steps) {
    return way(name, refused, root -> {}, steps);
  }

  private static Arguments way(String name, By refused, Preparation host, Step... steps) {
    return argumentSet(name, refused, host, List.of(steps));
  }

  private static Preparation link(String name, String target) {
    return root -> Files.createSymbolicLink(root.resolve("data", name), Path.of(target));
  }

  /** Tries to read what is there, in every way. */
  private static Step[] readings(String path) {
    return new Step[] {
      attempt("raw-open", 0, path, false, false, true),
      attempt("raw-open", 0, path, false, false, false),
      attempt("read-file", "/data/" + path),
      attempt("list-directory", "/data/" + path),
      attempt("stat-file", "/data/" + path),
      attempt("raw-stat", 0, path, true),
      attempt("raw-open-below", 0, "sub", "../" + path, false, false, true)
    };
  }

  /** Tries to change or make what is there, in every way. */
  private static Step[] changes(String path) {
    return new Step[] {
      attempt("raw-write", 0, path, false, LOOT),
      attempt("raw-write", 0, path, true, LOOT),
      attempt("raw-open", 0, path, false, true, true),
      attempt("raw-open", 0, path, true, false, true),
      attempt("write-file", "/data/" + path, LOOT),
      attempt("append-file", "/data/" + path, LOOT),
      attempt("open-write-existing", "/data/" + path, LOOT),
      attempt("create-new", "/data/" + path),
      attempt("truncate-file", "/data/" + path, 0L),
      attempt("raw-set-times", 0, path, true),
      attempt("set-times-now", "/data/" + path),
      attempt("raw-open-below", 0, "sub", "../" + path, true, true, true)
    };
  }

  private static Step[] both(String path) {
    return Stream.concat(Stream.of(readings(path)), Stream.of(changes(path))).toArray(Step[]::new);
  }

  static Stream<Arguments> waysOut() {
    return Stream.of(
        // Paths
        way("two dots", By.THE_SANDBOX, both("../outside/secret.txt")),
        way("two dots behind a folder", By.THE_SANDBOX, both("sub/../../outside/secret.txt")),
        way("two dots behind two folders", By.THE_SANDBOX, both("sub/deep/../../../data.txt")),
        way("a dot before two dots", By.THE_SANDBOX, both("./../outside/secret.txt")),
        way("many dots and slashes", By.THE_SANDBOX, both(".//.///..//./outside/./secret.txt")),
        way("out and in again", By.THE_SANDBOX, both("../data/inside.txt")),
        way("two dots behind what isn't there", By.ANYBODY, both("none/../../outside/secret.txt")),
        way("two dots behind a file", By.ANYBODY, both("inside.txt/../../outside/secret.txt")),
        way("the folder above", By.THE_SANDBOX, readings("..")),
        way("the folder above with a slash", By.THE_SANDBOX, readings("../")),
        way("far above", By.THE_SANDBOX, both("../".repeat(40) + "etc/passwd")),
        way("a folder whose name begins alike", By.THE_SANDBOX, both("../data-secret/s")),
        way(
            "a folder whose name begins alike, by its name",
            By.ANYBODY,
            attempt("read-file", "/data-secret/s"),
            attempt("write-file", "/data-secret/s", LOOT),
            attempt("read-file", "/data.txt"),
            attempt("write-file", "/data.txt", LOOT),
            attempt("list-directory", "/data-secret")),
        way(
            "two dots from an opened folder",
            By.THE_SANDBOX,
            attempt("raw-open-below", 0, "sub", "../inside.txt", false, false, true),
            attempt("raw-open-below", 0, "sub", "../../outside/secret.txt", false, false, true),
            attempt("raw-open-below", 0, "sub", "../../outside/new", true, true, true),
            attempt("raw-open-below", 0, "sub/deep", "..", false, false, true),
            attempt("raw-open-below", 0, "sub/..", "../data.txt", false, false, true),
            attempt("raw-open-below", 0, "..", "outside/secret.txt", false, false, true),
            attempt("raw-open-below", 0, "../outside", "secret.txt", false, false, true),
            attempt("raw-open-below", 0, ".", "../outside/secret.txt", false, false, true)),
        way("a path that is too long", By.ANYBODY, both("sub/../".repeat(9_000) + "../data.txt")),
        way("a long path", By.THE_SANDBOX, both("sub/../".repeat(500) + "../data.txt")),
        way("a long name", By.ANYBODY, both("x".repeat(70_000) + "/../../data.txt")),
        way(
            "an empty path",
            By.ANYBODY,
            attempt("raw-open", 0, "", false, false, true),
            attempt("raw-write", 0, "", true, LOOT),
            attempt("raw-stat", 0, "", true),
            attempt("raw-readlink", 0, ""),
            attempt("raw-unlink", 0, ""),
            attempt("raw-remove-directory", 0, ""),
            attempt("raw-create-directory", 0, ""),
            attempt("raw-rename", 0, "", 0, "x"),
            attempt("raw-rename", 0, "sub", 0, ""),
            attempt("read-file", ""),
            attempt("write-file", "", LOOT)),
        way("a zero character at the end", By.ANYBODY, both("../outside/secret.txt\0")),
        way("a zero character in between", By.ANYBODY, both("inside.txt\0/../../data.txt")),
        way(
            "what only some systems take for the folder above",
            By.ANYBODY,
            Stream.of(
                    "..\\outside\\secret.txt",
                    "sub\\..\\..\\outside\\secret.txt",
                    "\\\\?\\C:\\Windows\\win.ini",
                    "C:\\Windows\\win.ini",
                    "~/.ssh/id_rsa",
                    "file:///etc/passwd",
                    ".../outside/secret.txt",
                    "....//outside/secret.txt",
                    "%2e%2e/outside/secret.txt",
                    "..%2foutside%2fsecret.txt",
                    ". ./outside/secret.txt",
                    ".. /outside/secret.txt")
                .flatMap(path -> Stream.of(readings(path)))
                .toArray(Step[]::new)),
        way(
            "dots that Unicode has beside ours",
            By.ANYBODY,
            Stream.of(
                    "\uff0e\uff0e/outside/secret.txt",
                    "\u2025/outside/secret.txt",
                    "\u2024\u2024/outside/secret.txt",
                    "..\u200b/outside/secret.txt",
                    "..\u2215outside\u2215secret.txt",
                    "...\u0338/outside/secret.txt",
                    "\ufeff../outside/secret.txt")
                .flatMap(path -> Stream.of(readings(path)))
                .toArray(Step[]::new)),
        way(
            "trailing slashes",
            By.THE_SANDBOX,
            link("out", "../outside/secret.txt"),
            attempt("raw-open", 0, "../outside/secret.txt/", false, false, true),
            attempt("raw-open", 0, "out/", false, false, true),
            attempt("raw-open", 0, "out//", false, false, true),
            attempt("raw-stat", 0, "out/", true),
            attempt("raw-readlink", 0, "../outside/link/"),
            attempt("raw-unlink", 0, "../outside/secret.txt/"),
            attempt("raw-remove-directory", 0, "../outside/empty/"),
            attempt("raw-create-directory", 0, "../outside/new/"),
            attempt("raw-rename", 0, "inside.txt", 0, "../outside/"),
            attempt("read-file", "/data/out/")),
        // Absolute paths
        way(
            "absolute paths of this machine",
            By.THE_SANDBOX,
            Stream.of("/etc/passwd", "/proc/self/environ", "/proc/self/mem", "/dev/zero", "/", "//")
                .flatMap(
                    path ->
                        Stream.of(
                            attempt("raw-open", 0, path, false, false, true),
                            attempt("raw-stat", 0, path, true),
                            attempt("raw-stat", 0, path, false),
                            attempt("raw-readlink", 0, path),
                            attempt("raw-open-below", 0, path, ".", false, false, true),
                            attempt("raw-open-below", 0, "sub", path, false, false, true),
                            attempt("read-file", path),
                            attempt("stat-file", path),
                            attempt("list-directory", path)))
                .toArray(Step[]::new)),
        way(
            "the environment of this process",
            By.THE_SANDBOX,
            link("proc", "/proc"),
            attempt("read-file", "/proc/self/environ"),
            attempt("raw-open", 0, "../../../../../../../proc/self/environ", false, false, true),
            attempt("raw-open", 0, "proc/self/environ", false, false, true),
            attempt("read-file", "/data/proc/self/environ"),
            attempt("list-directory", "/data/proc/self/fd"),
            attempt("raw-readlink", 0, "proc/self/exe")),
        way(
            "the magic links of /proc",
            By.THE_SANDBOX,
            root -> {
              link("here", "/proc/self/cwd").in(root);
              link("top", "/proc/self/root").in(root);
              link("fd", "/proc/self/fd").in(root);
            },
            attempt("raw-open", 0, "here/pom.xml", false, false, true),
            attempt("raw-open", 0, "top/etc/passwd", false, false, true),
            attempt("raw-open", 0, "fd/0", false, false, true),
            attempt("raw-open", 0, "fd/1", true, false, true),
            attempt("list-directory", "/data/top"),
            attempt("list-directory", "/data/fd")),
        way(
            "devices",
            By.THE_SANDBOX,
            root -> {
              link("zero", "/dev/zero").in(root);
              link("tty", "/dev/tty").in(root);
              link("dev", "/dev").in(root);
            },
            attempt("raw-open", 0, "zero", false, false, true),
            attempt("raw-open", 0, "dev/zero", false, false, true),
            attempt("raw-open", 0, "../../../../../../../dev/zero", false, false, true),
            attempt("read-file", "/dev/zero"),
            attempt("read-file", "/data/zero"),
            attempt("read-file", "/dev/stdin"),
            attempt("write-file", "/dev/null", LOOT),
            attempt("write-file", "/data/dev/null", LOOT),
            attempt("write-file", "/data/tty", LOOT)),
        // Symbolic links of the host's
        way(
            "a link to an absolute path",
            By.THE_SANDBOX,
            root ->
                Files.createSymbolicLink(
                    root.resolve("data/out"), root.resolve("outside/secret.txt").toAbsolutePath()),
            both("out")),
        way(
            "a link to a relative path",
            By.THE_SANDBOX,
            link("out", "../outside/secret.txt"),
            both("out")),
        way(
            "a link in a folder below",
            By.THE_SANDBOX,
            link("sub/out", "../../outside/secret.txt"),
            both("sub/out")),
        way(
            "a link to a folder",
            By.THE_SANDBOX,
            link("out", "../outside"),
            both("out/secret.txt")),
        way("a link to the folder above", By.THE_SANDBOX, link("up", ".."), both("up/data.txt")),
        way(
            "a link to the root of the disk",
            By.THE_SANDBOX,
            link("top", "/"),
            both("top/etc/passwd")),
        way(
            "a link to another folder that was given",
            By.THE_SANDBOX,
            root -> {
              link("out", "../other").in(root);
              Files.writeString(root.resolve("other/file"), "other");
            },
            both("out/file")),
        way(
            "a link out and in again",
            By.THE_SANDBOX,
            link("out", "../data/inside.txt"),
            both("out")),
        way(
            "a link to an absolute path inside",
            By.THE_SANDBOX,
            root ->
                Files.createSymbolicLink(
                    root.resolve("data/out"), root.resolve("data/inside.txt").toAbsolutePath()),
            both("out")),
        way(
            "a chain of links",
            By.THE_SANDBOX,
            root -> {
              link("c1", "sub/c2").in(root);
              link("sub/c2", "../c3").in(root);
              link("c3", "sub/deep/c4").in(root);
              link("sub/deep/c4", "../../../outside/secret.txt").in(root);
            },
            both("c1")),
        way(
            "two dots behind a link to a folder",
            By.THE_SANDBOX,
            link("in", "sub"),
            both("in/../../outside/secret.txt")),
        way("a link to itself", By.ANYBODY, link("loop", "loop"), both("loop")),
        way(
            "links in a circle",
            By.ANYBODY,
            root -> {
              link("l1", "l2").in(root);
              link("l2", "sub/l3").in(root);
              link("sub/l3", "../l1").in(root);
            },
            both("l1/file")),
        way(
            "a link to what isn't there yet",
            By.THE_SANDBOX,
            link("dangling", "../outside/new"),
            both("dangling")),
        way(
            "a link to what isn't there yet, by an absolute path",
            By.THE_SANDBOX,
            root ->
                Files.createSymbolicLink(
                    root.resolve("data/dangling"), root.resolve("outside/new").toAbsolutePath()),
            both("dangling")),
        way(
            "a new file below a link to a folder",
            By.THE_SANDBOX,
            link("out", "../outside"),
            changes("out/new")),
        // Symbolic links of the guest's
        way(
            "a link that the guest makes to a relative path",
            By.THE_SANDBOX,
            Stream.concat(
                    Stream.of(mayWork("raw-symlink", 0, "../outside/secret.txt", "made")),
                    Stream.of(both("made")))
                .toArray(Step[]::new)),
        way(
            "a link that the guest makes with std to a folder",
            By.THE_SANDBOX,
            Stream.concat(
                    Stream.of(mayWork("symbolic-link", "../outside", "/data/made")),
                    Stream.of(both("made/secret.txt")))
                .toArray(Step[]::new)),
        way(
            "links that the guest makes to absolute paths",
            By.THE_SANDBOX,
            attempt("raw-symlink", 0, "/etc/passwd", "made"),
            attempt("symbolic-link", "/etc/passwd", "/data/made"),
            attempt("symbolic-link", "/data/inside.txt", "/data/made"),
            attempt("read-file", "/data/made")),
        way(
            "a link that the guest makes harmless and moves",
            By.THE_SANDBOX,
            Stream.concat(
                    Stream.of(
                        mayWork("raw-symlink", 0, "../outside/secret.txt", "sub/made"),
                        mayWork("raw-rename", 0, "sub/made", 0, "made")),
                    Stream.of(both("made")))
                .toArray(Step[]::new)),
        way(
            "a folder that the guest replaces by a link",
            By.THE_SANDBOX,
            mayWork("raw-remove-directory", 0, "sub/deep"),
            mayWork("raw-symlink", 0, "../../outside", "sub/deep"),
            attempt("raw-open", 0, "sub/deep/secret.txt", false, false, true),
            attempt("raw-unlink", 0, "sub/deep/secret.txt"),
            attempt("raw-write", 0, "sub/deep/new", true, LOOT)),
        way(
            "links that the guest makes elsewhere",
            By.THE_SANDBOX,
            link("out", "../outside"),
            attempt("raw-symlink", 0, "secret.txt", "../outside/made"),
            attempt("raw-symlink", 0, "secret.txt", "out/made"),
            attempt("symbolic-link", "secret.txt", "/data/../outside/made"),
            attempt("symbolic-link", "secret.txt", "/data/out/made")),
        // Renaming
        way(
            "renaming out",
            By.THE_SANDBOX,
            link("out", "../outside"),
            attempt("raw-rename", 0, "inside.txt", 0, "../outside/secret.txt"),
            attempt("raw-rename", 0, "inside.txt", 0, "../outside/new"),
            attempt("raw-rename", 0, "inside.txt", 0, "out/new"),
            attempt("raw-rename", 0, "inside.txt", 0, "sub/../../outside/new"),
            attempt("raw-rename", 0, "sub", 0, "../outside/new"),
            attempt("rename-file", "/data/inside.txt", "/data/../outside/new"),
            attempt("rename-file", "/data/inside.txt", "/data/out/secret.txt"),
            attempt("rename-file", "/data/inside.txt", "/outside/new")),
        way(
            "renaming in",
            By.THE_SANDBOX,
            link("out", "../outside"),
            attempt("raw-rename", 0, "../outside/secret.txt", 0, "stolen"),
            attempt("raw-rename", 0, "out/secret.txt", 0, "stolen"),
            attempt("raw-rename", 0, "../outside", 0, "stolen"),
            attempt("raw-rename", 0, "..", 0, "stolen"),
            attempt("rename-file", "/data/../outside/secret.txt", "/data/stolen"),
            attempt("rename-file", "/data/out/secret.txt", "/data/stolen"),
            attempt("read-file", "/data/stolen")),
        way(
            "renaming what is outside",
            By.THE_SANDBOX,
            attempt("raw-rename", 0, "../outside/secret.txt", 0, "../outside/renamed"),
            attempt("raw-rename", 0, "../data", 0, "../renamed"),
            attempt("raw-rename", 1, "../outside/secret.txt", 1, "../outside/renamed")),
        way(
            "renaming from one folder that was given to another",
            By.THE_SANDBOX,
            attempt("raw-rename", 0, "inside.txt", 1, "moved"),
            attempt("raw-rename", 0, "sub", 1, "moved"),
            attempt("raw-rename", 0, "../outside/secret.txt", 1, "moved"),
            attempt("rename-file", "/data/inside.txt", "/other/moved"),
            attempt("raw-stat", 1, "moved", false)),
        // Hard links
        way(
            "a hard link to what is outside",
            By.THE_SANDBOX,
            link("out", "../outside"),
            attempt("raw-link", 0, "../outside/secret.txt", 0, "stolen"),
            attempt("raw-link", 0, "out/secret.txt", 0, "stolen"),
            attempt("hard-link", "/data/../outside/secret.txt", "/data/stolen"),
            attempt("hard-link", "/data/out/secret.txt", "/data/stolen"),
            attempt("read-file", "/data/stolen")),
        way(
            "a hard link outside",
            By.THE_SANDBOX,
            link("out", "../outside"),
            attempt("raw-link", 0, "inside.txt", 0, "../outside/new"),
            attempt("raw-link", 0, "inside.txt", 0, "out/new"),
            attempt("hard-link", "/data/inside.txt", "/data/../outside/new"),
            attempt("hard-link", "/data/inside.txt", "/data/out/new")),
        way(
            "a hard link to a link",
            By.THE_SANDBOX,
            link("out", "../outside/secret.txt"),
            Stream.concat(
                    Stream.of(mayWork("raw-link", 0, "out", 0, "again")), Stream.of(both("again")))
                .toArray(Step[]::new)),
        way(
            "a hard link from one folder that was given to another",
            By.THE_SANDBOX,
            attempt("raw-link", 0, "inside.txt", 1, "linked"),
            attempt("raw-link", 1, "../data/inside.txt", 1, "linked"),
            attempt("hard-link", "/data/inside.txt", "/other/linked"),
            attempt("raw-stat", 1, "linked", false)),
        // The rest
        way(
            "reading links",
            By.THE_SANDBOX,
            link("out", "../outside"),
            attempt("raw-readlink", 0, "../outside/link"),
            attempt("raw-readlink", 0, "out/link"),
            attempt("read-link", "/data/../outside/link"),
            attempt("read-link", "/data/out/link")),
        way(
            "looking at what is outside",
            By.THE_SANDBOX,
            link("out", "../outside"),
            attempt("raw-stat", 0, "../outside/secret.txt", true),
            attempt("raw-stat", 0, "../outside/secret.txt", false),
            attempt("raw-stat", 0, "..", false),
            attempt("raw-stat", 0, "out", true),
            attempt("raw-stat", 0, "out/secret.txt", false),
            attempt("stat-file", "/data/out"),
            attempt("lstat-file", "/data/out/secret.txt"),
            attempt("lstat-file", "/data/../outside"),
            attempt("list-directory", "/data/out"),
            attempt("list-directory", "/data/..")),
        way(
            "looking for what isn't outside",
            By.THE_SANDBOX,
            link("out", "../outside"),
            attempt("raw-stat", 0, "../outside/none", true),
            attempt("raw-stat", 0, "out/none", true),
            attempt("stat-file", "/data/out/none")),
        way(
            "removing",
            By.THE_SANDBOX,
            link("out", "../outside"),
            attempt("raw-unlink", 0, "../outside/secret.txt"),
            attempt("raw-unlink", 0, "out/secret.txt"),
            attempt("raw-unlink", 0, "../outside/link"),
            attempt("remove-file", "/data/../outside/secret.txt"),
            attempt("remove-file", "/data/out/secret.txt"),
            attempt("raw-remove-directory", 0, "../outside/empty"),
            attempt("raw-remove-directory", 0, "out/empty"),
            attempt("raw-remove-directory", 0, ".."),
            attempt("raw-remove-directory", 0, "../other"),
            attempt("remove-directory", "/data/../outside/empty"),
            attempt("remove-directory", "/data/out/empty")),
        way(
            "creating folders",
            By.THE_SANDBOX,
            link("out", "../outside"),
            attempt("raw-create-directory", 0, "../new"),
            attempt("raw-create-directory", 0, "out/new"),
            attempt("raw-create-directory", 0, "sub/../../new"),
            attempt("create-directory", "/data/../new"),
            attempt("create-directory", "/data/out/new"),
            attempt("create-directory", "/new")),
        way(
            "setting times",
            By.THE_SANDBOX,
            root -> {
              link("out", "../outside").in(root);
              link("file", "../outside/secret.txt").in(root);
            },
            attempt("raw-set-times", 0, "../outside/secret.txt", true),
            attempt("raw-set-times", 0, "../outside/secret.txt", false),
            attempt("raw-set-times", 0, "..", false),
            attempt("raw-set-times", 0, "file", true),
            attempt("raw-set-times", 0, "out", true),
            attempt("raw-set-times", 0, "out/secret.txt", false),
            attempt("set-times-now", "/data/file"),
            attempt("set-times-now", "/data/out")));
  }

  @ParameterizedTest
  @MethodSource("waysOut")
  void thereIsNoWayOutBy(By refused, Preparation host, List<Step> steps) throws IOException {
    host.in(root);
    Map<String, String> before = everythingOutside();
    for (boolean concurrent : new boolean[] {false, true}) {
      events.clear();
      try (var guest = new ProberGuest(config(), concurrent)) {
        for (Step step : steps) {
          var result = (Result<?, ?>) guest.call(step.function, step.arguments.toArray());
          assertFalse(step.mustFail && result.isOk(), () -> step + " returned " + result);
          assertFalse(result.toString().contains(secret), step::toString);
        }
        assertEquals(before, everythingOutside());
        // It was an error to the guest, no more.
        guest.ok("read-file", "/data/inside.txt");
        guest.ok("list-directory", "/other");
      }
      assertTrue(
          refused == By.ANYBODY || events.stream().anyMatch(event -> !event.granted()),
          "nobody was told");
      assertFalse(
          events.stream()
              .anyMatch(event -> event.granted() && event.what().contains("outside/secret.txt")),
          () -> "said to be granted: " + events);
      undoIn(data);
    }
  }

  /** Removes the links that the guest has made, for the second round. */
  private static void undoIn(Path data) throws IOException {
    for (String made : List.of("made", "sub/made", "again")) {
      Files.deleteIfExists(data.resolve(made));
    }
    if (Files.isSymbolicLink(data.resolve("sub/deep"))) {
      Files.delete(data.resolve("sub/deep"));
      Files.createDirectory(data.resolve("sub/deep"));
    }
  }

  @Test
  void thereAreEnoughWaysToTry() {
    assertTrue(waysOut().count() >= 25);
  }

  @Test
  void eachRefusalByTheSandboxIsTold() throws IOException {
    link("out", "../outside").in(root);
    try (var guest = new ProberGuest(config())) {
      for (Step step :
          List.of(
              attempt("raw-open", 0, "../outside/secret.txt", false, false, true),
              attempt("raw-stat", 0, "../outside/secret.txt", true),
              attempt("raw-readlink", 0, "../outside/link"),
              attempt("raw-unlink", 0, "../outside/secret.txt"),
              attempt("raw-create-directory", 0, "../outside/new"),
              attempt("raw-remove-directory", 0, "../outside/empty"),
              attempt("raw-set-times", 0, "../outside/secret.txt", false),
              attempt("raw-symlink", 0, "x", "../outside/new"),
              attempt("raw-link", 0, "../outside/secret.txt", 0, "stolen"),
              attempt("raw-link", 0, "inside.txt", 0, "../outside/new"),
              attempt("raw-link", 0, "inside.txt", 1, "../outside/new"),
              attempt("raw-rename", 0, "inside.txt", 0, "../outside/new"),
              attempt("raw-rename", 0, "../outside/secret.txt", 0, "stolen"),
              attempt("raw-rename", 0, "inside.txt", 1, "../outside/new"),
              attempt("raw-open", 0, "out/secret.txt", false, false, true))) {
        events.clear();
        guest.error(step.function, step.arguments.toArray());
        assertEquals(1, events.size(), () -> step + ": " + events);
        AccessEvent event = events.getFirst();
        assertFalse(event.granted(), step::toString);
        assertEquals("files", event.capability());
        assertTrue(
            event.what().contains("out") && event.what().matches("[a-z ]+ /(data|other)/.*"),
            event::toString);
      }
    }
  }

  @Test
  void aFolderThatTheHostMovesKeepsItsGuestInside() throws IOException {
    Path deeper = Files.createDirectories(root.resolve("moved/deeper"));
    Files.writeString(deeper.resolve("secret.txt"), secret);
    try (var guest = new ProberGuest(config())) {
      guest.ok("read-file", "/data/inside.txt");
      Path moved = deeper.resolve("data");
      Files.move(data, moved);
      Files.createDirectory(data);
      Files.writeString(data.resolve("secret.txt"), secret);
      guest.error("raw-open", 0, "../secret.txt", false, false, true);
      guest.error("read-file", "/data/../secret.txt");
      guest.error("read-file", "/data/secret.txt");
      guest.error("raw-rename", 0, "inside.txt", 0, "../new");
      // It has what it was given, wherever that is.
      guest.ok("write-file", "/data/new", LOOT);
      assertTrue(Files.exists(moved.resolve("new")));
      assertEquals(List.of("inside.txt", "new", "sub"), guest.ok("list-directory", "/data"));
    }
    assertEquals(secret, Files.readString(deeper.resolve("secret.txt")));
    assertEquals(secret, Files.readString(data.resolve("secret.txt")));
  }

  @Test
  void aFolderThatIsReplacedByALinkWhileTheGuestLooksLeadsNowhere() throws Exception {
    Path flip = data.resolve("flip");
    Path folder = Files.createDirectory(data.resolve("real"));
    Files.writeString(folder.resolve("secret.txt"), "harmless");
    Files.createSymbolicLink(flip, Path.of("real"));
    var over = new AtomicBoolean();
    Callable<Integer> flipping =
        () -> {
          int turns = 0;
          while (!over.get()) {
            Path next = data.resolve("next");
            Files.createSymbolicLink(next, Path.of(turns++ % 2 == 0 ? "../outside" : "real"));
            Files.move(next, flip, StandardCopyOption.ATOMIC_MOVE);
          }
          return turns;
        };
    var task = new FutureTask<>(flipping);
    Thread.ofPlatform().daemon().start(task);
    Map<String, String> before = everythingOutside();
    try (var guest = new ProberGuest(config())) {
      for (int i = 0; i < 1_500; i++) {
        var read = (Result<?, ?>) guest.call("raw-open", 0, "flip/secret.txt", false, false, true);
        if (read.isOk()) {
          assertEquals("harmless", new String((byte[]) read.orElseThrow(), UTF_8));
        }
        // Whatever is made is made inside.
        guest.succeeds("raw-write", 0, "flip/new", true, LOOT);
      }
    } finally {
      over.set(true);
      assertTrue(task.get() > 0);
    }
    assertEquals(before, everythingOutside());
  }

  /** Named pipes block whoever opens them. */
  private Path fifo(String name) throws IOException, InterruptedException {
    Path fifo = data.resolve(name);
    try {
      assumeTrue(
          new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor() == 0, "needs mkfifo");
    } catch (IOException e) {
      assumeTrue(false, "needs mkfifo");
    }
    return fifo;
  }

  /** Lets go whoever still waits for the other side. */
  private static void release(Path fifo) throws IOException {
    try (var both = new RandomAccessFile(fifo.toFile(), "rw")) {
      assertTrue(both.getChannel().isOpen());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDeadlineEndsAGuestThatOpensANamedPipe(boolean concurrent) throws Exception {
    var config = config().withLimits(Limits.defaults().withDeadline(Duration.ofMillis(300)));
    for (Step step :
        List.of(
            attempt("read-file", "/data/fifo-1"),
            attempt("append-file", "/data/fifo-2", LOOT),
            attempt("raw-open", 0, "fifo-3", false, false, true))) {
      // A guest that was stopped leaves a thread behind that waits for the other side.
      String path = step.arguments.contains(0) ? "fifo-3" : step.arguments.getFirst().toString();
      Path fifo = fifo(Path.of(path).getFileName().toString());
      try (var guest = new ProberGuest(config, concurrent)) {
        var exception =
            assertThrows(
                ResourceLimitException.class,
                () -> guest.call(step.function, step.arguments.toArray()));
        assertEquals(ResourceLimitException.Limit.DEADLINE, exception.limit());
        assertEquals(300_000_000, exception.value());
      } finally {
        release(fifo);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void interruptingEndsAGuestThatOpensANamedPipe(boolean concurrent) throws Exception {
    Path fifo = fifo("fifo");
    try (var guest = new ProberGuest(config(), concurrent)) {
      var call = new FutureTask<>(() -> guest.call("read-file", "/data/fifo"));
      Thread caller = Thread.ofPlatform().daemon().start(call);
      // Too early is no call; so until there was one.
      while (caller.isAlive()) {
        guest.store().interrupt();
        caller.join(Duration.ofMillis(100));
      }
      var exception = assertThrows(ExecutionException.class, call::get);
      assertEquals(GuestInterruptedException.class, exception.getCause().getClass());
    } finally {
      release(fifo);
    }
  }
}
