package dev.switchblade;

import dev.switchblade.CompositionException.Kind;
import dev.switchblade.CompositionException.Problem;
import dev.switchblade.internal.compose.Composer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Components that are plugged into each other, so that they are one: what one imports another one
 * exports. Their calls go straight from one to the other, without the host; each has its own
 * memory, and the handles of its own.
 *
 * {@snippet :
 * Component app =
 *     Composition.of(engine)
 *         .add("auth", auth) // Python
 *         .add("processor", processor) // Rust, imports acme:auth/check
 *         .plug("auth", "processor")
 *         .export("processor")
 *         .compile();
 * }
 *
 * <p>What a part imports and nothing is plugged in for is left to the host: the composition imports
 * it, once for all parts that do. Under versions that can stand for each other ({@code 1.2.0} and
 * {@code 1.3.0}, {@code 0.2.1} and {@code 0.2.6}) it is one import, of the highest. One component
 * can be several parts, one part can be plugged into several others, and what a part exports can be
 * plugged in and exported, too. Interfaces can be named without their version where only one is
 * meant.
 *
 * <p>Everything is checked by {@link #toBytes} and {@link #compile}, before anything is compiled,
 * in steps: the parts by themselves, what is plugged into what, the whole. What is wrong in one
 * step is told together. What comes of it is a component like any other, and a part that traps is
 * named by {@link GuestException#part}.
 *
 * <p>Immutable and thread-safe: each method gives a new composition, and leaves this one as it is.
 *
 * @see <a href="https://docs.rs/wac-graph/0.12.0/wac_graph/">wac-graph</a>
 * @see CompositionScript
 */
public final class Composition {

  private static final int LONGEST_NAME = 200;

  private final Engine engine;
  private final List<Composer.Part> parts;
  private final List<Composer.Plug> plugs;
  private final List<Composer.Export> exports;

  private Composition(
      Engine engine,
      List<Composer.Part> parts,
      List<Composer.Plug> plugs,
      List<Composer.Export> exports) {
    this.engine = engine;
    this.parts = parts;
    this.plugs = plugs;
    this.exports = exports;
  }

  /**
   * A composition without parts.
   *
   * @param engine what will compile it
   */
  public static Composition of(Engine engine) {
    Objects.requireNonNull(engine, "engine");
    return new Composition(engine, List.of(), List.of(), List.of());
  }

  /**
   * Adds a part.
   *
   * @param name what it is called here: 1 to 200 characters, without {@code /} and control
   *     characters
   * @param component compiled by any engine, or loaded from an artifact; it may be closed, because
   *     what it was compiled from is taken
   * @throws CompositionException if the name is taken, or can't be one
   */
  public Composition add(String name, Component component) {
    Objects.requireNonNull(component, "component");
    return adding(name, component.source());
  }

  /**
   * Adds a part.
   *
   * @param name as {@link #add(String, Component)}
   * @param component a component: the binary format, or the text format in UTF-8
   * @throws CompositionException if the name is taken, or can't be one
   */
  public Composition add(String name, byte[] component) {
    Objects.requireNonNull(component, "component");
    return adding(name, component.clone());
  }

  /**
   * Adds a part from a file.
   *
   * @param name as {@link #add(String, Component)}
   * @param file a component: the binary format, or the text format in UTF-8. It is read now
   * @throws CompositionException if the name is taken, or can't be one
   * @throws CompilationException if the file is larger than the engine takes
   * @throws java.io.UncheckedIOException if the file can't be read; the message names it
   */
  public Composition add(String name, Path file) {
    Objects.requireNonNull(file, "file");
    return adding(name, engine.read(file));
  }

  private Composition adding(String name, byte[] bytes) {
    Objects.requireNonNull(name, "name");
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || name.indexOf('/') >= 0
        || name.chars().anyMatch(Character::isISOControl)) {
      throw refused(
          Kind.BAD_NAME,
          name,
          "a part can't be called \""
              + name
              + "\": a name has 1 to "
              + LONGEST_NAME
              + " characters, and neither `/` nor control characters");
    }
    if (find(name) >= 0) {
      throw refused(
          Kind.DUPLICATE,
          name,
          "there is a part "
              + name
              + " already: several instances of one component have a name each, and with() replaces"
              + " a part");
    }
    return new Composition(engine, appended(parts, new Composer.Part(name, bytes)), plugs, exports);
  }

  /**
   * Replaces the component of a part by another one, and leaves everything else as it is.
   *
   * @param name the part's
   * @param component as {@link #add(String, Component)}
   * @throws CompositionException if there is no such part
   */
  public Composition with(String name, Component component) {
    Objects.requireNonNull(component, "component");
    return replacing(name, component.source());
  }

  /**
   * Replaces the component of a part by another one, and leaves everything else as it is.
   *
   * @param name the part's
   * @param component as {@link #add(String, byte[])}
   * @throws CompositionException if there is no such part
   */
  public Composition with(String name, byte[] component) {
    Objects.requireNonNull(component, "component");
    return replacing(name, component.clone());
  }

  /**
   * Replaces the component of a part by one from a file, and leaves everything else as it is.
   *
   * @param name the part's
   * @param file as {@link #add(String, Path)}
   * @throws CompositionException if there is no such part
   * @throws CompilationException if the file is larger than the engine takes
   * @throws java.io.UncheckedIOException if the file can't be read; the message names it
   */
  public Composition with(String name, Path file) {
    Objects.requireNonNull(file, "file");
    return replacing(name, engine.read(file));
  }

  private Composition replacing(String name, byte[] bytes) {
    int number = part(name, "name");
    var changed = new ArrayList<>(parts);
    changed.set(number, new Composer.Part(name, bytes));
    return new Composition(engine, List.copyOf(changed), plugs, exports);
  }

  /**
   * Plugs a part into another one: all that the one exports and the other one imports, under the
   * same name and versions that can stand for each other, unless one thing was plugged in for it by
   * its name. An interface of the same name and version with other types is no match but a mistake.
   * One of a version that can't stand for the other is left to the host, unless nothing else
   * matches.
   *
   * @param provider the part that exports
   * @param consumer the part that imports
   * @throws CompositionException if there is no such part
   */
  public Composition plug(String provider, String consumer) {
    return plugging(
        new Composer.Plug(part(provider, "provider"), part(consumer, "consumer"), false, "", ""));
  }

  /**
   * Plugs one thing into a part.
   *
   * @param provider the part that exports it
   * @param item an interface such as {@code acme:auth/check}, or a function; also with its version,
   *     or one that can stand for it
   * @param consumer the part that imports it
   * @throws CompositionException if there is no such part, or a name is empty
   */
  public Composition plug(String provider, String item, String consumer) {
    return plug(provider, item, consumer, item);
  }

  /**
   * Plugs one thing into a part, for something that is called differently. Only types are compared:
   * with full names, also an interface of another version can be plugged in.
   *
   * @param provider the part that exports it
   * @param exported its name there
   * @param consumer the part that imports it
   * @param imported its name there
   * @throws CompositionException if there is no such part, or a name is empty
   */
  public Composition plug(String provider, String exported, String consumer, String imported) {
    int from = part(provider, "provider");
    int to = part(consumer, "consumer");
    requireName(provider, exported, "exported");
    requireName(consumer, imported, "imported");
    return plugging(new Composer.Plug(from, to, true, exported, imported));
  }

  private Composition plugging(Composer.Plug plug) {
    return new Composition(engine, parts, appended(plugs, plug), exports);
  }

  /**
   * Exports everything that a part exports, and the interfaces of others whose types it has.
   *
   * @param part the part
   * @throws CompositionException if there is no such part
   */
  public Composition export(String part) {
    return exporting(new Composer.Export(part(part, "part"), false, "", ""));
  }

  /**
   * Exports one thing that a part exports, and the interfaces whose types it has.
   *
   * @param part the part
   * @param item an interface such as {@code acme:shop/carts}, or a function; also with its version
   * @throws CompositionException if there is no such part, or a name is empty
   */
  public Composition export(String part, String item) {
    int number = part(part, "part");
    requireName(part, item, "item");
    return exporting(new Composer.Export(number, true, item, ""));
  }

  /**
   * Exports one thing that a part exports under another name, and the interfaces whose types it has
   * under theirs.
   *
   * @param part the part
   * @param item as {@link #export(String, String)}
   * @param name such as {@code acme:shop/carts@1.0.0} or {@code total}
   * @throws CompositionException if there is no such part, or a name is empty
   */
  public Composition export(String part, String item, String name) {
    int number = part(part, "part");
    requireName(part, item, "item");
    requireName(part, name, "name");
    return exporting(new Composer.Export(number, true, item, name));
  }

  private Composition exporting(Composer.Export export) {
    return new Composition(engine, parts, plugs, appended(exports, export));
  }

  /** The names of the parts, in the order in which they were added. */
  public List<String> parts() {
    return parts.stream().map(Composer.Part::name).toList();
  }

  /**
   * Composes, and compiles nothing. That is one call of native code, which may take seconds for
   * large parts, can't be interrupted, and keeps the carrier of a virtual thread.
   *
   * @return a component's binary, for {@link Engine#compile(byte[])}, files and other tools
   * @throws CompositionException if it can't be composed
   * @throws ResourceLimitException if there is no memory or no thread for it
   */
  public byte[] toBytes() {
    return Composer.compose(parts, plugs, exports, engine.maxComponentBytes());
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

  private int find(String name) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Refuses the empty name, which stands for something else in what native code is told. */
  private static void requireName(String part, String name, String parameter) {
    if (Objects.requireNonNull(name, parameter).isEmpty()) {
      throw refused(
          Kind.BAD_NAME,
          part,
          parameter + " of " + part + " is empty: say what it is called, as in acme:auth/check");
    }
  }

  private int part(String name, String parameter) {
    Objects.requireNonNull(name, parameter);
    int found = find(name);
    if (found >= 0) {
      return found;
    }
    throw refused(
        Kind.UNKNOWN_PART,
        name,
        "there is no part "
            + name
            + "; so far there "
            + (parts.isEmpty() ? "is none" : "are " + String.join(", ", parts()))
            + ". Add parts before they are plugged, exported or replaced");
  }

  private static CompositionException refused(Kind kind, String part, String description) {
    return Composer.exception(new Problem(kind, "", "", part, "", description));
  }

  private static <T> List<T> appended(List<T> list, T last) {
    var all = new ArrayList<T>(list.size() + 1);
    all.addAll(list);
    all.add(last);
    return List.copyOf(all);
  }

  /** As in {@code composition of auth, processor}. */
  @Override
  public String toString() {
    return "composition of " + (parts.isEmpty() ? "nothing" : String.join(", ", parts()));
  }
}
