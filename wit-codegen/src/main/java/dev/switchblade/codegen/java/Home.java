package dev.switchblade.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.switchblade.codegen.wit.Interface;
import org.jspecify.annotations.Nullable;

/**
 * Where Java has an interface, or what belongs to the world itself.
 *
 * @param side who implements it
 * @param of the interface; null for the world's own
 * @param key the name that components have it under; empty for the world's own
 * @param functions the class or interface with its functions
 * @param codec the class that says how its types travel
 * @param generated whether it is written here; else it was, elsewhere
 */
record Home(
    Side side,
    @Nullable Interface of,
    String key,
    ClassName functions,
    ClassName codec,
    boolean generated) {

  /** Who implements an interface. */
  enum Side {
    /** The host, in Java. */
    HOST,
    /** The native library: Java sees handles of its resources, and passes them on. */
    LIBRARY,
    /** The component. */
    GUEST
  }
}
