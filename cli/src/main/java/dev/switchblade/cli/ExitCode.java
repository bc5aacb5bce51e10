package dev.switchblade.cli;

/**
 * What the command's exit codes mean. Scripts rely on them: {@code --help} and {@code docs/cli.md}
 * document each. A program that runs has its own, from 0 to 255.
 */
public final class ExitCode {

  /** All went well. */
  public static final int OK = 0;

  /** What was tried has failed: a program says so itself, a check found something. */
  public static final int FAILED = 1;

  /** Wrong usage, or arguments that the function doesn't take. */
  public static final int USAGE = 2;

  /** The file is no component, or imports what nothing provides; or WIT is wrong. */
  public static final int NOT_LINKABLE = 3;

  /** The surroundings are at fault: a file that can't be read, a full disk, no native library. */
  public static final int ENVIRONMENT = 4;

  /** A mistake of Switchblade's own; the number is that of {@code EX_SOFTWARE}. */
  public static final int MISTAKE = 70;

  /** A limit was reached, such as the deadline; the number is that of {@code timeout}. */
  public static final int LIMIT = 124;

  /** The component trapped. As a shell has it for a process that aborts, and {@code wasmtime}. */
  public static final int TRAP = 134;

  /** Nobody reads the output any more. As a shell has it for a process that SIGPIPE ends. */
  public static final int BROKEN_PIPE = 141;

  private ExitCode() {}
}
