package dev.switchblade.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.switchblade.codegen.GeneratorOptions;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.Interface;
import dev.switchblade.codegen.wit.PackageName;
import dev.switchblade.codegen.wit.TypeDef;
import dev.switchblade.codegen.wit.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What everything is called in Java. A name depends on the WIT name alone where it can: what is
 * added to a WIT later takes no name from what is there.
 */
final class Symbols {

  /** The package of codecs, below that of the types. */
  private static final String CODECS = "abi";

  /** What the names begin with of what the host implements, where a component does so, too. */
  private static final String HOST = "Host";

  private final Document document;
  private final GeneratorOptions options;
  private final String base;
  private final ClassName world;
  private final Home worldHome;

  /** What there is in each package that is written here. */
  private final Map<String, NameScope> scopes = new HashMap<>();

  /** By number. */
  private final Map<Integer, Home> homes = new LinkedHashMap<>();

  private final Map<Integer, ClassName> types = new HashMap<>();
  private final Map<Integer, String> constants = new HashMap<>();
  private final Map<String, String> functionConstants = new HashMap<>();
  private final Map<Integer, String> labels = new HashMap<>();
  private final Map<Integer, Mapped> mapped = new HashMap<>();

  /** Imported types that have the Java of exported ones. */
  private final Map<Integer, TypeDef> shared = new HashMap<>();

  /** Imported interfaces that are exported, too, by number. */
  private final Map<Integer, Integer> exportedAs = new HashMap<>();

  /**
   * A type that has a class elsewhere.
   *
   * @param type the class
   * @param converter has {@code toJava} and {@code toWit}
   */
  record Mapped(ClassName type, ClassName converter) {}

  Symbols(Document document, GeneratorOptions options) {
    this.document = document;
    this.options = options;
    PackageName pack = document.world().pack();
    this.base =
        options.packageName().isEmpty()
            ? Names.segment(pack.namespace()) + "." + Names.segment(pack.name())
            : options.packageName();
    String name = document.world().about().name();
    this.world =
        ClassName.get(base, options.className().isEmpty() ? Names.type(name) : options.className());
    String simple = world.simpleName();
    this.worldHome = new Home(Home.Side.HOST, null, "", world, codec(base, simple), true);
    findHomes();
    nameTypes();
  }

  /**
   * The class that says how the types of a package travel: where who looks for the types, or begins
   * to write their names, doesn't come across it.
   */
  private static ClassName codec(String javaPackage, String of) {
    return ClassName.get(javaPackage + "." + CODECS, "CodecOf" + of);
  }

  private void findHomes() {
    List<World.InterfaceItem> exports = interfaces(document.world().exports());
    List<World.InterfaceItem> imports = interfaces(document.world().imports());
    shareTypes(exports, imports);
    Set<String> versioned = packagesOfSeveralVersions(exports, imports);
    for (World.InterfaceItem item : exports) {
      String javaPackage = unlike(scopes.keySet(), base + path(item, versioned));
      scopes.put(javaPackage, NameScope.ofClasses());
      add(item, Home.Side.GUEST, javaPackage, scopes.get(javaPackage), "", true);
    }
    Set<String> ofExports = Set.copyOf(scopes.keySet());
    for (World.InterfaceItem item : imports) {
      Home.Side side =
          item.provided() && !options.implementWasi() ? Home.Side.LIBRARY : Home.Side.HOST;
      String elsewhere = options.mappings().get(withoutVersion(item.key()));
      elsewhere = options.mappings().getOrDefault(item.key(), elsewhere);
      if (elsewhere != null) {
        add(item, side, elsewhere, NameScope.ofClasses(), "", false);
        continue;
      }
      String plain = base + path(item, versioned);
      boolean exported = ofExports.contains(plain);
      String javaPackage = exported ? plain : unlike(scopes.keySet(), plain);
      NameScope scope = scopes.computeIfAbsent(javaPackage, _ -> NameScope.ofClasses());
      add(item, side, javaPackage, scope, exported ? HOST : "", true);
    }
  }

