package public_.interface_.class_;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;
import public_.interface_.Package;

/** A package and interfaces whose names are keywords of Java. */
@Generated("interface public:interface/class")
@NullMarked
public final class Class {
  private final Func staticCall;

  private Class(Exports exports) {
    this.staticCall = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Package} hands it out. */
  public static Class of(Exports exports) {
    return new Class(exports);
  }

  /**
   * {@code static-call}.
   *
   * @return unsigned
   */
  public int staticCall() {
    try (Call call = this.staticCall.begin()) {
      call.invoke();
      return call.result().getInt(0);
    }
  }
}
