package dev.switchblade.bindings;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the native library and opens it: where the user says it is, and nowhere else then, or
 * out of the platform jar, from the user's cache or, if nothing can be kept or run from there, from
 * a temporary folder.
 */
final class LibraryLoader {

  /** How the names of our temporary folders begin. */
  private static final String TEMPORARY = "switchblade-native-";

  /** How old a temporary folder must be before another process takes it for left behind. */
  private static final Duration UNTOUCHED = Duration.ofHours(1);

  private final LoaderSettings settings;
  private final List<ClassLoader> loaders;
  private final SharedLibrary.Opener opener;
  private final LoadFailure failure;

  /**
   * @param loaders the class loaders to ask for the platform jar, in this order
   */
  LibraryLoader(LoaderSettings settings, List<ClassLoader> loaders, SharedLibrary.Opener opener) {
    this.settings = settings;
    this.loaders = loaders;
    this.opener = opener;
    this.failure = new LoadFailure(settings);
  }

  /**
   * Opens the library.
   *
   * @throws UnsatisfiedLinkError with the whole story
   */
  SharedLibrary load() {
    String path = settings.path();
    return path == null ? loadFromPlatformJar() : loadFrom(path);
  }

  // ---- the path that the user gave

  private SharedLibrary loadFrom(String text) {
    String place = "the system property " + LoaderSettings.PATH + "=" + text;
    failure.remedy(
        "correct the property, which names the library or the folder that holds it, or start Java"
            + " without it to use the platform jar");
    Path library;
    try {
      library = Path.of(text).toAbsolutePath();
    } catch (InvalidPathException e) {
      failure.add(place, e);
      throw failure.toError();
    }
    if (Files.isDirectory(library)) {
      library = library.resolve(System.mapLibraryName("switchblade"));
    }
    if (!Files.exists(library)) {
      failure.add(place, "there is no file " + library);
      throw failure.toError();
    }
    SharedLibrary opened = open(library, place);
    if (opened == null || !speaksOurVersion(opened, place)) {
      throw failure.toError();
    }
    return opened;
  }

  /**
   * The check for libraries that the user built, which may be of any age. A platform jar has the
   * version number of this code, so there the check would cost each start some 10 ms for nothing.
   */
  private boolean speaksOurVersion(SharedLibrary library, String place) {
    int ours = SwitchbladeH.SB_ABI_VERSION();
    int theirs;
    try {
      theirs = library.abiVersion();
    } catch (UnsatisfiedLinkError e) {
      failure.add(place, e);
      return false;
    }
    if (theirs != ours) {
      failure.add(
          place,
          library.path()
              + " has version "
              + theirs
              + " of the interface between Java and the library, but Switchblade "
              + LoadFailure.version()
              + " needs version "
              + ours);
      failure.remedy("build the library from the same source code as the jars");
    }
    return theirs == ours;
  }

  // ---- the platform jar

  private SharedLibrary loadFromPlatformJar() {
    Platform platform = settings.platform();
    if (platform == null) {
      failure.add("the platform", "there is no platform jar for it");
      throw failure.toError();
    }
    LibraryResource resource = LibraryResource.find(platform, loaders);
    if (resource == null) {
      addMissingJar(platform);
      throw failure.toError();
    }
    try {
      SharedLibrary library = openFromCache(resource, platform);
      return library == null ? openFromTemporaryFolder(resource, platform) : library;
    } catch (DamagedLibraryException e) {
      failure.add(resource.digestUrl().toString(), e);
      failure.remedy(
          "delete the jar from where the build tool keeps it, so that "
              + LoadFailure.coordinates(platform)
              + " is fetched again");
      throw failure.toError();
    }
  }

  private void addMissingJar(Platform platform) {
    for (ClassLoader loader : loaders) {
      String name = loader.getName() == null ? loader.toString() : loader.getName();
      failure.add(platform.resourceName() + ", asked of class loader " + name, "not found");
    }
    for (Platform other : Platform.values()) {
      LibraryResource resource = LibraryResource.find(other, loaders);
      if (resource != null) {
        failure.add(
            resource.digestUrl().toString(),
            "this is the platform jar of " + other.classifier() + ", which can't be used here");
      }
    }
    if (platform.isMusl()) {
      failure.add(
          "the C library of this process",
          "it is musl (as on Alpine Linux), so a platform jar for glibc is of no use");
    }
  }

