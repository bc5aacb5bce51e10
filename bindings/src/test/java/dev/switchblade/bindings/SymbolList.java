package dev.switchblade.bindings;

import java.util.LinkedHashSet;
import java.util.Set;

/** The symbols of {@code symbols.txt}, by kind. */
record SymbolList(
    Set<String> functions, Set<String> constants, Set<String> structs, Set<String> typedefs) {

  static SymbolList parse(String text) {
    var list =
        new SymbolList(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.strip().split("\\s+", -1);
      Set<String> kind =
          switch (words[0]) {
            case "function" -> list.functions;
            case "constant" -> list.constants;
            case "struct" -> list.structs;
            case "typedef" -> list.typedefs;
            default -> throw new IllegalArgumentException("symbols.txt: what kind is: " + line);
          };
      if (words.length != 2 || !kind.add(words[1])) {
        throw new IllegalArgumentException("symbols.txt: not KIND NAME, or twice: " + line);
      }
    }
    return list;
  }
}
