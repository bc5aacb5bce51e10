package dev.switchblade.tests.model;

import java.util.SplittableRandom;

/** Decides what a step does, the same each time. */
final class Dice {

  private final SplittableRandom random;

  Dice(long entropy) {
    random = new SplittableRandom(entropy);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int count) {
    return random.nextInt(count) == 0;
  }

  int anyInt() {
    return random.nextInt();
  }

  long anyLong() {
    return random.nextLong();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final <T> T of(T... choices) {
    return choices[below(choices.length)];
  }

  /** Mostly short, sometimes longer than what is copied through an image. */
  int length() {
    return switch (below(12)) {
      case 0 -> 0;
      case 1 -> 2_000 + below(2_000);
      case 2 -> 100 + below(500);
      default -> below(20);
    };
  }

  String text() {
    int length = length();
    String alphabet = of("abcdefgh?\0", "ab\u00e9\u4e2d?x");
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(below(alphabet.length())));
    }
    return text.toString();
  }
}
