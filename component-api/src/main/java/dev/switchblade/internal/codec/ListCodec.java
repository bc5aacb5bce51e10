package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.image.ImageAccess;
import dev.switchblade.internal.image.ImageSink;
import dev.switchblade.wit.WitType;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code list} of anything but numbers, as {@link List}. */
public final class ListCodec extends Codec.Base {
  private final Elements elements;
  private final int alignment;

  public ListCodec(WitType type, Elements elements, int alignment) {
    super(WitTags.LIST, type);
    this.elements = elements;
    this.alignment = alignment;
  }

  @Override
  public boolean hasNumbers() {
    return elements.codec().hasNumbers();
  }

  @Override
  public boolean hasHandles() {
    return elements.codec().hasHandles();
  }

  @Override
  public void releaseUnread(ImageReader image, long at) {
    if (hasHandles()) {
      long pair = ImageAccess.pair(image, at);
      elements.releaseUnread(image, pair & 0xffff_ffffL, pair >>> 32);
    }
  }

  @Override
  public @Nullable String unsupported() {
    return elements.codec().unsupported();
  }

  @Override
  public @Nullable String pathTo(ImageSink image, long from, long to) {
    if (from == to) {
      return "";
    }
    long pair = ImageAccess.writtenPair(image, from);
    return elements.pathTo(image, pair & 0xffff_ffffL, pair >>> 32, to);
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    Layout layout = elements.codec().layout();
    if (value instanceof MemorySegment segment && layout != Layout.REFERRING) {
      SegmentLists.put(image, at, segment, elements.size(), layout);
      return;
    }
    if (!(value instanceof List<?> list)) {
      throw wrong(layout == Layout.REFERRING ? "List" : "List or MemorySegment", value);
    }
    Object[] values = list.toArray();
    long start = image.allocate((long) values.length * elements.size(), alignment);
    // First: whoever looks for the path to a bad element finds the way.
    image.putLong(at, start | (long) values.length << 32);
    elements.store(image, start, values);
  }

  @Override
  public Object load(ImageReader image, long at) {
    long pair = ImageAccess.pair(image, at);
    return elements.load(image, pair & 0xffff_ffffL, Math.toIntExact(pair >>> 32));
  }
}
