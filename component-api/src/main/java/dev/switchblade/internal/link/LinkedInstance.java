package dev.switchblade.internal.link;

import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.describe.CompiledComponent;
import dev.switchblade.internal.store.StoreState;
import java.util.List;

/** An instance of a component, with what its functions need for being called. */
public final class LinkedInstance {

  private final Object store;
  private final StoreState state;
  private final CallFrame call;
  private final CompiledComponent component;
  private final LinkedResources hostResources;
  private final int number;
  private final List<FunctionCodec> pluggedImports;

  /**
   * Makes an instance.
   *
   * @param store what users hold of the store: it must be reachable while a guest runs in there
   * @param call the store's call
   * @param hostResources the host's resources by the numbers that the component has for them
   * @param number the instance's within the store
   * @param pluggedImports the imports that other instances serve, by their places
   */
  public LinkedInstance(
      Object store,
      StoreState state,
      CallFrame call,
      CompiledComponent component,
      LinkedResources hostResources,
      int number,
      List<FunctionCodec> pluggedImports) {
    this.store = store;
    this.state = state;
    this.call = call;
    this.component = component;
    this.hostResources = hostResources;
    this.number = number;
    this.pluggedImports = pluggedImports;
  }

  /** The imports that other instances serve, by their places. */
  List<FunctionCodec> pluggedImports() {
    return pluggedImports;
  }

  Object store() {
    return store;
  }

  StoreState state() {
    return state;
  }

  public CallFrame call() {
    return call;
  }

  public CompiledComponent component() {
    return component;
  }

  LinkedResources hostResources() {
    return hostResources;
  }

  public int number() {
    return number;
  }
}
