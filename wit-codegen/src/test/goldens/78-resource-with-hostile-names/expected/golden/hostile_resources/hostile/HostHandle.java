package golden.hostile_resources.hostile;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource handle}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("interface golden:hostile-resources/hostile")
@NullMarked
public interface HostHandle {
  /**
   * {@code [method]handle.close}.
   *
   * @return unsigned
   */
  int close_();

  /** {@code [method]handle.get-class}. */
  String getClass_();

  /**
   * {@code [method]handle.hash-code}.
   *
   * @return unsigned
   */
  long hashCode_();

  /** {@code [method]handle.to-string}. */
  String toString_();

  /** {@code [method]handle.equals}. */
  boolean equals(HostHandle other);

  /** {@code [method]handle.wait}. */
  void wait_();

  /** {@code [method]handle.notify}. */
  void notify_();

  /** {@code [method]handle.clone}. */
  HostHandle clone_();

  /** {@code [method]handle.finalize}. */
  void finalize_();

  /**
   * {@code [method]handle.resource}.
   *
   * @return unsigned
   */
  int resource();

  /**
   * {@code [method]handle.own}.
   *
   * @return unsigned
   */
  int own();

  /** The static functions of {@code handle}. */
  interface Statics {
    /** {@code [static]handle.drop}. */
    void drop(HostHandle handle);

    /** {@code [static]handle.new}. */
    HostHandle new_();

    /** {@code [static]handle.new-handle}. */
    HostHandle newHandle();
  }
}
