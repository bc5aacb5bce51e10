package dev.switchblade;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Components can't be composed as was asked. The message says what is wrong, names both ends of
 * each seam that doesn't fit, shows the first difference between their types as WIT, and says what
 * to do; {@link #problems} is the same for programs, the first 100 of them. Nothing has been
 * compiled. Of a {@link CompositionScript} it tells the first mistake only, with its place in the
 * text, and not always both ends.
 *
 * {@snippet lang=text :
 * processor imports acme:auth/check@1.2.0, and auth exports acme:auth/check@2.0.0, which is not compatible.
 *   check: func(token: string) -> result<user, denied>   (processor)
 *   check: func(token: string, at: u64) -> result<user, denied>   (auth): parameter at: unexpected
 * }
 *
 * @see Composition
 */
public final class CompositionException extends SwitchbladeException {

  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // the list is one of List.copyOf
  private final List<Problem> problems;

  /**
   * Makes an exception.
   *
   * @param message all that is wrong, and what to do
   * @param problems each thing that is wrong, by itself; at least one
   * @throws IllegalArgumentException if there is none
   */
  public CompositionException(String message, List<Problem> problems) {
    super(message);
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("an exception without a problem");
    }
    this.problems = List.copyOf(problems);
  }

  /** What kind of thing is wrong: that of the first problem. */
  public Kind kind() {
    return problems.getFirst().kind();
  }

  /** Each thing that is wrong, as far as it was looked: at least one. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * One thing that is wrong. Names are empty where there is no such end.
   *
   * @param kind the kind of it
   * @param consumer the part that needs something
   * @param imported what it imports, such as {@code acme:auth/check@1.2.0}
   * @param provider the part that provides it, or is wrong itself
   * @param exported what that exports, such as {@code acme:auth/check@2.0.0}
   * @param description what is wrong and what to do, in one or several lines
   */
  public record Problem(
      Kind kind,
      String consumer,
      String imported,
      String provider,
      String exported,
      String description)
      implements Serializable {
    /** Checks that nothing is null. */
    public Problem {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(consumer, "consumer");
      Objects.requireNonNull(imported, "imported");
      Objects.requireNonNull(provider, "provider");
      Objects.requireNonNull(exported, "exported");
      Objects.requireNonNull(description, "description");
    }
  }

  /** What can be wrong with a composition. */
  public enum Kind {

    /** What was added is damaged, not valid, or no WebAssembly at all. */
    INVALID,

    /** What was added is a core module, not a component. */
    CORE_MODULE,

    /** There is no part, or in a text no component, of that name. */
    UNKNOWN_PART,

    /** Two parts have one name, or something is plugged twice. */
    DUPLICATE,

    /** What is to be plugged or exported is neither imported nor exported under that name. */
    MISSING,

    /** A part is plugged into one that imports nothing of what it exports. */
    NOTHING_MATCHES,

    /** Several things could be meant: two parts for one import, or two exports of one name. */
    AMBIGUOUS,

    /** The two ends of a seam have different types, or versions that can't stand for each other. */
    INCOMPATIBLE,

    /** A part gets one resource from two places, which make it two. */
    OTHER_RESOURCE,

    /** Parts need each other, so that none can be made first. */
    CYCLIC,

    /** A part that nothing uses: it is not exported, nor plugged into what is. */
    UNUSED,

    /** Nothing is exported. */
    NOTHING_EXPORTED,

    /** A name can't be that of a part or of an export. */
    BAD_NAME,

    /** More than can be composed, or than the engine takes; the description names the limit. */
    TOO_LARGE,

    /** A component has something that there is no support for in compositions. */
    UNSUPPORTED,

    /** The text of a composition has a mistake; the description begins with line and column. */
    SYNTAX,
  }
}
