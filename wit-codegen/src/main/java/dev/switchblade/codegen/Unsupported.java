package dev.switchblade.codegen;

import dev.switchblade.codegen.wit.About;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.TypeDef;
import dev.switchblade.codegen.wit.TypeRef;
import dev.switchblade.codegen.wit.TypeRef.Primitive;
import dev.switchblade.codegen.wit.World;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what can't be generated yet: everything asynchronous. */
final class Unsupported {

  private static final String NO_JAVA = ", for which there is no Java yet";

  private final Document document;
  private final List<String> complaints = new ArrayList<>();

  private Unsupported(Document document) {
    this.document = document;
  }

  /** All of it, each with its place; empty if there is none. */
  static String in(Document document) {
    var search = new Unsupported(document);
    search.items(document.world().imports());
    search.items(document.world().exports());
    return String.join("\n\n", search.complaints);
  }

  private void items(List<World.Item> items) {
    for (World.Item item : items) {
      switch (item) {
        case World.FunctionItem(Function function) -> function("", function);
        case World.TypeItem(int number) -> type("", number);
        case World.InterfaceItem(int number, String key, _, _) -> {
          document.interfaceOf(number).functions().forEach(function -> function(key, function));
          document.interfaceOf(number).types().forEach(type -> type(key, type));
        }
      }
    }
  }

  private void complain(String what, About about) {
    String complaint = about.place() == null ? what : what + "\n" + about.place().pointer();
    if (!complaints.contains(complaint)) {
      complaints.add(complaint);
    }
  }

  private void type(String key, int number) {
    TypeDef def = document.types().get(number);
    for (TypeRef part : document.parts(def)) {
      String word = asynchronous(part);
      if (word != null) {
        complain(
            "the type " + in(key) + def.about().name() + " has " + word + NO_JAVA, def.about());
        return;
      }
    }
    if (def.kind() instanceof TypeDef.FlagsOf(var labels) && labels.size() > 32) {
      complain(
          "the flags "
              + in(key)
              + def.about().name()
              + " have "
              + labels.size()
              + " labels, and the component model has flags of at most 32: make two of them",
          def.about());
    }
  }

  private static String in(String key) {
    return key.isEmpty() ? "" : key + "#";
  }

  private void function(String key, Function function) {
    if (function.async()) {
      complain(
          "the function " + in(key) + function.name() + " is async" + NO_JAVA, function.about());
      return;
    }
    List<TypeRef> types = new ArrayList<>();
    function.parameters().forEach(parameter -> types.add(parameter.type()));
    if (function.result() != null) {
      types.add(function.result());
    }
    for (TypeRef type : types) {
      String word = asynchronous(type);
      if (word != null) {
        complain(
            "the function " + in(key) + function.name() + " has " + word + NO_JAVA,
            function.about());
        return;
      }
    }
  }

  /** The first asynchronous part of a type, in words; null if there is none. */
  private @Nullable String asynchronous(TypeRef ref) {
    if (document.resolved(ref) == Primitive.ERROR_CONTEXT) {
      return "an error-context";
    }
    TypeDef def = document.definition(ref);
    if (def == null) {
      return null;
    }
    if (def.kind() instanceof TypeDef.Channel(String word)) {
      return "a " + word;
    }
    for (TypeRef part : document.parts(def)) {
      String found = asynchronous(part);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
