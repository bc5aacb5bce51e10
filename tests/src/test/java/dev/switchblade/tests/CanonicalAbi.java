package dev.switchblade.tests;

import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitType.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where values lie, by the rules of the <a
 * href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#alignment">canonical
 * ABI</a> as they are written there, and not as the library computes it.
 */
final class CanonicalAbi {

  private CanonicalAbi() {}

  static int alignment(WitType type) {
    return switch (type) {
      case Primitive primitive -> width(primitive);
      case WitType.ListOf _, WitType.MapOf _ -> 4;
      case WitType.FixedLengthListOf list -> alignment(list.element());
      case WitType.RecordOf _, WitType.TupleOf _ -> alignmentOf(fields(type));
      case WitType.FlagsOf flags -> flagsSize(flags.names().size());
      default -> {
        List<Optional<WitType>> cases = cases(type);
        yield Math.max(discriminantSize(cases.size()), payloadAlignment(cases));
      }
    };
  }

  static int size(WitType type) {
    return switch (type) {
      case Primitive.STRING -> 8;
      case Primitive primitive -> width(primitive);
      case WitType.ListOf _, WitType.MapOf _ -> 8;
      case WitType.FixedLengthListOf list -> list.length() * size(list.element());
      case WitType.RecordOf _, WitType.TupleOf _ -> sizeOf(fields(type));
      case WitType.FlagsOf flags -> flagsSize(flags.names().size());
      default -> {
        List<Optional<WitType>> cases = cases(type);
        int largest =
            cases.stream().mapToInt(one -> one.map(CanonicalAbi::size).orElse(0)).max().orElse(0);
        yield align(payloadOffset(cases) + largest, alignment(type));
      }
    };
  }

  /** Of anything but strings the size as well. */
  private static int width(Primitive primitive) {
    return switch (primitive) {
      case BOOL, S8, U8 -> 1;
      case S16, U16 -> 2;
      case S32, U32, F32, CHAR, STRING -> 4;
      case S64, U64, F64 -> 8;
      case ERROR_CONTEXT -> throw new IllegalArgumentException("no values of " + primitive);
    };
  }

  /** The offset of each field of a record, element of a tuple, or parameter. */
  static List<Integer> offsets(List<WitType> fields) {
    List<Integer> offsets = new ArrayList<>();
    int end = 0;
    for (WitType field : fields) {
      int start = align(end, alignment(field));
      offsets.add(start);
      end = start + size(field);
    }
    return offsets;
  }

  /** The size of a tuple. */
  static int sizeOf(List<WitType> fields) {
    int last = fields.size() - 1;
    int end = last < 0 ? 0 : offsets(fields).get(last) + size(fields.get(last));
    return align(end, alignmentOf(fields));
  }

  static int alignmentOf(List<WitType> fields) {
    return fields.stream().mapToInt(CanonicalAbi::alignment).max().orElse(1);
  }

  /** The types in a record, or in a tuple. */
  static List<WitType> fields(WitType type) {
    return switch (type) {
      case WitType.RecordOf record -> record.fields().stream().map(WitType.Named::type).toList();
      case WitType.TupleOf tuple -> tuple.elements();
      default -> throw new IllegalArgumentException("no fields: " + type);
    };
  }

  /** An entry of a map. */
  static WitType entry(WitType.MapOf map) {
    return new WitType.TupleOf(List.of(map.key(), map.value()));
  }

  /** What comes with each case of anything that has a discriminant. */
  static List<Optional<WitType>> cases(WitType type) {
    return switch (type) {
      case WitType.VariantOf variant ->
          variant.cases().stream().map(WitType.Case::payload).toList();
      case WitType.EnumOf labels ->
          labels.names().stream().map(_ -> Optional.<WitType>empty()).toList();
      case WitType.OptionOf option -> List.of(Optional.empty(), Optional.of(option.value()));
      case WitType.ResultOf result -> List.of(result.ok(), result.error());
      default -> throw new IllegalArgumentException("no cases: " + type);
    };
  }

  static int discriminantSize(int cases) {
    return cases <= 1 << 8 ? 1 : cases <= 1 << 16 ? 2 : 4;
  }

  static int payloadOffset(List<Optional<WitType>> cases) {
    return align(discriminantSize(cases.size()), payloadAlignment(cases));
  }

  private static int payloadAlignment(List<Optional<WitType>> cases) {
    return cases.stream()
        .mapToInt(one -> one.map(CanonicalAbi::alignment).orElse(1))
        .max()
        .orElse(1);
  }

  /** Of up to 32 labels, which is what there can be. */
  static int flagsSize(int labels) {
    return labels <= 8 ? 1 : labels <= 16 ? 2 : 4;
  }

  private static int align(int offset, int alignment) {
    return (offset + alignment - 1) / alignment * alignment;
  }

  /** The core values that a value flattens to. */
  static List<String> flat(WitType type) {
    List<String> flat = new ArrayList<>();
    flatten(type, flat);
    return flat;
  }

  private static void flatten(WitType type, List<String> flat) {
    switch (type) {
      case Primitive primitive -> {
        flat.add(
            switch (primitive) {
              case S64, U64 -> "i64";
              case F32, F64 -> primitive.toString();
              default -> "i32";
            });
        if (primitive == Primitive.STRING) {
          flat.add("i32");
        }
      }
      case WitType.ListOf _, WitType.MapOf _ -> flat.addAll(List.of("i32", "i32"));
      case WitType.FixedLengthListOf list -> {
        for (int i = 0; i < list.length(); i++) {
          flatten(list.element(), flat);
        }
      }
      case WitType.RecordOf _, WitType.TupleOf _ ->
          fields(type).forEach(field -> flatten(field, flat));
      case WitType.FlagsOf _ -> flat.add("i32");
      default -> {
        List<String> widest = new ArrayList<>();
        for (Optional<WitType> one : cases(type)) {
          List<String> payload = one.map(CanonicalAbi::flat).orElse(List.of());
          for (int i = 0; i < payload.size(); i++) {
            if (i < widest.size()) {
              widest.set(i, join(widest.get(i), payload.get(i)));
            } else {
              widest.add(payload.get(i));
            }
          }
        }
        flat.add("i32");
        flat.addAll(widest);
      }
    }
  }

  /** A core type that can carry either of two. */
  private static String join(String a, String b) {
    boolean narrow = !(a + b).contains("64");
    return a.equals(b) ? a : narrow ? "i32" : "i64";
  }
}
