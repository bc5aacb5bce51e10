package dev.switchblade.cli;

import java.util.Locale;

/** Durations, for people. */
final class Elapsed {

  private Elapsed() {}

  /** A duration with three digits or so, such as {@code 12.3 ms}. */
  static String text(long nanoseconds) {
    if (nanoseconds < 1_000) {
      return nanoseconds + " ns";
    }
    if (nanoseconds < 1_000_000) {
      return String.format(Locale.ROOT, "%.1f µs", nanoseconds / 1e3);
    }
    if (nanoseconds < 1_000_000_000) {
      return String.format(Locale.ROOT, "%.1f ms", nanoseconds / 1e6);
    }
    return String.format(Locale.ROOT, "%.2f s", nanoseconds / 1e9);
  }
}
