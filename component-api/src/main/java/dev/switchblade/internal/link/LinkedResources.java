package dev.switchblade.internal.link;

import dev.switchblade.HostResource;
import org.jspecify.annotations.Nullable;

/** The host's resources that a component was linked with, by the numbers it has for them. */
public final class LinkedResources {

  private final @Nullable HostResource<?>[] resources;

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
}
