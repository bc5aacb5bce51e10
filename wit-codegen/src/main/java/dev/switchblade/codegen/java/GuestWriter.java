package dev.switchblade.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.switchblade.codegen.wit.About;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.TypeDef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes what calls a component: a class per exported interface, and per resource. */
final class GuestWriter {

  private final Document document;
  private final Symbols symbols;
  private final Methods methods;
  private final ExportNumbers numbers;

  GuestWriter(Document document, Symbols symbols, Methods methods, ExportNumbers numbers) {
    this.document = document;
    this.symbols = symbols;
    this.methods = methods;
    this.numbers = numbers;
  }

  /** The class of an exported interface. */
  TypeSpec.Builder functions(Home home, List<Function> functions, About about) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(home.functions())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(Markdown.of(about, "Interface {@code " + home.key() + "}."));
    Deprecation.mark(type, about, false);
    var fields = new NameScope();
    var names = new NameScope("of");
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Api.EXPORTS, "exports");
    type.addMethod(
        MethodSpec.methodBuilder("of")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc(
                "The interface of an instance: for generated code, as {@link $T} hands it out.",
                symbols.world())
            .addParameter(Api.EXPORTS, "exports")
            .returns(home.functions())
            .addStatement("return new $T(exports)", home.functions())
            .build());
    Map<Function, String> methodNames = new LinkedHashMap<>();
    for (Function function : functions) {
      if (HostWriter.isOfInterface(function)) {
        methodNames.put(function, names.claim(methods.name(function)));
      }
    }
    Statics statics = Statics.of(document, symbols, functions, names);
    if (!statics.isEmpty()) {
      fields.claim("exports");
      type.addField(Api.EXPORTS, "exports", Modifier.PRIVATE, Modifier.FINAL);
      constructor.addStatement("this.exports = exports");
    }
    methodNames.forEach(
        (function, name) -> {
          String field = fields.claim(methods.name(function));
          type.addField(
              FieldSpec.builder(Api.FUNC, field, Modifier.PRIVATE, Modifier.FINAL).build());
          constructor.addStatement(
              "this.$N = exports.func($L)", field, numbers.of(home.key(), function));
          // A parameter may have the field's name.
          type.addMethods(
              methods.calls(home, function, name, names, CodeBlock.of("this.$N", field)));
        });
    statics
        .accessors()
        .forEach(
            (resource, name) ->
                type.addMethod(
                    MethodSpec.methodBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(HostWriter.staticsDocs(resource))
                        .returns(symbols.statics(resource))
                        .addStatement("return new $T(exports)", symbols.statics(resource))
                        .build()));
    return type.addMethod(constructor.build());
  }

  /** The class of a resource that the component implements. */
  TypeSpec.Builder resource(Home home, TypeDef def, List<Function> functions) {
    ClassName name = symbols.type(def);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(Api.GUEST_RESOURCE)
            .addJavadoc(Markdown.of(def.about(), "{@code resource " + def.about().name() + "}."))
            .addJavadoc(
                "\n\n"
                    + "<p>A handle of a resource in the component, used as {@link $T} says. Passing"
                    + " it where the component takes it as its own gives it away.",
                Api.RESOURCE)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("Reads a handle from an image: for generated code.")
                    .addParameter(Api.IMAGE_READER, "image")
                    .addParameter(long.class, "at")
                    .addStatement("super(image, at)")
                    .build());
    Deprecation.mark(type, def.about(), false);
    var names = new NameScope("close");
    Map<Function, String> methodNames = new LinkedHashMap<>();
    for (Function function : functions) {
      Integer of = function.resource();
      if (function.kind() == Function.Kind.METHOD && of != null && of == def.number()) {
        methodNames.put(function, names.claim(methods.name(function)));
      }
    }
    methodNames.forEach(
        (function, methodName) -> {
          int number = numbers.of(home.key(), function);
          CodeBlock func = CodeBlock.of("$T.func(this, $L)", Api.GUEST_HANDLES, number);
          type.addMethods(methods.calls(home, function, methodName, names, func));
        });
    Statics statics = Statics.of(document, symbols, functions, new NameScope());
    Map<Function, String> ofThis = statics.functions().get(def);
    if (ofThis != null) {
      type.addType(statics(home, def, ofThis));
    }
    return type;
  }

  /** The class of a resource's static functions. */
  private TypeSpec statics(Home home, TypeDef resource, Map<Function, String> functions) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(symbols.statics(resource))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(HostWriter.staticsDocs(resource))
            .addField(Api.EXPORTS, "exports", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addParameter(Api.EXPORTS, "exports")
                    .addStatement("this.exports = exports")
                    .build());
    var names = new NameScope();
    functions.values().forEach(names::claim);
    functions.forEach(
        (function, name) -> {
          int number = numbers.of(home.key(), function);
          CodeBlock func = CodeBlock.of("this.exports.func($L)", number);
          type.addMethods(methods.calls(home, function, name, names, func));
        });
    return type.build();
  }
}
