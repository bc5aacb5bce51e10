package dev.switchblade.app.deploy;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import java.util.Arrays;

/**
 * A part that is compiled by itself, and how many versions need it: it is closed by the last of
 * them. Thread-safe.
 */
final class CompiledPart {

  private final byte[] bytes;
  private final Component component;
  private final Users users = new Users();

  private CompiledPart(byte[] bytes, Component component) {
    this.bytes = bytes;
    this.component = component;
  }

  /**
   * Compiles it, for one who needs it.
   *
   * @param name what messages call it
   * @param bytes nobody changes them
   */
  static CompiledPart of(Engine engine, String name, byte[] bytes) {
    return new CompiledPart(bytes, engine.compile(name, bytes));
  }

  Component component() {
    return component;
  }

  /** Says whether an engine has compiled it. */
  @SuppressWarnings("ReferenceEquality") // engines are told apart, and are what they are
  boolean isOf(Engine engine) {
    return component.engine() == engine;
  }

  /** Says whether it is made of these bytes. */
  boolean isMadeOf(byte[] of) {
    return Arrays.equals(bytes, of);
  }

  /** One more needs it, if it isn't closed: false otherwise. */
  boolean enter() {
    return users.enter();
  }

  /** One less needs it. */
  void leave() {
    if (users.leave()) {
      component.close();
    }
  }
}