  /** Plain data of an interface that is imported and exported is the same on both sides. */
  private void shareTypes(List<World.InterfaceItem> exports, List<World.InterfaceItem> imports) {
    for (World.InterfaceItem export : exports) {
      Interface exported = document.interfaceOf(export.number());
      for (World.InterfaceItem item : imports) {
        Interface imported = document.interfaceOf(item.number());
        boolean same = Integer.valueOf(item.number()).equals(exported.cloneOf());
        if (same) {
          exportedAs.put(item.number(), export.number());
        }
        // Two that a world has inline may have one name, and are what it says of each.
        if (same || item.key().equals(export.key())) {
          shareTypes(exported, imported);
        }
      }
    }
  }

  private void shareTypes(Interface exported, Interface imported) {
    for (int theirs : imported.types()) {
      TypeDef other = document.types().get(theirs);
      for (int mine : exported.types()) {
        TypeDef one = document.types().get(mine);
        // First what is told by the name, mostly: there may be thousands.
        if (document.areAlike(one, other) && isData(one)) {
          shared.put(theirs, one);
        }
      }
    }
  }

  private boolean isData(TypeDef def) {
    boolean handle = def.kind() instanceof TypeDef.Handle || def.kind() instanceof TypeDef.Resource;
    return !handle
        && document.parts(def).stream()
            .map(document::definition)
            .allMatch(part -> part == null || isData(part));
  }

  /** The type that has the Java of another one; mostly itself. */
  private TypeDef written(TypeDef def) {
    return shared.getOrDefault(def.number(), def);
  }

  /** Says whether a type has its Java where another one is. */
  boolean isShared(TypeDef def) {
    return shared.containsKey(def.number());
  }

  /** The complaint about a mapping of what isn't there, or can't be; empty if there is none. */
  String unknownMappings() {
    Map<String, String> problems = problemsOfMappings();
    for (String wit : options.mappings().keySet()) {
      String problem = problems.get(wit);
      if (problem == null) {
        return "there is no "
            + wit
            + " to be mapped in world "
            + document.world().about().name()
            + ", which has the interfaces "
            + String.join(", ", homes.values().stream().map(Home::key).sorted().toList());
      }
      if (!problem.isEmpty()) {
        return wit + " can't be mapped: " + problem;
      }
    }
    return "";
  }

  /** What is wrong with mapping what is there, by its names; empty if nothing is. */
  private Map<String, String> problemsOfMappings() {
    Map<String, String> problems = new HashMap<>();
    for (Home home : homes.values()) {
      String exported =
          home.side() == Home.Side.GUEST
              ? "the world exports it, and its Java is of this world alone"
              : "";
      for (String key : List.of(home.key(), withoutVersion(home.key()))) {
        problems.merge(key, exported, (one, other) -> one.isEmpty() ? other : one);
        for (int type : home.of() == null ? List.<Integer>of() : home.of().types()) {
          TypeDef def = document.types().get(type);
          boolean data = isJavaType(def) && !(def.kind() instanceof TypeDef.Resource);
          problems.put(
              key + "." + def.about().name(),
              data ? "" : "only a record, a variant, an enum or flags can be, where it is defined");
        }
      }
    }
    return problems;
  }

  private static List<World.InterfaceItem> interfaces(List<World.Item> items) {
    List<World.InterfaceItem> found = new ArrayList<>();
    for (World.Item item : items) {
      if (item instanceof World.InterfaceItem one) {
        found.add(one);
      }
    }
    return found;
  }

