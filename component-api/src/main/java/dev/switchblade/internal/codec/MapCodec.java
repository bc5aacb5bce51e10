package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.image.ImageAccess;
import dev.switchblade.internal.image.ImageSink;
import dev.switchblade.wit.WitType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@code map}, as {@link Map}: a list of entries, of which the last one of a key counts. */
public final class MapCodec extends Codec.Base {

  private final FieldCodecs entry;
  private final int size;
  private final int alignment;

  /**
   * Makes a codec.
   *
   * @param entry key and value
   * @param size bytes of an entry
   */
  public MapCodec(WitType.MapOf type, FieldCodecs entry, int size, int alignment) {
    super(WitTags.MAP, type);
    this.entry = entry;
    this.size = size;
    this.alignment = alignment;
  }

  @Override
  public boolean hasNumbers() {
    return entry.hasNumbers();
  }

  @Override
  public boolean hasHandles() {
    return entry.hasHandles();
  }

  @Override
  public void releaseUnread(ImageReader image, long at) {
    if (hasHandles()) {
      long pair = ImageAccess.pair(image, at);
      for (long i = 0; i < pair >>> 32; i++) {
        entry.releaseUnread(image, (pair & 0xffff_ffffL) + i * size);
      }
    }
  }

  @Override
  public @Nullable String unsupported() {
    return entry.unsupported();
  }

  @Override
  public @Nullable String pathTo(ImageSink image, long from, long to) {
    long pair = ImageAccess.writtenPair(image, from);
    long end = (pair & 0xffff_ffffL) + (pair >>> 32) * size;
    for (long i = 0;
        end <= ImageAccess.length(image) && i < pair >>> 32 && ImageAccess.mayLookOn(image);
        i++) {
      long at = (pair & 0xffff_ffffL) + i * size;
      String path = entry.pathTo(image, at, to, field -> field == 0 ? ".key" : ".value");
      if (path != null) {
        return "[" + i + "]" + path;
      }
    }
    return from == to ? "" : null;
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong("Map", value);
    }
    // A copy that can't change its size between here and the last entry.
    Object[] entries = map.entrySet().toArray();
    long start = image.allocate((long) entries.length * size, alignment);
    // First: whoever looks for the path to a bad entry finds the way.
    image.putLong(at, start | (long) entries.length << 32);
    for (int i = 0; i < entries.length; i++) {
      var one = (Map.Entry<?, ?>) entries[i];
      long to = start + (long) i * size;
      try {
        entry.codec(0).store(image, to, one.getKey());
      } catch (BadValueException e) {
        throw e.in("[" + i + "].key");
      }
      try {
        entry.codec(1).store(image, to + entry.offset(1), one.getValue());
      } catch (BadValueException e) {
        throw e.in("[" + i + "].value");
      }
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    long pair = ImageAccess.pair(image, at);
    int count = Math.toIntExact(pair >>> 32);
    long start = pair & 0xffff_ffffL;
    Map<Object, Object> map = LinkedHashMap.newLinkedHashMap(count);
    for (int i = 0; i < count; i++) {
      long from = start + (long) i * size;
      map.put(entry.codec(0).load(image, from), entry.codec(1).load(image, from + entry.offset(1)));
    }
    return Collections.unmodifiableMap(map);
  }
}
