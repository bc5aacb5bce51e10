package dev.switchblade.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.switchblade.codegen.wit.About;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.TypeDef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes what calls a component: a class per exported interface, and per resource. */
final class GuestWriter {

  private final Symbols symbols;
  private final Methods methods;
  private final ExportNumbers numbers;

  GuestWriter(Symbols symbols, Methods methods, ExportNumbers numbers) {
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
      if (function.kind() != Function.Kind.METHOD) {
        methodNames.put(function, names.claim(methods.name(function)));
      }
    }
    methodNames.forEach(
        (function, name) -> {
          String field = fields.claim(methods.name(function));
          type.addField(
              FieldSpec.builder(Api.FUNC, field, Modifier.PRIVATE, Modifier.FINAL).build());
          constructor.addStatement(
              "this.$N = exports.func($L)", field, numbers.of(home.key(), function));
          // A parameter may have the field's name.
          type.addMethods(methods.calls(function, name, names, CodeBlock.of("this.$N", field)));
        });
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
        (function, methodName) ->
            type.addMethods(
                methods.calls(
                    function,
                    methodName,
                    names,
                    CodeBlock.of(
                        "$T.func(this, $L)",
                        Api.GUEST_HANDLES,
                        numbers.of(home.key(), function)))));
    return type;
  }
}