  /** The packages, without their versions, whose names alone don't tell which is meant. */
  private Set<String> packagesOfSeveralVersions(
      List<World.InterfaceItem> exports, List<World.InterfaceItem> imports) {
    var versions = new HashMap<String, Set<String>>();
    var all = new ArrayList<>(exports);
    all.addAll(imports);
    for (World.InterfaceItem item : all) {
      PackageName pack = document.interfaceOf(item.number()).pack();
      if (pack != null) {
        versions
            .computeIfAbsent(pack.namespace() + ":" + pack.name(), _ -> new TreeSet<>())
            .add(String.valueOf(pack.version()));
      }
    }
    versions.values().removeIf(found -> found.size() < 2);
    return versions.keySet();
  }

  private static String withoutVersion(String key) {
    int at = key.indexOf('@');
    return at < 0 ? key : key.substring(0, at);
  }

  /** The package of an interface, from the base package. */
  private String path(World.InterfaceItem item, Set<String> versioned) {
    Interface one = document.interfaceOf(item.number());
    String name = one.about().name().isEmpty() ? item.key() : one.about().name();
    PackageName pack = one.pack();
    String segment = Names.segment(name);
    // The package of that name is the codecs'.
    segment += segment.equals(CODECS) ? "_" : "";
    if (pack == null || one.about().name().isEmpty()) {
      return "." + segment;
    }
    String version =
        versioned.contains(pack.namespace() + ":" + pack.name()) && pack.version() != null
            ? "." + Names.segment("v" + pack.version().replace('+', '-'))
            : "";
    boolean own = pack.equals(document.world().pack());
    String around =
        own ? "" : "." + Names.segment(pack.namespace()) + "." + Names.segment(pack.name());
    return around + (own ? "" : version) + "." + segment;
  }

  private static String unlike(Set<String> packages, String wanted) {
    String name = wanted;
    while (packages.contains(name)) {
      name += "_";
    }
    return name;
  }

  /**
   * Names what is in the package of an interface.
   *
   * @param scope what is there already
   * @param prefix of all names
   * @param generated whether it is written here
   */
  private void add(
      World.InterfaceItem item,
      Home.Side side,
      String javaPackage,
      NameScope scope,
      String prefix,
      boolean generated) {
    Interface one = document.interfaceOf(item.number());
    String name = one.about().name().isEmpty() ? item.key() : one.about().name();
    for (int type : one.types()) {
      TypeDef def = document.types().get(type);
      if (isJavaType(def) && !isShared(def)) {
        String wanted = prefix + Names.type(def.about().name());
        types.put(type, ClassName.get(javaPackage, scope.claim(wanted)));
      }
    }
    String wanted = prefix + Names.type(name);
    String functions = scope.claim(scope.isTaken(wanted) ? wanted + "Functions" : wanted);
    homes.put(
        item.number(),
        new Home(
            side,
            one,
            item.key(),
            ClassName.get(javaPackage, functions),
            codec(javaPackage, wanted),
            generated));
  }

  /** Says whether a type has a Java type of its own. */
  static boolean isJavaType(TypeDef def) {
    return switch (def.kind()) {
      case TypeDef.RecordOf _, TypeDef.VariantOf _, TypeDef.EnumOf _, TypeDef.FlagsOf _ -> true;
      case TypeDef.Resource _ -> true;
      default -> false;
    };
  }

  private void nameTypes() {
    NameScope scope = NameScope.ofClasses(world.simpleName());
    scopes.put(base, scope);
    for (int type : worldTypes()) {
      TypeDef def = document.types().get(type);
      types.put(type, ClassName.get(base, scope.claim(Names.type(def.about().name()))));
    }
    for (Home home : homes.values()) {
      Interface one = home.of();
      if (one != null) {
        nameConstants(home, one.types(), one.functions());
      }
    }
    nameConstants(worldHome, worldTypes(), worldFunctions());
    for (TypeDef def : document.types()) {
      Home home = def.owner() == null ? null : homes.get(def.owner());
      if (home == null || !isJavaType(def)) {
        continue;
      }
      String key = home.key() + "." + def.about().name();
      String bare = withoutVersion(home.key()) + "." + def.about().name();
      String target = options.mappings().getOrDefault(key, options.mappings().get(bare));
      if (target != null) {
        int colon = target.indexOf(':');
        mapped.put(
            def.number(),
            new Mapped(
                ClassName.bestGuess(target.substring(0, colon)),
                ClassName.bestGuess(target.substring(colon + 1))));
      }
    }
  }

