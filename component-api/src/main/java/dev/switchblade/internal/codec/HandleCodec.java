package dev.switchblade.internal.codec;

import dev.switchblade.HostResource;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.image.ImageAccess;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.Nullable;

/**
 * {@code own} and {@code borrow}: a {@code Resource}, or, of resources that the host implements,
 * the object itself.
 */
public final class HandleCodec extends Codec.Base {

  private final int resource;

  /**
   * Makes a codec.
   *
   * @param tag {@link WitTags#OWN} or {@link WitTags#BORROW}
   * @param resource its number within the component
   */
  public HandleCodec(int tag, WitType type, int resource) {
    super(tag, type);
    this.resource = resource;
  }

  @Override
  public boolean hasHandles() {
    return true;
  }

  @Override
  public void releaseUnread(ImageReader image, long at) {
    if (tag() == WitTags.OWN) {
      ImageAccess.releaseUnread(image, at, resource);
    }
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    HostResource<?> host = ImageAccess.hostResource(image, resource);
    boolean own = tag() == WitTags.OWN;
    if (host != null) {
      if (value == null || !host.type().isInstance(value)) {
        throw wrong(host.type().getName(), value);
      }
      ImageAccess.putHostObject(image, at, host, value, own);
      return;
    }
    boolean written;
    try {
      written = value != null && ImageAccess.putHandle(image, at, value, resource, own);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new BadValueException(e);
    }
    if (!written) {
      throw wrong("Resource", value);
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    HostResource<?> host = ImageAccess.hostResource(image, resource);
    boolean own = tag() == WitTags.OWN;
    if (host != null) {
      return own ? image.getOwn(at, host) : image.getBorrow(at, host);
    }
    return own ? ImageAccess.own(image, at, resource) : ImageAccess.borrow(image, at, resource);
  }
}
