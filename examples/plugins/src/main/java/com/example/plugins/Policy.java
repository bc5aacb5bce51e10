package com.example.plugins;

import dev.switchblade.Limits;
import dev.switchblade.StoreConfig;
import dev.switchblade.wasi.Access;
import dev.switchblade.wasi.AccessListener;
import dev.switchblade.wasi.WasiConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * What a plug-in may touch and use up: {@code NAME.properties} beside the plug-in, written by who
 * runs the host, never by who made the plug-in.
 */
final class Policy {

  private static final String FOLDER = "folder.";

  private Policy() {}

  /**
   * Reads a policy.
   *
   * @param file with {@code memory-mib}, {@code deadline-ms}, and {@code folder.GUEST-PATH} for
   *     folders that may be read
   * @param listener hears what the plug-in asks for
   */
  static StoreConfig read(Path file, AccessListener listener) throws IOException {
    var policy = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      policy.load(reader);
    }
    var wasi = WasiConfig.builder().onAccess(listener);
    for (String key : policy.stringPropertyNames()) {
      if (key.startsWith(FOLDER)) {
        Path folder = file.resolveSibling(policy.getProperty(key));
        wasi.preopen(folder, key.substring(FOLDER.length()), Access.READ);
      }
    }
    var limits =
        Limits.defaults()
            .withTotalMemoryBytes(number(policy, "memory-mib") << 20)
            .withDeadline(Duration.ofMillis(number(policy, "deadline-ms")));
    return StoreConfig.builder().limits(limits).wasi(wasi.build()).build();
  }

  private static long number(Properties policy, String key) {
    String text = policy.getProperty(key, "").strip();
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the policy needs a number for " + key + ", and has \"" + text + '"', e);
    }
  }
}
