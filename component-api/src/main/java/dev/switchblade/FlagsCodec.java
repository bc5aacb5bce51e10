package dev.switchblade;

import dev.switchblade.wit.WitType;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code flags}, as the set of the names that are set. */
final class FlagsCodec extends Codec.Base {

  /** Labels in one word, and bits in the largest. */
  private static final int WORD = 32;

  private final Labels labels;

  FlagsCodec(WitType.FlagsOf type) {
    super(WitTags.FLAGS, type);
    this.labels = new Labels(type.names().toArray(String[]::new));
  }

  @Override
  public Layout layout() {
    return Layout.CHECKED;
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (!(value instanceof Set<?> set)) {
      throw wrong("Set of String", value);
    }
    int[] words = new int[(labels.count() + WORD - 1) / WORD];
    for (Object element : set) {
      int index = element instanceof String name ? labels.indexOf(name) : -1;
      if (index < 0) {
        String got = element instanceof String name ? name : Codec.describe(element);
        throw new BadValueException("expected names of " + type() + ", got " + got);
      }
      words[index / WORD] |= 1 << index % WORD;
    }
    if (labels.count() <= 8) {
      image.putByte(at, (byte) (words.length == 0 ? 0 : words[0]));
    } else if (labels.count() <= 16) {
      image.putShort(at, (short) words[0]);
    } else {
      for (int i = 0; i < words.length; i++) {
        image.putInt(at + 4L * i, words[i]);
      }
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    Set<String> set = new LinkedHashSet<>();
    int word = 0;
    for (int i = 0; i < labels.count(); i++) {
      if (i % WORD == 0) {
        word =
            labels.count() <= 8
                ? image.getByte(at)
                : labels.count() <= 16 ? image.getShort(at) : image.getInt(at + i / 8);
      }
      if ((word & 1 << i % WORD) != 0) {
        set.add(labels.name(i));
      }
    }
    return Collections.unmodifiableSet(set);
  }
}
