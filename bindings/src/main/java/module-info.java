import org.jspecify.annotations.NullMarked;

/**
 * The native library of Switchblade as Java sees it: the loader of the library, and jextract's
 * output for the functions of {@code switchblade.h} and {@code wasmtime.h} that are in use.
 *
 * <p>No logic and no public API: users work with the module {@code dev.switchblade}, which shows
 * what they need of this one.
 */
// dev.switchblade depends on this module, so it can't be there when this one is compiled.
@SuppressWarnings("module")
@NullMarked
module dev.switchblade.bindings {
  requires static org.jspecify;

  exports dev.switchblade.bindings to
      dev.switchblade;
  exports dev.switchblade.bindings.ffi to
      dev.switchblade;
}
