package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class LibraryLoaderTest {

  private static final byte[] LIBRARY = {7, 7, 7};

  @TempDir private Path temporary;
  private Path jar;
  private Path cache;
  private Path tmp;
  private final List<Path> opened = new ArrayList<>();
  private byte[] contentWhenOpened = {};

  @BeforeEach
  void writePlatformJar() throws IOException {
    jar = PlatformJars.write(temporary.resolve("a.jar"), Platform.LINUX_X86_64, LIBRARY);
    cache = temporary.resolve("cache");
    tmp = Files.createDirectory(temporary.resolve("tmp"));
  }

  private LoaderSettings settings(@Nullable Platform platform, @Nullable String path) {
    return new LoaderSettings("Linux", "amd64", platform, path, cache, tmp, false);
  }

  /** Pretends to open what is not a library. */
  private SharedLibrary pretend(Path path) {
    opened.add(path);
    try {
      contentWhenOpened = Files.readAllBytes(path);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new SharedLibrary(path, name -> Optional.empty());
  }

  private SharedLibrary refuseInCache(Path path) {
    if (path.startsWith(cache)) {
      throw new UnsatisfiedLinkError(path + ": failed to map segment from shared object");
    }
    return pretend(path);
  }

  private SharedLibrary load(LoaderSettings settings, SharedLibrary.Opener opener, Path... jars)
      throws IOException {
    try (URLClassLoader loader = PlatformJars.loader(jars)) {
      return new LibraryLoader(settings, List.of(loader), opener).load();
    }
  }

  private UnsatisfiedLinkError failure(
      LoaderSettings settings, SharedLibrary.Opener opener, Path... jars) {
    return assertThrows(UnsatisfiedLinkError.class, () -> load(settings, opener, jars));
  }

  private static void assertSays(UnsatisfiedLinkError error, String... expected) {
    for (String each : expected) {
      assertTrue(error.getMessage().contains(each), each + "\n--- in ---\n" + error.getMessage());
    }
  }

  // ---- the platform jar

  @Test
  void opensThePlatformJarsLibraryFromTheCache() throws IOException {
    SharedLibrary library = load(settings(Platform.LINUX_X86_64, null), this::pretend, jar);
    assertTrue(library.path().startsWith(cache));
    assertArrayEquals(LIBRARY, contentWhenOpened);
  }

  @Test
  void saysWhichJarToAddIfThereIsNone() {
    var error = failure(settings(Platform.LINUX_X86_64, null), this::pretend);
    assertSays(
        error,
        "Platform: linux-x86_64 (os.name Linux, os.arch amd64)",
        "META-INF/native/linux-x86_64/libswitchblade.so, asked of class loader test",
        "not found",
        "dev.switchblade:switchblade-native:" + LoadFailure.version() + ":linux-x86_64",
        "<classifier>linux-x86_64</classifier>",
        "-Dswitchblade.native.path=");
  }

  @Test
  void saysThatTheJarOfAnotherPlatformIsThere() throws IOException {
    Path other = temporary.resolve("mac.jar");
    PlatformJars.write(other, Platform.MACOS_AARCH64, LIBRARY);
    var error = failure(settings(Platform.LINUX_X86_64, null), this::pretend, other);
    assertSays(error, "mac.jar", "this is the platform jar of macos-aarch64");
  }

  @Test
  void saysWhichPlatformsThereAreOnAnother() {
    var error = failure(settings(null, null), this::pretend, jar);
    assertSays(
        error,
        "Platform: none that is supported",
        "linux-x86_64, linux-aarch64, linux-x86_64-musl, linux-aarch64-musl, macos-x86_64,"
            + " macos-aarch64, windows-x86_64");
  }

  @Test
  void saysThatALibraryForGlibcIsOfNoUseOnMusl() {
    var error = failure(settings(Platform.LINUX_X86_64_MUSL, null), this::pretend, jar);
    assertSays(
        error,
        "Platform: linux-x86_64-musl",
        "this is the platform jar of linux-x86_64, which can't be used here",
        "it is musl",
        "<classifier>linux-x86_64-musl</classifier>");
    assertTrue(opened.isEmpty());
  }

  // ---- class loaders

  @Test
  void asksTheClassLoadersInTurn() throws IOException {
    Path other = temporary.resolve("b.jar");
    PlatformJars.write(other, Platform.LINUX_X86_64, new byte[] {8, 8});
    LoaderSettings settings = settings(Platform.LINUX_X86_64, null);
    try (URLClassLoader none = PlatformJars.loader();
        URLClassLoader first = PlatformJars.loader(jar);
        URLClassLoader second = PlatformJars.loader(other)) {
      new LibraryLoader(settings, List.of(none, second, first), this::pretend).load();
      assertArrayEquals(new byte[] {8, 8}, contentWhenOpened);
      new LibraryLoader(settings, List.of(first, second, none), this::pretend).load();
      assertArrayEquals(LIBRARY, contentWhenOpened);
    }
  }

  @Test
  void keepsLibrariesOfSeveralVersionsSideBySide() throws IOException {
    Path other = temporary.resolve("b.jar");
    PlatformJars.write(other, Platform.LINUX_X86_64, new byte[] {8, 8});
    LoaderSettings settings = settings(Platform.LINUX_X86_64, null);
    Path one = load(settings, this::pretend, jar).path();
    Path two = load(settings, this::pretend, other).path();
    assertNotEquals(one, two);
    assertArrayEquals(LIBRARY, Files.readAllBytes(one));
    assertArrayEquals(new byte[] {8, 8}, Files.readAllBytes(two));
  }

  @Test
  void choosesItsPlatformOfAJarWithSeveral() throws IOException {
    Path other = temporary.resolve("b.jar");
    PlatformJars.write(other, Platform.LINUX_AARCH64, new byte[] {8, 8});
    load(settings(Platform.LINUX_AARCH64, null), this::pretend, jar, other);
    assertArrayEquals(new byte[] {8, 8}, contentWhenOpened);
    load(settings(Platform.LINUX_X86_64, null), this::pretend, other, jar);
    assertArrayEquals(LIBRARY, contentWhenOpened);
  }

  @Test
  void namesTheClassLoadersThatHaveNoJar() throws IOException {
    try (URLClassLoader first = new URLClassLoader("application", new URL[0], null);
        URLClassLoader second = new URLClassLoader("server", new URL[0], null)) {
      var loader =
          new LibraryLoader(
              settings(Platform.LINUX_X86_64, null), List.of(first, second), this::pretend);
      var error = assertThrows(UnsatisfiedLinkError.class, loader::load);
      assertSays(error, "asked of class loader application", "asked of class loader server");
    }
  }

  // ---- folders

  /** A process of a user that the system has no home for, as containers often run. */
  @Test
  void unpacksToATemporaryFolderIfTheUserHasNoHome() throws IOException {
    var settings =
        new LoaderSettings("Linux", "amd64", Platform.LINUX_X86_64, null, null, tmp, false);
    SharedLibrary library = load(settings, this::pretend, jar);
    assertTrue(library.path().startsWith(tmp));
    assertArrayEquals(LIBRARY, contentWhenOpened);
    assertEmpty(tmp);
  }

  @Test
  void saysThatTheUserHasNoHomeAndNoTemporaryFolder() throws IOException {
    Files.delete(tmp);
    var settings =
        new LoaderSettings("Linux", "amd64", Platform.LINUX_X86_64, null, null, tmp, false);
    var error = failure(settings, this::pretend, jar);
    assertSays(error, "the home folder is unknown", tmp.toString(), "=<folder>");
  }

  /** Nobody may write there, root neither. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void unpacksToATemporaryFolderIfTheHomeIsReadOnly() throws IOException {
    cache = Path.of("/proc/self/.cache/switchblade/natives");
    SharedLibrary library = load(settings(Platform.LINUX_X86_64, null), this::pretend, jar);
    assertTrue(library.path().startsWith(tmp));
    assertEmpty(tmp);
  }

  @Test
  void opensTheLibraryForMuslOnMusl() throws IOException {
    byte[] forMusl = {8, 8};
    Path muslJar =
        PlatformJars.write(temporary.resolve("musl.jar"), Platform.LINUX_X86_64_MUSL, forMusl);
    load(settings(Platform.LINUX_X86_64_MUSL, null), this::pretend, jar, muslJar);
    assertArrayEquals(forMusl, contentWhenOpened);
    load(settings(Platform.LINUX_X86_64, null), this::pretend, jar, muslJar);
    assertArrayEquals(LIBRARY, contentWhenOpened);
  }

  @Test
  void saysThatGlibcIsTooOldWithoutTryingElsewhere() throws IOException {
    var error =
        failure(
            settings(Platform.LINUX_X86_64, null),
            path -> {
              opened.add(path);
              throw new UnsatisfiedLinkError(
                  path + ": /lib/libc.so.6: version `GLIBC_2.28' not found (required by " + path);
            },
            jar);
    assertSays(error, "GLIBC_2.28' not found", "a newer glibc: the platform jars are built for");
    assertEquals(1, opened.size());
    assertEmpty(tmp);
  }

  @Test
  void refusesADamagedJarWithoutTryingElsewhere() throws IOException {
    Path damaged = temporary.resolve("damaged.jar");
    PlatformJars.write(damaged, Platform.LINUX_X86_64, LIBRARY, "a".repeat(64));
    var error = failure(settings(Platform.LINUX_X86_64, null), this::pretend, damaged);
    assertSays(error, "damaged.jar", "a".repeat(64), "is fetched again");
    assertInstanceOf(DamagedLibraryException.class, error.getCause());
    assertTrue(opened.isEmpty());
    assertEmpty(tmp);
  }

  @Test
  void unpacksToATemporaryFolderIfTheCacheCantBeWritten() throws IOException {
    Files.createFile(cache);
    SharedLibrary library = load(settings(Platform.LINUX_X86_64, null), this::pretend, jar);
    assertTrue(library.path().startsWith(tmp));
    assertArrayEquals(LIBRARY, contentWhenOpened);
    assertEmpty(tmp);
  }

  @Test
  void unpacksToATemporaryFolderIfNothingRunsFromTheCache() throws IOException {
    SharedLibrary library = load(settings(Platform.LINUX_X86_64, null), this::refuseInCache, jar);
    assertTrue(library.path().startsWith(tmp));
    assertEmpty(tmp);
  }

  @Test
  void removesOnWindowsWhatAnEarlierProcessHasLeftInItsTemporaryFolder() throws IOException {
    Path windowsJar =
        PlatformJars.write(temporary.resolve("windows.jar"), Platform.WINDOWS_X86_64, LIBRARY);
    Files.createFile(cache);
    LoaderSettings settings = settings(Platform.WINDOWS_X86_64, null);
    Path first = folderIn(tmp, load(settings, this::pretend, windowsJar));
    Path second = folderIn(tmp, load(settings, this::pretend, windowsJar));
    assertTrue(Files.exists(first), "it may be in use");
    Files.setLastModifiedTime(first, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
    Path third = folderIn(tmp, load(settings, this::pretend, windowsJar));
    assertFalse(Files.exists(first));
    assertTrue(Files.exists(second));
    assertTrue(Files.exists(third));
  }

  private static Path folderIn(Path parent, SharedLibrary library) {
    return parent.resolve(parent.relativize(library.path()).getName(0));
  }

  @Test
  void keepsEveryCauseWhenAllFails() throws IOException {
    SharedLibrary.Opener refuse =
        path -> {
          throw new UnsatisfiedLinkError(path + ": failed to map segment");
        };
    var error = failure(settings(Platform.LINUX_X86_64, null), refuse, jar);
    assertSays(
        error, "in the cache", "in a temporary folder", "failed to map", "the platform jar is");
    Throwable cause = error.getCause();
    assertInstanceOf(UnsatisfiedLinkError.class, cause);
    assertTrue(cause.getMessage().contains(cache.toString()));
    assertEquals(1, error.getSuppressed().length);
    assertTrue(error.getSuppressed()[0].getMessage().contains(tmp.toString()));
    assertEmpty(tmp);
  }

  /** As in a container whose file systems are read-only: the jar is there, a folder isn't. */
  @Test
  void asksForAFolderIfThereIsNoneToUnpackTo() throws IOException {
    Files.createFile(cache);
    Files.delete(tmp);
    var error = failure(settings(Platform.LINUX_X86_64, null), this::pretend, jar);
    assertSays(
        error,
        cache.toString(),
        tmp.toString(),
        "the platform jar is there (jar:" + jar.toUri().toURL(),
        "-Dswitchblade.native.cache=<folder>",
        "-Dswitchblade.native.path=<path of the library>",
        "JDK_JAVA_OPTIONS");
    assertFalse(error.getMessage().contains("<dependency>"), error.getMessage());
    assertInstanceOf(IOException.class, error.getCause());
    assertEquals(1, error.getSuppressed().length);
  }

  @Test
  void asksForAFolderIfNothingRunsFromThoseThereAre() {
    SharedLibrary.Opener refuse =
        path -> {
          throw new UnsatisfiedLinkError(path + ": failed to map segment from shared object");
        };
    var error = failure(settings(Platform.LINUX_X86_64, null), refuse, jar);
    assertSays(error, "noexec", "-Dswitchblade.native.cache=<folder>", "JDK_JAVA_OPTIONS");
  }

  @Test
  void saysHowToAllowNativeCode() {
    SharedLibrary.Opener refuse =
        path -> {
          throw new IllegalCallerException("Illegal native access from module x");
        };
    var error = failure(settings(Platform.LINUX_X86_64, null), refuse, jar);
    assertSays(
        error,
        "Illegal native access",
        "--enable-native-access=",
        "Enable-Native-Access: ALL-UNNAMED",
        "JDK_JAVA_OPTIONS");
    assertInstanceOf(IllegalCallerException.class, error.getCause());
  }

  // ---- the path that the user gave

  @Test
  void saysThatTheGivenPathIsMissingAndLooksNowhereElse() {
    Path missing = temporary.resolve("no/such.so");
    var error = failure(settings(Platform.LINUX_X86_64, missing.toString()), this::pretend, jar);
    assertSays(
        error, "switchblade.native.path=" + missing, "there is no file " + missing, "correct the");
    assertTrue(opened.isEmpty());
  }

  @Test
  void looksForTheLibraryInAGivenFolder() {
    var error = failure(settings(Platform.LINUX_X86_64, tmp.toString()), this::pretend, jar);
    assertSays(error, "there is no file " + tmp.resolve(System.mapLibraryName("switchblade")));
  }

  @Test
  void refusesAGivenLibraryThatIsNotSwitchblades() throws IOException {
    Path file = Files.createFile(temporary.resolve("other.so"));
    var error = failure(settings(Platform.LINUX_X86_64, file.toString()), this::pretend);
    assertSays(error, file + " is a library, but not Switchblade's");
  }

  @Test
  void comparesTheVersionOfAGivenLibrary() throws Exception {
    Path file = Files.createFile(temporary.resolve("some.so"));
    int ours = SwitchbladeH.SB_ABI_VERSION();
    try (Arena arena = Arena.ofConfined()) {
      SharedLibrary.Opener right = path -> new SharedLibrary(path, versioned(ours, arena));
      SharedLibrary.Opener wrong = path -> new SharedLibrary(path, versioned(ours + 1, arena));
      LoaderSettings settings = settings(null, file.toString());
      assertEquals(file, load(settings, right).path());
      assertSays(
          failure(settings, wrong),
          "has version " + (ours + 1),
          "needs version " + ours,
          "build the library from the same source code");
    }
  }

  /** A library with nothing but {@code sb_abi_version}. */
  @SuppressWarnings("restricted")
  private static SymbolLookup versioned(int version, Arena arena) {
    MemorySegment function =
        Linker.nativeLinker()
            .upcallStub(
                MethodHandles.constant(int.class, version),
                FunctionDescriptor.of(ValueLayout.JAVA_INT),
                arena);
    return name -> name.equals("sb_abi_version") ? Optional.of(function) : Optional.empty();
  }

  private static void assertEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      assertEquals(List.of(), files.toList(), "files left behind");
    }
    assertFalse(Files.notExists(folder));
  }
}
