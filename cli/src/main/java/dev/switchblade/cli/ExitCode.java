package dev.switchblade.cli;

/** What the command's exit codes mean. Scripts rely on them: {@code --help} documents each. */
public final class ExitCode {

  /** All went well. */
  public static final int OK = 0;

  /** The component failed: it trapped, reached a limit, or was stopped by a host function. */
  public static final int FAILED = 1;

  /** Wrong usage, or arguments that the function doesn't take. */
  public static final int USAGE = 2;

  /** The file is no component, or imports what nothing provides; or WIT is wrong. */
  public static final int NOT_LINKABLE = 3;

  /** The surroundings are at fault: a file that can't be read, no native library. */
  public static final int ENVIRONMENT = 4;

  private ExitCode() {}
}
