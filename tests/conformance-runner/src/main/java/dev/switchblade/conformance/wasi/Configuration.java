package dev.switchblade.conformance.wasi;

import dev.switchblade.conformance.wasi.Operation.Unsupported;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a program is run, and what it is expected to do.
 *
 * @param world what the program is: a command, unless it says something else
 * @param proposals what it needs beside files and streams: {@code http}, {@code sockets}
 * @param hasServers whether there are HTTP servers for it to talk to
 * @param operations in their order
 */
record Configuration(
    String world, Set<String> proposals, boolean hasServers, List<Operation> operations) {

  static final String COMMAND = "wasi:cli/command";

  Configuration {
    proposals = Set.copyOf(proposals);
    operations = List.copyOf(operations);
  }

  /** Why it can't be run here; null if it can. */
  @Nullable String obstacle() {
    if (!world.equals(COMMAND)) {
      return "it is for the world " + world + ", and programs are all that can be run";
    }
    if (hasServers) {
      return "it needs HTTP servers, which this runner doesn't have";
    }
    for (Operation operation : operations) {
      if (operation instanceof Unsupported(String what)) {
        return "this runner doesn't support " + what;
      }
    }
    return null;
  }
}
