package dev.switchblade.maven;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the generator found something wrong, for editors that can show it there.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
record WitError(String file, int line, int column) {

  private static final Pattern PLACE =
      Pattern.compile("^\\s*-->\\s*(.+):(\\d{1,9}):(\\d{1,9})\\s*$", Pattern.MULTILINE);

  /** Finds the first place that a message names. */
  static Optional<WitError> in(String message) {
    Matcher matcher = PLACE.matcher(message);
    if (!matcher.find()) {
      return Optional.empty();
    }
    return Optional.of(
        new WitError(
            matcher.group(1),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3))));
  }
}
