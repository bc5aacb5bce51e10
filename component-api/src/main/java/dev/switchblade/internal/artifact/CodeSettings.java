package dev.switchblade.internal.artifact;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings of an engine that compiled code depends on, as artifacts carry them: those that are
 * not as they are unless set, in the form {@code {fuel=true, interruptible=true}}.
 */
public final class CodeSettings {

  private CodeSettings() {}

  /** The settings by their names. */
  public static Map<String, String> parse(String settings) {
    Map<String, String> parsed = new TreeMap<>();
    for (String setting : settings.substring(1, settings.length() - 1).split(", ", -1)) {
      int separator = setting.indexOf('=');
      if (separator > 0) {
        parsed.put(setting.substring(0, separator), setting.substring(separator + 1));
      }
    }
    return parsed;
  }

  /** The settings in words, for messages. */
  public static String text(String settings) {
    Map<String, String> parsed = parse(settings);
    return parsed.isEmpty()
        ? "the default settings"
        : parsed.entrySet().stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
