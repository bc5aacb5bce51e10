package dev.switchblade.internal.codec;

import dev.switchblade.WitRecord;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.image.ImageSink;
import dev.switchblade.internal.value.FieldNames;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.Nullable;

/** A {@code record}, as {@link WitRecord}. */
public final class RecordCodec extends Codec.Base {

  private final String[] names;
  private final FieldNames fieldNames;
  private final FieldCodecs fields;

  public RecordCodec(WitType.RecordOf type, FieldCodecs fields) {
    super(WitTags.RECORD, type);
    this.names = new String[type.fields().size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = type.fields().get(i).name();
    }
    this.fieldNames = new FieldNames(names);
    this.fields = fields;
  }

  @Override
  public boolean hasNumbers() {
    return fields.hasNumbers();
  }

  @Override
  public boolean hasHandles() {
    return fields.hasHandles();
  }

  @Override
  public void releaseUnread(ImageReader image, long at) {
    fields.releaseUnread(image, at);
  }

  @Override
  public @Nullable String unsupported() {
    return fields.unsupported();
  }

  @Override
  public @Nullable String pathTo(ImageSink image, long from, long to) {
    return fields.pathTo(image, from, to, i -> "." + names[i]);
  }

  @Override
  public Layout layout() {
    return fields.layout();
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (!(value instanceof WitRecord record)) {
      throw wrong("WitRecord", value);
    }
    if (record.size() != names.length) {
      throw new BadValueException(
          "expected a record with the fields "
              + String.join(", ", names)
              + ", got one with "
              + String.join(", ", record.names()));
    }
    for (int i = 0; i < names.length; i++) {
      int index = indexIn(record, i);
      try {
        fields.codec(i).store(image, at + fields.offset(i), record.get(index));
      } catch (BadValueException e) {
        throw e.in("." + names[i]);
      }
    }
  }

  /** Where a record has a field. */
  private int indexIn(WitRecord record, int field) {
    int index = record.indexOf(fieldNames, field);
    if (index < 0) {
      throw new BadValueException(
          "the field "
              + names[field]
              + " is missing; there are "
              + String.join(", ", record.names()));
    }
    return index;
  }

  @Override
  public Object load(ImageReader image, long at) {
    Object[] values = new Object[names.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = fields.codec(i).load(image, at + fields.offset(i));
    }
    return new WitRecord(fieldNames, values);
  }
}
