package dev.switchblade.abi;

import dev.switchblade.Component;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.LinkException.Kind;
import dev.switchblade.LinkException.Problem;
import dev.switchblade.Linker;
import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.describe.TypeDifferences;
import dev.switchblade.wit.WitType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The exported functions that a class was written to call, with their types: what generated code
 * has as a constant. {@link #bind} looks for them in a component, once.
 *
 * {@snippet :
 * static final ExportTypes EXPORTS =
 *     ExportTypes.builder("DataProcessor", "processor.wit")
 *         .func("", "process", func(list(U8), param("payload", list(U8))))
 *         .build();
 * }
 *
 * <p>Immutable.
 */
public final class ExportTypes {

  private final String writer;
  private final String source;
  private final List<Export> exports;

  private record Export(String instance, String name, WitType.Function type) {}

  private ExportTypes(String writer, String source, List<Export> exports) {
    this.writer = writer;
    this.source = source;
    this.exports = List.copyOf(exports);
  }

  /**
   * Begins a list.
   *
   * @param writer the class that was written for it, as complaints name it
   * @param source what the class was made from
   */
  public static Builder builder(String writer, String source) {
    return new Builder(
        Objects.requireNonNull(writer, "writer"), Objects.requireNonNull(source, "source"));
  }

  /** Collects functions; they are numbered from 0 in this order. */
  public static final class Builder {
    private final String writer;
    private final String source;
    private final List<Export> exports = new ArrayList<>();

    private Builder(String writer, String source) {
      this.writer = writer;
      this.source = source;
    }

    /**
     * Adds a function.
     *
     * @param instance the interface's name with its version; empty for the component's own
     *     functions
     * @param name the function's name, such as {@code [method]cart.total}
     * @param type its type
     * @return this
     */
    public Builder func(String instance, String name, WitType.Function type) {
      exports.add(
          new Export(
              Objects.requireNonNull(instance, "instance"),
              Objects.requireNonNull(name, "name"),
              Objects.requireNonNull(type, "type")));
      return this;
    }

    /** Ends the list. */
    public ExportTypes build() {
      return new ExportTypes(writer, source, exports);
    }
  }

  /**
   * Finds the functions in a component. An interface may be there in a compatible version, as in
   * {@link Linker}.
   *
   * @throws LinkException if one is missing, or has another type; the message lists all of it, with
   *     the path to each difference and both types
   */
  public Bound bind(Component component) {
    FunctionCodec[] found = new FunctionCodec[exports.size()];
    List<Problem> differences = new ArrayList<>();
    List<LinkException> complaints = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      Export export = exports.get(i);
      FunctionCodec function =
          component.compiled().exportedFunction(export.instance(), export.name());
      int before = differences.size();
      addProblems(export, function, differences);
      if (function != null && differences.size() == before) {
        found[i] = function;
        LinkException unsupported = component.compiled().unsupported("exports", function);
        if (unsupported != null) {
          complaints.add(unsupported);
        }
      }
    }
    if (!differences.isEmpty()) {
      complaints.addFirst(mismatch(component, differences));
    }
    if (!complaints.isEmpty()) {
      throw LinkException.all(complaints);
    }
    return new Bound(component, found);
  }

  private static void addProblems(
      Export export, @Nullable FunctionCodec function, List<Problem> problems) {
    if (function == null) {
      problems.add(
          new Problem(
              Kind.MISSING_EXPORT,
              export.instance(),
              export.name(),
              "missing (expected " + export.type() + ")"));
      return;
    }
    for (String difference : TypeDifferences.between(export.type(), function.type())) {
      problems.add(
          new Problem(Kind.DIFFERENT_EXPORT, export.instance(), export.name(), difference));
    }
  }

  private LinkException mismatch(Component component, List<Problem> problems) {
    Map<String, List<String>> byInstance = new LinkedHashMap<>();
    for (Problem problem : problems) {
      byInstance
          .computeIfAbsent(problem.instance(), _ -> new ArrayList<>())
          .add(problem.name() + ": " + problem.description());
    }
    List<String> parts = new ArrayList<>();
    byInstance.forEach(
        (instance, list) ->
            parts.add(
                (instance.isEmpty() ? "the exports of " : "export " + instance + " of ")
                    + component
                    + (instance.isEmpty() ? " differ" : " differs")
                    + " from what "
                    + writer
                    + " was generated for ("
                    + source
                    + ", "
                    + TypeDifferences.count(list.size())
                    + "):\n  "
                    + String.join("\n  ", list)));
    return new LinkException(String.join("\n", parts), problems);
  }

  /** The functions in a component. Thread-safe. */
  public static final class Bound {
    private final Component component;
    private final FunctionCodec[] functions;

    private Bound(Component component, FunctionCodec[] functions) {
      this.component = component;
      this.functions = functions;
    }

    /**
     * The functions of an instance.
     *
     * @throws IllegalArgumentException if it is one of another component
     */
    public Exports of(Instance instance) {
      if (instance.component() != component) {
        throw new IllegalArgumentException(
            "an instance of " + component + " is needed, got one of " + instance.component());
      }
      return new Exports(instance.linked(), functions);
    }
  }
}
