package dev.switchblade.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.switchblade.codegen.wit.About;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.TypeDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes what the host implements: an interface per imported interface, and per resource. */
final class HostWriter {

  /** What is said of a parameter of the type {@link #perStore}. */
  static final String PER_STORE =
      "what guests call, by the configuration of their store: asked for maybe at each call, by the"
          + " threads of all stores, and always the same of one configuration";

  private final Document document;
  private final Symbols symbols;
  private final Methods methods;

  HostWriter(Document document, Symbols symbols, Methods methods) {
    this.document = document;
    this.symbols = symbols;
    this.methods = methods;
  }

  /** Says whether there is anything for the host to implement beside the resources' methods. */
  static boolean hasMethods(List<Function> functions) {
    return functions.stream().anyMatch(one -> one.kind() != Function.Kind.METHOD);
  }

  /** Says whether a function is a method of its interface's class, and not of its resource's. */
  static boolean isOfInterface(Function function) {
    return function.kind() == Function.Kind.FREESTANDING
        || function.kind() == Function.Kind.CONSTRUCTOR;
  }

  /**
   * What the host implements of an interface or a world.
   *
   * @param methods the names of its methods, by the functions
   * @param statics what is static in its resources
   */
  record Members(Map<Function, String> methods, Statics statics) {
    boolean isEmpty() {
      return methods.isEmpty() && statics.isEmpty();
    }
  }

  /** Names the members of one class. */
  Members members(List<Function> functions, NameScope scope) {
    Map<Function, String> names = new LinkedHashMap<>();
    for (Function function : functions) {
      if (isOfInterface(function)) {
        names.put(function, scope.claim(methods.name(function)));
      }
    }
    return new Members(names, Statics.of(document, symbols, functions, scope));
  }

  /** The methods of members, to be implemented. */
  List<MethodSpec> abstractMethods(Home home, Members members) {
    List<MethodSpec> found = new ArrayList<>();
    members
        .methods()
        .forEach((function, name) -> found.add(methods.abstractMethod(home, function, name)));
    members
        .statics()
        .accessors()
        .forEach(
            (resource, name) ->
                found.add(
                    MethodSpec.methodBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .addJavadoc(staticsDocs(resource))
                        .returns(symbols.statics(resource))
                        .build()));
    return found;
  }

  /** What is said of a class with static functions, and of what gives it. */
  static CodeBlock staticsDocs(TypeDef resource) {
    return CodeBlock.of("The static functions of {@code $L}.", resource.about().name());
  }

