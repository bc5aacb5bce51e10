package dev.switchblade;

import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.link.HostFrame;
import dev.switchblade.internal.store.StoreState;

/**
 * A call of a host function: its arguments, which can be read until the function returns, on its
 * thread, and the configuration of the store whose guest makes it.
 *
 * <p>The methods with a type in their name allocate nothing but what they return; they throw {@link
 * IllegalArgumentException} if the parameter has another type.
 */
public final class HostCall extends HostFrame {

  HostCall(StoreState store) {
    super(store);
  }

  /** For what is in this package; users count nothing. */
  @Override
  protected void countOutput(long bytes) {
    super.countOutput(bytes);
  }

  /**
   * The configuration of the store whose guest makes this call: its label, limits, grants and data.
   * Any thread can ask at any time, also after the function has returned.
   */
  public StoreConfig config() {
    return configuration();
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
    return configuration().data(type);
  }

  /** How many arguments there are. */
  public int count() {
    return function().parameters().length;
  }

  /**
   * An argument, as the Java type that {@linkplain dev.switchblade the package page} names.
   *
   * @param index the parameter's position, from 0
   * @throws IndexOutOfBoundsException if there is no such parameter
   */
  public Object argument(int index) {
    return load(index);
  }

  private long at(int index, int tag, int other, String method) {
    FunctionCodec function = function();
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
    return reader().getBool(at(index, WitTags.BOOL, WitTags.BOOL, "bool"));
  }

  /** An {@code s32} or {@code u32} argument, the latter as its bits. */
  public int int32(int index) {
    return reader().getInt(at(index, WitTags.S32, WitTags.U32, "int32"));
  }

  /** An {@code s64} or {@code u64} argument, the latter as its bits. */
  public long int64(int index) {
    return reader().getLong(at(index, WitTags.S64, WitTags.U64, "int64"));
  }

  /** An {@code f32} argument. */
  public float float32(int index) {
    return reader().getFloat(at(index, WitTags.F32, WitTags.F32, "float32"));
  }

  /** An {@code f64} argument. */
  public double float64(int index) {
    return reader().getDouble(at(index, WitTags.F64, WitTags.F64, "float64"));
  }

  /** A {@code string} argument. */
  public String string(int index) {
    return reader().getString(at(index, WitTags.STRING, WitTags.STRING, "string"));
  }

  /** A {@code list<u8>} or {@code list<s8>} argument. */
  public byte[] bytes(int index) {
    Object value = argument(index);
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    throw new IllegalArgumentException(
        "parameter "
            + function().type().parameters().get(index)
            + " of the host function "
            + function().name()
            + " can't be read with bytes(): it has another type");
  }
}
