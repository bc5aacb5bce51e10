package dev.switchblade.tests.model;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Calls of functions on numbers and lists of numbers. */
final class NumberExchanges {

  private NumberExchanges() {}

  @SuppressWarnings("unused") // one of many
  static Exchange add(Actor actor, InstanceModel instance, Dice dice) {
    int a = dice.anyInt();
    int b = dice.anyInt();
    return new Exchange(a, b) {
      @Override
      void write(ImageWriter image) {
        image.putInt(0, a);
        image.putInt(4, b);
      }

      @Override
      Object read(ImageReader image) {
        return image.getInt(0);
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return Integer.valueOf(a + b).equals(result);
      }
    };
  }

  @SuppressWarnings("unused") // as above
  static Exchange spin(Actor actor, InstanceModel instance, Dice dice) {
    int times = dice.below(1_000);
    return new Exchange(times) {
      @Override
      void write(ImageWriter image) {
        image.putInt(0, times);
      }
    };
  }

  @SuppressWarnings("unused") // as above
  static Exchange trap(Actor actor, InstanceModel instance, Dice dice) {
    return new Exchange() {
      @Override
      void write(ImageWriter image) {}

      @Override
      boolean fails() {
        return true;
      }
    };
  }

  @SuppressWarnings("unused") // as above
  static Exchange sum(Actor actor, InstanceModel instance, Dice dice) {
    int[] numbers = numbers(dice);
    return new Exchange((Object) numbers) {
      @Override
      void write(ImageWriter image) {
        image.putInts(0, numbers);
      }

      @Override
      Object read(ImageReader image) {
        return image.getInt(0);
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return Integer.valueOf(Arrays.stream(numbers).sum()).equals(result);
      }
    };
  }

  static int[] numbers(Dice dice) {
    int start = dice.anyInt();
    return IntStream.range(0, dice.length()).map(i -> start * i).toArray();
  }

  @SuppressWarnings("unused") // as above
  static Exchange numbers(Actor actor, InstanceModel instance, Dice dice) {
    int count = dice.length();
    int[] expected = IntStream.range(0, count).toArray();
    return new Exchange(count) {
      @Override
      void write(ImageWriter image) {
        image.putInt(0, count);
      }

      @Override
      Object read(ImageReader image) {
        return image.getInts(0);
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return result instanceof int[] numbers && Arrays.equals(expected, numbers);
      }

      @Override
      byte[] visited() {
        ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(expected);
        return bytes.array();
      }
    };
  }

  @SuppressWarnings("unused") // as above
  static Exchange echoBytes(Actor actor, InstanceModel instance, Dice dice) {
    byte[] bytes = new byte[dice.length() * dice.below(5)];
    Arrays.fill(bytes, (byte) dice.anyInt());
    return new Exchange((Object) bytes) {
      @Override
      void write(ImageWriter image) {
        image.putBytes(0, bytes);
      }

      @Override
      Object read(ImageReader image) {
        return image.getBytes(0);
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return result instanceof byte[] echo && Arrays.equals(bytes, echo);
      }

      @Override
      byte[] visited() {
        return bytes;
      }
    };
  }
}
