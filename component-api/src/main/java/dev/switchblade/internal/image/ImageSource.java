package dev.switchblade.internal.image;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.switchblade.HostResource;
import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.internal.handle.CrossingHandles;
import dev.switchblade.internal.handle.GuestHandle;
import dev.switchblade.internal.owner.StoreOwner;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** What readers of images are made of, and what of it {@link ImageAccess} shows to codecs. */
public abstract class ImageSource {

  /** Set in an offset that names a side-table entry instead. */
  static final int SIDE = 1 << 31;

  /** The number of a resource that isn't known: the native library will look. */
  protected static final int ANY = CrossingHandles.ANY_RESOURCE;

  /** Takes the place of an owned handle that has been read: it has one owner. */
  private static final int READ = -1;

  protected final ImageBuffer buffer;
  protected final ResourceScope resources;
  protected MemorySegment segment = BufferPool.NONE;

  private final StoreOwner owner;

  /** When it can be used: a phase of the store's owner. */
  private final int phase;

  /** The next reader of the buffer. */
  @Nullable ImageSource next;

  protected ImageSource(ImageBuffer buffer, ResourceScope resources, int phase) {
    this.buffer = buffer;
    this.resources = resources;
    this.owner = buffer.owner();
    this.phase = phase;
  }

  final void moveTo(MemorySegment segment) {
    this.segment = segment;
  }

  /** What may be read. */
  protected final MemorySegment segment() {
    if (!owner.isAt(phase)) {
      throw refused();
    }
    return segment;
  }

  // What complains has methods of its own: what reads stays small enough to be compiled into its
  // callers, and these with it.

  private RuntimeException refused() {
    return owner.refused("the call", "the reader can't be used now, or by this thread");
  }

  final ResourceScope resources() {
    return resources;
  }

  /** The whole image. */
  final MemorySegment image() {
    return segment().asSlice(0, buffer.imageLength());
  }

  /**
   * Makes what users hold of a handle: a {@link GuestHandle}. No method here says so, because
   * verifying one that returns a subclass, or passes one on, loads that subclass, and a starting
   * process needs few classes.
   */
  protected abstract Object guestHandle(int resource, int number, boolean owned);

  /** Reads an owned handle, of a resource that a component implements. */
  protected final Object own(long at, int resource) {
    Object owned = guestHandle(resource, guestNumber(at), true);
    segment().set(JAVA_INT_UNALIGNED, at, READ);
    return owned;
  }

  /** Reads a borrowed handle, of a resource that a component implements. */
  protected final Object borrow(long at, int resource) {
    Object borrowed = guestHandle(resource, guestNumber(at), false);
    resources.crossing().borrow((GuestHandle) borrowed);
    return borrowed;
  }

  private int guestNumber(long at) {
    int handle = segment().get(JAVA_INT_UNALIGNED, at);
    checkUnread(handle);
    if ((handle & SwitchbladeH.SB_HANDLE_GUEST()) == 0) {
      throw new IllegalStateException("the handle is of a resource that the host implements");
    }
    return handle;
  }

  private static void checkUnread(int handle) {
    if (handle == READ) {
      throw new IllegalStateException("the handle has been read: it has one owner");
    }
  }

  protected final Object hostObject(long at, HostResource<?> resource, boolean own) {
    int number = segment().get(JAVA_INT_UNALIGNED, at);
    checkUnread(number);
    if (!own) {
      return resources.store().hostObjects().get(resource, number);
    }
    Object object = resources.store().hostObjects().remove(resource, number);
    segment().set(JAVA_INT_UNALIGNED, at, READ);
    return object;
  }

  /**
   * Gives up an owned handle, unless it has been read.
   *
   * @param resource what the host implements it as, if it does: its object is the host's again, and
   *     nobody's
   */
  final void releaseUnread(long at, @Nullable HostResource<?> resource) {
    int number = segment().get(JAVA_INT_UNALIGNED, at);
    if (number == READ) {
      return;
    }
    if (resource != null) {
      resources.store().hostObjects().remove(resource, number);
    } else {
      resources.store().dropLater(number);
    }
    segment().set(JAVA_INT_UNALIGNED, at, READ);
  }

  /** What a list was copied to before it came to the image. */
  protected final <T> T side(long pair, Class<T> type) {
    Object found = buffer.side().get((int) pair ^ SIDE);
    if (!type.isInstance(found)) {
      throw new IllegalStateException(
          "the list is read as a "
              + type.getSimpleName()
              + ", and is a "
              + found.getClass().getSimpleName());
    }
    return type.cast(found);
  }

  /** Reads offset and length of a list whose elements are in the image. */
  protected final long pair(long at) {
    long pair = segment().get(JAVA_LONG_UNALIGNED, at);
    if ((int) pair < 0) {
      throw notInImage(pair);
    }
    return pair;
  }

  private IllegalStateException notInImage(long pair) {
    // Says what it is, or that there is no such thing.
    Object found = buffer.side().get((int) pair ^ SIDE);
    return new IllegalStateException("the list is not in the image, but a " + found.getClass());
  }

  /** Reads the numbers of a fixed-length list into an array. */
  final void copyTo(long at, MemorySegment array) {
    MemorySegment.copy(segment(), at, array, 0, array.byteSize());
  }

  /** The offset of a content, from the start of the image. */
  protected static long offset(long pair) {
    return pair & 0xffff_ffffL;
  }

  /**
   * The length of a list. Room is made for no more elements than there are bytes; that all are in
   * the image is found out when they are read.
   */
  protected final int count(long pair) {
    int count = (int) (pair >>> 32);
    if (count < 0 || count > segment.byteSize()) {
      throw noSuchList(pair);
    }
    return count;
  }

  private static IndexOutOfBoundsException noSuchList(long pair) {
    return new IndexOutOfBoundsException(
        "the image has no list of "
            + Integer.toUnsignedString((int) (pair >>> 32))
            + " elements at offset "
            + offset(pair));
  }
}
