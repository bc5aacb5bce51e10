package dev.switchblade.abi;

import dev.switchblade.Func;
import dev.switchblade.Resource;

/** What generated code does with the handles that are in {@link GuestResource}s. */
public final class GuestHandles {

  private GuestHandles() {}

  /**
   * A function of the instance that a resource is of.
   *
   * @param number its position in {@link ExportTypes}
   */
  public static Func func(GuestResource of, int number) {
    return of.exports.func(number);
  }

  /** Writes a handle of type {@code own}, as {@link ImageWriter#putOwn(long, Resource)} does. */
  public static void putOwn(ImageWriter image, long at, GuestResource value) {
    image.requireResource(at, value);
    image.putOwn(at, value.resource);
  }

  /** Lends a handle for a call, as {@link ImageWriter#putBorrow(long, Resource)} does. */
  public static void putBorrow(ImageWriter image, long at, GuestResource value) {
    image.requireResource(at, value);
    image.putBorrow(at, value.resource);
  }
}
