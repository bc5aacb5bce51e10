package dev.switchblade.cli;

import dev.switchblade.codegen.Bindgen;
import java.util.ArrayList;
import java.util.List;

/** The {@code switchblade} command. */
public final class Main {

  private Main() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    RootCommand.run(Main::command, arguments);
  }

  /** The command and what it can do. */
  static RootCommand command() {
    return new RootCommand("Runs WebAssembly components on the JVM.")
        .add("run", new RunCommand().spec())
        .add("compile", new CompileCommand().spec())
        .add("inspect", new InspectCommand().spec())
        .add("compose", new ComposeCommand().spec())
        .add("demo", new DemoCommand().spec())
        .add("doctor", new DoctorCommand().spec())
        .add("bindgen", Bindgen.spec())
        .add("training-run", new TrainingRun().spec())
        .footer("Examples:", examples());
  }

  private static String[] examples() {
    List<String> lines = new ArrayList<>();
    lines.add("  switchblade demo");
    lines.add("  switchblade inspect calculator.wasm");
    lines.add("  switchblade run calculator.wasm --invoke 'add(1, 2)'");
    lines.add("  switchblade compose -o app.wasm --plug auth.wasm processor.wasm");
    lines.add("  switchblade run --help");
    // The launcher of a checkout knows more commands; an installation has none of them.
    String tools = System.getProperty("switchblade.cli.tools", "");
    if (!tools.isEmpty()) {
      lines.add("");
      lines.add("For work on Switchblade itself, in a checkout only:");
      for (String tool : tools.split(" ", -1)) {
        lines.add("  switchblade " + tool + " --help");
      }
    }
    return lines.toArray(String[]::new);
  }
}
