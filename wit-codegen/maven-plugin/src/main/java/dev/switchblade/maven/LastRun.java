package dev.switchblade.maven;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last run of the generator that succeeded, kept as a text file.
 *
 * @param inputs what it was given, see {@link Inputs}
 * @param outputs the files it wrote, by their names below the output folder
 */
record LastRun(List<String> inputs, List<String> outputs) {

  private static final String OUTPUT = "output ";

  LastRun {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** Reads what {@link #write} wrote; empty if there is nothing, or nothing that can be read. */
  static Optional<LastRun> read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException | CharacterCodingException e) {
      return Optional.empty();
    }
    var inputs = new ArrayList<String>();
    var outputs = new ArrayList<String>();
    for (String line : lines) {
      if (line.startsWith(OUTPUT)) {
        outputs.add(line.substring(OUTPUT.length()));
      } else {
        inputs.add(line);
      }
    }
    return Optional.of(new LastRun(inputs, outputs));
  }

  void write(Path file) throws IOException {
    var lines = new ArrayList<>(inputs);
    outputs.forEach(output -> lines.add(OUTPUT + output));
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  /**
   * Says why the generator must run again; empty if its files are those of a run with these inputs.
   */
  Optional<String> difference(List<String> current, Path outputDirectory) {
    for (String line : current) {
      if (!inputs.contains(line)) {
        return Optional.of("new or changed: " + line);
      }
    }
    for (String line : inputs) {
      if (!current.contains(line)) {
        return Optional.of("no longer there: " + line);
      }
    }
    if (!inputs.equals(current)) {
      return Optional.of("another order of arguments or of the class path");
    }
    for (String output : outputs) {
      if (!Files.isRegularFile(outputDirectory.resolve(output))) {
        return Optional.of("missing: " + output);
      }
    }
    return Optional.empty();
  }
}
