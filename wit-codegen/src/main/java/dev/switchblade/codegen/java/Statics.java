package dev.switchblade.codegen.java;

import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.TypeDef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The static functions among those of an interface or a world, by their resources: what Java has in
 * a class within that of the resource, since they are each instance's own.
 *
 * @param accessors the names of the methods that give these classes, by the resources
 * @param functions the functions of each, by the resources
 */
record Statics(Map<TypeDef, String> accessors, Map<TypeDef, Map<Function, String>> functions) {

  /**
   * Finds and names them.
   *
   * @param scope has the names that are taken where the accessors will be
   */
  static Statics of(Document document, Symbols symbols, List<Function> functions, NameScope scope) {
    Map<TypeDef, String> accessors = new LinkedHashMap<>();
    Map<TypeDef, Map<Function, String>> found = new LinkedHashMap<>();
    Map<TypeDef, NameScope> names = new LinkedHashMap<>();
    for (Function function : functions) {
      Integer number = function.resource();
      if (function.kind() != Function.Kind.STATIC || number == null) {
        continue;
      }
      TypeDef resource = document.resource(number);
      accessors.computeIfAbsent(resource, one -> scope.claim(Names.member(one.about().name())));
      String name =
          names.computeIfAbsent(resource, _ -> new NameScope()).claim(symbols.method(function));
      found.computeIfAbsent(resource, _ -> new LinkedHashMap<>()).put(function, name);
    }
    return new Statics(accessors, found);
  }

  boolean isEmpty() {
    return accessors.isEmpty();
  }
}
