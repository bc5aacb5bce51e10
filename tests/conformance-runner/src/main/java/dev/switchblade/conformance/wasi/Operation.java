package dev.switchblade.conformance.wasi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step of a test. What is written and read is text in UTF-8. */
sealed interface Operation {

  /** One of a program's streams that it writes to. */
  enum Stream {
    STDOUT,
    STDERR;

    /** As configurations name it. */
    @Override
    public String toString() {
      return this == STDOUT ? "stdout" : "stderr";
    }
  }

  /**
   * Starts the program.
   *
   * @param args what follows its name
   * @param env its environment variables, all of them
   * @param root the folder, beside the program, that it sees as {@code /}; null for none
   * @param dirs folders beside the program that it sees by their own names
   */
  record Run(List<String> args, Map<String, String> env, @Nullable String root, List<String> dirs)
      implements Operation {
    public Run {
      args = List.copyOf(args);
      env = Map.copyOf(env);
      dirs = List.copyOf(dirs);
    }
  }

  /** Writes to the program's standard input. */
  record Write(String payload) implements Operation {}

  /** Reads as much of what the program writes as is expected, and compares it. */
  record Read(Stream stream, String payload) implements Operation {}

  /** Connects to the TCP address that is the next line of the program's standard output. */
  record Connect(String id) implements Operation {}

  /** Sends to the program over a connection. */
  record Send(String id, String payload) implements Operation {}

  /** Receives as much as is expected over a connection, and compares it. */
  record Receive(String id, String payload) implements Operation {}

  /** Ends the program's standard input, and waits until the program has ended. */
  record Wait(int exitCode) implements Operation {}

  /** Something that this runner can't do. */
  record Unsupported(String what) implements Operation {}
}
