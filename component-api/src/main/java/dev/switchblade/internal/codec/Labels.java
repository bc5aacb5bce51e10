package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.image.ImageAccess;
import dev.switchblade.internal.image.ImageSink;
import java.util.HashMap;
import java.util.Map;

/** The names of cases or flags, and the number that says which it is. */
final class Labels {

  /** Above so many, looking through them takes longer than a hash table. */
  private static final int FEW = 8;

  private final String[] names;
  private final Map<String, Integer> indices;
  private final int size;

  /**
   * Makes labels.
   *
   * @param size bytes of a discriminant, or of a word of flags: 1, 2 or 4
   */
  Labels(String[] names, int size) {
    this.names = names;
    this.size = size;
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

  /** Writes a discriminant, or a word of flags. */
  void putNumber(ImageWriter image, long at, int number) {
    image.putDiscriminant(at, number, size);
  }

  /** Reads back a discriminant. */
  int writtenNumber(ImageSink image, long at) {
    return ImageAccess.writtenDiscriminant(image, at, size);
  }

  /** Reads a discriminant, or a word of flags. */
  int getNumber(ImageReader image, long at) {
    return image.getDiscriminant(at, size);
  }
}
