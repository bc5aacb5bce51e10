package dev.switchblade.conformance;

import java.util.List;

/**
 * Whether a failure is the one that a script means: its message has the script's text in it, or
 * says the same in other words that Wasmtime's own runner takes for it.
 */
final class Messages {

  /**
   * Texts that are as good as another: a message with one serves a script that asks for the other.
   */
  private record Same(String asked, String said) {}

  private static final List<Same> SAME =
      List.of(
          // As in wasmtime-wast: scripts of the specification say it somewhat differently.
          new Same("cannot write", "cannot write"), new Same("cannot read", "cannot read"));

  private Messages() {}

  static boolean match(String asked, String said) {
    if (said.contains(asked)) {
      return true;
    }
    return SAME.stream()
        .anyMatch(same -> asked.contains(same.asked()) && said.contains(same.said()));
  }
}
