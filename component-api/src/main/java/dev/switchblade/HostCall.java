package dev.switchblade;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * A call of a host function: its arguments, which can be read until the function returns, on its
 * thread, and the configuration of the store whose guest makes it.
 *
 * <p>The methods with a type in their name allocate nothing but what they return; they throw {@link
 * IllegalArgumentException} if the parameter has another type.
 */
public final class HostCall {

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

  HostCall(StoreState store) {
    this.store = store;
    this.owner = store.owner();
    this.resources = new Resources(store);
    this.reader = new ImageReader(store, resources, StoreOwner.IN_HOST_FUNCTION);
    this.writer = new ImageWriter(store, resources, StoreOwner.IN_HOST_FUNCTION);
  }

  /** What the component that calls was linked with. */
  private final class Resources extends ResourceScope {
    Resources(StoreState store) {
      super(store);
    }

    @Override
    @Nullable HostResource<?> hostResource(int number) {
      return binding().hostResources().get(number);
    }

    @Override
    @Nullable Instance instance() {
      return null;
    }

    @Override
    String pathTo(ImageWriter image, long at) {
      return binding().function().pathOfResult(image, at);
    }
  }

  void moveTo(MemorySegment buffer) {
    reader.moveTo(buffer);
    writer.moveTo(buffer);
  }

  /**
   * Opens it for arguments at the start of the buffer.
   *
   * @param length how long their image is
   */
  void open(HostBinding binding, long length) {
    owner.startHostFunction();
    this.binding = binding;
    // The result goes behind the arguments, which can be read all the while.
    writer.open((length + 7) & -8, binding.function().resultsSize());
  }

  /** Ends it, and gives up what was not read. What the writer was given is left where it is. */
  void close() {
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

  ImageReader reader() {
    return reader;
  }

  ImageWriter writer() {
    return writer;
  }

  /**
   * Counts what the guest has the host write down against its store's limit of output.
   *
   * @throws ResourceLimitException if that is reached
   */
  void countOutput(long bytes) {
    owner.requireHere();
    store.countOutput(bytes);
  }

  /**
   * The configuration of the store whose guest makes this call: its label, limits, grants and data.
   * Any thread can ask at any time, also after the function has returned.
   */
  public StoreConfig config() {
    return store.config();
  }

  /**
   * What the store whose guest makes this call was given for host functions. Any thread can ask at
   * any time.
   *
   * @param type the class that it was added with; see {@link StoreConfig.Builder#data}
   * @param <T> that class
   * @throws IllegalStateException if the store was made without data of that class
   */
  public <T> T data(Class<T> type) {
    return store.config().data(type);
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

  /** How many arguments there are. */
  public int count() {
    return binding().function().parameters().length;
  }

  /**
   * An argument, as the Java type that {@linkplain dev.switchblade the package page} names.
   *
   * @param index the parameter's position, from 0
   * @throws IndexOutOfBoundsException if there is no such parameter
   */
  public Object argument(int index) {
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

  private long at(int index, int tag, int other, String method) {
    FunctionCodec function = binding().function();
    int found = function.parameters()[index].tag();
    if (found != tag && found != other) {
      throw new IllegalArgumentException(
          "parameter "
              + function.type().parameters().get(index)
              + " of the host function "
              + function.name()
              + " can't be read with "
              + method
              + "(): it has another type");
    }
    return function.offset(index);
  }

  /** A {@code bool} argument. */
  public boolean bool(int index) {
    return reader.getBool(at(index, WitTags.BOOL, WitTags.BOOL, "bool"));
  }

  /** An {@code s32} or {@code u32} argument, the latter as its bits. */
  public int int32(int index) {
    return reader.getInt(at(index, WitTags.S32, WitTags.U32, "int32"));
  }

  /** An {@code s64} or {@code u64} argument, the latter as its bits. */
  public long int64(int index) {
    return reader.getLong(at(index, WitTags.S64, WitTags.U64, "int64"));
  }

  /** An {@code f32} argument. */
  public float float32(int index) {
    return reader.getFloat(at(index, WitTags.F32, WitTags.F32, "float32"));
  }

  /** An {@code f64} argument. */
  public double float64(int index) {
    return reader.getDouble(at(index, WitTags.F64, WitTags.F64, "float64"));
  }

  /** A {@code string} argument. */
  public String string(int index) {
    return reader.getString(at(index, WitTags.STRING, WitTags.STRING, "string"));
  }

  /** A {@code list<u8>} or {@code list<s8>} argument. */
  public byte[] bytes(int index) {
    Object value = argument(index);
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    throw new IllegalArgumentException(
        "parameter "
            + binding().function().type().parameters().get(index)
            + " of the host function "
            + binding().function().name()
            + " can't be read with bytes(): it has another type");
  }
}
