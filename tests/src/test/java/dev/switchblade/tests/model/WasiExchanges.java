package dev.switchblade.tests.model;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import org.jspecify.annotations.Nullable;

/** Calls of functions that use WASI. */
final class WasiExchanges {

  private WasiExchanges() {}

  @SuppressWarnings("unused") // one of many
  static Exchange print(Actor actor, InstanceModel instance, Dice dice) {
    String text = dice.of("line\n", "one\ntwo\n", "no end", "");
    return new Exchange(text) {
      @Override
      void write(ImageWriter image) {
        image.putString(0, text);
      }
    };
  }

  /** Nothing is granted, which somebody may hear of. */
  @SuppressWarnings("unused") // as above
  static Exchange lookUp(Actor actor, InstanceModel instance, Dice dice) {
    return new Exchange("example.com") {
      @Override
      void write(ImageWriter image) {
        image.putString(0, "example.com");
      }

      @Override
      Object read(ImageReader image) {
        return image.getInt(0);
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return Integer.valueOf(1).equals(result);
      }
    };
  }

  /** Neither arguments nor a result. */
  @SuppressWarnings("unused") // as above
  static Exchange nothing(Actor actor, InstanceModel instance, Dice dice) {
    return new Exchange() {
      @Override
      void write(ImageWriter image) {}

      @Override
      boolean hasHandles() {
        return true;
      }
    };
  }
}
