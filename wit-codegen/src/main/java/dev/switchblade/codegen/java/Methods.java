package dev.switchblade.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.switchblade.codegen.wit.About;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.TypeDef;
import dev.switchblade.codegen.wit.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Functions as methods: those that the host implements, and those that call a component. */
final class Methods {

  private final Document document;
  private final Symbols symbols;
  private final JavaTypes types;
  private final Values values;
  private final Errors errors;
  private final LibraryHandles libraryHandles;

  Methods(Document document, Symbols symbols, JavaTypes types, Values values, Errors errors) {
    this.document = document;
    this.symbols = symbols;
    this.types = types;
    this.values = values;
    this.errors = errors;
    this.libraryHandles = new LibraryHandles(document, symbols);
  }

  /**
   * A method with its parameters and documentation; the resource itself is no parameter.
   *
   * @param remark what there is to say beside the WIT's own documentation
   */
  private MethodSpec.Builder signature(
      Home home, Function function, String name, List<String> parameters, CodeBlock remark) {
    Errors.Outcome outcome = errors.of(home, function);
    TypeRef returned = outcome == null ? function.result() : outcome.result().ok();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .returns(types.of(returned))
            .addAnnotations(Deprecation.annotations(function.about()))
            .addJavadoc(Markdown.of(function.about(), "{@code " + function.name() + "}."))
            .addJavadoc(remark);
    List<Function.Parameter> given = given(function);
    var tags = new ArrayList<CodeBlock>();
    for (int i = 0; i < given.size(); i++) {
      TypeRef type = given.get(i).type();
      method.addParameter(ParameterSpec.builder(types.of(type), parameters.get(i)).build());
      addTag(tags, "param " + parameters.get(i), range(type));
    }
    if (returned != null) {
      addTag(tags, "return", types.range(returned));
    }
    addTags(method, tags, function.about());
    if (outcome != null) {
      method.addException(outcome.thrown().name());
    }
    return method;
  }

  /** What there is to say of an argument that its Java type doesn't. */
  private String range(TypeRef type) {
    return isGivenAway(type) ? "is given away" : types.range(type);
  }

  private static void addTag(List<CodeBlock> tags, String tag, String text) {
    if (!text.isEmpty()) {
      tags.add(CodeBlock.of("\n@$L $L", tag, text));
    }
  }

  private static void addTags(MethodSpec.Builder method, List<CodeBlock> tags, About about) {
    if (about.deprecated() != null) {
      tags.add(Deprecation.tag(about));
    }
    if (!tags.isEmpty()) {
      method.addJavadoc("\n");
      tags.forEach(method::addJavadoc);
    }
  }

  private boolean isGivenAway(TypeRef type) {
    TypeDef def = document.definition(type);
    return def != null
        && def.kind() instanceof TypeDef.Handle(int resource, boolean owned)
        && owned
        && symbols.homeOf(document.resource(resource)).side() == Home.Side.GUEST;
  }

  /** The parameters that a caller gives. */
  static List<Function.Parameter> given(Function function) {
    boolean method = function.kind() == Function.Kind.METHOD;
    return function.parameters().subList(method ? 1 : 0, function.parameters().size());
  }

