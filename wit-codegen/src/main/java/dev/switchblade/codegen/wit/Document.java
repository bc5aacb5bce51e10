package dev.switchblade.codegen.wit;

import dev.switchblade.codegen.wit.TypeRef.Defined;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A resolved world, and all types and interfaces that it may speak of.
 *
 * @param world the world
 * @param interfaces all interfaces, by number
 * @param types all types, by number
 * @param sources the files that were read
 */
public record Document(
    World world, Map<Integer, Interface> interfaces, List<TypeDef> types, List<Path> sources) {

  /** Reads the JSON that {@link dev.switchblade.wit.Wit#resolve} gives. */
  public static Document read(byte[] json) {
    return new DocumentReader(json).read();
  }

  static Map<Integer, Interface> byNumber(List<Interface> interfaces) {
    Map<Integer, Interface> map = new TreeMap<>();
    interfaces.forEach(one -> map.put(one.number(), one));
    return map;
  }

  /** An interface that is there. */
  public Interface interfaceOf(int number) {
    Interface found = interfaces.get(number);
    if (found == null) {
      throw new IllegalArgumentException("there is no interface " + number);
    }
    return found;
  }

  /** What a type is, beyond all its aliases; null for primitives. */
  public @Nullable TypeDef definition(TypeRef ref) {
    return resolved(ref) instanceof Defined(int number) ? types.get(number) : null;
  }

  /** A type without its aliases. */
  public TypeRef resolved(TypeRef ref) {
    TypeRef found = ref;
    while (found instanceof Defined(int number)
        && types.get(number).kind() instanceof TypeDef.Alias(TypeRef target)) {
      found = target;
    }
    return found;
  }

  /** The resource that a handle is of, beyond all aliases. */
  public TypeDef resource(int number) {
    TypeDef found = definition(new Defined(number));
    if (found == null || !(found.kind() instanceof TypeDef.Resource)) {
      throw new IllegalArgumentException("type " + number + " is no resource");
    }
    return found;
  }

  /**
   * Says whether two types are written alike, their names included: what is a value of one is one
   * of the other.
   */
  public boolean areAlike(TypeDef one, TypeDef other) {
    if (!Objects.equals(one.about().name(), other.about().name())) {
      // Spelling types out takes long where there are thousands.
      return false;
    }
    var structure = new Structure(this);
    return structure.of(one).equals(structure.of(other));
  }

  /** The parts of a type: what its values are made of. */
  public List<TypeRef> parts(TypeDef type) {
    List<TypeRef> parts = new ArrayList<>();
    switch (type.kind()) {
      case TypeDef.RecordOf(var fields) -> fields.forEach(field -> parts.add(field.type()));
      case TypeDef.TupleOf(var elements, _) -> parts.addAll(elements);
      case TypeDef.VariantOf variant -> {
        for (TypeDef.Case one : variant.cases()) {
          addPresent(parts, one.payload());
        }
      }
      case TypeDef.OptionOf option -> parts.add(option.value());
      case TypeDef.ResultOf result -> {
        addPresent(parts, result.ok());
        addPresent(parts, result.err());
      }
      case TypeDef.ListOf list -> parts.add(list.element());
      case TypeDef.FixedLengthList list -> parts.add(list.element());
      case TypeDef.MapOf map -> {
        parts.add(map.key());
        parts.add(map.value());
      }
      case TypeDef.Alias(TypeRef target) -> parts.add(target);
      case TypeDef.EnumOf _, TypeDef.FlagsOf _, TypeDef.Resource _, TypeDef.Handle _ -> {}
      case TypeDef.Channel _ -> {}
    }
    return parts;
  }

  /**
   * Says whether a type is a number, or a record, a tuple or a fixed-length list of such types:
   * whatever its bytes are, they are a value, and all of it.
   */
  public boolean isNumbers(TypeRef ref) {
    return switch (resolved(ref)) {
      case TypeRef.Primitive primitive ->
          switch (primitive) {
            case S8, U8, S16, U16, S32, U32, S64, U64, F32, F64 -> true;
            case BOOL, CHAR, STRING, ERROR_CONTEXT -> false;
          };
      case Defined(int number) -> {
        TypeDef def = types.get(number);
        yield switch (def.kind()) {
          case TypeDef.RecordOf _, TypeDef.TupleOf _, TypeDef.FixedLengthList _ ->
              parts(def).stream().allMatch(this::isNumbers);
          default -> false;
        };
      }
    };
  }

  private static void addPresent(List<TypeRef> parts, @Nullable TypeRef part) {
    if (part != null) {
      parts.add(part);
    }
  }
}
