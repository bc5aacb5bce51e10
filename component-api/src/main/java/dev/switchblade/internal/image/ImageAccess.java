package dev.switchblade.internal.image;

import dev.switchblade.HostResource;
import dev.switchblade.InvalidValueException;
import dev.switchblade.internal.handle.CrossingHandles;
import dev.switchblade.internal.handle.GuestHandle;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * What codecs, and whoever opens calls, may do with images, and users may not: Java has no friends,
 * so readers and writers inherit from classes of this package, which show it here.
 */
public final class ImageAccess {

  private ImageAccess() {}

  // ---- reading

  /** The whole image. */
  public static MemorySegment image(ImageSource image) {
    return image.image();
  }

  /** Reads offset and length of a list whose elements are in the image. */
  public static long pair(ImageSource image, long at) {
    return image.pair(at);
  }

  /** Reads the numbers of a fixed-length list into an array. */
  public static void copyTo(ImageSource image, long at, MemorySegment array) {
    image.copyTo(at, array);
  }

  /** The resource of the host that a component was linked with; null if a component has it. */
  public static @Nullable HostResource<?> hostResource(ImageSource image, int number) {
    return image.resources().hostResource(number);
  }

  /** Reads an owned handle of a component's resource, by the number that it has there. */
  public static Object own(ImageSource image, long at, int resource) {
    return image.own(at, resource);
  }

  /** Reads a borrowed handle of a component's resource, by the number that it has there. */
  public static Object borrow(ImageSource image, long at, int resource) {
    return image.borrow(at, resource);
  }

  /** Gives up an owned handle, unless it has been read. */
  public static void releaseUnread(ImageSource image, long at, int resource) {
    image.releaseUnread(at, image.resources().hostResource(resource));
  }

  // ---- writing

  /**
   * Starts an image. For whoever opens the call, and has just made this the writer's time.
   *
   * @param base where it starts in the store's buffer, a multiple of 8
   * @param size the size of the tuple
   */
  public static void open(ImageSink image, long base, long size) {
    image.open(base, size);
  }

  /** The length of the image so far. */
  public static long length(ImageSink image) {
    return image.length();
  }

  /** Writes a whole image that was made elsewhere, into room that has been allocated for it. */
  public static void putImage(ImageSink image, byte[] source, int from, int length) {
    image.putImage(source, from, length);
  }

  /** Writes the numbers of a fixed-length list from their array. */
  public static void copyFrom(ImageSink image, long at, MemorySegment array) {
    image.copyFrom(at, array);
  }

  /**
   * Writes a list from any memory.
   *
   * @param plain whether its bytes are values whatever they are: otherwise the native library has
   *     to check them in the image
   * @throws InvalidValueException without a path, if it can't be a list
   * @throws IllegalStateException if it has been released
   */
  public static void putSegment(
      ImageSink image, long at, MemorySegment elements, long elementSize, boolean plain) {
    String problem = ImageSink.problemOf(elements, elementSize);
    if (problem != null) {
      throw new InvalidValueException("", problem);
    }
    if (!elements.scope().isAlive()) {
      throw new ReleasedSegmentException(ImageSink.RELEASED);
    }
    if (plain) {
      image.copySegment(at, elements, elementSize);
    } else {
      image.copyIntoImage(at, elements, elementSize);
    }
  }

  /** The resource of the host that a component was linked with; null if a component has it. */
  public static @Nullable HostResource<?> hostResource(ImageSink image, int number) {
    return image.resources().hostResource(number);
  }

  /** Passes an object of the host's, as {@code own} or {@code borrow}. */
  public static void putHostObject(
      ImageSink image, long at, HostResource<?> resource, Object object, boolean owned) {
    image.putHostObject(at, resource, object, owned);
  }

  /**
   * Passes a handle of a component's resource, as {@code own} or {@code borrow}.
   *
   * @param resource the number that the resource has in the component
   * @return false if the value is no handle
   */
  public static boolean putHandle(
      ImageSink image, long at, Object value, int resource, boolean owned) {
    if (!(value instanceof GuestHandle handle)) {
      return false;
    }
    if (!image.resources().isPlugged(resource)) {
      CrossingHandles.checkIs(handle, resource);
    }
    if (owned) {
      image.give(at, handle, resource);
    } else {
      image.lend(at, handle, resource);
    }
    return true;
  }

  // ---- looking for a path in what was written

  /** Reads back where the contents of a list are, and how many elements. */
  public static long writtenPair(ImageSink image, long at) {
    return image.writtenPair(at);
  }

  /** Reads back the number of a case. */
  public static int writtenDiscriminant(ImageSink image, long at, int size) {
    return image.writtenDiscriminant(at, size);
  }

  /** Says whether the path that is looked for is that of such a fixed-length list. */
  public static boolean seeksList(ImageSink image, int length, long size) {
    return image.seeksList(length, size);
  }

  /** Says whether the path that is looked for is that of such a tuple. */
  public static boolean seeksTuple(ImageSink image, int length) {
    return image.seeksTuple(length);
  }

  /** Says whether there may be another element on the way to a value. */
  public static boolean mayLookOn(ImageSink image) {
    return image.mayLookOn();
  }
}
