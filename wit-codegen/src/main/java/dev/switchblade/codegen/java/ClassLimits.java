package dev.switchblade.codegen.java;

import com.palantir.javapoet.TypeName;
import dev.switchblade.codegen.wit.About;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.Interface;
import dev.switchblade.codegen.wit.TypeDef;
import dev.switchblade.codegen.wit.TypeRef;
import dev.switchblade.codegen.wit.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is too large for class files: 255 parameters of a method, 64 KiB of its code, 65,535
 * constants of a class (JVMS 4.11). What can be cut is cut by {@link Parts}.
 */
final class ClassLimits {

  /** The most parameters of a method, beside {@code this}; long and double are two. */
  static final int PARAMETERS = 254;

  /** The most cases: of an enum, javac makes one method, and of a variant, we make one constant. */
  static final int CASES = 4_000;

  /** The most code, with what a method has beside that of its values. */
  private static final int CODE = 60_000;

  /** The most constants: they are counted generously. */
  private static final int CONSTANTS = 65_000;

  private final Document document;
  private final Symbols symbols;
  private final JavaTypes types;
  private final Values values;
  private final List<String> complaints = new ArrayList<>();

  private ClassLimits(Document document, Symbols symbols, JavaTypes types, Values values) {
    this.document = document;
    this.symbols = symbols;
    this.types = types;
    this.values = values;
  }

  /** What is too large, each with its place; empty if nothing is. */
  static String exceeded(Document document, Symbols symbols, JavaTypes types, Values values) {
    var limits = new ClassLimits(document, symbols, types, values);
    limits.look();
    return String.join("\n\n", limits.complaints);
  }

  private void look() {
    for (Home home : symbols.homes()) {
      Interface one = home.of();
      if (one != null && home.generated()) {
        types(home.key(), one.types());
        if (home.side() != Home.Side.LIBRARY) {
          functions(home.key(), one.functions());
          interfaceAsWhole(home, one);
        }
      }
    }
    World world = document.world();
    List<Function> imported = Symbols.functions(world.imports());
    List<Function> exported = Symbols.functions(world.exports());
    types("", symbols.worldTypes());
    functions("", imported);
    functions("", exported);
    worldAsWhole(imported, exported);
  }

  private void complain(About about, String what) {
    String complaint = about.place() == null ? what : what + "\n" + about.place().pointer();
    // An interface that is imported and exported is two.
    if (!complaints.contains(complaint)) {
      complaints.add(complaint);
    }
  }

  private void types(String key, List<Integer> numbers) {
    for (int number : numbers) {
      TypeDef def = document.types().get(number);
      String name = (key.isEmpty() ? "" : key + "#") + def.about().name();
      switch (def.kind()) {
        case TypeDef.RecordOf(var fields) -> {
          List<TypeRef> parts = fields.stream().map(TypeDef.Field::type).toList();
          int slots = slots(parts);
          if (slots > PARAMETERS) {
            complain(
                def.about(),
                "the record %s has %d fields%s, and a constructor in Java has at most %d: make a record of some of them"
                    .formatted(name, fields.size(), counted(fields.size(), slots), PARAMETERS));
          } else {
            code(def.about(), "the record " + name, parts);
          }
        }
        case TypeDef.VariantOf(var cases, _, _) -> {
          if (cases.size() > CASES) {
            cases(def.about(), "variant " + name, cases.size(), "make a variant of some of them");
          } else {
            List<TypeRef> payloads = new ArrayList<>();
            for (TypeDef.Case one : cases) {
              if (one.payload() != null) {
                payloads.add(one.payload());
                code(def.about(), "the variant " + name, List.of(one.payload()));
              }
            }
            if (cases.size() + payloads.stream().mapToInt(this::nodes).sum() > CASES) {
              complain(def.about(), tooMuchCode("the variant " + name));
            }
          }
        }
        case TypeDef.EnumOf(var labels, _) -> {
          if (labels.size() > CASES) {
            cases(def.about(), "enum " + name, labels.size(), "make a number of it");
          }
        }
        default -> {}
      }
    }
  }

  private void cases(About about, String name, int count, String way) {
    complain(
        about,
        "the %s has %d cases, and Java has room for %d: %s".formatted(name, count, CASES, way));
  }

  private void functions(String key, List<Function> functions) {
    for (Function function : functions) {
      String name = "the function " + (key.isEmpty() ? "" : key + "#") + function.name();
      List<TypeRef> given = Methods.given(function).stream().map(Function.Parameter::type).toList();
      int slots = slots(given);
      if (slots > PARAMETERS) {
        complain(
            function.about(),
            "%s has %d parameters%s, and a method in Java has at most %d: make a record of some of them"
                .formatted(name, given.size(), counted(given.size(), slots), PARAMETERS));
        continue;
      }
      List<TypeRef> all = new ArrayList<>(given);
      if (function.result() != null) {
        all.add(function.result());
      }
      code(function.about(), name, all);
    }
  }

  private static String counted(int count, int slots) {
    return count == slots ? "" : ", which count as " + slots + " (u64, s64 and f64 are two)";
  }

