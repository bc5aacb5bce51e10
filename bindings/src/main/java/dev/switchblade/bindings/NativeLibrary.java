package dev.switchblade.bindings;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The native library of this process: {@code libswitchblade.so}, {@code libswitchblade.dylib} or
 * {@code switchblade.dll}.
 *
 * <p>It is looked for and opened once, when it is first needed, and stays open. If that fails, it
 * fails for good: each later use throws an error with the same message and causes.
 *
 * <p>It comes from one of two places:
 *
 * <ol>
 *   <li>The system property {@code switchblade.native.path} names the library, or the folder that
 *       holds it. Nothing else is tried then. It must have this module's version of the interface
 *       of {@code switchblade.h}.
 *   <li>The platform jar, {@code dev.switchblade:switchblade-native} with the platform as
 *       classifier, on the class path or module path: the resource {@code
 *       META-INF/native/<platform>/<library>} with its SHA-256 beside it, as seen by the class
 *       loader of this class, the context class loader of the thread, or the system class loader.
 *       The library is checked against the SHA-256 and unpacked into a folder that belongs to the
 *       user, where later processes find it: {@code switchblade/natives} in {@code $XDG_CACHE_HOME}
 *       or {@code ~/.cache} on Linux, in {@code ~/Library/Caches} on macOS, in {@code
 *       %LOCALAPPDATA%} on Windows; the system property {@code switchblade.native.cache} names
 *       another folder. If it can't be kept there, or not be run from there, it is unpacked into a
 *       temporary folder, for this process only, and a warning is logged.
 * </ol>
 *
 * <p><b>What is trusted.</b> Unpacking always computes the SHA-256. A library that has been
 * unpacked before is used if its folder and file belong to this user (or root) and nobody else may
 * write to them, and if its size and time of change are those it had when its SHA-256 was last
 * computed; otherwise the SHA-256 is computed again. Computing it each time would cost every start
 * tens of milliseconds, and protect from nobody: who can write there is the user. The system
 * property {@code switchblade.native.verify=true} does it all the same.
 *
 * <p><b>The version of the interface</b> ({@code sb_abi_version}) is compared for {@code
 * switchblade.native.path} only, where a library of any age may be. That call takes a starting
 * process some 10 ms; a platform jar is kept at this module's version by the BOM.
 *
 * <p>Thread-safe.
 */
public final class NativeLibrary {

  private NativeLibrary() {}

  /**
   * Opens the library, unless that has been done.
   *
   * @throws UnsatisfiedLinkError if there is no library that can be opened. The message lists the
   *     platform, every place that was looked at with what was wrong with it, and the Maven
   *     coordinates to add. Its cause is the first exception met, all others are suppressed ones.
   */
  public static void load() {
    library();
  }

  /**
   * The error for a module that uses what the library gives, and is refused by Java.
   *
   * @param refusal what a restricted method threw
   */
  public static UnsatisfiedLinkError denied(IllegalCallerException refusal) {
    var error =
        new UnsatisfiedLinkError(
            "Switchblade can't use its native library: "
                + refusal.getMessage()
                + ".\nWhat to do: "
                + LoadFailure.allowNativeAccess());
    error.initCause(refusal);
    return error;
  }

  /** Says whether the library is open; opens it, unless that has been tried. */
  public static boolean isAvailable() {
    return Holder.LIBRARY != null;
  }

  /**
   * Says why the library is not available, as {@link #load} does; null if it is. Opens it, unless
   * that has been tried.
   */
  public static @Nullable Throwable unavailabilityCause() {
    return Holder.FAILURE;
  }

  /**
   * The file that the library was opened from. One in a temporary folder has been deleted since.
   *
   * @throws UnsatisfiedLinkError as {@link #load}
   */
  public static Path location() {
    return library().path();
  }

  /**
   * The address of a function; jextract's output asks for it when the function is first called.
   *
   * @throws UnsatisfiedLinkError as {@link #load}, or if the library has no such function
   */
  public static MemorySegment symbol(String name) {
    SharedLibrary library = library();
    MemorySegment address = library.symbols().find(name).orElse(null);
    if (address == null) {
      throw new UnsatisfiedLinkError(
          "The native library "
              + library.path()
              + " has no function "
              + name
              + ": it is of another version than Switchblade "
              + LoadFailure.version()
              + ". Give all dependencies of dev.switchblade the same version, for example by"
              + " importing dev.switchblade:switchblade-bom.");
    }
    return address;
  }

  private static SharedLibrary library() {
    SharedLibrary library = Holder.LIBRARY;
    if (library == null) {
      throw again(Objects.requireNonNull(Holder.FAILURE));
    }
    return library;
  }

  /** A new error with the caller's stack trace and the story of the one attempt. */
  private static UnsatisfiedLinkError again(UnsatisfiedLinkError failure) {
    var error = new UnsatisfiedLinkError(failure.getMessage());
    error.initCause(failure.getCause());
    for (Throwable suppressed : failure.getSuppressed()) {
      error.addSuppressed(suppressed);
    }
    return error;
  }

  /** The one attempt. Exactly one of the fields is null. */
  private static final class Holder {
    static final @Nullable SharedLibrary LIBRARY;
    static final @Nullable UnsatisfiedLinkError FAILURE;

    static {
      SharedLibrary library = null;
      UnsatisfiedLinkError failure = null;
      try {
        var settings = LoaderSettings.of(System.getProperties(), System.getenv());
        var opener = new SharedLibrary.SystemOpener();
        library = new LibraryLoader(settings, classLoaders(), opener).load();
      } catch (UnsatisfiedLinkError e) {
        failure = e;
      } catch (RuntimeException | Error e) {
        // Never out of here: it would become a NoClassDefFoundError that doesn't say why.
        failure = new UnsatisfiedLinkError("Switchblade's native library can't be loaded: " + e);
        failure.initCause(e);
      }
      LIBRARY = library;
      FAILURE = failure;
    }

    private static List<ClassLoader> classLoaders() {
      var loaders = new ArrayList<ClassLoader>(3);
      addNew(loaders, NativeLibrary.class.getClassLoader());
      addNew(loaders, Thread.currentThread().getContextClassLoader());
      addNew(loaders, ClassLoader.getSystemClassLoader());
      return loaders;
    }

    private static void addNew(List<ClassLoader> loaders, @Nullable ClassLoader loader) {
      if (loader != null && !loaders.contains(loader)) {
        loaders.add(loader);
      }
    }
  }
}
