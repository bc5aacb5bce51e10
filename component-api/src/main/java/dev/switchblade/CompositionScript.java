package dev.switchblade;

import dev.switchblade.CompositionException.Kind;
import dev.switchblade.CompositionException.Problem;
import dev.switchblade.internal.compose.Composer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A composition that a text in the WAC language describes, and the components that it names.
 *
 * {@snippet :
 * String text =
 *     """
 *     package acme:app;
 *     let auth = new acme:auth {};
 *     let processor = new acme:processor { ...auth, ... };
 *     export processor...;
 *     """;
 * Component app =
 *     CompositionScript.of(engine, text)
 *         .add("acme:auth", auth)
 *         .add("acme:processor", Path.of("processor.wasm"))
 *         .compile();
 * }
 *
 * <p>The parts are called as the text calls them. The text plugs and exports; types, interfaces and
 * worlds can't be defined in it, because the components have them.
 *
 * <p>Immutable and thread-safe: {@code add} gives a new one, and leaves this one as it is.
 *
 * @see <a href="https://github.com/bytecodealliance/wac/blob/main/LANGUAGE.md">The WAC language</a>
 * @see Composition
 */
public final class CompositionScript {

  private final Engine engine;
  private final String text;
  private final Map<String, byte[]> dependencies;

  private CompositionScript(Engine engine, String text, Map<String, byte[]> dependencies) {
    this.engine = engine;
    this.text = text;
    this.dependencies = dependencies;
  }

  /**
   * A composition whose components are still to be added.
   *
   * @param engine what will compile it
   * @param text in the WAC language, at most 64 KiB in UTF-8
   */
  public static CompositionScript of(Engine engine, String text) {
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(text, "text");
    return new CompositionScript(engine, text, Map.of());
  }

  /**
   * Adds a component.
   *
   * @param name the package as which the text names it, such as {@code acme:auth}, or {@code
   *     acme:auth@1.0.0} if the text has a version
   * @param component compiled by any engine, or loaded from an artifact; it may be closed
   * @throws CompositionException if the name is taken
   */
  public CompositionScript add(String name, Component component) {
    Objects.requireNonNull(component, "component");
    return adding(name, component.source());
  }

  /**
   * Adds a component.
   *
   * @param name as {@link #add(String, Component)}
   * @param component a component: the binary format, or the text format in UTF-8
   * @throws CompositionException if the name is taken
   */
  public CompositionScript add(String name, byte[] component) {
    Objects.requireNonNull(component, "component");
    return adding(name, component.clone());
  }

  /**
   * Adds a component from a file.
   *
   * @param name as {@link #add(String, Component)}
   * @param file a component: the binary format, or the text format in UTF-8. It is read now
   * @throws CompositionException if the name is taken
   * @throws CompilationException if the file is larger than the engine takes
   * @throws java.io.UncheckedIOException if the file can't be read; the message names it
   */
  public CompositionScript add(String name, Path file) {
    Objects.requireNonNull(file, "file");
    return adding(name, engine.read(file));
  }

  private CompositionScript adding(String name, byte[] bytes) {
    Objects.requireNonNull(name, "name");
    var all = new LinkedHashMap<>(dependencies);
    if (all.put(name, bytes) != null) {
      throw Composer.exception(
          new Problem(Kind.DUPLICATE, "", "", name, "", name + " has been added already"));
    }
    return new CompositionScript(engine, text, all);
  }

  /**
   * Composes, and compiles nothing, as {@link Composition#toBytes} does.
   *
   * @return a component's binary, for {@link Engine#compile(byte[])}, files and other tools
   * @throws CompositionException if it can't be composed; mistakes in the text are told with line
   *     and column
   * @throws ResourceLimitException if there is no memory or no thread for it
   */
  public byte[] toBytes() {
    return Composer.compose(text, dependencies, engine.maxComponentBytes());
  }

  /**
   * Composes, and compiles what comes of it.
   *
   * @return a component that is called {@code composition} in messages
   * @throws CompositionException if it can't be composed; nothing has been compiled then
   * @throws CompilationException if it can't be compiled
   * @throws ResourceLimitException if the process would need more memory mappings than it may
   * @throws ClosedException if the engine is closed
   */
  public Component compile() {
    return engine.compileUnshared("composition", toBytes());
  }

  /** As in {@code composition of acme:auth, acme:processor}. */
  @Override
  public String toString() {
    return "composition of "
        + (dependencies.isEmpty() ? "nothing" : String.join(", ", dependencies.keySet()));
  }
}
