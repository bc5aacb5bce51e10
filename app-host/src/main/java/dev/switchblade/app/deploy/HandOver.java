package dev.switchblade.app.deploy;

import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * How the state of an instance that lives long gets to an instance of the next version: by a pair
 * of functions that both versions export.
 *
 * {@snippet :
 * HandOver.of(Counter::save, Counter::restore)           // generated code: save, restore of the world
 * HandOver.named("save", "acme:counter/state#restore")   // by name, without generated code
 * }
 *
 * <p>Called by one thread at a time for an instance; for several instances at once, so that an
 * implementation must be thread-safe.
 *
 * @param <I> the class of the deployment's instances
 * @see Session
 */
public interface HandOver<I> {

  /**
   * Writes down what an instance is to leave behind. It is not called again afterwards, unless the
   * new version can't take its state over.
   *
   * @throws Exception if it has no state that can be written down: the session stays where it is
   */
  byte[] save(I instance) throws Exception;

  /**
   * Has a new instance take over what {@link #save} returned.
   *
   * @throws Exception if it can't: the session stays where it is
   */
  void restore(I instance, byte[] state) throws Exception;

  /**
   * Hands over by two functions, such as methods of generated classes.
   *
   * @param save writes the state down
   * @param restore takes it over
   * @param <I> the class of the deployment's instances
   */
  static <I> HandOver<I> of(
      Function<? super I, byte[]> save, BiConsumer<? super I, ? super byte[]> restore) {
    Objects.requireNonNull(save, "save");
    Objects.requireNonNull(restore, "restore");
    return new HandOver<>() {
      @Override
      public byte[] save(I instance) {
        return save.apply(instance);
      }

      @Override
      public void restore(I instance, byte[] state) {
        restore.accept(instance, state);
      }
    };
  }

  /**
   * Hands over by exported functions {@code save: func() -> list<u8>} and {@code restore:
   * func(state: list<u8>)}, whatever they are called.
   *
   * @param save the name of the first, as {@link OpenInstance#func(String)} takes it
   * @param restore the name of the second
   */
  static HandOver<OpenInstance> named(String save, String restore) {
    Objects.requireNonNull(save, "save");
    Objects.requireNonNull(restore, "restore");
    return of(
        instance -> NamedState.save(instance, save),
        (instance, state) -> instance.func(restore).call((Object) state));
  }
}
