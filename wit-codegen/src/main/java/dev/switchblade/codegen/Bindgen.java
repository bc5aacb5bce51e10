package dev.switchblade.codegen;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The generator as a command: {@code switchblade bindgen}. */
@Command(
    name = "bindgen",
    description = "Writes typed Java for a WIT world.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class Bindgen implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "WIT",
      description = "A WIT folder, a .wit file, or a WIT package or component in WebAssembly.")
  private Path input = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FOLDER",
      description = "The source folder that the files go to.")
  private Path output = Path.of("");

  @Option(
      names = {"-w", "--world"},
      defaultValue = "",
      description = "The world, if there are several.")
  private String world = "";

  @Option(
      names = {"-p", "--package"},
      defaultValue = "",
      paramLabel = "JAVA.PACKAGE",
      description = "The Java package; else it is named after the WIT package.")
  private String packageName = "";

  @Option(
      names = "--class-name",
      defaultValue = "",
      paramLabel = "NAME",
      description = "The name of the world's class; else it is named after the world.")
  private String className = "";

  @Option(
      names = "--feature",
      paramLabel = "NAME",
      description = "Turns a feature on, for what is @unstable.")
  private List<String> features = List.of();

  @Option(names = "--all-features", description = "Turns all features on.")
  private boolean allFeatures;

  @Option(
      names = "--implement-wasi",
      description = "The host implements WASI too, which the native library does otherwise.")
  private boolean implementWasi;

  @Option(
      names = "--map",
      paramLabel = "WIT=JAVA[:CONVERTER]",
      description = {
        "Java that is there already: a package for an interface (wasi:http/types=com.acme.http),",
        "a class and its converter for a type"
            + " (acme:time/types.instant=java.time.Instant:com.acme.Instants)."
      })
  private Map<String, String> mappings = Map.of();

  /** Made by picocli. */
  public Bindgen() {}

  /** Runs the command, and ends the process. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bindgen()).execute(arguments));
  }

  @Override
  public Integer call() {
    PrintWriter err = new CommandLine(this).getErr();
    if (spec != null) {
      err = spec.commandLine().getErr();
    }
    try {
      var options =
          GeneratorOptions.builder(input)
              .world(world)
              .packageName(packageName)
              .className(className)
              .allFeatures(allFeatures)
              .implementWasi(implementWasi);
      features.forEach(options::feature);
      mappings.forEach(options::map);
      Generator.generate(options.build()).writeTo(output);
      return CommandLine.ExitCode.OK;
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return CommandLine.ExitCode.USAGE;
    } catch (GenerationException e) {
      err.println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } catch (IOException e) {
      err.println("the files could not be written: " + e);
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
