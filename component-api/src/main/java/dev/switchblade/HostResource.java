package dev.switchblade;

import dev.switchblade.internal.handle.HostObjectType;
import java.util.Objects;

/**
 * A resource that the host implements, by objects of a Java class. Guests hold handles of them;
 * what a guest passes to a host function arrives as the object.
 *
 * <p>One {@code HostResource} is one resource: defined in several linkers, under several names, it
 * lets an object go from one component to another.
 *
 * <p>An object should not refer to the store, or to what lives there: a store that is forgotten
 * instead of closed could never be released.
 *
 * <p>An object that was handed to a guest as {@code own} belongs to the store until it comes back
 * (as an argument of type {@code own}), or its handle is dropped, or the store is closed; in the
 * latter cases it is destroyed. An object that is lent as {@code borrow} is not kept beyond the
 * call. What a host function receives as {@code own} is the host's, whether it looks at it or not.
 *
 * @param <T> the class of its objects
 */
public final class HostResource<T> extends HostObjectType {

  private final Class<T> type;
  private final Destructor<? super T> destructor;

  private HostResource(Class<T> type, Destructor<? super T> destructor) {
    this.type = Objects.requireNonNull(type, "type");
    this.destructor = Objects.requireNonNull(destructor, "destructor");
  }

  /**
   * A resource whose objects are closed when they are destroyed, if they are {@link AutoCloseable}.
   *
   * @param type the class of its objects
   * @param <T> the class of its objects
   */
  public static <T> HostResource<T> of(Class<T> type) {
    return new HostResource<>(
        type,
        object -> {
          if (object instanceof AutoCloseable closeable) {
            closeable.close();
          }
        });
  }

  /**
   * A resource.
   *
   * @param type the class of its objects
   * @param destructor what happens when one is destroyed
   * @param <T> the class of its objects
   */
  public static <T> HostResource<T> of(Class<T> type, Destructor<? super T> destructor) {
    return new HostResource<>(type, destructor);
  }

  /** The class of its objects. */
  public Class<T> type() {
    return type;
  }

  @Override
  protected void destroy(Object object) throws Exception {
    destructor.destroy(type.cast(object));
  }

  @Override
  public String toString() {
    return "host resource " + type.getName();
  }

  /**
   * What happens to an object whose owner has dropped it.
   *
   * @param <T> the class of the objects
   */
  @FunctionalInterface
  public interface Destructor<T> {

    /**
     * Destroys an object. Runs on the thread that is in the guest, which it can't call into, or
     * that closes the store.
     *
     * @throws Exception to stop the guest; whoever called it gets a {@link HostFunctionException}
     *     with this cause. Logged, where the store is closed
     */
    void destroy(T object) throws Exception;
  }
}
