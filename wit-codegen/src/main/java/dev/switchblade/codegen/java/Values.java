package dev.switchblade.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.TypeDef;
import dev.switchblade.codegen.wit.TypeRef;
import dev.switchblade.codegen.wit.TypeRef.Defined;
import dev.switchblade.codegen.wit.TypeRef.Primitive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Java that writes values to images, and reads them: the one place that knows how a type travels.
 */
final class Values {

  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

  private final Document document;
  private final Symbols symbols;
  private final JavaTypes types;

  Values(Document document, Symbols symbols, JavaTypes types) {
    this.document = document;
    this.symbols = symbols;
    this.types = types;
  }

  /**
   * An offset in an image, known when the code is generated from a base that is not.
   *
   * @param base a variable; empty for the start of the image
   * @param offset from there, in bytes
   */
  record At(String base, int offset) {
    static At image(int offset) {
      return new At("", offset);
    }

    At plus(int more) {
      return new At(base, offset + more);
    }

    @Override
    public String toString() {
      if (base.isEmpty()) {
        return String.valueOf(offset);
      }
      return offset == 0 ? base : base + " + " + offset;
    }
  }

  /** The variables of a place in the code: lambdas within lambdas have names of their own. */
  private record Variables(int depth) {
    private String name(String plain) {
      return depth == 0 ? plain : plain + depth;
    }

    String image() {
      return name("image");
    }

    String at() {
      return name("at");
    }

    String value() {
      return name("value");
    }

    Variables inner() {
      return new Variables(depth + 1);
    }
  }

  /** Statements, without semicolons, that write a value; the value's code runs more than once. */
  List<CodeBlock> store(TypeRef ref, CodeBlock image, At at, CodeBlock value) {
    return store(ref, image, at, value, new Variables(0));
  }

  private List<CodeBlock> store(
      TypeRef ref, CodeBlock image, At at, CodeBlock value, Variables variables) {
    TypeRef type = document.resolved(ref);
    if (type instanceof Primitive primitive) {
      return List.of(CodeBlock.of("$L.$L($L, $L)", image, put(primitive), at, value));
    }
    TypeDef def = document.types().get(((Defined) type).number());
    Symbols.Mapped mapped = symbols.mapped(def);
    CodeBlock wit =
        mapped == null ? value : CodeBlock.of("$T.toWit($L)", mapped.converter(), value);
    Variables inner = variables.inner();
    return switch (def.kind()) {
      case TypeDef.RecordOf _, TypeDef.VariantOf _, TypeDef.EnumOf _, TypeDef.FlagsOf _ ->
          List.of(
              CodeBlock.of(
                  "$T.store$L($L, $L, $L)",
                  symbols.homeOf(def).codec(),
                  symbols.type(def).simpleName(),
                  image,
                  at,
                  wit));
      case TypeDef.Handle(int number, boolean owned) ->
          List.of(handle(document.resource(number), owned, image, at, wit));
      case TypeDef.Resource _ -> List.of(handle(def, true, image, at, wit));
      case TypeDef.TupleOf(var elements, var offsets) -> {
        boolean hasClass = elements.size() <= JavaTypes.TUPLE;
        List<CodeBlock> statements = new ArrayList<>();
        if (!hasClass) {
          statements.add(
              CodeBlock.of("$L.requireLength($L, $L, $L)", image, at, value, elements.size()));
        }
        for (int i = 0; i < elements.size(); i++) {
          CodeBlock element =
              hasClass
                  ? CodeBlock.of("$L.$L()", value, ORDINALS.get(i))
                  : CodeBlock.of("$L.<$T>element($L)", value, types.boxed(elements.get(i)), i);
          statements.addAll(
              store(elements.get(i), image, at.plus(offsets.get(i)), element, variables));
        }
        yield statements;
      }
      case TypeDef.OptionOf option ->
          List.of(
              CodeBlock.of(
                  "$L.putOption($L, $L, $L, $L)",
                  image,
                  at,
                  value,
                  option.payload(),
                  writer(option.value(), inner)));
      case TypeDef.ResultOf result ->
          List.of(
              CodeBlock.of(
                  "$L.putResult($L, $L, $L, $L, $L)",
                  image,
                  at,
                  value,
                  result.payload(),
                  writer(result.ok(), inner),
                  writer(result.err(), inner)));
      case TypeDef.ListOf list -> {
        TypeName number = types.numeric(list.element());
        yield List.of(
            number != null
                ? CodeBlock.of("$L.put$L($L, $L)", image, plural(number), at, value)
                : CodeBlock.of(
                    "$L.putList($L, $L, $L, $L, $L)",
                    image,
                    at,
                    value,
                    list.elementSize(),
                    list.elementAlign(),
                    writer(list.element(), inner)));
      }
      case TypeDef.FixedLengthList list -> {
        TypeName number = types.numeric(list.element());
        yield List.of(
            number != null
                ? CodeBlock.of(
                    "$L.putFixedLength$L($L, $L, $L)",
                    image,
                    plural(number),
                    at,
                    value,
                    list.length())
                : CodeBlock.of(
                    "$L.putFixedLengthList($L, $L, $L, $L, $L)",
                    image,
                    at,
                    value,
                    list.length(),
                    list.elementSize(),
                    writer(list.element(), inner)));
      }
      case TypeDef.MapOf map ->
          List.of(
              CodeBlock.of(
                  "$L.putMap($L, $L, $L, $L, $L, $L, $L)",
                  image,
                  at,
                  value,
                  map.entrySize(),
                  map.entryAlign(),
                  map.valueOffset(),
                  writer(map.key(), inner),
                  writer(map.value(), inner)));
      case TypeDef.Alias _, TypeDef.Channel _ ->
          throw new IllegalStateException("can't be stored: " + def);
    };
  }

