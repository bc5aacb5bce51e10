package dev.switchblade.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.TypeDef;
import dev.switchblade.codegen.wit.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Functions as methods: those that the host implements, and those that call a component. */
final class Methods {

  private final Document document;
  private final Symbols symbols;
  private final JavaTypes types;
  private final Values values;

  Methods(Document document, Symbols symbols, JavaTypes types, Values values) {
    this.document = document;
    this.symbols = symbols;
    this.types = types;
    this.values = values;
  }

  /** A method with its parameters and documentation; the resource itself is no parameter. */
  private MethodSpec.Builder signature(Function function, String name, List<String> parameters) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .returns(types.of(function.result()))
            .addAnnotations(Annotations.deprecated(function.about()))
            .addJavadoc(Markdown.of(function.about(), "{@code " + function.name() + "}."));
    List<Function.Parameter> given = given(function);
    var lines = new ArrayList<CodeBlock>();
    for (int i = 0; i < given.size(); i++) {
      TypeRef type = given.get(i).type();
      method.addParameter(ParameterSpec.builder(types.of(type), parameters.get(i)).build());
      String range = isGivenAway(type) ? "is given away" : types.range(type);
      if (!range.isEmpty()) {
        lines.add(CodeBlock.of("\n@param $L $L", parameters.get(i), range));
      }
    }
    String range = function.result() == null ? "" : types.range(function.result());
    if (!range.isEmpty()) {
      lines.add(CodeBlock.of("\n@return $L", range));
    }
    if (!lines.isEmpty()) {
      method.addJavadoc("\n");
      lines.forEach(method::addJavadoc);
    }
    return method;
  }

  private boolean isGivenAway(TypeRef type) {
    TypeDef def = document.definition(type);
    return def != null
        && def.kind() instanceof TypeDef.Handle(int resource, boolean owned)
        && owned
        && symbols.homeOf(document.resource(resource)).side() == Home.Side.GUEST;
  }

  /** The parameters that a caller gives. */
  private static List<Function.Parameter> given(Function function) {
    boolean method = function.kind() == Function.Kind.METHOD;
    return function.parameters().subList(method ? 1 : 0, function.parameters().size());
  }

  private static List<String> names(Function function, NameScope scope) {
    return given(function).stream().map(one -> scope.claim(Names.member(one.name()))).toList();
  }

  private static NameScope locals() {
    var scope = new NameScope("call", "arguments", "result");
    for (int depth = 1; depth < 10; depth++) {
      scope.claim("image" + depth);
      scope.claim("at" + depth);
      scope.claim("value" + depth);
    }
    return scope;
  }

  /** What a host implements. */
  MethodSpec abstractMethod(Function function, String name) {
    return signature(function, name, names(function, new NameScope()))
        .addModifiers(Modifier.ABSTRACT)
        .build();
  }

  /**
   * Calls a component's function.
   *
   * @param func the {@code Func}
   */
  MethodSpec call(Function function, String name, CodeBlock func) {
    List<String> parameters = names(function, locals());
    MethodSpec.Builder method = signature(function, name, parameters);
    List<Function.Parameter> given = given(function);
    for (int i = 0; i < given.size(); i++) {
      if (!types.of(given.get(i).type()).isPrimitive()) {
        method.addStatement(
            "$T.requireNonNull($N, $S)", Objects.class, parameters.get(i), given.get(i).name());
      }
    }
    method.beginControlFlow("try ($T call = $L.begin())", Api.CALL, func);
    List<CodeBlock> stores = new ArrayList<>();
    CodeBlock image = CodeBlock.of("arguments");
    int shift = function.kind() == Function.Kind.METHOD ? 1 : 0;
    for (int i = 0; i < function.parameters().size(); i++) {
      Function.Parameter parameter = function.parameters().get(i);
      CodeBlock value = CodeBlock.of(i < shift ? "this" : parameters.get(i - shift));
      stores.addAll(
          values.store(parameter.type(), image, Values.At.image(parameter.offset()), value));
    }
    if (!stores.isEmpty()) {
      method.addStatement("$T arguments = call.arguments()", Api.IMAGE_WRITER);
      stores.forEach(statement -> method.addStatement("$L", statement));
    }
    method.addStatement("call.invoke()");
    if (function.result() != null) {
      CodeBlock result = CodeBlock.of("result");
      boolean once = isOnce(function.result());
      if (!once) {
        method.addStatement("$T result = call.result()", Api.IMAGE_READER);
      }
      method.addStatement(
          "return $L",
          values.load(
              function.result(),
              once ? CodeBlock.of("call.result()") : result,
              Values.At.image(0)));
    }
    return method.endControlFlow().build();
  }

  /** Says whether code that reads a value names the image once. */
  private boolean isOnce(TypeRef ref) {
    TypeDef def = document.definition(ref);
    return def == null || !(def.kind() instanceof TypeDef.TupleOf);
  }

  /**
   * A host function over images that calls a method of the host's.
   *
   * @param target what the method is called on; of a method of a resource, it is read from the
   *     arguments
   */
  CodeBlock hostFunction(Function function, String method, CodeBlock target) {
    CodeBlock arguments = CodeBlock.of("arguments");
    List<CodeBlock> loaded = new ArrayList<>();
    for (Function.Parameter parameter : function.parameters()) {
      loaded.add(values.load(parameter.type(), arguments, Values.At.image(parameter.offset())));
    }
    boolean ofResource = function.kind() == Function.Kind.METHOD;
    CodeBlock call =
        CodeBlock.of(
            "$L.$N($L)",
            ofResource ? loaded.getFirst() : target,
            method,
            CodeBlock.join(loaded.subList(ofResource ? 1 : 0, loaded.size()), ", "));
    List<CodeBlock> statements;
    if (function.result() == null) {
      statements = List.of(call);
    } else {
      CodeBlock result = CodeBlock.of("result");
      statements = new ArrayList<>();
      CodeBlock value = call;
      if (!storesOnce(function.result())) {
        statements.add(CodeBlock.of("var returned = $L", call));
        value = CodeBlock.of("returned");
      }
      statements.addAll(values.store(function.result(), result, Values.At.image(0), value));
    }
    return Values.lambda(List.of("arguments", "result"), statements);
  }

  private boolean storesOnce(TypeRef ref) {
    return isOnce(ref);
  }

  String name(Function function) {
    return symbols.method(function);
  }
}
