package dev.switchblade.app.deploy;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import java.util.List;
import java.util.Map;

/** What a version is made of, and how. */
interface Origin<I> {

  /** What the version is called. */
  String name();

  /** What it is made of, by name; empty if it is all of a piece. */
  Map<String, byte[]> parts();

  /**
   * Compiles it.
   *
   * @param engine what compiles
   * @param living versions of which what that engine has compiled can be used again
   * @throws RuntimeException if there is no component to be had
   */
  Compiled<I> compile(Engine engine, List<Ready<I>> living);

  /**
   * Says whether a baseline compiler would be done sooner than an engine, of what is compiled
   * already.
   */
  default boolean isSoonerBy(Engine baseline, Engine engine, List<Ready<I>> living) {
    return true;
  }

  /** The component that a source has. */
  static <I> Origin<I> of(Source source, Linking<I> linking) {
    return new OneComponent<>(source, false, Map.of(), linking);
  }

  /** A component that stays the caller's. */
  static <I> Origin<I> of(Component component, Linking<I> linking) {
    return new OneComponent<>(
        Source.named(component.name(), _ -> component), true, Map.of(), linking);
  }

  /** The component that an assembly makes of parts. */
  static <I> Origin<I> of(
      String name, Map<String, byte[]> parts, Assembly assembly, Linking<I> linking) {
    return new OneComponent<>(
        Source.named(name, engine -> assembly.assemble(engine, parts)), false, parts, linking);
  }
}
