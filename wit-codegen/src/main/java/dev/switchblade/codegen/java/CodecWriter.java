package dev.switchblade.codegen.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.TypeDef;
import dev.switchblade.codegen.wit.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes the class that says how the types of an interface travel, and what its functions are. */
final class CodecWriter {

  private static final CodeBlock IMAGE = CodeBlock.of("image");
  private static final Values.At AT = new Values.At("at", 0);

  private final Document document;
  private final Symbols symbols;
  private final JavaTypes types;
  private final Values values;

  CodecWriter(Document document, Symbols symbols, JavaTypes types, Values values) {
    this.document = document;
    this.symbols = symbols;
    this.types = types;
    this.values = values;
  }

  /** The class; null if there is nothing in it. */
  TypeSpec.@Nullable Builder write(
      Home home, String of, List<Integer> typeNumbers, List<Function> functions) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(home.codec())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                "How the types of {@code $L} travel, and what its functions are: for generated"
                    + " code.",
                of);
    List<MethodSpec> methods = new ArrayList<>();
    List<FieldSpec> constants = new ArrayList<>();
    for (TypeDef def : sorted(typeNumbers)) {
      constants(constants, home, def);
      methods(methods, def);
    }
    Set<String> done = new HashSet<>();
    for (Function function : functions) {
      if (symbols.ownerOfConstants(home).equals(home) && done.add(function.name())) {
        constants.add(
            FieldSpec.builder(
                    Api.WIT_FUNCTION,
                    symbols.constantName(home, function),
                    Modifier.PUBLIC,
                    Modifier.STATIC,
                    Modifier.FINAL)
                .addJavadoc("{@code $L}.", function.name())
                .initializer(values.wit(function))
                .build());
      }
    }
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    addConstants(type, constants);
    type.addMethods(methods);
    return constants.isEmpty() ? null : type;
  }

  /**
   * What initializers have together before each is a method: a character makes two bytes at most.
   */
  private static final int CHARACTERS = 2 * Parts.CODE;

  private static void addConstants(TypeSpec.Builder type, List<FieldSpec> constants) {
    int characters =
        constants.stream().mapToInt(one -> one.initializer().toString().length()).sum();
    if (characters <= CHARACTERS) {
      type.addFields(constants);
      return;
    }
    int number = 0;
    for (FieldSpec constant : constants) {
      String method = "constant" + ++number;
      type.addField(
          FieldSpec.builder(
                  constant.type(), constant.name(), constant.modifiers().toArray(Modifier[]::new))
              .addJavadoc(constant.javadoc())
              .initializer("$L()", method)
              .build());
      type.addMethod(
          MethodSpec.methodBuilder(method)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .returns(constant.type())
              .addStatement("return $L", constant.initializer())
              .build());
    }
  }

  /** Each type behind those that it is made of. */
  private List<TypeDef> sorted(List<Integer> typeNumbers) {
    Set<Integer> order = new LinkedHashSet<>();
    for (int number : typeNumbers) {
      visit(document.types().get(number), new HashSet<>(typeNumbers), order);
    }
    return order.stream()
        .map(number -> document.types().get(number))
        .filter(def -> Symbols.isJavaType(def) && !symbols.isShared(def))
        .toList();
  }

  private void visit(TypeDef def, Set<Integer> wanted, Set<Integer> order) {
    if (order.contains(def.number())) {
      return;
    }
    for (TypeRef part : document.parts(def)) {
      TypeDef target = document.definition(part);
      if (target != null) {
        visit(target, wanted, order);
      }
    }
    if (wanted.contains(def.number())) {
      order.add(def.number());
    }
  }

  private void constants(List<FieldSpec> constants, Home home, TypeDef def) {
    String constant = symbols.constant(def);
    ClassName name = symbols.type(def);
    switch (def.kind()) {
      case TypeDef.Resource _ -> {
        if (home.side() == Home.Side.HOST) {
          constants.add(
              FieldSpec.builder(
                      ParameterizedTypeName.get(Api.HOST_RESOURCE, name),
                      constant,
                      Modifier.PUBLIC,
                      Modifier.STATIC,
                      Modifier.FINAL)
                  .addJavadoc("{@code resource $L}.", def.about().name())
                  .initializer("$T.of($T.class)", Api.HOST_RESOURCE, name)
                  .build());
        }
      }
      default ->
          constants.add(
              FieldSpec.builder(
                      Api.WIT_TYPE, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                  .addJavadoc("{@code $L}.", def.about().name())
                  .initializer(values.witStructure(def))
                  .build());
    }
    if (def.kind() instanceof TypeDef.EnumOf || def.kind() instanceof TypeDef.FlagsOf) {
      constants.add(
          FieldSpec.builder(
                  ArrayTypeName.of(name),
                  symbols.labels(def),
                  Modifier.PRIVATE,
                  Modifier.STATIC,
                  Modifier.FINAL)
              .initializer("$T.values()", name)
              .build());
    }
  }

  private void methods(List<MethodSpec> methods, TypeDef def) {
    ClassName name = symbols.type(def);
    switch (def.kind()) {
      case TypeDef.RecordOf(var fields) -> {
        methods.add(storeRecord(name, def, fields));
        methods.add(loadRecord(name, def, fields));
      }
      case TypeDef.VariantOf variant -> {
        storeVariant(methods, name, def, variant);
        loadVariant(methods, name, def, variant);
      }
      case TypeDef.EnumOf(_, int size) -> {
        methods.add(
            store(name, def, name).addStatement("image.putEnum(at, value, $L)", size).build());
        methods.add(
            load(name, def, name)
                .addStatement("return $N[image.getDiscriminant(at, $L)]", symbols.labels(def), size)
                .build());
      }
      case TypeDef.FlagsOf flags -> {
        TypeName set = types.unmapped(def);
        methods.add(
            store(name, def, set)
                .addStatement("image.putFlags(at, value, $L)", flags.size())
                .build());
        methods.add(
            load(name, def, set)
                .addStatement(
                    "return image.getFlags(at, $N, $L)", symbols.labels(def), flags.size())
                .build());
      }
      default -> {}
    }
  }

  private static MethodSpec.Builder store(ClassName name, TypeDef def, TypeName type) {
    return storing("store" + name.simpleName(), type)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Writes a value of {@code $L}.", def.about().name());
  }

  private static MethodSpec.Builder storing(String method, TypeName type) {
    return MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.STATIC)
        .addParameter(Api.IMAGE_WRITER, "image")
        .addParameter(long.class, "at")
        .addParameter(type, "value");
  }

  private static MethodSpec.Builder load(ClassName name, TypeDef def, TypeName type) {
    return loading("load" + name.simpleName(), type)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Reads a value of {@code $L}.", def.about().name());
  }

  private static MethodSpec.Builder loading(String method, TypeName type) {
    return MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.STATIC)
        .returns(type)
        .addParameter(Api.IMAGE_READER, "image")
        .addParameter(long.class, "at");
  }

  private MethodSpec storeRecord(ClassName name, TypeDef def, List<TypeDef.Field> fields) {
    MethodSpec.Builder method = store(name, def, name);
    List<String> components = symbols.components(def, fields);
    for (int i = 0; i < fields.size(); i++) {
      TypeDef.Field field = fields.get(i);
      CodeBlock value = CodeBlock.of("value.$L()", components.get(i));
      values
          .store(field.type(), IMAGE, AT.plus(field.offset()), value)
          .forEach(statement -> method.addStatement("$L", statement));
    }
    return method.build();
  }

  private MethodSpec loadRecord(ClassName name, TypeDef def, List<TypeDef.Field> fields) {
    List<CodeBlock> parts = new ArrayList<>();
    for (TypeDef.Field field : fields) {
      parts.add(values.load(field.type(), IMAGE, AT.plus(field.offset())));
    }
    return load(name, def, name)
        .addStatement(
            parts.size() < 2 ? "return new $T($L)" : "return new $T(\n$L)",
            name,
            CodeBlock.join(parts, ",\n"))
        .build();
  }

  /** A case of a variant, with its discriminant. */
  private record Case(int number, ClassName name, @Nullable TypeRef payload) {}

  /** Bytes of code for a case, without its payload. */
  private static final int CASE = 40;

  /** The cases of a variant, as many together as one method has. */
  private List<List<Case>> cases(ClassName name, TypeDef.VariantOf variant) {
    List<String> names = TypeWriter.caseNames(name, variant.cases());
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      cases.add(new Case(i, name.nestedClass(names.get(i)), variant.cases().get(i).payload()));
    }
    return Parts.of(cases, Parts.CODE, one -> CASE + values.code(one.payload()));
  }

  /** The name of the method that goes on with other cases. */
  private static String from(String word, ClassName variant, List<Case> cases) {
    return word + variant.simpleName() + "From" + cases.getFirst().number();
  }

  private void storeVariant(
      List<MethodSpec> methods, ClassName name, TypeDef def, TypeDef.VariantOf variant) {
    List<List<Case>> parts = cases(name, variant);
    if (parts.size() > 1) {
      storeLongVariant(methods, name, def, variant, parts);
      return;
    }
    MethodSpec.Builder method = store(name, def, name).beginControlFlow("switch (value)");
    for (Case one : parts.getFirst()) {
      if (one.payload() == null) {
        method.addStatement("case $T() -> $L", one.name(), storeNumber(one, variant));
      } else {
        method.addCode("case $T(var it) -> {\n$>", one.name());
        storeCase(method, one, variant, CodeBlock.of("it"));
        method.addCode("$<}\n");
      }
    }
    methods.add(method.endControlFlow().build());
  }

  /**
   * Without a switch: to see that one has all cases takes javac minutes where they are thousands.
   */
  private void storeLongVariant(
      List<MethodSpec> methods,
      ClassName name,
      TypeDef def,
      TypeDef.VariantOf variant,
      List<List<Case>> parts) {
    for (int i = 0; i < parts.size(); i++) {
      MethodSpec.Builder method =
          i == 0
              ? store(name, def, name)
                  .addStatement("$T.requireNonNull(value, $S)", Objects.class, "value")
              : storing(from("store", name, parts.get(i)), name).addModifiers(Modifier.PRIVATE);
      for (Case one : parts.get(i)) {
        String it = one.payload() == null ? "" : " it";
        method.beginControlFlow("if (value instanceof $T$L)", one.name(), it);
        storeCase(method, one, variant, CodeBlock.of("it.value()"));
        method.addStatement("return").endControlFlow();
      }
      if (i < parts.size() - 1) {
        method.addStatement("$L(image, at, value)", from("store", name, parts.get(i + 1)));
      }
      methods.add(method.build());
    }
  }

  private void storeCase(
      MethodSpec.Builder method, Case one, TypeDef.VariantOf variant, CodeBlock value) {
    method.addStatement("$L", storeNumber(one, variant));
    if (one.payload() != null) {
      values
          .store(one.payload(), IMAGE, AT.plus(variant.payload()), value)
          .forEach(statement -> method.addStatement("$L", statement));
    }
  }

  private static CodeBlock storeNumber(Case one, TypeDef.VariantOf variant) {
    return CodeBlock.of("image.putDiscriminant(at, $L, $L)", one.number(), variant.discriminant());
  }

  private void loadVariant(
      List<MethodSpec> methods, ClassName name, TypeDef def, TypeDef.VariantOf variant) {
    List<List<Case>> parts = cases(name, variant);
    CodeBlock discriminant = CodeBlock.of("image.getDiscriminant(at, $L)", variant.discriminant());
    for (int i = 0; i < parts.size(); i++) {
      MethodSpec.Builder method =
          i == 0
              ? load(name, def, name)
              : loading(from("load", name, parts.get(i)), name)
                  .addModifiers(Modifier.PRIVATE)
                  .addParameter(int.class, "number");
      if (i == 0 && parts.size() > 1) {
        method.addStatement("int number = $L", discriminant);
      }
      method.addCode(
          "return switch ($L) {\n$>", parts.size() > 1 ? CodeBlock.of("number") : discriminant);
      boolean more = i < parts.size() - 1;
      for (Case one : parts.get(i)) {
        // What is checked by the library is one of them: the last is all that is left.
        boolean last = !more && one.equals(parts.get(i).getLast());
        CodeBlock value =
            one.payload() == null
                ? CodeBlock.of("")
                : values.load(one.payload(), IMAGE, AT.plus(variant.payload()));
        method.addStatement(
            "$L -> new $T($L)", last ? "default" : "case " + one.number(), one.name(), value);
      }
      if (more) {
        method.addStatement(
            "default -> $L(image, at, number)", from("load", name, parts.get(i + 1)));
      }
      methods.add(method.addCode("$<};\n").build());
    }
  }
}
