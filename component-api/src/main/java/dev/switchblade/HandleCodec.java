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
  public void store(ImageWriter image, long at, @Nullable Object value) {
    HostResource<?> host = image.resources().hostResource(resource);
    try {
      if (host != null) {
        if (value == null || !host.type().isInstance(value)) {
          throw wrong(host.type().getName(), value);
        }
        image.putHostObject(at, host, value, tag() == WitTags.OWN);
      } else {
        if (!(value instanceof Resource guest)) {
          throw wrong("Resource", value);
        }
        if (tag() == WitTags.OWN) {
          image.putOwn(at, guest);
        } else {
          image.putBorrow(at, guest);
        }
      }
    } catch (BadValueException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new BadValueException(e);
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    HostResource<?> host = image.resources().hostResource(resource);
    if (host != null) {
      return image.getHostObject(at, host, tag() == WitTags.OWN);
    }
    return tag() == WitTags.OWN ? image.getOwn(at) : image.getBorrow(at);
  }
}
