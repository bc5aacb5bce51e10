package dev.switchblade.cli;

import dev.switchblade.Component;
import dev.switchblade.wit.WitItem;
import dev.switchblade.wit.WitType;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The functions that a component exports, and how to call them from a command line. */
final class ExportedFunctions {

  /**
   * An exported function.
   *
   * @param instance the interface it is in, or an empty string
   * @param item its name and type
   */
  private record Export(String instance, WitItem.Function item) {}

  private final List<Export> exports = new ArrayList<>();

  ExportedFunctions(Component component) {
    collect("", component.exports());
  }

  private void collect(String instance, List<WitItem> items) {
    for (WitItem item : items) {
      switch (item) {
        case WitItem.Function function -> exports.add(new Export(instance, function));
        case WitItem.Instance(String name, List<WitItem> inner) ->
            collect(instance.isEmpty() ? name : instance + "/" + name, inner);
        default -> {
          // Types and resources can't be called.
        }
      }
    }
  }

  boolean isEmpty() {
    return exports.isEmpty();
  }

  /** A line per function, by interface. */
  String list() {
    var text = new StringJoiner("\n");
    String previous = "";
    for (Export export : exports) {
      boolean inInterface = !export.instance().isEmpty();
      if (inInterface && !export.instance().equals(previous)) {
        text.add("  " + export.instance());
      }
      previous = export.instance();
      text.add((inInterface ? "    " : "  ") + export.item().name() + ": " + export.item().type());
    }
    return text.toString();
  }

  /** A call of the first function with arguments made up, in WAVE. */
  String example() {
    Export first = exports.getFirst();
    boolean ambiguous =
        exports.stream().filter(other -> other.item().name().equals(first.item().name())).count()
            > 1;
    var call = new StringJoiner(", ", first.item().name() + "(", ")");
    for (WitType.Named parameter : first.item().type().parameters()) {
      call.add(sample(parameter.type()));
    }
    return ambiguous && !first.instance().isEmpty()
        ? first.instance() + "#" + call
        : call.toString();
  }

  /** A value of a type, in WAVE; {@code …} where there is none to write down. */
  private static String sample(WitType type) {
    return switch (type) {
      case WitType.Primitive primitive -> sample(primitive);
      case WitType.ListOf(WitType element) when element == WitType.Primitive.U8 -> "\"text\"";
      case WitType.ListOf(WitType element) -> "[" + sample(element) + "]";
      case WitType.OptionOf(WitType value) -> "some(" + sample(value) + ")";
      case WitType.ResultOf(var ok, _) -> ok.map(value -> "ok(" + sample(value) + ")").orElse("ok");
      case WitType.TupleOf(List<WitType> elements) -> {
        var text = new StringJoiner(", ", "(", ")");
        elements.forEach(element -> text.add(sample(element)));
        yield text.toString();
      }
      case WitType.RecordOf(List<WitType.Named> fields) -> {
        var text = new StringJoiner(", ", "{", "}");
        fields.forEach(field -> text.add(field.name() + ": " + sample(field.type())));
        yield text.toString();
      }
      case WitType.VariantOf(List<WitType.Case> cases) -> {
        WitType.Case first = cases.getFirst();
        yield first.payload().isPresent()
            ? first.name() + "(" + sample(first.payload().get()) + ")"
            : first.name();
      }
      case WitType.EnumOf(List<String> names) -> names.getFirst();
      case WitType.FlagsOf(List<String> names) -> "{" + names.getFirst() + "}";
      default -> "…";
    };
  }

  private static String sample(WitType.Primitive type) {
    return switch (type) {
      case BOOL -> "true";
      case S8, U8, S16, U16, S32, U32, S64, U64 -> "1";
      case F32, F64 -> "1.5";
      case CHAR -> "'a'";
      case STRING -> "\"text\"";
      case ERROR_CONTEXT -> "…";
    };
  }
}