  /**
   * Says whether what writes a value doesn't look whether there is one, before it asks the value
   * for its parts.
   */
  boolean isWrittenByParts(TypeRef ref) {
    TypeDef def = document.definition(ref);
    return def != null
        && (symbols.mapped(def) != null
            || switch (def.kind()) {
              case TypeDef.RecordOf _, TypeDef.VariantOf _, TypeDef.TupleOf _ -> true;
              default -> false;
            });
  }

  /** Bytes of code, at most, that write a value where it is used, or read it. */
  int code(@Nullable TypeRef ref) {
    return ref == null ? 0 : code(ref, 0);
  }

  /** Code that is in that many tuples, whose elements are taken out one after the other. */
  private int code(TypeRef ref, int depth) {
    TypeDef def = document.definition(ref);
    // A call with what it is called on and an offset; and with sizes and functions of the parts.
    int call = (def == null || Symbols.isJavaType(def) ? 12 : 32) + 9 * depth;
    return def != null && def.kind() instanceof TypeDef.TupleOf(var elements, _)
        ? elements.stream().mapToInt(one -> code(one, depth + 1)).reduce(call, Integer::sum)
        : call;
  }

  private CodeBlock handle(
      TypeDef resource, boolean owned, CodeBlock image, At at, CodeBlock value) {
    Home home = symbols.homeOf(resource);
    return switch (home.side()) {
      case HOST ->
          CodeBlock.of(
              "$L.$L($L, $T.$L, $L)",
              image,
              owned ? "putOwn" : "putBorrow",
              at,
              home.codec(),
              symbols.constant(resource),
              value);
      case LIBRARY ->
          CodeBlock.of("$L.$L($L, $L)", image, owned ? "putOwn" : "putBorrow", at, value);
      case GUEST ->
          CodeBlock.of(
              "$T.$L($L, $L, $L)",
              Api.GUEST_HANDLES,
              owned ? "putOwn" : "putBorrow",
              image,
              at,
              value);
    };
  }

  private static String put(Primitive primitive) {
    return "put" + word(primitive);
  }

