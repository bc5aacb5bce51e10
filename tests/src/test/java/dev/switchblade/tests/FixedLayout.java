package dev.switchblade.tests;

import dev.switchblade.Tuple;
import dev.switchblade.WitRecord;
import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitType.Primitive;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Elements of lists as their bytes, where nothing in them refers to anything else. */
final class FixedLayout {

  private FixedLayout() {}

  /** Says whether all bytes of a type's values mean themselves. */
  static boolean isPlain(WitType type) {
    return switch (type) {
      case Primitive primitive ->
          switch (primitive) {
            case BOOL, CHAR, STRING, ERROR_CONTEXT -> false;
            default -> true;
          };
      case WitType.FixedLengthListOf list -> isPlain(list.element());
      case WitType.RecordOf _, WitType.TupleOf _ ->
          CanonicalAbi.fields(type).stream().allMatch(FixedLayout::isPlain);
      default -> false;
    };
  }

  /** The bytes of a list of plain elements; what lies between fields is noise. */
  static byte[] bytes(WitType element, List<Object> elements) {
    int size = CanonicalAbi.size(element);
    ByteBuffer bytes = ByteBuffer.allocate(elements.size() * size).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.fill(bytes.array(), (byte) 0xa5);
    for (int i = 0; i < elements.size(); i++) {
      put(bytes, element, i * size, elements.get(i));
    }
    return bytes.array();
  }

  private static void put(ByteBuffer bytes, WitType type, int at, Object value) {
    switch (type) {
      case Primitive primitive -> {
        switch (primitive) {
          case S8, U8 -> bytes.put(at, ((Number) value).byteValue());
          case S16, U16 -> bytes.putShort(at, ((Number) value).shortValue());
          case S32, U32 -> bytes.putInt(at, (Integer) value);
          case S64, U64 -> bytes.putLong(at, (Long) value);
          case F32 -> bytes.putFloat(at, (Float) value);
          case F64 -> bytes.putDouble(at, (Double) value);
          default -> throw new IllegalArgumentException("not plain: " + type);
        }
      }
      case WitType.FixedLengthListOf list -> {
        int next = at;
        for (Object element : NumberLists.elements(list.element(), value)) {
          put(bytes, list.element(), next, element);
          next += CanonicalAbi.size(list.element());
        }
      }
      case WitType.RecordOf record ->
          putFields(bytes, CanonicalAbi.fields(record), at, ((WitRecord) value).values());
      case WitType.TupleOf tuple ->
          putFields(bytes, tuple.elements(), at, ((Tuple) value).toList());
      default -> throw new IllegalArgumentException("not plain: " + type);
    }
  }

  private static void putFields(
      ByteBuffer bytes, List<WitType> fields, int at, List<Object> values) {
    List<Integer> offsets = CanonicalAbi.offsets(fields);
    for (int i = 0; i < fields.size(); i++) {
      put(bytes, fields.get(i), at + offsets.get(i), values.get(i));
    }
  }
}