  /** How many parameters Java counts. */
  private int slots(List<TypeRef> parameters) {
    return parameters.stream().mapToInt(one -> slots(types.of(one))).sum();
  }

  static int slots(TypeName type) {
    return type.equals(TypeName.LONG) || type.equals(TypeName.DOUBLE) ? 2 : 1;
  }

  /** Complains of values whose code has no room in one method, or in one function of it. */
  private void code(About about, String name, List<TypeRef> parts) {
    long code = parts.stream().mapToLong(values::code).sum();
    if (code > CODE || parts.stream().anyMatch(part -> inner(part) > CODE)) {
      complain(about, tooMuchCode(name));
    }
  }

  private static String tooMuchCode(String name) {
    return name
        + " takes more code for its tuples than a method in Java has room for: make records of"
        + " them";
  }

  /** The most code of a function that a value is written or read by. */
  private long inner(TypeRef ref) {
    TypeDef def = document.definition(ref);
    if (def == null || Symbols.isJavaType(def)) {
      return 0;
    }
    boolean here = def.kind() instanceof TypeDef.TupleOf;
    return document.parts(def).stream()
        .mapToLong(part -> Math.max(here ? 0 : values.code(part), inner(part)))
        .max()
        .orElse(0);
  }

  /** Calls that make a type's WIT, where it has no name. */
  private int nodes(TypeRef ref) {
    TypeDef def = document.definition(ref);
    return def == null || Symbols.isJavaType(def)
        ? 0
        : document.parts(def).stream().mapToInt(part -> 1 + nodes(part)).sum();
  }

  private void interfaceAsWhole(Home home, Interface one) {
    var codec = new Constants();
    one.types().forEach(codec::addType);
    one.functions().forEach(codec::addConstant);
    var calls = new Constants();
    one.functions().forEach(home.side() == Home.Side.HOST ? calls::addHost : calls::addGuest);
    calls.more(10 * one.types().size());
    if (codec.areTooMany() || calls.areTooMany()) {
      complain(
          one.about(),
          "the interface %s has %d types and %d functions, more than a class in Java has room for: make several of it"
              .formatted(home.key(), one.types().size(), one.functions().size()));
    }
  }

  private void worldAsWhole(List<Function> imported, List<Function> exported) {
    World world = document.world();
    var codec = new Constants();
    symbols.worldTypes().forEach(codec::addType);
    imported.forEach(codec::addConstant);
    exported.forEach(codec::addConstant);
    var calls = new Constants();
    imported.forEach(calls::addHost);
    exported.forEach(calls::addGuest);
    int functions = exported.size();
    for (World.Item item : world.exports()) {
      if (item instanceof World.InterfaceItem(int number, _, _, _)) {
        functions += document.interfaceOf(number).functions().size();
      }
    }
    calls.more(6 * functions + 16 * (world.imports().size() + world.exports().size()));
    if (codec.areTooMany() || calls.areTooMany()) {
      complain(
          world.about(),
          ("the world %s imports %d items and exports %d functions, more than a class in Java has"
                  + " room for: make several of it")
              .formatted(world.about().name(), world.imports().size(), functions));
    }
  }

  /** Counts what the constant pool of a class has, or more. */
  private final class Constants {
    private final Set<String> names = new HashSet<>();
    private final Set<Integer> named = new HashSet<>();
    private int count = 100;

    void more(int constants) {
      count += constants;
    }

    private void addName(String name) {
      if (names.add(name)) {
        // In UTF-8, as a string, and with a type.
        count += 3;
      }
    }

    private void addParts(@Nullable TypeRef ref) {
      TypeDef def = ref == null ? null : document.definition(ref);
      if (def == null) {
        return;
      }
      if (!Symbols.isJavaType(def)) {
        count += document.parts(def).size();
        document.parts(def).forEach(this::addParts);
      } else if (named.add(def.number())) {
        count += 6;
      }
    }

    void addType(int number) {
      TypeDef def = document.types().get(number);
      count += def.kind() instanceof TypeDef.RecordOf ? 18 : 26;
      switch (def.kind()) {
        case TypeDef.RecordOf(var fields) ->
            fields.forEach(
                field -> {
                  count++;
                  addName(field.name());
                  addParts(field.type());
                });
        case TypeDef.VariantOf(var cases, _, _) ->
            cases.forEach(
                one -> {
                  count += 9;
                  addName(one.name());
                  addParts(one.payload());
                });
        case TypeDef.EnumOf(var labels, _) -> labels.forEach(label -> addName(label.name()));
        case TypeDef.FlagsOf(var labels) -> labels.forEach(label -> addName(label.name()));
        default -> {}
      }
    }

    private void add(Function function, int constants) {
      count += constants + function.parameters().size();
      function.parameters().forEach(one -> addName(one.name()));
      function.parameters().forEach(one -> addParts(one.type()));
      addParts(function.result());
    }

    void addConstant(Function function) {
      add(function, 8);
    }

    void addHost(Function function) {
      add(function, 14);
    }

    void addGuest(Function function) {
      add(function, 8);
    }

    boolean areTooMany() {
      return count > CONSTANTS;
    }
  }
}
