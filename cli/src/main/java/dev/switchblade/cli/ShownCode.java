package dev.switchblade.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The lines of {@link Demo}'s own source between {@code // show NAME} and {@code // end}: what the
 * demo shows is what it runs.
 */
final class ShownCode {

  private final List<String> source;

  private ShownCode(List<String> source) {
    this.source = source;
  }

  /** Reads the source, which lies beside the class. */
  static ShownCode ofDemo() {
    return new ShownCode(
        new String(resource("Demo.java"), StandardCharsets.UTF_8).lines().toList());
  }

  /** A part of the source, without its indentation. */
  String part(String name) {
    int start = source.stream().map(String::strip).toList().indexOf("// show " + name) + 1;
    if (start == 0) {
      throw new IllegalArgumentException("the demo has no part " + name);
    }
    return source.stream()
        .skip(start)
        .takeWhile(line -> !line.strip().equals("// end"))
        .collect(Collectors.joining("\n"))
        .stripIndent();
  }

  /** A file from beside this class. */
  static byte[] resource(String name) {
    try (InputStream in = ShownCode.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("switchblade-cli was packaged without " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
