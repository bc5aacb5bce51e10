package dev.switchblade.codegen.java;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** WIT's kebab-case as Java writes it. */
final class Names {

  private Names() {}

  /** What generated code uses of java.lang, and would find something else under. */
  private static final Set<String> JAVA_LANG =
      Set.of(
          "AutoCloseable",
          "Boolean",
          "Byte",
          "Deprecated",
          "Double",
          "Enum",
          "Exception",
          "Float",
          "Integer",
          "Long",
          "Object",
          "Override",
          "Record",
          "RuntimeException",
          "Short",
          "String",
          "SuppressWarnings",
          "Throwable",
          "Void");

  /** Methods that every object has, and that a record component can't be named after. */
  private static final Set<String> OBJECT =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  /** As in {@code IncomingHandler}. */
  static String type(String kebab) {
    String name = camel(kebab, true);
    return JAVA_LANG.contains(name) ? name + "_" : name;
  }

  /** As in {@code incomingHandler}: of a method, a field, a parameter, a component. */
  static String member(String kebab) {
    String name = camel(kebab, false);
    return OBJECT.contains(name) || !SourceVersion.isName(name) ? name + "_" : name;
  }

  /** As in {@code INCOMING_HANDLER}. */
  static String constant(String kebab) {
    return kebab.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** As in {@code incoming_handler}: a part of a package's name. */
  static String segment(String kebab) {
    String name = kebab.toLowerCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    // javac takes `case var.acme.Shop()` for a pattern of any type.
    return SourceVersion.isName(name) && !name.equals("var") ? name : name + "_";
  }

  private static String camel(String kebab, boolean upper) {
    var name = new StringBuilder();
    for (String word : kebab.toLowerCase(Locale.ROOT).split("[-.]", -1)) {
      boolean first = name.isEmpty();
      if (word.isEmpty()) {
        continue;
      }
      char start = first && !upper ? word.charAt(0) : Character.toUpperCase(word.charAt(0));
      // x1-2 and x12 would be one name otherwise.
      boolean digits = !first && Character.isDigit(start);
      boolean afterDigit = digits && Character.isDigit(name.charAt(name.length() - 1));
      name.append(afterDigit ? "_" : "").append(start).append(word, 1, word.length());
    }
    return name.toString();
  }
}
