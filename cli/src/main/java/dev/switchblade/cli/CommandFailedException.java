package dev.switchblade.cli;

import org.jspecify.annotations.Nullable;

/** Ends a command with a message that is complete, and an {@linkplain ExitCode exit code}. */
public final class CommandFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int exitCode;

  /**
   * Ends a command.
   *
   * @param exitCode one of {@link ExitCode}
   * @param message what the user reads
   * @param cause what {@code --debug} shows, if there is something
   */
  public CommandFailedException(int exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /**
   * Ends a command.
   *
   * @param exitCode one of {@link ExitCode}
   * @param message what the user reads
   */
  public CommandFailedException(int exitCode, String message) {
    this(exitCode, message, null);
  }

  int exitCode() {
    return exitCode;
  }
}
