package dev.switchblade.tests.model;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls of functions on strings. */
final class TextExchanges {

  private TextExchanges() {}

  @SuppressWarnings("unused") // one of many
  static Exchange echo(Actor actor, InstanceModel instance, Dice dice) {
    String text = dice.text();
    return new Exchange(text) {
      @Override
      void write(ImageWriter image) {
        image.putString(0, text);
      }

      @Override
      Object read(ImageReader image) {
        return image.getString(0);
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return text.equals(result);
      }
    };
  }

  @SuppressWarnings("unused") // as above
  static Exchange echoAll(Actor actor, InstanceModel instance, Dice dice) {
    List<String> texts = Stream.generate(dice::text).limit(dice.below(6)).toList();
    return new Exchange(texts) {
      @Override
      void write(ImageWriter image) {
        image.putList(0, texts, 8, 4, ImageWriter::putString);
      }

      @Override
      Object read(ImageReader image) {
        return image.<String>getList(0, 8, ImageReader::getString);
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return texts.equals(result);
      }
    };
  }

  /** The guest hands its arguments on to the host, which answers. */
  @SuppressWarnings("unused") // as above
  static Exchange relay(Actor actor, InstanceModel instance, Dice dice) {
    String text = dice.text();
    int[] numbers = NumberExchanges.numbers(dice);
    return new Exchange(text, numbers) {
      @Override
      void write(ImageWriter image) {
        image.putString(0, text);
        image.putInts(8, numbers);
      }

      @Override
      Object read(ImageReader image) {
        return image.getString(0);
      }

      @Override
      boolean isAnswer(@Nullable Object result) {
        return Host.answer(text, numbers).equals(result);
      }
    };
  }
}
