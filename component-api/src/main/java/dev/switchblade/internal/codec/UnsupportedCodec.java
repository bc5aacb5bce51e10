package dev.switchblade.internal.codec;

import dev.switchblade.SwitchbladeException;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.Nullable;

/** A type that can be reflected only. */
public final class UnsupportedCodec extends Codec.Base {
  public UnsupportedCodec(int tag, WitType type) {
    super(tag, type);
  }

  @Override
  public String unsupported() {
    return type().toString();
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    throw new BadValueException("values of the type " + type() + " are not supported yet");
  }

  @Override
  public Object load(ImageReader image, long at) {
    throw new SwitchbladeException("values of the type " + type() + " are not supported yet");
  }
}
