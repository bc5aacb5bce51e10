package dev.switchblade.cli;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.bindings.NativeLibrary;
import dev.switchblade.wit.Wave;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Says what this installation consists of, and whether it works. */
final class DoctorCommand implements Callable<Integer> {

  private static final String ADDER =
      """
      (component
        (core module $adder
          (func (export "add") (param i32 i32) (result i32)
            (i32.add (local.get 0) (local.get 1))))
        (core instance $adder (instantiate $adder))
        (func (export "add") (param "a" u32) (param "b" u32) (result u32)
          (canon lift (core func $adder "add"))))
      """;

  private final CommandSpec spec;

  DoctorCommand() {
    spec = CommandSpec.wrapWithoutInspection(this);
    spec.usageMessage()
        .description(
            "Says what is installed, and whether it works.",
            "The exit code is 0 if it does, and 1 if it doesn't.");
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    out().println(RootCommand.version());
    line(
        "platform",
        property("os.name") + " " + property("os.version") + ", " + property("os.arch"));
    line("Java", property("java.runtime.version") + ", " + property("java.vendor"));
    line("", property("java.home"));
    line("AOT cache", AotCache.ofThisProcess().toString());
    Throwable cause = Engine.unavailabilityCause();
    if (cause != null) {
      line("native library", "not available");
      out().println();
      out().println(cause.getMessage());
      return ExitCode.FAILED;
    }
    line("native library", NativeLibrary.location().toString());
    try {
      line("a call", "add(1, 2) = " + add());
    } catch (RuntimeException e) {
      line("a call", "failed: " + e.getMessage());
      return ExitCode.FAILED;
    }
    return ExitCode.OK;
  }

  private static String add() {
    try (Engine engine = Engine.create();
        Component adder = engine.compileText(ADDER);
        var store = new Store(engine)) {
      return Wave.call(new Linker(engine).instantiate(store, adder), "add(1, 2)");
    }
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private void line(String what, String text) {
    out().printf("%-16s%s%n", what, text);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