  private static String word(Primitive primitive) {
    return switch (primitive) {
      case BOOL -> "Bool";
      case S8 -> "Byte";
      case U8 -> "U8";
      case S16 -> "Short";
      case U16 -> "U16";
      case S32, U32 -> "Int";
      case S64, U64 -> "Long";
      case F32 -> "Float";
      case F64 -> "Double";
      case CHAR -> "Char";
      case STRING -> "String";
      case ERROR_CONTEXT -> throw new IllegalStateException("error-context doesn't travel");
    };
  }

  /** As in {@code Bytes}. */
  private static String plural(TypeName number) {
    String word = number.toString();
    return Character.toUpperCase(word.charAt(0)) + word.substring(1) + "s";
  }

  /** A function that writes an element: null where there is nothing to write. */
  private CodeBlock writer(@Nullable TypeRef ref, Variables variables) {
    if (ref == null) {
      return CodeBlock.of("null");
    }
    CodeBlock reference = reference(ref, "put", "store");
    if (reference != null) {
      return reference;
    }
    CodeBlock image = CodeBlock.of("$L", variables.image());
    List<CodeBlock> statements =
        store(
            ref,
            image,
            new At(variables.at(), 0),
            CodeBlock.of("$L", variables.value()),
            variables);
    return lambda(List.of(variables.image(), variables.at(), variables.value()), statements);
  }

  /** A function that reads an element: null where there is nothing to read. */
  private CodeBlock reader(@Nullable TypeRef ref, Variables variables) {
    if (ref == null) {
      return CodeBlock.of("null");
    }
    CodeBlock reference = reference(ref, "get", "load");
    return reference != null
        ? reference
        : CodeBlock.of(
            "($L, $L) -> $L",
            variables.image(),
            variables.at(),
            load(ref, CodeBlock.of("$L", variables.image()), new At(variables.at(), 0), variables));
  }

  /** A method that does it all; null if there is none. */
  private @Nullable CodeBlock reference(TypeRef ref, String ofImage, String ofCodec) {
    TypeRef type = document.resolved(ref);
    boolean writing = ofImage.equals("put");
    if (type instanceof Primitive primitive) {
      String word = !writing && primitive == Primitive.CHAR ? "Int" : word(primitive);
      return CodeBlock.of("$T::$L$L", writing ? Api.IMAGE_WRITER : Api.IMAGE_READER, ofImage, word);
    }
    TypeDef def = document.types().get(((Defined) type).number());
    if (symbols.mapped(def) != null) {
      return null;
    }
    return switch (def.kind()) {
      case TypeDef.RecordOf _, TypeDef.VariantOf _, TypeDef.EnumOf _, TypeDef.FlagsOf _ ->
          CodeBlock.of(
              "$T::$L$L", symbols.homeOf(def).codec(), ofCodec, symbols.type(def).simpleName());
      default -> null;
    };
  }

  /** A lambda of statements. */
  static CodeBlock lambda(List<String> parameters, List<CodeBlock> statements) {
    var code = CodeBlock.builder();
    code.add("($L) -> ", String.join(", ", parameters));
    if (statements.size() == 1) {
      return code.add(statements.getFirst()).build();
    }
    code.add("{\n$>");
    statements.forEach(statement -> code.add("$L;\n", statement));
    return code.add("$<}").build();
  }

  /** An expression that reads a value. */
  CodeBlock load(TypeRef ref, CodeBlock image, At at) {
    return load(ref, image, at, new Variables(0));
  }

  private CodeBlock load(TypeRef ref, CodeBlock image, At at, Variables variables) {
    TypeRef type = document.resolved(ref);
    if (type instanceof Primitive primitive) {
      String word = primitive == Primitive.CHAR ? "Int" : word(primitive);
      return CodeBlock.of("$L.get$L($L)", image, word, at);
    }
    TypeDef def = document.types().get(((Defined) type).number());
    Symbols.Mapped mapped = symbols.mapped(def);
    CodeBlock value = unmapped(def, image, at, variables.inner());
    return mapped == null ? value : CodeBlock.of("$T.toJava($L)", mapped.converter(), value);
  }

