package dev.switchblade.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.TypeDef;
import dev.switchblade.codegen.wit.TypeRef;
import dev.switchblade.codegen.wit.TypeRef.Primitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Java types of WIT types. */
final class JavaTypes {

  /** The largest tuple that has a class of its own. */
  static final int TUPLE = 8;

  private final Document document;
  private final Symbols symbols;

  JavaTypes(Document document, Symbols symbols) {
    this.document = document;
    this.symbols = symbols;
  }

  /** The type of a value; void where there is none. */
  TypeName of(@Nullable TypeRef ref) {
    if (ref == null) {
      return TypeName.VOID;
    }
    TypeRef type = document.resolved(ref);
    if (type instanceof Primitive primitive) {
      return of(primitive);
    }
    TypeDef def = document.types().get(((TypeRef.Defined) type).number());
    Symbols.Mapped mapped = symbols.mapped(def);
    return mapped != null ? mapped.type() : unmapped(def);
  }

  /** The type that generated code has for what is mapped to another. */
  TypeName unmapped(TypeDef def) {
    return switch (def.kind()) {
      case TypeDef.RecordOf _, TypeDef.VariantOf _, TypeDef.EnumOf _ -> symbols.type(def);
      case TypeDef.FlagsOf _ ->
          ParameterizedTypeName.get(ClassName.get(Set.class), symbols.type(def));
      case TypeDef.Resource _ -> resource(def);
      case TypeDef.Handle(int number, _) -> resource(document.resource(number));
      case TypeDef.TupleOf(var elements, _) -> tuple(elements);
      case TypeDef.OptionOf option ->
          ParameterizedTypeName.get(ClassName.get(Optional.class), boxed(option.value()));
      case TypeDef.ResultOf result ->
          ParameterizedTypeName.get(Api.RESULT, boxed(result.ok()), boxed(result.err()));
      case TypeDef.ListOf list -> list(list.element());
      case TypeDef.FixedLengthList list -> list(list.element());
      case TypeDef.MapOf map ->
          ParameterizedTypeName.get(ClassName.get(Map.class), boxed(map.key()), boxed(map.value()));
      case TypeDef.Channel _, TypeDef.Alias _ ->
          throw new IllegalStateException("no Java type for " + def);
    };
  }

  private TypeName resource(TypeDef def) {
    return symbols.homeOf(def).side() == Home.Side.LIBRARY ? Api.RESOURCE : symbols.type(def);
  }

  private TypeName tuple(List<TypeRef> elements) {
    if (elements.size() > TUPLE) {
      return Api.TUPLE_N;
    }
    return ParameterizedTypeName.get(
        Api.tuple(elements.size()), elements.stream().map(this::boxed).toArray(TypeName[]::new));
  }

  private TypeName list(TypeRef element) {
    TypeName number = numeric(element);
    return number != null
        ? ArrayTypeName.of(number)
        : ParameterizedTypeName.get(ClassName.get(List.class), boxed(element));
  }

  /** As an argument of a generic type. */
  TypeName boxed(@Nullable TypeRef ref) {
    if (ref == null) {
      return ClassName.get(Void.class).annotated(AnnotationSpec.builder(Api.NULLABLE).build());
    }
    TypeName type = of(ref);
    return type.isPrimitive() ? type.box() : type;
  }

  /** The element of the array that a list of a type is; null if it is no array. */
  @Nullable TypeName numeric(TypeRef element) {
    return switch (document.resolved(element)) {
      case Primitive primitive ->
          switch (primitive) {
            case S8, U8 -> TypeName.BYTE;
            case S16, U16 -> TypeName.SHORT;
            case S32, U32 -> TypeName.INT;
            case S64, U64 -> TypeName.LONG;
            case F32 -> TypeName.FLOAT;
            case F64 -> TypeName.DOUBLE;
            default -> null;
          };
      case TypeRef.Defined _ -> null;
    };
  }

  private static TypeName of(Primitive primitive) {
    return switch (primitive) {
      case BOOL -> TypeName.BOOLEAN;
      case S8 -> TypeName.BYTE;
      case S16 -> TypeName.SHORT;
      case U8, U16, S32, U32, CHAR -> TypeName.INT;
      case S64, U64 -> TypeName.LONG;
      case F32 -> TypeName.FLOAT;
      case F64 -> TypeName.DOUBLE;
      case STRING -> Api.STRING;
      case ERROR_CONTEXT -> throw new IllegalStateException("no Java type for error-context");
    };
  }

  /** Says whether values have arrays in them, whose equality is not that of their contents. */
  boolean hasArrays(TypeRef ref) {
    TypeDef def = document.definition(ref);
    if (def == null || symbols.mapped(def) != null) {
      return false;
    }
    return switch (def.kind()) {
      case TypeDef.ListOf list -> numeric(list.element()) != null || hasArrays(list.element());
      case TypeDef.FixedLengthList list ->
          numeric(list.element()) != null || hasArrays(list.element());
      // Those have an equals of their own.
      case TypeDef.RecordOf _, TypeDef.VariantOf _ -> false;
      default -> document.parts(def).stream().anyMatch(this::hasArrays);
    };
  }

  /**
   * Makes the value of a component one that nobody can change but by its arrays, and refuses null;
   * null if each value is one by itself.
   */
  @Nullable CodeBlock immutable(TypeRef ref, String component) {
    TypeDef def = document.definition(ref);
    if (def == null || symbols.mapped(def) != null || !hasCollections(ref)) {
      return null;
    }
    boolean flat =
        switch (def.kind()) {
          case TypeDef.FlagsOf _ -> true;
          case TypeDef.ListOf _, TypeDef.FixedLengthList _, TypeDef.MapOf _ ->
              document.parts(def).stream().noneMatch(this::hasCollections);
          default -> false;
        };
    return CodeBlock.of(
        "$T.$L($N, $S)", Api.IMMUTABLE, flat ? "copyOf" : "deepCopyOf", component, component);
  }

  /** Says whether values have lists, maps or sets in them that may be somebody else's. */
  private boolean hasCollections(TypeRef ref) {
    TypeDef def = document.definition(ref);
    if (def == null || symbols.mapped(def) != null) {
      return false;
    }
    return switch (def.kind()) {
      case TypeDef.FlagsOf _, TypeDef.MapOf _ -> true;
      case TypeDef.ListOf list -> numeric(list.element()) == null;
      case TypeDef.FixedLengthList list -> numeric(list.element()) == null;
      // Those have copies of their own.
      case TypeDef.RecordOf _, TypeDef.VariantOf _ -> false;
      case TypeDef.Handle _, TypeDef.Resource _ -> false;
      default -> document.parts(def).stream().anyMatch(this::hasCollections);
    };
  }

  /** What there is to say of a type that Java's type doesn't. */
  String range(TypeRef ref) {
    return switch (document.resolved(ref)) {
      case Primitive.U8 -> "0 to 255";
      case Primitive.U16 -> "0 to 65535";
      case Primitive.U32, Primitive.U64 -> "unsigned";
      case Primitive.CHAR -> "a Unicode scalar value";
      case TypeRef _ -> "";
    };
  }
}
