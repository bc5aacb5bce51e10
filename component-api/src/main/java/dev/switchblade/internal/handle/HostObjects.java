package dev.switchblade.internal.handle;

import dev.switchblade.HostResource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one store that guests have handles of, by number. Used by whoever is in the store.
 */
public final class HostObjects {

  private static final System.Logger LOG = System.getLogger(HostObjects.class.getName());

  private @Nullable Object[] objects = new Object[8];
  private @Nullable HostResource<?>[] resources = new HostResource<?>[8];

  /** Numbers that are free, as a stack. */
  private int[] free = new int[8];

  private int freeCount;
  private int next;

  int add(HostResource<?> resource, Object object) {
    int number = freeCount > 0 ? free[--freeCount] : next++;
    if (number == objects.length) {
      objects = Arrays.copyOf(objects, 2 * number);
      resources = Arrays.copyOf(resources, 2 * number);
    }
    objects[number] = object;
    resources[number] = resource;
    return number;
  }

  public Object get(HostResource<?> resource, int number) {
    Object found = number >= 0 && number < next ? objects[number] : null;
    if (found == null || resources[number] != resource) {
      throw new IllegalStateException(
          "the native library named object " + number + ", which is no " + resource);
    }
    return found;
  }

  public Object remove(HostResource<?> resource, int number) {
    Object removed = get(resource, number);
    objects[number] = null;
    resources[number] = null;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, 2 * freeCount);
    }
    free[freeCount++] = number;
    return removed;
  }

  /** Says whether guests have never held anything. */
  public boolean isUnused() {
    return next == 0;
  }

  /** Destroys an object whose handle a guest has dropped. */
  public void destroy(HostResource<?> resource, int number) throws Exception {
    destroy(resource, remove(resource, number));
  }

  private static void destroy(HostObjectType type, Object object) throws Exception {
    type.destroy(object);
  }

  /** The number by which native code tells a resource from others. */
  public static int numberOf(HostObjectType resource) {
    return resource.number();
  }

  /** Destroys all that guests still hold, when the store is closed. */
  public void destroyAll() {
    for (int i = 0; i < next; i++) {
      Object object = objects[i];
      HostResource<?> resource = resources[i];
      objects[i] = null;
      resources[i] = null;
      if (object != null && resource != null) {
        try {
          destroy(resource, object);
        } catch (Throwable e) {
          LOG.log(System.Logger.Level.WARNING, "destroying an object of the " + resource, e);
        }
      }
    }
  }
}
