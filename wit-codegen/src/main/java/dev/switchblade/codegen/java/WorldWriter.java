package dev.switchblade.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.Interface;
import dev.switchblade.codegen.wit.TypeDef;
import dev.switchblade.codegen.wit.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes the class of a world: where users begin. */
final class WorldWriter {

  private static final ClassName EXPORTS_BUILDER = Api.EXPORT_TYPES.nestedClass("Builder");

  private final Document document;
  private final Symbols symbols;
  private final Methods methods;
  private final HostWriter hosts;
  private final ExportNumbers numbers;
  private final String source;

  /** What the host has to implement, by the names of the accessors. */
  private final Map<String, Home> hostInterfaces = new LinkedHashMap<>();

  /** Interfaces of which there is something to link, but nothing to implement. */
  private final List<Home> hostResources = new ArrayList<>();

  private final List<Function> hostFunctions;
  private final HostWriter.Members hostMembers;

  /** What callers give: an interface's class, or Imports; null if there is nothing to give. */
  private final @Nullable TypeName imports;

  /** The one interface that is given itself, instead of Imports. */
  private final @Nullable Home single;

  WorldWriter(
      Document document,
      Symbols symbols,
      Methods methods,
      HostWriter hosts,
      ExportNumbers numbers,
      String source) {
    this.document = document;
    this.symbols = symbols;
    this.methods = methods;
    this.hosts = hosts;
    this.numbers = numbers;
    this.source = source;
    this.hostFunctions = Symbols.functions(document.world().imports());
    var scope = new NameScope("of");
    this.hostMembers = hosts.members(hostFunctions, scope);
    for (World.Item item : document.world().imports()) {
      if (item instanceof World.InterfaceItem(int number, _, _, _)) {
        Home home = symbols.home(number);
        Interface one = document.interfaceOf(number);
        if (home.side() == Home.Side.LIBRARY) {
          continue;
        }
        if (HostWriter.hasMethods(one.functions())) {
          hostInterfaces.put(scope.claim(accessor(home, scope)), home);
        } else if (hasSomethingToLink(one)) {
          hostResources.add(home);
        }
      }
    }
    boolean functions = HostWriter.hasMethods(hostFunctions);
    this.single =
        !functions && hostInterfaces.size() == 1 ? hostInterfaces.values().iterator().next() : null;
    if (single != null) {
      this.imports = single.functions();
    } else {
      this.imports = functions || !hostInterfaces.isEmpty() ? symbols.imports() : null;
    }
  }

  /** What the world says of an interface that it imports. */
  private CodeBlock importDocs(Home home) {
    for (World.Item item : document.world().imports()) {
      if (item instanceof World.InterfaceItem(_, String key, String docs, _)
          && key.equals(home.key())) {
        return accessorDocs(docs, key);
      }
    }
    throw new IllegalArgumentException("the world doesn't import " + home.key());
  }

  private static CodeBlock accessorDocs(@Nullable String docs, String key) {
    String text = Markdown.toJavadoc(docs);
    return CodeBlock.of("$L", text.isEmpty() ? "{@code " + key + "}." : text);
  }

  private boolean hasSomethingToLink(Interface one) {
    return !one.functions().isEmpty()
        || one.types().stream()
            .map(type -> document.types().get(type))
            .anyMatch(def -> def.kind() instanceof TypeDef.Resource);
  }

  /** The name of the method that hands an interface out: with its package, if it is taken. */
  private String accessor(Home home, NameScope taken) {
    Interface one = Objects.requireNonNull(home.of());
    String name = one.about().name().isEmpty() ? home.key() : one.about().name();
    String plain = Names.member(name);
    boolean whole = taken.isTaken(plain) && one.pack() != null;
    return whole
        ? Names.member(one.pack().namespace() + "-" + one.pack().name() + "-" + name)
        : plain;
  }

  private String name() {
    return document.world().pack() + " " + document.world().about().name();
  }

