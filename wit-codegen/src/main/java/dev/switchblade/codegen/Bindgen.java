package dev.switchblade.codegen;

import dev.switchblade.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The generator as a command: {@code switchblade bindgen}. Its exit code is 0 if all went well, 2
 * for wrong usage, 3 if the WIT is wrong or has what Java can't have, and 4 if a file can't be read
 * or written, or there is no native library.
 *
 * <p>As one command of many it fails by its exceptions, of which the others know how to tell:
 * {@link ParameterException}, {@link GenerationException}, and {@link UncheckedIOException}.
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

  /** The command, to be put among others. */
  public static CommandSpec spec() {
    return new Bindgen().spec;
  }

  /** Runs the command, and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command, to be run alone. */
  static CommandLine commandLine() {
    CommandSpec spec = spec();
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Shows this help and exits.")
            .build());
    return new CommandLine(spec)
        .setParameterExceptionHandler(Bindgen::wrongUsage)
        .setExecutionExceptionHandler(Bindgen::failed);
  }

  /** Run alone, for a build tool for example, it says what is wrong and no more. */
  private static int wrongUsage(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    command.getErr().println(exception.getMessage());
    if (!(exception.getCause() instanceof IllegalArgumentException)) {
      command.usage(command.getErr());
    }
    return ExitCode.USAGE;
  }

  private static final int WRONG_WIT = 3;
  private static final int ENVIRONMENT = 4;

  private static int failed(Exception exception, CommandLine command, ParseResult parsed)
      throws Exception {
    int exitCode =
        switch (exception) {
          case GenerationException _ -> WRONG_WIT;
          case UncheckedIOException _ -> ENVIRONMENT;
          default -> throw exception;
        };
    command.getErr().println(exception.getMessage());
    return exitCode;
  }

  @Override
  public Integer call() {
    GeneratorOptions options;
    try {
      options = options();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    if (!Files.isReadable(options.input())) {
      String why =
          Files.exists(options.input()) ? "this user may not read it" : "there is no such file";
      String message = options.input() + ": " + why;
      throw new UncheckedIOException(message, new IOException(message));
    }
    Throwable missing = Engine.unavailabilityCause();
    if (missing != null) {
      String message = String.valueOf(missing.getMessage());
      throw new UncheckedIOException(message, new IOException(missing));
    }
    GeneratedSources sources = Generator.generate(options);
    Path output = spec.findOption("--output").getValue();
    try {
      sources.writeTo(output);
    } catch (IOException e) {
      throw new UncheckedIOException("the files could not be written: " + e, e);
    }
    int count = sources.files().size();
    spec.commandLine()
        .getOut()
        .println(
            (count == 1 ? "1 file" : count + " files")
                + " in "
                + output
                + "; the world is "
                + sources.world());
    return ExitCode.OK;
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
