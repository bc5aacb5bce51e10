package dev.switchblade.internal.image;

import dev.switchblade.HostResource;
import dev.switchblade.internal.handle.CrossingHandles;
import dev.switchblade.internal.handle.StoreHandles;
import org.jspecify.annotations.Nullable;

/** What a call, of an export or of a host function, knows of the resources in its values. */
public abstract class ResourceScope {

  private final StoreHandles store;

  /** The handles that cross; null before the first one does. */
  private @Nullable CrossingHandles crossing;

  public ResourceScope(StoreHandles store) {
    this.store = store;
  }

  /** The handles of the store. */
  public final StoreHandles store() {
    return store;
  }

  /**
   * The resource of the host that the component was linked with.
   *
   * @param number the resource's, within the component
   * @return null if the component, or another one, implements it
   */
  public abstract @Nullable HostResource<?> hostResource(int number);

  /**
   * Says whether a resource is another component's, whose instance is plugged in: its handles come
   * from there, and go there.
   *
   * @param number the resource's, within the component, or {@link CrossingHandles#ANY_RESOURCE} if
   *     it isn't known: then it may be
   */
  public abstract boolean isPlugged(int number);

  /**
   * The instance that handles of a resource are of: the one that is called. Null in host functions,
   * which are not told, and of a resource that is or may be {@linkplain #isPlugged plugged}.
   *
   * @param number as for {@link #isPlugged}
   */
  public abstract @Nullable Object instance(int number);

  /** The functions of the instance that is called, as generated code has them. */
  public Object exports() {
    throw new IllegalStateException("in a host function there are no exports to call");
  }

  /** Names what the values are written for: a function, or the result of one of the host's. */
  public abstract String path();

  /**
   * Names the place in the values that are written where an offset is, such as {@code
   * process(payload).items[3].name}.
   */
  public abstract String pathTo(ImageSink image, long at);

  /**
   * The handles that cross in this call.
   *
   * @throws IllegalStateException if the calling thread isn't in the store
   */
  final CrossingHandles crossing() {
    store.requireHere();
    CrossingHandles handles = crossing;
    if (handles == null) {
      handles = new CrossingHandles(store);
      crossing = handles;
    }
    return handles;
  }

  /** The values have crossed. */
  public final void over() {
    CrossingHandles handles = crossing;
    if (handles != null) {
      handles.over();
    }
  }

  /** Nothing has crossed. */
  public final void undo() {
    CrossingHandles handles = crossing;
    if (handles != null) {
      handles.undo();
    }
  }
}