  /** The types of the world's own that have Java types. */
  List<Integer> worldTypes() {
    var found = new ArrayList<Integer>();
    for (TypeDef def : document.types()) {
      boolean ofWorld =
          document.world().imports().contains(new World.TypeItem(def.number()))
              || document.world().exports().contains(new World.TypeItem(def.number()));
      if (ofWorld && isJavaType(def)) {
        found.add(def.number());
      }
    }
    return found;
  }

  /** The functions of the world's own, imported and exported. */
  private List<Function> worldFunctions() {
    var found = new ArrayList<Function>();
    found.addAll(functions(document.world().imports()));
    found.addAll(functions(document.world().exports()));
    return found;
  }

  /** The functions among a world's items. */
  static List<Function> functions(List<World.Item> items) {
    var found = new ArrayList<Function>();
    for (World.Item item : items) {
      if (item instanceof World.FunctionItem(Function function)) {
        found.add(function);
      }
    }
    return found;
  }

  /** The constant with the labels of an enum, or of flags. */
  String labels(TypeDef def) {
    return labels.getOrDefault(def.number(), "LABELS");
  }

  /** Names the constants of a codec class. */
  private void nameConstants(Home home, List<Integer> types, Collection<Function> functions) {
    // What is imported statically there.
    var scope =
        new NameScope(
            "BOOL",
            "S8",
            "U8",
            "S16",
            "U16",
            "S32",
            "U32",
            "S64",
            "U64",
            "F32",
            "F64",
            "CHAR",
            "STRING",
            "ERROR_CONTEXT");
    // A constant hides a class of its name.
    for (int type : types) {
      if (this.types.containsKey(type)) {
        scope.claim(type(document.types().get(type)).simpleName());
      }
    }
    for (int type : types) {
      TypeDef def = document.types().get(type);
      if (isJavaType(def)) {
        constants.put(type, scope.claim(Names.constant(def.about().name())));
      }
    }
    for (Function function : functions) {
      String key = home.codec() + "#" + function.name();
      if (!functionConstants.containsKey(key)) {
        functionConstants.put(key, scope.claim(Names.constant(kebab(function))));
      }
    }
    for (int type : types) {
      TypeDef def = document.types().get(type);
      if (def.kind() instanceof TypeDef.EnumOf || def.kind() instanceof TypeDef.FlagsOf) {
        labels.put(type, scope.claim(Names.constant(def.about().name()) + "_LABELS"));
      }
    }
  }

  /** A function's name with that of its resource. */
  private String kebab(Function function) {
    Integer resource = function.resource();
    String of = resource == null ? "" : document.resource(resource).about().name();
    return switch (function.kind()) {
      case FREESTANDING -> function.item();
      case METHOD, STATIC -> of + "-" + function.item();
      case CONSTRUCTOR -> "new-" + of;
    };
  }

  /** The name of the method that a function is; of one of a resource, its own name. */
  String method(Function function) {
    return Names.member(
        function.kind() == Function.Kind.CONSTRUCTOR ? kebab(function) : function.item());
  }

  /** Names a class that the WIT has no word for, where an interface is. */
  ClassName newClass(Home home, String wanted) {
    String javaPackage = home.functions().packageName();
    NameScope scope = home.generated() ? scopes.get(javaPackage) : null;
    return ClassName.get(javaPackage, scope == null ? wanted : scope.claim(wanted));
  }

