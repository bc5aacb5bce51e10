package dev.switchblade.codegen.wit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A place in a WIT file.
 *
 * @param file the file
 * @param line from 1
 * @param column from 1
 */
public record Place(Path file, int line, int column) {

  /** Reads {@code file:line:column}. */
  static Place parse(String text) {
    int column = text.lastIndexOf(':');
    int line = text.lastIndexOf(':', column - 1);
    return new Place(
        Path.of(text.substring(0, line)),
        Integer.parseInt(text.substring(line + 1, column)),
        Integer.parseInt(text.substring(column + 1)));
  }

  /** The place, its line, and a caret below: what a message ends with. */
  public String pointer() {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException | UncheckedIOException e) {
      lines = List.of();
    }
    String place = "     --> " + this;
    if (line > lines.size()) {
      return place;
    }
    // As the parser shows places, too.
    return String.join(
        "\n",
        place,
        "      |",
        "%5d | %s".formatted(line, shown(lines.get(line - 1))),
        "      | " + " ".repeat(Math.max(0, column - 1 - start())) + "^");
  }

  /** The most that is shown of a line. */
  private static final int WIDTH = 200;

  /** Where the part of the line begins that is shown. */
  private int start() {
    return Math.max(0, column - WIDTH / 2);
  }

  private String shown(String text) {
    int end = Math.min(text.length(), start() + WIDTH);
    return start() >= end ? "" : text.substring(start(), end);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
