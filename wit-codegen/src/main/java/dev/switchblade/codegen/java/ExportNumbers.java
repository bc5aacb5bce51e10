package dev.switchblade.codegen.java;

import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions that a world exports, by their positions in the generated {@code ExportTypes}. */
final class ExportNumbers {

  /**
   * An exported function.
   *
   * @param key its interface; empty for the world's own
   * @param home where its constants are
   */
  record Export(String key, Home home, Function function) {}

  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Export> exports = new ArrayList<>();

  ExportNumbers(Document document, Symbols symbols) {
    for (World.Item item : document.world().exports()) {
      switch (item) {
        case World.FunctionItem(Function function) ->
            add(new Export("", symbols.worldHome(), function));
        case World.InterfaceItem(int number, String key, _, _) -> {
          for (Function function : document.interfaceOf(number).functions()) {
            add(new Export(key, symbols.home(number), function));
          }
        }
        case World.TypeItem _ -> {}
      }
    }
  }

  private void add(Export export) {
    numbers.put(export.key() + "#" + export.function().name(), exports.size());
    exports.add(export);
  }

  List<Export> all() {
    return exports;
  }

  int of(String key, Function function) {
    Integer number = numbers.get(key + "#" + function.name());
    if (number == null) {
      throw new IllegalStateException(key + " has no exported function " + function.name());
    }
    return number;
  }
}
