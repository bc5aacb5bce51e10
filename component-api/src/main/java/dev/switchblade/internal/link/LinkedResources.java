package dev.switchblade.internal.link;

import dev.switchblade.HostResource;
import dev.switchblade.internal.handle.CrossingHandles;
import org.jspecify.annotations.Nullable;

/** What the resources of a component were linked with, by the numbers that it has for them. */
public final class LinkedResources {

  private final @Nullable HostResource<?>[] resources;

  /** What other components implement; null if they implement none of them. */
  private @Nullable Origin @Nullable [] origins;

  /**
   * Which of all {@link Provider}s it is, and no more: an instance has a store, and native code
   * keeps what host functions are bound to, which would keep that store for ever.
   */
  static final class Identity {
    private final String name;
    private final boolean made;

    /**
     * Makes the identity of a provider.
     *
     * @param name as messages name it
     * @param made whether an instance of it is made with each instance
     */
    Identity(String name, boolean made) {
      this.name = name;
      this.made = made;
    }

    boolean isMade() {
      return made;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Whose resource it is that a component imports from another one.
   *
   * @param around the instance that has made the one it is of, to be plugged into itself; null if
   *     that is made with each instance, or was there before
   * @param provider what implements it
   * @param number the number that its component has for it
   * @param resource what that calls it
   */
  record Origin(@Nullable Identity around, Identity provider, int number, String resource) {
    /** What implements it, as messages name it. */
    String owner() {
      return around == null ? provider.toString() : "what is plugged into " + around;
    }

    @Override
    public String toString() {
      return resource + " of " + owner();
    }
  }

  LinkedResources(int count) {
    this.resources = new HostResource<?>[count];
  }

  /** The host's resource of a number; null if a component implements it. */
  @Nullable HostResource<?> get(int number) {
    return resources[number];
  }

  void set(int number, HostResource<?> resource) {
    resources[number] = resource;
  }

  /** Whose the resource of a number is, if another component implements it. */
  @Nullable Origin origin(int number) {
    return origins == null ? null : origins[number];
  }

  /**
   * Says whether another component implements a resource.
   *
   * @param number {@link CrossingHandles#ANY_RESOURCE} if it isn't known which it is: then one of
   *     them is enough
   */
  boolean isPlugged(int number) {
    return origins != null && (number == CrossingHandles.ANY_RESOURCE || origins[number] != null);
  }

  void set(int number, Origin origin) {
    if (origins == null) {
      origins = new Origin[resources.length];
    }
    origins[number] = origin;
  }
}
