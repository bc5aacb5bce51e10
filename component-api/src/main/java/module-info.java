import org.jspecify.annotations.NullMarked;

/**
 * WebAssembly components for the JVM, at the speed of the native runtime.
 *
 * <p>Start at {@link dev.switchblade}. Programs on the module path need {@code
 * --enable-native-access=dev.switchblade.bindings,dev.switchblade}, programs on the class path
 * {@code --enable-native-access=ALL-UNNAMED}; without, current JDKs print a warning.
 */
@NullMarked
module dev.switchblade {
  requires static transitive org.jspecify;
  requires dev.switchblade.bindings;

  exports dev.switchblade;
  exports dev.switchblade.abi;
  exports dev.switchblade.wasi;
  exports dev.switchblade.wit;
}
