package dev.switchblade.cli;

/** Whether somebody is watching. */
final class Terminal {

  private Terminal() {}

  /**
   * Says whether the error stream is a terminal. Java can't tell, so the launcher does; without the
   * launcher nobody is.
   */
  static boolean isError() {
    return Boolean.getBoolean("switchblade.cli.terminal");
  }
}
