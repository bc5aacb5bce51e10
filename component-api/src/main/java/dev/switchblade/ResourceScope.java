package dev.switchblade;

import org.jspecify.annotations.Nullable;

/** What a call knows of the resources in its values. */
interface ResourceScope {

  /**
   * The resource of the host that a component was linked with.
   *
   * @param number the resource's, within the component
   * @return null if the component, or another one, implements it
   */
  @Nullable HostResource<?> hostResource(int number);

  /** The handles that cross in this call. */
  CrossingHandles crossing();

  /** The instance that is called; null in host functions, which are not told. */
  @Nullable Instance instance();
}
