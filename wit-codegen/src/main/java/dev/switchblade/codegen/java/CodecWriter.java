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
    for (TypeDef def : sorted(typeNumbers)) {
      constants(type, home, def);
      methods(methods, def);
    }
    Set<String> done = new HashSet<>();
    for (Function function : functions) {
      if (symbols.ownerOfConstants(home).equals(home) && done.add(function.name())) {
        type.addField(
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
    type.addMethods(methods);
    return type.build().fieldSpecs().isEmpty() ? null : type;
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

  private void constants(TypeSpec.Builder type, Home home, TypeDef def) {
    String constant = symbols.constant(def);
    ClassName name = symbols.type(def);
    switch (def.kind()) {
      case TypeDef.Resource _ -> {
        if (home.side() == Home.Side.HOST) {
          type.addField(
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
          type.addField(
              FieldSpec.builder(
                      Api.WIT_TYPE, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                  .addJavadoc("{@code $L}.", def.about().name())
                  .initializer(values.witStructure(def))
                  .build());
    }
    if (def.kind() instanceof TypeDef.EnumOf || def.kind() instanceof TypeDef.FlagsOf) {
      type.addField(
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
        methods.add(storeVariant(name, def, variant));
        methods.add(loadVariant(name, def, variant));
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
    return MethodSpec.methodBuilder("store" + name.simpleName())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("Writes a value of {@code $L}.", def.about().name())
        .addParameter(Api.IMAGE_WRITER, "image")
        .addParameter(long.class, "at")
        .addParameter(type, "value");
  }

  private static MethodSpec.Builder load(ClassName name, TypeDef def, TypeName type) {
    return MethodSpec.methodBuilder("load" + name.simpleName())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("Reads a value of {@code $L}.", def.about().name())
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

  private MethodSpec storeVariant(ClassName name, TypeDef def, TypeDef.VariantOf variant) {
    MethodSpec.Builder method = store(name, def, name);
    List<String> names = TypeWriter.caseNames(name, variant.cases());
    method.beginControlFlow("switch (value)");
    for (int i = 0; i < names.size(); i++) {
      TypeRef payload = variant.cases().get(i).payload();
      ClassName nested = name.nestedClass(names.get(i));
      CodeBlock number =
          CodeBlock.of("image.putDiscriminant(at, $L, $L)", i, variant.discriminant());
      if (payload == null) {
        method.addStatement("case $T() -> $L", nested, number);
      } else {
        method.addCode("case $T(var it) -> {\n$>", nested);
        method.addStatement("$L", number);
        values
            .store(payload, IMAGE, AT.plus(variant.payload()), CodeBlock.of("it"))
            .forEach(statement -> method.addStatement("$L", statement));
        method.addCode("$<}\n");
      }
    }
    return method.endControlFlow().build();
  }

  private MethodSpec loadVariant(ClassName name, TypeDef def, TypeDef.VariantOf variant) {
    MethodSpec.Builder method = load(name, def, name);
    List<String> names = TypeWriter.caseNames(name, variant.cases());
    method.addCode("return switch (image.getDiscriminant(at, $L)) {\n$>", variant.discriminant());
    for (int i = 0; i < names.size(); i++) {
      TypeRef payload = variant.cases().get(i).payload();
      // What is checked by the library is one of them: the last is all that is left.
      String label = i == names.size() - 1 ? "default" : "case " + i;
      CodeBlock value =
          payload == null
              ? CodeBlock.of("")
              : values.load(payload, IMAGE, AT.plus(variant.payload()));
      method.addStatement("$L -> new $T($L)", label, name.nestedClass(names.get(i)), value);
    }
    return method.addCode("$<};\n").build();
  }
}
