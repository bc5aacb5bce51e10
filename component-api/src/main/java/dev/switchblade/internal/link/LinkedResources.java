package dev.switchblade.internal.link;

import dev.switchblade.HostResource;
import org.jspecify.annotations.Nullable;

/** What the resources of a component were linked with, by the numbers that it has for them. */
public final class LinkedResources {

  private final @Nullable HostResource<?>[] resources;
  private final @Nullable Origin[] origins;
  private boolean anyPlugged;

  /**
   * Whose resource it is that a component imports from another one.
   *
   * @param around the instance that has made the one it is of, to be plugged into itself; null if
   *     that is made with each instance, or was there before
   * @param provider what implements it
   * @param number the number that its component has for it
   */
  record Origin(@Nullable Provider around, Provider provider, int number) {
    /** What implements it, as messages name it. */
    String owner() {
      return around == null ? provider.toString() : "what is plugged into " + around;
    }

    @Override
    public String toString() {
      return provider.resourceName(number) + " of " + owner();
    }
  }

  LinkedResources(int count) {
    this.resources = new HostResource<?>[count];
    this.origins = new Origin[count];
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
    return origins[number];
  }

  void set(int number, Origin origin) {
    origins[number] = origin;
    anyPlugged = true;
  }

  /** Says whether other components implement some of them. */
  boolean anyPlugged() {
    return anyPlugged;
  }
}
