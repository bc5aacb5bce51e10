package dev.switchblade.tests;

import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitType.Primitive;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Lists, which are arrays in Java where their elements are numbers. */
final class NumberLists {

  private NumberLists() {}

  /** The elements of a list, each as a value of the element's type is alone. */
  static List<Object> elements(WitType element, Object list) {
    if (list instanceof List<?> objects) {
      return new ArrayList<>(objects);
    }
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(list); i++) {
      Object number = Array.get(list, i);
      elements.add(
          element == Primitive.U8
              ? (Object) Byte.toUnsignedInt((Byte) number)
              : element == Primitive.U16 ? Short.toUnsignedInt((Short) number) : number);
    }
    return elements;
  }

  /** A list of such elements. */
  static Object of(WitType element, List<Object> elements) {
    if (!(element instanceof Primitive primitive)) {
      return List.copyOf(elements);
    }
    int length = elements.size();
    Object array =
        switch (primitive) {
          case S8, U8 -> new byte[length];
          case S16, U16 -> new short[length];
          case S32, U32 -> new int[length];
          case S64, U64 -> new long[length];
          case F32 -> new float[length];
          case F64 -> new double[length];
          default -> List.copyOf(elements);
        };
    if (array instanceof List) {
      return array;
    }
    for (int i = 0; i < length; i++) {
      Number number = (Number) elements.get(i);
      switch (array) {
        case byte[] bytes -> bytes[i] = number.byteValue();
        case short[] shorts -> shorts[i] = number.shortValue();
        default -> Array.set(array, i, number);
      }
    }
    return array;
  }
}
