package dev.switchblade;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a component imports or exports is not what it is linked or called with. The message lists
 * all of it, for people; {@link #problems} does for programs.
 */
public final class LinkException extends SwitchbladeException {

  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // the list is one of List.copyOf
  private final List<Problem> problems;

  /**
   * Makes an exception.
   *
   * @param message all that is wrong, and what to do
   * @param problems each thing that is wrong, by itself
   */
  public LinkException(String message, List<Problem> problems) {
    super(message);
    this.problems = List.copyOf(problems);
  }

  /**
   * One exception that says what several do, in their order.
   *
   * @param complaints one at least; a single one is returned as it is
   * @throws IllegalArgumentException if there is none
   */
  public static LinkException all(List<LinkException> complaints) {
    if (complaints.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to complain about");
    }
    if (complaints.size() == 1) {
      return complaints.getFirst();
    }
    return new LinkException(
        complaints.stream().map(Throwable::getMessage).collect(Collectors.joining("\n")),
        complaints.stream().flatMap(complaint -> complaint.problems().stream()).toList());
  }

  /**
   * Each thing that is wrong, in no order that means anything. What Wasmtime refuses is found last,
   * and told alone.
   */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * One thing that is wrong.
   *
   * @param kind the kind of it
   * @param instance the interface it is in, such as {@code acme:shop/carts@1.0.0}; empty for what
   *     the component imports or exports directly
   * @param name the name of the function, resource or core module; empty if it is about all of the
   *     interface, or all of the component
   * @param description what is wrong with it, in one line
   */
  public record Problem(Kind kind, String instance, String name, String description)
      implements Serializable {
    /** Checks that nothing is null. */
    public Problem {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(instance, "instance");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(description, "description");
    }

    /** What it is about, as in {@code acme:shop/carts@1.0.0#total}. */
    public String subject() {
      return instance.isEmpty() || name.isEmpty() ? instance + name : instance + "#" + name;
    }
  }

  /** What can be wrong. */
  public enum Kind {

    /** The component imports it, and nothing provides it. */
    MISSING_IMPORT,

    /** The component imports it with another type than what is provided has. */
    DIFFERENT_IMPORT,

    /** The component imports it, and more than one of the plugged components exports it. */
    AMBIGUOUS_IMPORT,

    /** It is expected of the component, which doesn't export it. */
    MISSING_EXPORT,

    /** The component exports it with another type than is expected. */
    DIFFERENT_EXPORT,

    /** It has a type of which values can't cross yet. */
    UNSUPPORTED_TYPE,

    /** Wasmtime refused to link the component; the description has its reason. */
    REFUSED,
  }
}