  private static List<String> names(Function function, NameScope scope) {
    List<String> names = new ArrayList<>();
    given(function).forEach(one -> names.add(scope.claim(Names.member(one.name()))));
    return names;
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
  MethodSpec abstractMethod(Home home, Function function, String name) {
    return signature(home, function, name, names(function, new NameScope()), CodeBlock.of(""))
        .addModifiers(Modifier.ABSTRACT)
        .build();
  }

  /**
   * The methods that call a component's function: one with Java values, and where it has lists that
   * need not become any, another one.
   *
   * @param names has all names of the class that are taken
   * @param func the {@code Func}
   */
  List<MethodSpec> calls(
      Home home, Function function, String name, NameScope names, CodeBlock func) {
    MethodSpec call = call(home, function, name, func);
    if (!hasPlainLists(function) || !hasRoomForVisitor(function)) {
      return List.of(call);
    }
    // A name of its own: method references and null would not tell which of two is meant.
    String inPlace = names.claim(name.replaceFirst("_+$", "") + "InPlace");
    return List.of(call, callInPlace(home, function, name, inPlace, func));
  }

  private boolean hasPlainLists(Function function) {
    return (function.result() != null && plainList(function.result()) != null)
        || given(function).stream().anyMatch(one -> plainList(one.type()) != null);
  }

  private boolean hasRoomForVisitor(Function function) {
    return given(function).stream().mapToInt(one -> ClassLimits.slots(types.of(one.type()))).sum()
        < ClassLimits.PARAMETERS;
  }

  private MethodSpec call(Home home, Function function, String name, CodeBlock func) {
    List<String> parameters = names(function, locals());
    MethodSpec.Builder method =
        signature(home, function, name, parameters, libraryHandles.remark(function));
    addNullChecks(method, function, parameters);
    method.beginControlFlow("try ($T call = $L.begin())", Api.CALL, func);
    addStores(method, function, parameters, values::store);
    method.addStatement("call.invoke()");
    addReturn(method, home, function);
    return method.endControlFlow().build();
  }

  /**
   * The method that takes lists from any memory, and lets a list that is returned be looked at in
   * the guest's.
   */
  private MethodSpec callInPlace(
      Home home, Function function, String plain, String name, CodeBlock func) {
    List<Function.Parameter> given = given(function);
    TypeDef.ListOf result = function.result() == null ? null : plainList(function.result());
    Errors.Outcome outcome = errors.of(home, function);
    TypeRef returned = outcome == null ? function.result() : outcome.result().ok();
    NameScope scope = locals();
    List<String> parameters = names(function, scope);
    var tags = new ArrayList<CodeBlock>();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .returns(result == null ? types.of(returned) : TypeName.VOID)
            .addAnnotations(Deprecation.annotations(function.about()));
    boolean taken = false;
    for (int i = 0; i < given.size(); i++) {
      TypeRef type = given.get(i).type();
      TypeDef.ListOf list = plainList(type);
      taken |= list != null;
      method.addParameter(list == null ? types.of(type) : Api.MEMORY_SEGMENT, parameters.get(i));
      addTag(
          tags,
          "param " + parameters.get(i),
          list == null
              ? range(type)
              : elements(list) + "; must stay as it is until this method returns");
    }
    if (result != null) {
      String visitor = scope.claim("visitor");
      method.addParameter(Api.LIST_VISITOR, visitor);
      parameters.add(visitor);
      addTag(tags, "param " + visitor, "sees the result: " + elements(result));
    } else if (returned != null) {
      addTag(tags, "return", types.range(returned));
    }
    if (outcome != null) {
      method.addException(outcome.thrown().name());
    }
    method.addJavadoc("As {@link #$L}, without arrays or objects for its lists:", plain);
    if (taken) {
      method.addJavadoc(
          " what is given is taken from memory, see {@link $T#putSegment}$L",
          Api.IMAGE_WRITER,
          result == null ? "." : ",");
    }
    if (result != null) {
      method.addJavadoc(
          "$L what is returned is seen in the guest's, see {@link $T#invokeInPlace}.",
          taken ? " and" : "",
          Api.CALL);
    }
    addTags(method, tags, function.about());
    addNullChecks(method, function, parameters);
    if (result != null) {
      addNullCheck(method, parameters.getLast(), parameters.getLast());
    }
    method.beginControlFlow("try ($T call = $L.begin())", Api.CALL, func);
    addStores(method, function, parameters, this::storeInPlace);
    if (result != null) {
      method.addStatement("call.invokeInPlace($L)", parameters.getLast());
    } else {
      method.addStatement("call.invoke()");
      addReturn(method, home, function);
    }
    return method.endControlFlow().build();
  }

  /** What a list is, for who has to lay it out. */
  private String elements(TypeDef.ListOf list) {
    int size = list.elementSize();
    String bytes = (size == 1 ? "1 byte" : size + " bytes") + " per element";
    if (size == 1) {
      return bytes;
    }
    TypeDef element = document.definition(list.element());
    if (element != null && element.kind() instanceof TypeDef.RecordOf(var fields)) {
      String offsets =
          fields.stream()
              .map(field -> field.name() + " at " + field.offset())
              .collect(Collectors.joining(", "));
      return bytes + " (" + offsets + "), little-endian";
    }
    if (element != null && element.kind() instanceof TypeDef.TupleOf(_, var offsets)) {
      return bytes
          + " (at "
          + offsets.stream().map(String::valueOf).collect(Collectors.joining(", "))
          + "), little-endian";
    }
    return bytes + ", little-endian";
  }

  /** A list whose elements mean themselves, whatever their bytes are; null if it is none. */
  private TypeDef.@Nullable ListOf plainList(TypeRef ref) {
    TypeDef def = document.definition(ref);
    return def != null
            && def.kind() instanceof TypeDef.ListOf list
            && document.isNumbers(list.element())
        ? list
        : null;
  }

  /** Writes a value. */
  private interface Store {
    List<CodeBlock> of(TypeRef type, CodeBlock image, Values.At at, CodeBlock value);
  }

  private List<CodeBlock> storeInPlace(
      TypeRef type, CodeBlock image, Values.At at, CodeBlock value) {
    TypeDef.ListOf list = plainList(type);
    return list == null
        ? values.store(type, image, at, value)
        : List.of(CodeBlock.of("$L.putSegment($L, $L, $L)", image, at, value, list.elementSize()));
  }

  private void addNullChecks(
      MethodSpec.Builder method, Function function, List<String> parameters) {
    List<Function.Parameter> given = given(function);
    for (int i = 0; i < given.size(); i++) {
      if (!types.of(given.get(i).type()).isPrimitive()) {
        addNullCheck(method, parameters.get(i), given.get(i).name());
      }
    }
  }

  private static void addNullCheck(MethodSpec.Builder method, String parameter, String name) {
    method.addStatement("$T.requireNonNull($N, $S)", Objects.class, parameter, name);
  }

  private static void addStores(
      MethodSpec.Builder method, Function function, List<String> parameters, Store store) {
    List<CodeBlock> stores = new ArrayList<>();
    int shift = function.kind() == Function.Kind.METHOD ? 1 : 0;
    for (int i = 0; i < function.parameters().size(); i++) {
      Function.Parameter parameter = function.parameters().get(i);
      stores.addAll(
          store.of(
              parameter.type(),
              CodeBlock.of("arguments"),
              Values.At.image(parameter.offset()),
              CodeBlock.of(i < shift ? "this" : parameters.get(i - shift))));
    }
    if (!stores.isEmpty()) {
      method.addStatement("$T arguments = call.arguments()", Api.IMAGE_WRITER);
      stores.forEach(statement -> method.addStatement("$L", statement));
    }
  }

  private void addReturn(MethodSpec.Builder method, Home home, Function function) {
    if (function.result() == null) {
      return;
    }
    Errors.Outcome outcome = errors.of(home, function);
    if (outcome != null) {
      addOutcome(method, outcome);
      return;
    }
    boolean once = isOnce(function.result());
    if (!once) {
      method.addStatement("$T result = call.result()", Api.IMAGE_READER);
    }
    method.addStatement(
        "return $L",
        values.load(
            function.result(),
            CodeBlock.of(once ? "call.result()" : "result"),
            Values.At.image(0)));
  }

  private void addOutcome(MethodSpec.Builder method, Errors.Outcome outcome) {
    TypeDef.ResultOf either = outcome.result();
    CodeBlock result = CodeBlock.of("result");
    Values.At payload = Values.At.image(either.payload());
    CodeBlock error =
        either.err() == null ? CodeBlock.of("") : values.load(either.err(), result, payload);
    method
        .addStatement("$T result = call.result()", Api.IMAGE_READER)
        .beginControlFlow("if (result.getBool(0))")
        .addStatement("throw new $T($L)", outcome.thrown().name(), error)
        .endControlFlow();
    if (either.ok() != null) {
      method.addStatement("return $L", values.load(either.ok(), result, payload));
    }
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
  CodeBlock hostFunction(Home home, Function function, String method, CodeBlock target) {
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
    Errors.Outcome outcome = errors.of(home, function);
    if (outcome != null) {
      return throwing(outcome, call);
    }
    List<CodeBlock> statements;
    if (function.result() == null) {
      statements = List.of(call);
    } else {
      CodeBlock result = CodeBlock.of("result");
      statements = new ArrayList<>();
      CodeBlock value = required(function.result(), call);
      if (!storesOnce(function.result())) {
        statements.add(CodeBlock.of("var returned = $L", value));
        value = CodeBlock.of("returned");
      }
      statements.addAll(values.store(function.result(), result, Values.At.image(0), value));
    }
    return Values.lambda(List.of("arguments", "result"), statements);
  }

  /** What a method of the host's returns, which must not be null. */
  private CodeBlock required(TypeRef type, CodeBlock call) {
    return values.isWrittenByParts(type) && !types.of(type).isPrimitive()
        ? CodeBlock.of("result.requireReturned($L)", call)
        : call;
  }

  /** A host function that calls a method which throws the error. */
  private CodeBlock throwing(Errors.Outcome outcome, CodeBlock call) {
    TypeDef.ResultOf either = outcome.result();
    CodeBlock result = CodeBlock.of("result");
    Values.At payload = Values.At.image(either.payload());
    List<CodeBlock> returned = new ArrayList<>();
    returned.add(
        either.ok() == null
            ? call
            : CodeBlock.of("var returned = $L", required(either.ok(), call)));
    returned.add(CodeBlock.of("result.putBool(0, false)"));
    if (either.ok() != null) {
      returned.addAll(values.store(either.ok(), result, payload, CodeBlock.of("returned")));
    }
    List<CodeBlock> caught = new ArrayList<>();
    caught.add(CodeBlock.of("result.putBool(0, true)"));
    if (either.err() != null) {
      caught.addAll(values.store(either.err(), result, payload, CodeBlock.of("e.error()")));
    }
    // By hand: this becomes a part of a statement, which can't have others in it.
    var code = CodeBlock.builder().add("(arguments, result) -> {\n$>try {\n$>");
    returned.forEach(statement -> code.add("$L;\n", statement));
    code.add("$<} catch ($T e) {\n$>", outcome.thrown().name());
    caught.forEach(statement -> code.add("$L;\n", statement));
    return code.add("$<}\n$<}").build();
  }

  private boolean storesOnce(TypeRef ref) {
    return isOnce(ref);
  }

  String name(Function function) {
    return symbols.method(function);
  }
}
