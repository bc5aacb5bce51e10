package dev.switchblade.cli;

import dev.switchblade.CompilationException;
import dev.switchblade.CompositionException;
import dev.switchblade.GuestException;
import dev.switchblade.LinkException;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.StackSpaceException;
import dev.switchblade.SwitchbladeException;
import dev.switchblade.TrapException;
import dev.switchblade.codegen.GenerationException;
import java.io.UncheckedIOException;

/**
 * How a command ended that didn't end well.
 *
 * @param exitCode one of {@link ExitCode}
 * @param message what the user reads
 */
record Failure(int exitCode, String message) {

  /** Says how an exception is told to the user. */
  static Failure of(Throwable thrown) {
    return switch (thrown) {
      case CommandFailedException e -> new Failure(e.exitCode(), text(e));
      case TrapException e -> new Failure(ExitCode.TRAP, text(e));
      case ResourceLimitException e -> new Failure(ExitCode.LIMIT, text(e) + option(e));
      case GuestException e -> new Failure(ExitCode.FAILED, text(e));
      case StackSpaceException e -> new Failure(ExitCode.FAILED, text(e));
      case GenerationException e -> new Failure(ExitCode.NOT_LINKABLE, text(e));
      case UncheckedIOException e -> new Failure(ExitCode.ENVIRONMENT, text(e));
      case CompilationException e -> new Failure(ExitCode.NOT_LINKABLE, text(e));
      case CompositionException e -> new Failure(ExitCode.NOT_LINKABLE, text(e));
      case LinkException e -> new Failure(ExitCode.NOT_LINKABLE, text(e));
      case SwitchbladeException e -> new Failure(ExitCode.FAILED, text(e));
      case LinkageError e ->
          new Failure(
              ExitCode.ENVIRONMENT,
              "the jars and the native library don't fit together: "
                  + e.getMessage()
                  + "\n`./switchblade --rebuild` builds both from the same sources.");
      default ->
          new Failure(
              ExitCode.MISTAKE,
              "this should not have happened, and is Switchblade's mistake: "
                  + thrown
                  + "\nThe same command with --debug shows where; please report that.");
    };
  }

  /** The option that allows more, if there is one. */
  private static String option(ResourceLimitException reached) {
    return switch (reached.limit()) {
      case MEMORY_BYTES -> "\n--max-memory allows more.";
      case FUEL -> "\n--fuel allows more.";
      case DEADLINE -> "\n--deadline allows more.";
      default -> "";
    };
  }

  private static String text(Throwable thrown) {
    return String.valueOf(thrown.getMessage());
  }
}