  private CodeBlock unmapped(TypeDef def, CodeBlock image, At at, Variables inner) {
    return switch (def.kind()) {
      case TypeDef.RecordOf _, TypeDef.VariantOf _, TypeDef.EnumOf _, TypeDef.FlagsOf _ ->
          CodeBlock.of(
              "$T.load$L($L, $L)",
              symbols.homeOf(def).codec(),
              symbols.type(def).simpleName(),
              image,
              at);
      case TypeDef.Handle(int number, boolean owned) ->
          loadHandle(document.resource(number), owned, image, at);
      case TypeDef.Resource _ -> loadHandle(def, true, image, at);
      case TypeDef.TupleOf(var elements, var offsets) -> {
        List<CodeBlock> parts = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
          parts.add(
              load(
                  elements.get(i),
                  image,
                  at.plus(offsets.get(i)),
                  new Variables(inner.depth() - 1)));
        }
        CodeBlock joined = CodeBlock.join(parts, ", ");
        yield elements.size() <= JavaTypes.TUPLE
            ? CodeBlock.of("new $T<>($L)", Api.tuple(elements.size()), joined)
            : CodeBlock.of("$T.of($L)", Api.TUPLE_N, joined);
      }
      case TypeDef.OptionOf option ->
          CodeBlock.of(
              "$L.getOption($L, $L, $L)",
              image,
              at,
              option.payload(),
              reader(option.value(), inner));
      case TypeDef.ResultOf result ->
          CodeBlock.of(
              "$L.getResult($L, $L, $L, $L)",
              image,
              at,
              result.payload(),
              reader(result.ok(), inner),
              reader(result.err(), inner));
      case TypeDef.ListOf list -> {
        TypeName number = types.numeric(list.element());
        yield number != null
            ? CodeBlock.of("$L.get$L($L)", image, plural(number), at)
            : CodeBlock.of(
                "$L.getList($L, $L, $L)",
                image,
                at,
                list.elementSize(),
                reader(list.element(), inner));
      }
      case TypeDef.FixedLengthList list -> {
        TypeName number = types.numeric(list.element());
        yield number != null
            ? CodeBlock.of("$L.getFixedLength$L($L, $L)", image, plural(number), at, list.length())
            : CodeBlock.of(
                "$L.getFixedLengthList($L, $L, $L, $L)",
                image,
                at,
                list.length(),
                list.elementSize(),
                reader(list.element(), inner));
      }
      case TypeDef.MapOf map ->
          CodeBlock.of(
              "$L.getMap($L, $L, $L, $L, $L)",
              image,
              at,
              map.entrySize(),
              map.valueOffset(),
              reader(map.key(), inner),
              reader(map.value(), inner));
      case TypeDef.Alias _, TypeDef.Channel _ ->
          throw new IllegalStateException("can't be loaded: " + def);
    };
  }

  private CodeBlock loadHandle(TypeDef resource, boolean owned, CodeBlock image, At at) {
    Home home = symbols.homeOf(resource);
    return switch (home.side()) {
      case HOST ->
          CodeBlock.of(
              "$L.$L($L, $T.$L)",
              image,
              owned ? "getOwn" : "getBorrow",
              at,
              home.codec(),
              symbols.constant(resource));
      case LIBRARY -> CodeBlock.of("$L.$L($L)", image, owned ? "getOwn" : "getBorrow", at);
      case GUEST -> CodeBlock.of("new $T($L, $L)", symbols.type(resource), image, at);
    };
  }

  /** The WIT of a type, as {@code WitTypes} makes it. */
  CodeBlock wit(TypeRef ref) {
    TypeRef type = document.resolved(ref);
    if (type instanceof Primitive primitive) {
      return CodeBlock.of("$T." + primitive.name(), Api.PRIMITIVE);
    }
    TypeDef def = document.types().get(((Defined) type).number());
    return switch (def.kind()) {
      case TypeDef.RecordOf _, TypeDef.VariantOf _, TypeDef.EnumOf _, TypeDef.FlagsOf _ ->
          CodeBlock.of("$T.$L", symbols.homeOf(def).codec(), symbols.constant(def));
      default -> witStructure(def);
    };
  }

  private CodeBlock wit(@Nullable TypeRef ref, String otherwise) {
    return ref == null ? CodeBlock.of(otherwise) : wit(ref);
  }

  /** The WIT of a type, without its name. */
  CodeBlock witStructure(TypeDef def) {
    return switch (def.kind()) {
      case TypeDef.RecordOf(var fields) -> {
        List<CodeBlock> parts = new ArrayList<>();
        for (TypeDef.Field field : fields) {
          parts.add(
              CodeBlock.of("$T.field($S, $L)", Api.WIT_TYPES, field.name(), wit(field.type())));
        }
        yield call("record", parts);
      }
      case TypeDef.VariantOf variant -> {
        List<CodeBlock> parts = new ArrayList<>();
        for (TypeDef.Case one : variant.cases()) {
          parts.add(
              one.payload() == null
                  ? CodeBlock.of("$T.of($S)", Api.WIT_TYPES, one.name())
                  : CodeBlock.of("$T.of($S, $L)", Api.WIT_TYPES, one.name(), wit(one.payload())));
        }
        yield call("variant", parts);
      }
      case TypeDef.EnumOf(var labels, _) -> call("enumeration", labels(labels));
      case TypeDef.FlagsOf(var labels) -> call("flags", labels(labels));
      case TypeDef.TupleOf(var elements, _) ->
          call("tuple", elements.stream().map(this::wit).toList());
      case TypeDef.OptionOf option -> call("option", List.of(wit(option.value())));
      case TypeDef.ResultOf result ->
          call("result", List.of(wit(result.ok(), "null"), wit(result.err(), "null")));
      case TypeDef.ListOf list -> call("list", List.of(wit(list.element())));
      case TypeDef.FixedLengthList list ->
          call("list", List.of(wit(list.element()), CodeBlock.of("$L", list.length())));
      case TypeDef.MapOf map -> call("map", List.of(wit(map.key()), wit(map.value())));
      case TypeDef.Handle(int number, boolean owned) ->
          handle(document.resource(number), owned ? "own" : "borrow");
      case TypeDef.Resource _ -> handle(def, "own");
      case TypeDef.Alias _, TypeDef.Channel _ ->
          throw new IllegalStateException("no WIT for " + def);
    };
  }

  private CodeBlock handle(TypeDef resource, String word) {
    return CodeBlock.of(
        "$T." + word + "($S, $S)",
        Api.WIT_TYPES,
        symbols.homeOf(resource).key(),
        resource.about().name());
  }

  /** The WIT of a function. */
  CodeBlock wit(Function function) {
    List<CodeBlock> parts = new ArrayList<>();
    parts.add(wit(function.result(), "null"));
    for (Function.Parameter parameter : function.parameters()) {
      parts.add(
          CodeBlock.of("$T.param($S, $L)", Api.WIT_TYPES, parameter.name(), wit(parameter.type())));
    }
    return call("func", parts);
  }

  private static List<CodeBlock> labels(List<TypeDef.Label> labels) {
    return labels.stream().map(label -> CodeBlock.of("$S", label.name())).toList();
  }

  /** A call of a factory of {@code WitTypes}. */
  private static CodeBlock call(String factory, List<CodeBlock> arguments) {
    // In the format, where JavaPoet looks for what is imported statically.
    return CodeBlock.of("$T." + factory + "($L)", Api.WIT_TYPES, CodeBlock.join(arguments, ", "));
  }
}
