package dev.switchblade.abi;

import dev.switchblade.Resource;

/**
 * A handle of a resource that a component implements, with a class of its own: what the classes
 * extend that are generated for such resources. Used as {@link Resource} says.
 */
public abstract class GuestResource implements AutoCloseable {

  // What generated code needs of these is in GuestHandles: here, users would find it among the
  // methods of their resources.

  final Exports exports;
  final Resource resource;

  /**
   * Reads a handle of type {@code own}, once: the resource is this object's from now on.
   *
   * @throws IllegalStateException if it is one of the host's, has been read, or is read where there
   *     are no {@link ImageReader#exports}
   */
  protected GuestResource(ImageReader image, long at) {
    this.exports = image.exports();
    this.resource = image.getOwn(at);
  }

  /** Drops the handle, unless it was given away or closed. */
  @Override
  public final void close() {
    resource.close();
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + ": " + resource;
  }
}
