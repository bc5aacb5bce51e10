package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.value.Complaints;
import dev.switchblade.wit.WitType;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code flags}, as the set of the names that are set. */
public final class FlagsCodec extends Codec.Base {

  private final Labels labels;

  /**
   * Makes a codec.
   *
   * @param size bytes of the one word that they are: there are at most 32 labels
   */
  public FlagsCodec(WitType.FlagsOf type, int size) {
    super(WitTags.FLAGS, type);
    this.labels = new Labels(type.names().toArray(String[]::new), size);
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
    int word = 0;
    for (Object element : set) {
      int index = element instanceof String name ? labels.indexOf(name) : -1;
      if (index < 0) {
        String got = element instanceof String name ? name : Complaints.describe(element);
        throw new BadValueException("expected names of " + type() + ", got " + got);
      }
      word |= 1 << index;
    }
    labels.putNumber(image, at, word);
  }

  @Override
  public Object load(ImageReader image, long at) {
    int word = labels.getNumber(image, at);
    Set<String> set = new LinkedHashSet<>();
    for (int i = 0; i < labels.count(); i++) {
      if ((word & 1 << i) != 0) {
        set.add(labels.name(i));
      }
    }
    return Collections.unmodifiableSet(set);
  }
}
