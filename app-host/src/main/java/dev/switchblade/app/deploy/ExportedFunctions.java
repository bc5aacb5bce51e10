package dev.switchblade.app.deploy;

import dev.switchblade.Component;
import dev.switchblade.LinkException;
import dev.switchblade.LinkException.Kind;
import dev.switchblade.LinkException.Problem;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.wit.WitItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All functions that a component exports: what callers may use where nothing says what they do. */
final class ExportedFunctions {

  private final String component;
  private final ExportTypes types;

  private ExportedFunctions(String component, ExportTypes types) {
    this.component = component;
    this.types = types;
  }

  static ExportedFunctions of(Component component) {
    ExportTypes.Builder types = ExportTypes.builder("callers", component.name());
    add("", component.exports(), types);
    return new ExportedFunctions(component.name(), types.build());
  }

  private static void add(String instance, List<WitItem> items, ExportTypes.Builder types) {
    for (WitItem item : items) {
      switch (item) {
        case WitItem.Function function -> types.func(instance, function.name(), function.type());
        case WitItem.Instance nested ->
            add(
                instance.isEmpty() ? nested.name() : instance + "/" + nested.name(),
                nested.items(),
                types);
        // Functions are what callers use; their types are compared with them.
        case WitItem.Type _ -> {}
        case WitItem.Resource _ -> {}
        case WitItem.CoreModule _ -> {}
        case WitItem.NestedComponent _ -> {}
        case WitItem.CoreFunction _ -> {}
      }
    }
  }

  /** What another component lacks of them, or has with another type; null if nothing. */
  @Nullable LinkException differences(Component other) {
    try {
      types.bind(other);
      return null;
    } catch (LinkException e) {
      // A function with a type that can't cross can't be called in either.
      List<Problem> problems =
          e.problems().stream().filter(one -> one.kind() != Kind.UNSUPPORTED_TYPE).toList();
      return problems.isEmpty() ? null : different(other, problems);
    }
  }

  private LinkException different(Component other, List<Problem> problems) {
    var message =
        new StringBuilder(
            other
                + " exports something else than "
                + component
                + ", which is what callers are used to ("
                + (problems.size() == 1 ? "1 difference" : problems.size() + " differences")
                + "):");
    for (Problem problem : problems) {
      message.append("\n  ").append(problem.subject()).append(": ").append(problem.description());
    }
    return new LinkException(message.toString(), problems);
  }
}
