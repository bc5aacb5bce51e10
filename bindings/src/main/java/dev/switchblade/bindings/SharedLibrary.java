package dev.switchblade.bindings;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * A library that the process has opened, for good: Wasmtime's signal handlers live in it.
 *
 * @param path the file it was opened from
 * @param symbols what it exports
 */
record SharedLibrary(Path path, SymbolLookup symbols) {

  /** How a library is opened; tests do it otherwise. */
  interface Opener {
    /**
     * Opens the file as a library.
     *
     * @throws UnsatisfiedLinkError if the system's loader refuses the file
     * @throws IllegalCallerException if Java does not let this module use native code
     */
    SharedLibrary open(Path path);
  }

  /** Opens libraries with the system's dynamic loader. */
  @SuppressWarnings("restricted")
  static final class SystemOpener implements Opener {
    /**
     * {@inheritDoc}
     *
     * <p>Not with {@link System#load}, which gives a file to one class loader per process: two web
     * applications, or two runs of a Maven plugin, could not both use Switchblade.
     */
    @Override
    public SharedLibrary open(Path path) {
      try {
        return new SharedLibrary(path, SymbolLookup.libraryLookup(path, Arena.global()));
      } catch (IllegalArgumentException e) {
        // It doesn't say why the system refused; System.load does.
        try {
          System.load(path.toString());
        } catch (UnsatisfiedLinkError reason) {
          reason.addSuppressed(e);
          throw reason;
        }
        return new SharedLibrary(path, SymbolLookup.loaderLookup());
      }
    }
  }

  /**
   * Asks the library for its version of the interface of {@code switchblade.h}.
   *
   * <p>Linking a function of this form takes a starting process some 10 ms, so this is for
   * libraries of unknown origin.
   *
   * @throws UnsatisfiedLinkError if the library can't say, so isn't Switchblade's
   */
  @SuppressWarnings("restricted")
  int abiVersion() {
    MemorySegment function = symbols.find("sb_abi_version").orElse(null);
    if (function == null) {
      throw new UnsatisfiedLinkError(
          path + " is a library, but not Switchblade's: it has no function sb_abi_version");
    }
    MethodHandle handle =
        Linker.nativeLinker().downcallHandle(function, FunctionDescriptor.of(ValueLayout.JAVA_INT));
    try {
      return (int) handle.invokeExact();
    } catch (Throwable e) {
      throw new AssertionError("a C function does not throw", e);
    }
  }
}