  TypeSpec.Builder write() {
    ClassName self = symbols.world();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(self)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(Api.GUEST_WORLD)
            .addJavadoc(
                Markdown.of(
                    document.world().about(),
                    "World {@code " + document.world().about().name() + "}."))
            .addJavadoc(
                "\n\n<p>An instance of a component, used as {@link $T} says: one call at a time.",
                Api.STORE);
    addWorldType(type, self);
    Deprecation.mark(type, document.world().about(), false);
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Api.EXPORTS, "exports")
            .addParameter(
                Api.STORE.annotated(AnnotationSpec.builder(Api.NULLABLE).build()), "ownStore")
            .addStatement("super(ownStore)");
    addFactories(type, self);
    addExports(type, constructor);
    type.addMethod(constructor.build());
    if (imports != null && single == null) {
      type.addType(importsInterface());
    }
    return type;
  }

  private void addWorldType(TypeSpec.Builder type, ClassName self) {
    CodeBlock types =
        CodeBlock.of("$T.builder($S, $S)", Api.EXPORT_TYPES, self.simpleName(), source);
    List<List<ExportNumbers.Export>> parts = Parts.of(numbers.all(), Parts.STATEMENTS, _ -> 1);
    for (int i = 1; i < parts.size(); i++) {
      String name = "exports" + i;
      type.addMethod(
          MethodSpec.methodBuilder(name)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .addParameter(EXPORTS_BUILDER, "types")
              .returns(EXPORTS_BUILDER)
              .addStatement("return types$>$>$L$<$<", functions(parts.get(i - 1)))
              .build());
      types = CodeBlock.of("$L($L)", name, types);
    }
    type.addField(
        FieldSpec.builder(
                ParameterizedTypeName.get(Api.WORLD_TYPE, self),
                "WORLD",
                Modifier.PRIVATE,
                Modifier.STATIC,
                Modifier.FINAL)
            .initializer(
                "$T.of($>$>\n$T::new,\n$L$>$>$L\n.build()$<$<)$<$<",
                Api.WORLD_TYPE,
                self,
                types,
                functions(parts.getLast()))
            .build());
  }

  /** What adds functions to the types of a world. */
  private CodeBlock functions(List<ExportNumbers.Export> exports) {
    var code = CodeBlock.builder();
    for (ExportNumbers.Export export : exports) {
      code.add(
          "\n.func($S, $S, $L)",
          export.key(),
          export.function().name(),
          symbols.constant(export.home(), export.function()));
    }
    return code.build();
  }

  private void addExports(TypeSpec.Builder type, MethodSpec.Builder constructor) {
    var names =
        new NameScope(
            "close",
            "closeWithin",
            "interrupt",
            "instantiate",
            "prepare",
            "preparePerStore",
            "addTo",
            "addPerStore",
            "addRoot",
            "bind");
    var fields = new NameScope();
    List<Function> functions = Symbols.functions(document.world().exports());
    Map<String, String> fieldNames = new HashMap<>();
    Map<String, String> methodNames = new HashMap<>();
    for (Function function : functions) {
      String field = fields.claim(methods.name(function));
      fieldNames.put(function.name(), field);
      methodNames.put(function.name(), names.claim(methods.name(function)));
      type.addField(FieldSpec.builder(Api.FUNC, field, Modifier.PRIVATE, Modifier.FINAL).build());
      constructor.addStatement("this.$N = exports.func($L)", field, numbers.of("", function));
    }
    List<MethodSpec> accessors = new ArrayList<>();
    for (World.Item item : document.world().exports()) {
      if (item instanceof World.InterfaceItem(int number, String key, String docs, _)
          && HostWriter.hasMethods(document.interfaceOf(number).functions())) {
        Home home = symbols.home(number);
        String name = names.claim(accessor(home, names));
        String field = fields.claim(name);
        type.addField(
            FieldSpec.builder(home.functions(), field, Modifier.PRIVATE, Modifier.FINAL).build());
        constructor.addStatement("this.$N = $T.of(exports)", field, home.functions());
        accessors.add(
            MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(accessorDocs(docs, key))
                .returns(home.functions())
                .addStatement("return $N", field)
                .build());
      }
    }
    for (Function function : functions) {
      CodeBlock field = CodeBlock.of("this.$N", fieldNames.get(function.name()));
      String name = Objects.requireNonNull(methodNames.get(function.name()));
      type.addMethods(methods.calls(symbols.worldHome(), function, name, names, field));
    }
    type.addMethods(accessors);
  }

  private static MethodSpec.Builder factory(String name, TypeName returns, String docs) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(returns)
        .addJavadoc("$L", docs)
        .addJavadoc(
            "\n\n@throws $T if the component doesn't fit the world; the message lists why",
            Api.LINK_EXCEPTION);
  }

  private void addImports(MethodSpec.Builder method) {
    if (imports != null) {
      method.addParameter(ParameterSpec.builder(imports, importsName()).build());
    }
  }

  /** What the parameter with the imports is called. */
  private String importsName() {
    if (single == null) {
      return "imports";
    }
    String accessor = hostInterfaces.keySet().iterator().next();
    // What the methods that take it have, too.
    var scope =
        new NameScope(
            "component", "config", "linker", "prepared", "instance", "arguments", "result");
    return scope.claim(accessor);
  }

  private void addFactories(TypeSpec.Builder type, ClassName self) {
    String more = imports == null ? "" : ", " + importsName();
    TypeName prepared = ParameterizedTypeName.get(Api.PREPARED, self);
    String links = linksAnything() ? "linker -> addTo(linker" + more + ")" : "_ -> {}";
    String grants = "Instantiates a component in a store of its own";
    MethodSpec.Builder plain =
        factory("instantiate", self, grants + ", which grants nothing.")
            .addParameter(Api.COMPONENT, "component");
    addImports(plain);
    type.addMethod(
        plain
            .addStatement(
                "return instantiate(component, $T.defaults()" + more + ")", Api.STORE_CONFIG)
            .build());
    MethodSpec.Builder configured =
        factory("instantiate", self, grants + ".")
            .addParameter(Api.COMPONENT, "component")
            .addParameter(Api.STORE_CONFIG, "config");
    addImports(configured);
    type.addMethod(
        configured.addStatement("return WORLD.instantiate(component, config, $L)", links).build());
    MethodSpec.Builder prepare =
        factory("prepare", prepared, "Links a component once, to instantiate it often.")
            .addParameter(Api.COMPONENT, "component");
    addImports(prepare);
    type.addMethod(prepare.addStatement("return WORLD.prepare(component, $L)", links).build());
    if (imports != null) {
      type.addMethod(
          factory(
                  "preparePerStore",
                  prepared,
                  "Links a component once, to instantiate it often, with imports of each store's"
                      + " own, as {@link #addPerStore} defines them.")
              .addParameter(Api.COMPONENT, "component")
              .addParameter(HostWriter.perStore(imports), importsName())
              .addStatement(
                  "return WORLD.prepare(component, linker -> addPerStore(linker, $N))",
                  importsName())
              .build());
    }
    type.addMethod(
        factory(
                "prepare",
                prepared,
                "Links a component with what is in a linker, which "
                    + (linksAnything()
                        ? "{@link #addTo} may have filled."
                        : "needs nothing in it."))
            .addParameter(Api.COMPONENT, "component")
            .addParameter(Api.LINKER, "linker")
            .addStatement("return WORLD.prepare(component, linker)")
            .build());
    if (linksAnything()) {
      addAdders(type);
    }
    type.addMethod(
        factory(
                "bind",
                self,
                "An instance that was made by hand: closing what is returned doesn't close its"
                    + " store.")
            .addParameter(Api.INSTANCE, "instance")
            .addStatement("return WORLD.bind(instance)")
            .build());
  }

  private boolean linksAnything() {
    return imports != null
        || !hostResources.isEmpty()
        || !hostFunctions.isEmpty()
        || !worldResources().isEmpty();
  }

  private void addAdders(TypeSpec.Builder type) {
    boolean root = !hostFunctions.isEmpty() || !worldResources().isEmpty();
    MethodSpec.Builder adder = adder("addTo", "Defines what the world imports in a linker.");
    if (imports == null) {
      if (root) {
        defineRoot(type, adder);
      }
      type.addMethod(addResources(adder));
      return;
    }
    addImports(adder);
    MethodSpec.Builder perStore =
        adder(
                "addPerStore",
                "Defines what the world imports in a linker that stores share, with what each of"
                    + " them has.")
            .addJavadoc("\n\n@param $N " + HostWriter.PER_STORE, importsName())
            .addParameter(HostWriter.perStore(imports), importsName());
    // Where one interface is given itself, there is nothing else to implement.
    if (root) {
      adder.addStatement(single == null ? "addRoot(linker, _ -> imports)" : "addRoot(linker)");
      perStore.addStatement(single == null ? "addRoot(linker, imports)" : "addRoot(linker)");
    }
    hostInterfaces.forEach(
        (accessor, home) -> {
          if (single != null) {
            adder.addStatement("$T.addTo(linker, $N)", home.functions(), importsName());
            perStore.addStatement("$T.addPerStore(linker, $N)", home.functions(), importsName());
          } else {
            // Asked for once.
            adder.addStatement("$T.addTo(linker, imports.$N())", home.functions(), accessor);
            perStore.addStatement(
                "$T.addPerStore(linker, config -> imports.apply(config).$N())",
                home.functions(),
                accessor);
          }
        });
    type.addMethod(addResources(adder)).addMethod(addResources(perStore));
    if (root) {
      MethodSpec.Builder method =
          MethodSpec.methodBuilder("addRoot")
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .addParameter(Api.LINKER, "linker");
      if (single == null) {
        method.addParameter(HostWriter.perStore(imports), "imports");
      }
      defineRoot(type, method);
      type.addMethod(method.build());
    }
  }

  private static MethodSpec.Builder adder(String name, String docs) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(docs)
        .addParameter(Api.LINKER, "linker");
  }

  /** Defines what the world imports directly, of what gives it for each store. */
  private void defineRoot(TypeSpec.Builder type, MethodSpec.Builder method) {
    method.addStatement("$T instance = linker.root()", Api.LINKER_INSTANCE);
    List<ParameterSpec> parameters = method.build().parameters();
    HostWriter.addDefinitions(
        type,
        method,
        hosts.definitions(
            symbols.worldHome(), hostFunctions, hostMembers, HostWriter.ofStore("imports")),
        // Behind the linker.
        parameters.subList(1, parameters.size()));
  }

  private MethodSpec addResources(MethodSpec.Builder method) {
    hostResources.forEach(home -> method.addStatement("$T.addTo(linker)", home.functions()));
    return method.build();
  }

  private List<Integer> worldResources() {
    return symbols.worldTypes().stream()
        .filter(type -> document.types().get(type).kind() instanceof TypeDef.Resource)
        .toList();
  }

  private TypeSpec importsInterface() {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(symbols.imports())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("What {@code $L} needs of its host.", name());
    type.addMethods(hosts.abstractMethods(symbols.worldHome(), hostMembers));
    hostInterfaces.forEach(
        (accessor, home) ->
            type.addMethod(
                MethodSpec.methodBuilder(accessor)
                    .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                    .addJavadoc(importDocs(home))
                    .returns(home.functions())
                    .build()));
    if (hostMembers.isEmpty() && hostInterfaces.size() <= ClassLimits.PARAMETERS) {
      addOf(type);
    }
    return type.build();
  }

  /** {@code Imports.of(clock, logger)}. */
  private void addOf(TypeSpec.Builder type) {
    MethodSpec.Builder of =
        MethodSpec.methodBuilder("of")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("Imports that are given one by one.")
            .returns(symbols.imports());
    List<CodeBlock> components = new ArrayList<>();
    List<String> names = new ArrayList<>();
    hostInterfaces.forEach(
        (accessor, home) -> {
          of.addParameter(home.functions(), accessor);
          components.add(CodeBlock.of("$T $L", home.functions(), accessor));
          names.add(accessor);
        });
    String imports = symbols.imports().simpleName();
    var scope = NameScope.ofClasses(symbols.world().simpleName(), imports);
    hostInterfaces.values().forEach(home -> scope.claim(home.functions().simpleName()));
    String given = scope.claim("Given");
    of.addCode(
        "record $L($L) implements $L {}\n", given, CodeBlock.join(components, ", "), imports);
    of.addStatement("return new $L($L)", given, String.join(", ", names));
    type.addMethod(of.build());
  }
}
