package dev.switchblade.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.switchblade.codegen.wit.About;
import dev.switchblade.codegen.wit.TypeDef;
import dev.switchblade.codegen.wit.TypeRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes the types that are plain data: records, sealed interfaces, enums. */
final class TypeWriter {

  private final Symbols symbols;
  private final JavaTypes types;

  TypeWriter(Symbols symbols, JavaTypes types) {
    this.symbols = symbols;
    this.types = types;
  }

  /** The class of a type; null if it is a resource. */
  TypeSpec.@Nullable Builder write(TypeDef def) {
    ClassName name = symbols.type(def);
    return switch (def.kind()) {
      case TypeDef.RecordOf(var fields) -> record(name, def, fields);
      case TypeDef.VariantOf(var cases, _, _) -> variant(name, def.about(), cases);
      case TypeDef.EnumOf(var labels, _) -> enumeration(name, def.about(), "enum", labels);
      case TypeDef.FlagsOf(var labels) -> enumeration(name, def.about(), "flags", labels);
      default -> null;
    };
  }

  private record Component(String name, @Nullable String docs, TypeRef type) {}

  private TypeSpec.Builder record(ClassName name, TypeDef def, List<TypeDef.Field> fields) {
    About about = def.about();
    List<String> names = symbols.components(def, fields);
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      TypeDef.Field field = fields.get(i);
      components.add(new Component(names.get(i), field.docs(), field.type()));
    }
    CodeBlock docs = Markdown.of(about, "{@code record " + about.name() + "}.");
    boolean tags = components.stream().anyMatch(one -> !describe(one).isEmpty());
    return Deprecation.mark(record(name, docs, components), about, tags);
  }

  private TypeSpec.Builder record(ClassName name, CodeBlock docs, List<Component> components) {
    TypeSpec.Builder type = TypeSpec.recordBuilder(name).addModifiers(Modifier.PUBLIC);
    type.addJavadoc(docs);
    boolean tags = false;
    var constructor = MethodSpec.constructorBuilder();
    var checks = CodeBlock.builder();
    boolean copies = false;
    for (Component one : components) {
      TypeName javaType = types.of(one.type());
      String description = describe(one);
      if (!description.isEmpty()) {
        type.addJavadoc("$L\n@param $L $L", tags ? "" : "\n", one.name(), description);
        tags = true;
      }
      constructor.addParameter(ParameterSpec.builder(javaType, one.name()).build());
      CodeBlock copy = types.immutable(one.type(), one.name());
      if (copy != null) {
        copies = true;
        checks.addStatement("$N = $L", one.name(), copy);
      } else if (!javaType.isPrimitive()) {
        checks.addStatement("$T.requireNonNull($N, $S)", Objects.class, one.name(), one.name());
      }
    }
    type.recordConstructor(constructor.build());
    if (!checks.isEmpty()) {
      type.addMethod(
          MethodSpec.compactConstructorBuilder()
              .addModifiers(Modifier.PUBLIC)
              .addJavadoc(copies ? "Refuses null; copies lists, maps and sets." : "Refuses null.")
              .addCode(checks.build())
              .build());
    }
    if (components.stream().anyMatch(one -> types.hasArrays(one.type()))) {
      addEquality(type, name, components);
    }
    return type;
  }

  /** What there is to say of a component that its name and its Java type don't. */
  private String describe(Component one) {
    String range = types.range(one.type());
    if (one.docs() == null || one.docs().isBlank()) {
      return range;
    }
    return Markdown.inline(one.docs()) + (range.isEmpty() ? "" : " (" + range + ")");
  }

  /** By the contents of arrays, which a record alone compares by identity. */
  private void addEquality(TypeSpec.Builder type, ClassName name, List<Component> components) {
    List<CodeBlock> equal = new ArrayList<>();
    List<CodeBlock> texts = new ArrayList<>();
    var hash = CodeBlock.builder();
    for (Component one : components) {
      equal.add(equal(one));
      String form = equal.size() == 1 ? "int hash = $L" : "hash = 31 * hash + $L";
      hash.addStatement(components.size() == 1 ? "return $L" : form, hash(one));
      String label = (texts.isEmpty() ? name.simpleName() + "[" : ", ") + one.name() + "=";
      texts.add(CodeBlock.of("$S + $L", label, text(one)));
    }
    type.addMethod(
        MethodSpec.methodBuilder("equals")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(boolean.class)
            .addParameter(
                ClassName.get(Object.class).annotated(AnnotationSpec.builder(Api.NULLABLE).build()),
                "other")
            .addStatement(
                "return other instanceof $T that\n&& $L", name, CodeBlock.join(equal, "\n&& "))
            .build());
    if (components.size() > 1) {
      hash.addStatement("return hash");
    }
    type.addMethod(
        MethodSpec.methodBuilder("hashCode")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(int.class)
            .addCode(hash.build())
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("toString")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(String.class)
            .addStatement("return $L + $S", CodeBlock.join(texts, "\n+ "), "]")
            .build());
  }

  // What these three make is what a record does by itself, except for arrays. A component may have
  // the name of a variable: hence this.

  private CodeBlock equal(Component one) {
    TypeName type = types.of(one.type());
    String name = one.name();
    if (type.equals(TypeName.FLOAT) || type.equals(TypeName.DOUBLE)) {
      return CodeBlock.of("$T.compare(this.$N, that.$N) == 0", type.box(), name, name);
    }
    if (type.isPrimitive()) {
      return CodeBlock.of("this.$N == that.$N", name, name);
    }
    if (type instanceof ArrayTypeName) {
      return CodeBlock.of("$T.equals(this.$N, that.$N)", Arrays.class, name, name);
    }
    return types.hasArrays(one.type())
        ? CodeBlock.of("$T.equal(this.$N, that.$N)", Api.CONTENTS, name, name)
        : CodeBlock.of("this.$N.equals(that.$N)", name, name);
  }

  private CodeBlock hash(Component one) {
    TypeName type = types.of(one.type());
    if (type.isPrimitive()) {
      return CodeBlock.of("$T.hashCode(this.$N)", type.box(), one.name());
    }
    if (type instanceof ArrayTypeName) {
      return CodeBlock.of("$T.hashCode(this.$N)", Arrays.class, one.name());
    }
    return types.hasArrays(one.type())
        ? CodeBlock.of("$T.hash(this.$N)", Api.CONTENTS, one.name())
        : CodeBlock.of("this.$N.hashCode()", one.name());
  }

  private CodeBlock text(Component one) {
    if (types.of(one.type()) instanceof ArrayTypeName) {
      return CodeBlock.of("$T.toString(this.$N)", Arrays.class, one.name());
    }
    return types.hasArrays(one.type())
        ? CodeBlock.of("$T.text(this.$N)", Api.CONTENTS, one.name())
        : CodeBlock.of("this.$N", one.name());
  }

  private TypeSpec.Builder variant(ClassName name, About about, List<TypeDef.Case> cases) {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
            .addJavadoc(Markdown.of(about, "{@code variant " + about.name() + "}."));
    Deprecation.mark(type, about, false);
    List<String> names = caseNames(name, cases);
    for (int i = 0; i < names.size(); i++) {
      TypeDef.Case one = cases.get(i);
      ClassName nested = name.nestedClass(names.get(i));
      List<Component> payload =
          one.payload() == null ? List.of() : List.of(new Component("value", null, one.payload()));
      String docs =
          one.docs() == null || one.docs().isBlank()
              ? "{@code " + one.name() + "}."
              : Markdown.toJavadoc(one.docs());
      type.addType(
          record(nested, CodeBlock.of("$L", docs), payload)
              .addModifiers(Modifier.STATIC)
              .addSuperinterface(name)
              .build());
    }
    return type;
  }

  /** The names of the records of a variant's cases. */
  static List<String> caseNames(ClassName variant, List<TypeDef.Case> cases) {
    var scope = new NameScope(variant.simpleName());
    return cases.stream().map(one -> scope.claim(Names.type(one.name()))).toList();
  }

  private static TypeSpec.Builder enumeration(
      ClassName name, About about, String word, List<TypeDef.Label> labels) {
    TypeSpec.Builder type =
        TypeSpec.enumBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Markdown.of(about, "{@code " + word + " " + about.name() + "}."));
    Deprecation.mark(type, about, false);
    var scope = new NameScope();
    for (TypeDef.Label label : labels) {
      String docs =
          label.docs() == null || label.docs().isBlank()
              ? "{@code " + label.name() + "}."
              : Markdown.toJavadoc(label.docs());
      type.addEnumConstant(
          scope.claim(Names.constant(label.name())),
          TypeSpec.anonymousClassBuilder("").addJavadoc("$L", docs).build());
    }
    return type;
  }
}
