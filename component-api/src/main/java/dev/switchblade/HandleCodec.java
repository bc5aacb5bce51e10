package dev.switchblade;

import dev.switchblade.wit.WitType;
import org.jspecify.annotations.Nullable;

/**
 * {@code own} and {@code borrow}: a {@link Resource}, or, of resources that the host implements,
 * the object itself.
 */
final class HandleCodec extends Codec.Base {

  private final int resource;

  /**
   * Makes a codec.
   *
   * @param tag {@link WitTags#OWN} or {@link WitTags#BORROW}
   * @param resource its number within the component
   */
  HandleCodec(int tag, WitType type, int resource) {
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
      image.releaseUnread(at, image.resources().hostResource(resource));
    }
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    HostResource<?> host = image.resources().hostResource(resource);
    boolean own = tag() == WitTags.OWN;
    if (host != null) {
      if (value == null || !host.type().isInstance(value)) {
        throw wrong(host.type().getName(), value);
      }
      image.putHostObject(at, host, value, own);
      return;
    }
    if (!(value instanceof Resource guest)) {
      throw wrong("Resource", value);
    }
    try {
      guest.checkIs(resource);
      if (own) {
        image.putOwn(at, guest);
      } else {
        image.putBorrow(at, guest);
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new BadValueException(e);
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    HostResource<?> host = image.resources().hostResource(resource);
    boolean own = tag() == WitTags.OWN;
    if (host != null) {
      return image.getHostObject(at, host, own);
    }
    return own ? image.getOwn(at, resource) : image.getBorrow(at, resource);
  }
}
