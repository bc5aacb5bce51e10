package dev.switchblade.codegen;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Something that the host implements: an interface, or an object of a resource. */
final class HostObject implements InvocationHandler {

  /** What is called, with everything that is said by the call. */
  interface Receiver {
    @Nullable Object receive(HostObject self, Method method, Object[] arguments) throws Exception;
  }

  private final int number;
  private final Class<?> type;
  private final Receiver receiver;
  private final Object proxy;

  /** Whether a guest owns it. */
  private boolean given;

  private int closed;

  HostObject(int number, Class<?> type, Receiver receiver) {
    this.number = number;
    this.type = type;
    this.receiver = receiver;
    // A resource's own `close` may have another result than that of AutoCloseable.
    boolean closeable = Arrays.stream(type.getMethods()).noneMatch(HostObject::isClose);
    Class<?>[] types =
        closeable ? new Class<?>[] {type, AutoCloseable.class} : new Class<?>[] {type};
    this.proxy = Proxy.newProxyInstance(type.getClassLoader(), types, this);
    this.closed = closeable ? 0 : -1;
  }

  private static boolean isClose(Method method) {
    return method.getName().equals("close") && method.getParameterCount() == 0;
  }

  /** The object behind what generated code knows; null if it is none of ours. */
  static @Nullable HostObject behind(@Nullable Object object) {
    return object != null
            && Proxy.isProxyClass(object.getClass())
            && Proxy.getInvocationHandler(object) instanceof HostObject host
        ? host
        : null;
  }

  /** What generated code knows. */
  Object proxy() {
    return proxy;
  }

  int number() {
    return number;
  }

  Class<?> type() {
    return type;
  }

  void give() {
    given = true;
  }

  void takeBack() {
    given = false;
  }

  /** Says what is wrong, now that no guest is left; null if all is well. */
  @Nullable String complaint() {
    int expected = given ? 1 : 0;
    return closed == -1 || closed == expected
        ? null
        : this + " was closed " + closed + " times instead of " + expected;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // an object is like itself only
  public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
      throws Exception {
    Object[] all = arguments == null ? new Object[0] : arguments;
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> all[0] == proxy;
        case "hashCode" -> number;
        default -> toString();
      };
    }
    if (closed >= 0 && isClose(method)) {
      closed++;
      return null;
    }
    return receiver.receive(this, method, all);
  }

  @Override
  public String toString() {
    return type.getSimpleName() + "#" + number;
  }
}
