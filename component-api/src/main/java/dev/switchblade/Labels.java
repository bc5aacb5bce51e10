package dev.switchblade;

import java.util.HashMap;
import java.util.Map;

/** The names of cases or flags, and the discriminant that tells cases apart. */
final class Labels {

  /** Above so many, looking through them takes longer than a hash table. */
  private static final int FEW = 8;

  private final String[] names;
  private final Map<String, Integer> indices;

  Labels(String[] names) {
    this.names = names;
    if (names.length > FEW) {
      indices = new HashMap<>();
      for (int i = 0; i < names.length; i++) {
        indices.put(names[i], i);
      }
    } else {
      indices = Map.of();
    }
  }

  String name(int index) {
    return names[index];
  }

  int count() {
    return names.length;
  }

  /** The position of a name, or -1. */
  int indexOf(String name) {
    if (names.length > FEW) {
      return indices.getOrDefault(name, -1);
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Writes which case it is: in as many bytes as their number takes. */
  void putDiscriminant(ImageWriter image, long at, int index) {
    if (names.length <= 1 << 8) {
      image.putByte(at, (byte) index);
    } else if (names.length <= 1 << 16) {
      image.putShort(at, (short) index);
    } else {
      image.putInt(at, index);
    }
  }

  int getDiscriminant(ImageReader image, long at) {
    if (names.length <= 1 << 8) {
      return Byte.toUnsignedInt(image.getByte(at));
    }
    return names.length <= 1 << 16 ? Short.toUnsignedInt(image.getShort(at)) : image.getInt(at);
  }
}
