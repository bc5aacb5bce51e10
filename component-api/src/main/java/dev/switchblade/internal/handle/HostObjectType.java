package dev.switchblade.internal.handle;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A kind of objects that guests have handles of: the part of a {@code HostResource} that its users
 * don't see.
 */
public abstract class HostObjectType {

  /** Numbers tell resources apart in native code. */
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final int number = NEXT.getAndIncrement();

  protected HostObjectType() {}

  /** Destroys an object that is known to be of the type. */
  protected abstract void destroy(Object object) throws Exception;

  final int number() {
    return number;
  }
}