  /** The classes that a record's methods call, and where those are. */
  private static final Set<String> CALLED_BY_RECORDS =
      Set.of(
          "Arrays",
          "Boolean",
          "Byte",
          "Contents",
          "Double",
          "Float",
          "Immutable",
          "Integer",
          "Long",
          "Objects",
          "Short");

  /**
   * The names of a record's components. One that is called {@code java} or {@code dev} has that
   * name unless the record's methods need it: to call a class by its full name, as they have to
   * where a type is called as that class is.
   */
  List<String> components(TypeDef def, List<TypeDef.Field> fields) {
    var scope = new NameScope();
    if (classNames(def).anyMatch(CALLED_BY_RECORDS::contains)) {
      scope.claim("java");
      scope.claim("dev");
    }
    return fields.stream().map(field -> scope.claim(Names.member(field.name()))).toList();
  }

  /** What the classes of a record and of its components are called. */
  private Stream<String> classNames(TypeDef def) {
    return Stream.concat(Stream.of(type(def).simpleName()), classNamesOfParts(def));
  }

  private Stream<String> classNamesOfParts(TypeDef def) {
    return document.parts(def).stream()
        .map(document::definition)
        .filter(Objects::nonNull)
        .flatMap(
            part -> {
              Mapped elsewhere = mapped(part);
              if (elsewhere != null) {
                return Stream.of(elsewhere.type().simpleName());
              }
              if (part.kind() instanceof TypeDef.Handle(int resource, _)) {
                return Stream.of(type(document.resource(resource)).simpleName());
              }
              return isJavaType(part)
                  ? Stream.of(type(part).simpleName())
                  : classNamesOfParts(part);
            });
  }

  /** The class with the static functions of a resource, within that of the resource. */
  ClassName statics(TypeDef resource) {
    ClassName name = type(resource);
    return name.nestedClass(NameScope.ofClasses(name.simpleName()).claim("Statics"));
  }

  /** What the host implements of a world, if it is more than one interface. */
  ClassName imports() {
    return world.nestedClass(NameScope.ofClasses(world.simpleName()).claim("Imports"));
  }

  ClassName world() {
    return world;
  }

  Home worldHome() {
    return worldHome;
  }

  Home home(int interfaceNumber) {
    Home home = homes.get(interfaceNumber);
    if (home == null) {
      throw new IllegalStateException("the world doesn't name interface " + interfaceNumber);
    }
    return home;
  }

  Collection<Home> homes() {
    return homes.values();
  }

  /** Where a type is. */
  Home homeOf(TypeDef def) {
    Integer owner = written(def).owner();
    return owner == null ? worldHome : home(owner);
  }

  ClassName type(TypeDef def) {
    ClassName name = types.get(written(def).number());
    if (name == null) {
      throw new IllegalStateException("there is no Java type for " + def.about().name());
    }
    return name;
  }

  @Nullable Mapped mapped(TypeDef def) {
    return mapped.get(def.number());
  }

  /** The constant with a type's WIT, or a host's resource. */
  String constant(TypeDef def) {
    String name = constants.get(written(def).number());
    if (name == null) {
      throw new IllegalStateException("there is no constant for " + def.about().name());
    }
    return name;
  }

  /** The name of the constant with a function's WIT. */
  String constantName(Home home, Function function) {
    String name = functionConstants.get(home.codec() + "#" + function.name());
    if (name == null) {
      throw new IllegalStateException("there is no constant for " + function.name());
    }
    return name;
  }

  /** The constant with a function's WIT. */
  CodeBlock constant(Home home, Function function) {
    Home owner = ownerOfConstants(home);
    return CodeBlock.of("$T.$L", owner.codec(), constantName(owner, function));
  }

  /** Which home has the constants of functions: of two that are alike, one has those of both. */
  Home ownerOfConstants(Home home) {
    Interface one = home.of();
    Integer exported = one == null ? null : exportedAs.get(one.number());
    return exported == null ? home : home(exported);
  }
}
