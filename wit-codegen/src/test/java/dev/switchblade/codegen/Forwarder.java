package dev.switchblade.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A component in which every export calls the import of the same name: made by {@code
 * tests/wit-forwarder}.
 *
 * @param component the component's bytes
 * @param unreachable the exports without such an import, which trap: {@code interface#function}, or
 *     the name of a function of the world
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the engine, and compared by nobody
record Forwarder(byte[] component, Set<String> unreachable) {

  private static final Path TOOL = Path.of(System.getProperty("goldens.forwarder"));
  private static final String UNREACHABLE = "unreachable: ";

  /** Says whether the build had a cargo to make the tool with, or was given one. */
  static boolean isAvailable() {
    return Files.exists(TOOL);
  }

  /**
   * Makes one.
   *
   * @throws IOException if there is none for the world; the message says why. There are worlds for
   *     which {@code wit-component} takes longer than anybody waits
   */
  static Forwarder of(WitInput input) throws IOException, InterruptedException {
    Path out = Files.createTempFile("forwarder", ".wasm");
    Path log = Files.createTempFile("forwarder", ".log");
    try {
      List<String> command = new ArrayList<>(List.of(TOOL.toString()));
      for (String feature : input.features()) {
        command.addAll(List.of("--feature", feature));
      }
      if (input.allFeatures()) {
        command.add("--all-features");
      }
      command.add(input.path().toString());
      if (!input.world().isEmpty()) {
        command.add(input.world());
      }
      command.add(out.toString());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
        throw new IOException("wit-forwarder took longer than two minutes");
      }
      String said = Files.readString(log).strip();
      if (process.exitValue() != 0) {
        throw new IOException(said);
      }
      Set<String> unreachable = new HashSet<>();
      for (String line : said.lines().toList()) {
        if (line.startsWith(UNREACHABLE)) {
          unreachable.add(line.substring(UNREACHABLE.length(), line.lastIndexOf(": ")));
        }
      }
      return new Forwarder(Files.readAllBytes(out), Set.copyOf(unreachable));
    } finally {
      Files.delete(out);
      Files.delete(log);
    }
  }
}