  /** Returns null if the library can't be kept in the user's cache or not be run from there. */
  private @Nullable SharedLibrary openFromCache(LibraryResource resource, Platform platform)
      throws DamagedLibraryException {
    Path cache = settings.cache();
    if (cache == null) {
      failure.add("the cache", "this user has no folder for it: the home folder is unknown");
      return null;
    }
    Path library;
    try {
      library = new LibraryCache(cache, settings.verify()).unpack(resource, platform.libraryName());
    } catch (DamagedLibraryException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      failure.add("the cache " + cache, e);
      return null;
    }
    return open(library, "the platform jar's library in the cache");
  }

  private SharedLibrary openFromTemporaryFolder(LibraryResource resource, Platform platform)
      throws DamagedLibraryException {
    Path folder;
    try {
      if (platform.isWindows()) {
        PrivateFolder.deleteLeftovers(settings.temporary(), TEMPORARY, UNTOUCHED);
      }
      folder = Files.createTempDirectory(settings.temporary(), TEMPORARY);
    } catch (IOException | RuntimeException e) {
      failure.add("the folder for temporary files " + settings.temporary(), e);
      failure.remedy(findAnotherFolder(resource));
      throw failure.toError();
    }
    SharedLibrary opened = null;
    try {
      Path library = new LibraryCache(folder, false).unpack(resource, platform.libraryName());
      opened = open(library, "the platform jar's library in a temporary folder");
    } catch (DamagedLibraryException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      failure.add("the temporary folder " + folder, e);
    } finally {
      // What is open stays so without its name, but not on Windows, where it can't be deleted: a
      // later process does that.
      if (opened == null || !platform.isWindows()) {
        PrivateFolder.delete(folder);
      }
    }
    if (opened == null) {
      failure.remedy(findAnotherFolder(resource));
      throw failure.toError();
    }
    System.getLogger("dev.switchblade")
        .log(
            Level.WARNING,
            "Switchblade unpacks its native library anew at each start, since it could not be kept;"
                + " -D"
                + LoaderSettings.CACHE
                + "=<folder> names another place.\n"
                + failure.attempts());
    return opened;
  }

  /** The advice for a program that has the platform jar, and nowhere to run its library from. */
  private static String findAnotherFolder(LibraryResource resource) {
    return "the platform jar is there ("
        + resource.digestUrl()
        + "), but there is no folder that its library could be unpacked to and run from. Name one"
        + " that is writable, by this user only, and on a file system that programs may be run from"
        + " (not mounted noexec); in a container, a mounted volume, such as an emptyDir of"
        + " Kubernetes:\n  -D"
        + LoaderSettings.CACHE
        + "=<folder>\n"
        + "or unpack the library when the container's image is built, and name it:\n  -D"
        + LoaderSettings.PATH
        + "=<path of the library>\n"
        + "Where Java's command line can't be changed, the environment variable JDK_JAVA_OPTIONS"
        + " takes such options.";
  }

  /** Returns null if that fails, after adding it to the story. */
  private @Nullable SharedLibrary open(Path library, String place) {
    try {
      return opener.open(library);
    } catch (UnsatisfiedLinkError e) {
      failure.add(place, e);
      if (needsNewerGlibc(e)) {
        failure.remedy(LoadFailure.useNewerGlibc());
        throw failure.toError();
      }
      return null;
    } catch (IllegalCallerException e) {
      failure.add(place, e);
      failure.remedy(LoadFailure.allowNativeAccess());
      throw failure.toError();
    }
  }

  /** The dynamic loader names the version that is missing, and no other folder would help. */
  private static boolean needsNewerGlibc(UnsatisfiedLinkError refusal) {
    String message = refusal.getMessage();
    return message != null && message.contains("version `GLIBC_");
  }
}