  /** The interface of an imported interface. */
  TypeSpec.Builder functions(Home home, List<Function> functions, About about) {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(home.functions())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Markdown.of(about, "Interface {@code " + home.key() + "}."));
    Deprecation.mark(type, about, false);
    Members members = members(functions, new NameScope());
    type.addMethods(abstractMethods(home, members));
    MethodSpec.Builder adder = adder("addTo", "Defines {@code $L} in a linker.", home);
    if (members.isEmpty()) {
      define(type, adder, home, functions, members, List.of());
      return type;
    }
    type.addMethod(
        adder
            .addParameter(home.functions(), "implementation")
            .addStatement("addPerStore(linker, _ -> implementation)")
            .build());
    MethodSpec.Builder perStore =
        adder(
                "addPerStore",
                "Defines {@code $L} in a linker that stores share, with what each of them has.",
                home)
            .addJavadoc("\n\n@param implementation " + PER_STORE)
            .addParameter(perStore(home.functions()), "implementation");
    define(type, perStore, home, functions, members, perStore.build().parameters().subList(1, 2));
    return type;
  }

  /** The type of what gives an implementation for each store. */
  static TypeName perStore(TypeName implementation) {
    return ParameterizedTypeName.get(
        ClassName.get(java.util.function.Function.class),
        Api.STORE_CONFIG,
        WildcardTypeName.subtypeOf(implementation));
  }

  private static MethodSpec.Builder adder(String name, String docs, Home home) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(docs, home.key())
        .addParameter(Api.LINKER, "linker");
  }

  private void define(
      TypeSpec.Builder type,
      MethodSpec.Builder adder,
      Home home,
      List<Function> functions,
      Members members,
      List<ParameterSpec> implementation) {
    adder.addStatement("$T instance = linker.instance($S)", Api.LINKER_INSTANCE, home.key());
    addDefinitions(
        type,
        adder,
        definitions(home, functions, members, ofStore("implementation")),
        implementation);
    type.addMethod(adder.build());
  }

  /**
   * Adds statements that define something in {@code instance}.
   *
   * @param implementation the parameter with what they call, if there is any
   */
  static void addDefinitions(
      TypeSpec.Builder type,
      MethodSpec.Builder method,
      List<CodeBlock> definitions,
      List<ParameterSpec> implementation) {
    List<ParameterSpec> parameters = new ArrayList<>();
    parameters.add(ParameterSpec.builder(Api.LINKER_INSTANCE, "instance").build());
    parameters.addAll(implementation);
    Parts.addStatements(type, method, definitions, "define", parameters);
  }

  /** What a parameter of the type {@link #perStore} has for the store whose guest calls. */
  static CodeBlock ofStore(String implementation) {
    return CodeBlock.of("$N.apply(arguments.config())", implementation);
  }

  /** Statements that define resources and functions in {@code instance}. */
  List<CodeBlock> definitions(
      Home home, List<Function> functions, Members members, CodeBlock target) {
    List<CodeBlock> statements = new ArrayList<>();
    for (TypeDef resource : resources(home)) {
      statements.add(
          CodeBlock.of(
              "instance.resource($S, $T.$L)",
              resource.about().name(),
              home.codec(),
              symbols.constant(resource)));
    }
    Map<Integer, Map<String, String>> ofResources = new HashMap<>();
    for (Function function : functions) {
      statements.add(
          CodeBlock.of(
              "instance.funcOverImages(\n$S,\n$L,\n$L)",
              function.name(),
              symbols.constant(home, function),
              implementation(home, function, functions, members, target, ofResources)));
    }
    return statements;
  }

  /** The host function that calls the method which implements a function. */
  private CodeBlock implementation(
      Home home,
      Function function,
      List<Function> functions,
      Members members,
      CodeBlock target,
      Map<Integer, Map<String, String>> ofResources) {
    String method = members.methods().get(function);
    if (method != null) {
      return methods.hostFunction(home, function, method, target);
    }
    int number = Objects.requireNonNull(function.resource());
    if (function.kind() == Function.Kind.METHOD) {
      Map<String, String> names =
          ofResources.computeIfAbsent(number, one -> resourceMethods(functions, one));
      return methods.hostFunction(
          home, function, Objects.requireNonNull(names.get(function.name())), target);
    }
    TypeDef resource = document.resource(number);
    Map<Function, String> names =
        Objects.requireNonNull(members.statics().functions().get(resource));
    CodeBlock statics =
        CodeBlock.of("$L.$N()", target, members.statics().accessors().get(resource));
    return methods.hostFunction(
        home, function, Objects.requireNonNull(names.get(function)), statics);
  }

  private Map<String, String> resourceMethods(List<Function> functions, int resource) {
    // That is how the host hears that the last handle was dropped.
    var scope = new NameScope("close");
    Map<String, String> names = new HashMap<>();
    for (Function function : functions) {
      Integer of = function.resource();
      if (function.kind() == Function.Kind.METHOD && of != null && of == resource) {
        names.put(function.name(), scope.claim(methods.name(function)));
      }
    }
    return names;
  }

  private List<TypeDef> resources(Home home) {
    List<Integer> numbers = home.of() == null ? symbols.worldTypes() : home.of().types();
    List<TypeDef> found = new ArrayList<>();
    for (int number : numbers) {
      TypeDef def = document.types().get(number);
      if (def.kind() instanceof TypeDef.Resource) {
        found.add(def);
      }
    }
    return found;
  }

  /** The interface of a resource that the host implements. */
  TypeSpec.Builder resource(Home home, TypeDef def, List<Function> functions) {
    ClassName name = symbols.type(def);
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Markdown.of(def.about(), "{@code resource " + def.about().name() + "}."))
            .addJavadoc(
                "\n\n"
                    + "<p>The host implements it. Objects that are {@link $T} are closed when no"
                    + " guest owns them any more.",
                AutoCloseable.class);
    Deprecation.mark(type, def.about(), false);
    Map<String, String> names = resourceMethods(functions, def.number());
    for (Function function : functions) {
      String method = names.get(function.name());
      if (method != null) {
        type.addMethod(methods.abstractMethod(home, function, method));
      }
    }
    Statics statics = Statics.of(document, symbols, functions, new NameScope());
    Map<Function, String> ofThis = statics.functions().get(def);
    if (ofThis != null) {
      type.addType(statics(home, def, ofThis));
    }
    return type;
  }

  /** The interface of a resource's static functions. */
  private TypeSpec statics(Home home, TypeDef resource, Map<Function, String> functions) {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(symbols.statics(resource))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc(staticsDocs(resource));
    functions.forEach(
        (function, name) -> type.addMethod(methods.abstractMethod(home, function, name)));
    return type.build();
  }
}
