package dev.switchblade.cli;

import java.io.PrintWriter;

/** Tells the demo: headings, narration, code, and what came out, each in its own look. */
final class Narrator {

  private static final String BOLD = "1";
  private static final String CODE = "36";
  private static final String OUTPUT = "32";

  private final PrintWriter out;
  private final boolean colours;
  private int step;

  Narrator(PrintWriter out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  /** Starts the next step. */
  void heading(String text) {
    step++;
    out.println();
    out.println(styled(BOLD, step + ". " + text));
  }

  /** Says something, in lines of the caller's making. */
  void say(String text) {
    out.println(text.stripTrailing());
  }

  /** Shows the code that runs. */
  void code(String text) {
    out.println();
    lines("    ", CODE, text);
    out.println();
  }

  /** Shows what it printed or returned. */
  void output(String text) {
    lines("  | ", OUTPUT, Printable.text(text));
  }

  private void lines(String margin, String style, String text) {
    text.stripTrailing()
        .lines()
        .forEach(line -> out.println((margin + styled(style, line)).stripTrailing()));
  }

  private String styled(String style, String text) {
    return colours && !text.isEmpty() ? "\033[" + style + "m" + text + "\033[0m" : text;
  }
}
