package dev.switchblade.codegen;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The generator as a command: {@code switchblade bindgen}. Its exit code is 0 if all went well, 1
 * if the WIT is wrong or the files can't be written, and 2 for wrong usage.
 *
 * <p>Defined with picocli's builders: reading its annotations takes a starting process longer than
 * all the rest.
 */
public final class Bindgen implements Callable<Integer> {

  private final CommandSpec spec;

  private Bindgen() {
    spec = CommandSpec.wrapWithoutInspection(this).name("bindgen");
    spec.addPositional(
            PositionalParamSpec.builder()
                .paramLabel("WIT")
                .type(Path.class)
                .required(true)
                .description(
                    "A WIT folder with its deps, a .wit file, or a WIT package or component in",
                    "WebAssembly.")
                .build())
        .addOption(
            OptionSpec.builder("-o", "--output")
                .type(Path.class)
                .required(true)
                .paramLabel("FOLDER")
                .description(
                    "The source folder that the files go to: one for each world, since what an",
                    "earlier run wrote there and this one doesn't is deleted.")
                .build())
        .addOption(text("NAME", "The world, if there are several.", "-w", "--world"))
        .addOption(
            text(
                "JAVA.PACKAGE",
                "The package of the world's class; named after the WIT package unless given.",
                "-p",
                "--package"))
        .addOption(
            text(
                "NAME",
                "The name of the world's class; named after the world unless given.",
                "--class-name"))
        .addOption(
            OptionSpec.builder("--feature")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("NAME")
                .description("Turns a feature on, for what is @unstable.")
                .build())
        .addOption(flag("Turns all features on.", "--all-features"))
        .addOption(
            flag(
                "The host implements WASI too, which the native library does otherwise.",
                "--implement-wasi"))
        .addOption(
            flag(
                "Functions that return a result return its value, and throw its error.",
                "--throw-errors"))
        .addOption(
            OptionSpec.builder("--map")
                .type(Map.class)
                .auxiliaryTypes(String.class, String.class)
                .paramLabel("WIT=JAVA")
                .description(
                    "Java that is there already: a package for an interface",
                    "(wasi:http/types=com.acme.http), a class and its converter for a type",
                    "(acme:time/types.instant=java.time.Instant:com.acme.Instants).")
                .build());
    spec.usageMessage()
        .sortOptions(false)
        .description("Writes typed Java for a WIT world.")
        .footerHeading("%nExample:%n")
        .footer("  switchblade bindgen --package com.acme --output src/generated/java wit");
  }

  private static OptionSpec text(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  private static OptionSpec flag(String description, String name) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }

  /** The command, to be put among others or run alone. */
  public static CommandSpec spec() {
    return new Bindgen().spec;
  }

  /** Runs the command, and ends the process with its exit code. */
  public static void main(String[] arguments) {
    CommandSpec spec = spec();
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Shows this help and exits.")
            .build());
    System.exit(new CommandLine(spec).execute(arguments));
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    GeneratorOptions options;
    try {
      options = options();
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return ExitCode.USAGE;
    }
    try {
      Path output = spec.findOption("--output").getValue();
      Generator.generate(options).writeTo(output);
      return ExitCode.OK;
    } catch (GenerationException e) {
      err.println(e.getMessage());
    } catch (IOException e) {
      err.println("the files could not be written: " + e);
    }
    return ExitCode.SOFTWARE;
  }

  private GeneratorOptions options() {
    Path input = spec.positionalParameters().getFirst().getValue();
    var options =
        GeneratorOptions.builder(input)
            .world(text("--world"))
            .packageName(text("--package"))
            .className(text("--class-name"))
            .allFeatures(flag("--all-features"))
            .implementWasi(flag("--implement-wasi"))
            .throwErrors(flag("--throw-errors"));
    @Nullable List<String> features = spec.findOption("--feature").getValue();
    if (features != null) {
      features.forEach(options::feature);
    }
    @Nullable Map<String, String> mappings = spec.findOption("--map").getValue();
    if (mappings != null) {
      mappings.forEach(options::map);
    }
    return options.build();
  }

  private String text(String option) {
    @Nullable String given = spec.findOption(option).getValue();
    return given == null ? "" : given;
  }

  private boolean flag(String option) {
    @Nullable Boolean given = spec.findOption(option).getValue();
    return given != null && given;
  }
}
