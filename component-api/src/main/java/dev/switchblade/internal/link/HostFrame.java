package dev.switchblade.internal.link;

import dev.switchblade.HostResource;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.codec.Codec;
import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.handle.StoreHandles;
import dev.switchblade.internal.image.ImageAccess;
import dev.switchblade.internal.image.ImageSink;
import dev.switchblade.internal.image.ResourceScope;
import dev.switchblade.internal.owner.StoreOwner;
import dev.switchblade.internal.store.StoreState;
import org.jspecify.annotations.Nullable;

/**
 * A call of a host function: all of a {@code HostCall} that its users don't see. Each store has
 * one, which is used again.
 */
public abstract class HostFrame {

  private final ImageReader reader;
  private final ImageWriter writer;

  /** The function that is called; null when none is. */
  private @Nullable HostBinding binding;

  private static final @Nullable Object[] NONE = new Object[0];

  /** The arguments that were read, of a function whose parameters have handles. */
  private @Nullable Object[] read = NONE;

  private final StoreState store;
  private final StoreOwner owner;

  private final ResourceScope resources;

  protected HostFrame(StoreState store) {
    this.store = store;
    this.owner = store.owner();
    this.resources = new Resources(store.handles());
    this.reader =
        new ImageReader(store.images(), resources, store.config(), StoreOwner.IN_HOST_FUNCTION);
    this.writer = new ImageWriter(store.images(), resources, StoreOwner.IN_HOST_FUNCTION);
    store.images().add(reader);
    store.images().add(writer);
  }

  /** What the component that calls was linked with. */
  private final class Resources extends ResourceScope {
    Resources(StoreHandles store) {
      super(store);
    }

    @Override
    public @Nullable HostResource<?> hostResource(int number) {
      return binding().hostResources().get(number);
    }

    @Override
    public @Nullable Object instance(int number) {
      return null;
    }

    @Override
    public String path() {
      return binding().function().nameOfResult();
    }

    @Override
    public boolean isPlugged(int number) {
      return binding().hostResources().isPlugged(number);
    }

    @Override
    public String pathTo(ImageSink image, long at) {
      return binding().function().pathOfResult(image, at);
    }
  }

  /**
   * Opens it for arguments at the start of the buffer.
   *
   * @param length how long their image is
   */
  final void open(HostBinding binding, long length) {
    owner.startHostFunction();
    this.binding = binding;
    // The result goes behind the arguments, which can be read all the while.
    ImageAccess.open(writer, (length + 7) & -8, binding.function().resultsSize());
  }

  /** Ends it, and gives up what was not read. What the writer was given is left where it is. */
  final void close() {
    HostBinding bound = binding;
    try {
      if (bound != null && bound.function().parametersHaveHandles()) {
        read = NONE;
        bound.function().releaseUnreadArguments(reader);
      }
    } finally {
      binding = null;
      try {
        resources.over();
      } finally {
        owner.startRunning();
      }
    }
  }

  protected final ImageReader reader() {
    return reader;
  }

  final ImageWriter writer() {
    return writer;
  }

  /**
   * Counts what the guest has the host write down against its store's limit of output.
   *
   * @throws ResourceLimitException if that is reached
   */
  protected void countOutput(long bytes) {
    owner.requireHere();
    store.countOutput(bytes);
  }

  /** The configuration of the store. */
  protected final StoreConfig configuration() {
    return store.config();
  }

  /** The function that is called, for the thread that runs it. */
  protected final FunctionCodec function() {
    return binding().function();
  }

  private HostBinding binding() {
    HostBinding bound = binding;
    if (bound == null) {
      throw new IllegalStateException("the host function has returned: its arguments are gone");
    }
    if (!owner.isAt(StoreOwner.IN_HOST_FUNCTION)) {
      throw new IllegalStateException(
          "the host function runs on another thread: its arguments can be read by that one");
    }
    return bound;
  }

  /** Reads an argument. */
  protected final Object load(int index) {
    FunctionCodec function = binding().function();
    Codec parameter = function.parameters()[index];
    if (!function.parametersHaveHandles()) {
      return parameter.load(reader, function.offset(index));
    }
    // What is owned can be read once.
    if (read.length == 0) {
      read = new @Nullable Object[function.parameters().length];
    }
    Object value = read[index];
    if (value == null) {
      value = parameter.load(reader, function.offset(index));
      read[index] = value;
    }
    return value;
  }
}
