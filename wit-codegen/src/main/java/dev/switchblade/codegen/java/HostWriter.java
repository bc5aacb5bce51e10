package dev.switchblade.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
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
import java.util.List;
import java.util.Map;
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

  /** The names of the methods of one class, by the functions' names. */
  Map<String, String> methodNames(List<Function> functions, NameScope scope) {
    Map<String, String> names = new HashMap<>();
    for (Function function : functions) {
      if (function.kind() != Function.Kind.METHOD) {
        names.put(function.name(), scope.claim(methods.name(function)));
      }
    }
    return names;
  }

  /** The interface of an imported interface. */
  TypeSpec.Builder functions(Home home, List<Function> functions, About about) {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(home.functions())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Markdown.of(about, "Interface {@code " + home.key() + "}."));
    Deprecation.mark(type, about, false);
    Map<String, String> names = methodNames(functions, new NameScope());
    boolean some = hasMethods(functions);
    if (some) {
      for (Function function : functions) {
        String name = names.get(function.name());
        if (name != null) {
          type.addMethod(methods.abstractMethod(function, name));
        }
      }
    }
    MethodSpec.Builder adder = adder("addTo", "Defines {@code $L} in a linker.", home);
    if (!some) {
      return type.addMethod(define(adder, home, functions, names));
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
    return type.addMethod(define(perStore, home, functions, names));
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

  private MethodSpec define(
      MethodSpec.Builder adder, Home home, List<Function> functions, Map<String, String> names) {
    return adder
        .addStatement("$T instance = linker.instance($S)", Api.LINKER_INSTANCE, home.key())
        .addCode(definitions(home, functions, names, ofStore("implementation")))
        .build();
  }

  /** What a parameter of the type {@link #perStore} has for the store whose guest calls. */
  static CodeBlock ofStore(String implementation) {
    return CodeBlock.of("$N.apply(arguments.config())", implementation);
  }

  /** Statements that define resources and functions in {@code instance}. */
  CodeBlock definitions(
      Home home, List<Function> functions, Map<String, String> names, CodeBlock target) {
    var code = CodeBlock.builder();
    for (TypeDef resource : resources(home)) {
      code.addStatement(
          "instance.resource($S, $T.$L)",
          resource.about().name(),
          home.codec(),
          symbols.constant(resource));
    }
    Map<Integer, Map<String, String>> ofResources = new HashMap<>();
    for (Function function : functions) {
      String method = names.get(function.name());
      Integer resource = function.resource();
      if (method == null && resource != null) {
        method =
            ofResources
                .computeIfAbsent(resource, one -> resourceMethods(functions, one))
                .get(function.name());
      }
      code.addStatement(
          "instance.funcOverImages(\n$S,\n$L,\n$L)",
          function.name(),
          symbols.constant(home, function),
          methods.hostFunction(function, String.valueOf(method), target));
    }
    return code.build();
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
  TypeSpec.Builder resource(TypeDef def, List<Function> functions) {
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
        type.addMethod(methods.abstractMethod(function, method));
      }
    }
    return type;
  }
}
