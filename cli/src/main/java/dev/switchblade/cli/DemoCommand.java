package dev.switchblade.cli;

import dev.switchblade.Engine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Shows what Switchblade does, with components that it brings along. */
final class DemoCommand implements Callable<Integer> {

  private final CommandSpec spec;

  DemoCommand() {
    spec = CommandSpec.wrapWithoutInspection(this);
    spec.usageMessage().description("Shows what Switchblade does, with small components.");
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    var narrator =
        new Narrator(
            spec.commandLine().getOut(), spec.commandLine().getColorScheme().ansi().enabled());
    try (Engine engine = ComponentFile.engine(Engine.builder())) {
      new Demo(narrator, engine).tell();
    }
    return ExitCode.OK;
  }
}
