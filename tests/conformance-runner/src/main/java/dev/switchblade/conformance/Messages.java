package dev.switchblade.conformance;

import java.util.List;

/**
 * Whether a failure is the one that a script means: its message has the script's text in it, or
 * says the same in other words that Wasmtime's own runner takes for it.
 */
final class Messages {

  /** As in wasmtime-wast: in scripts of the specification, what follows these may differ. */
  private static final List<String> BEGINNINGS = List.of("cannot write", "cannot read");

  private Messages() {}

  static boolean match(String asked, String said) {
    return said.contains(asked)
        || BEGINNINGS.stream().anyMatch(text -> asked.contains(text) && said.contains(text));
  }
}
