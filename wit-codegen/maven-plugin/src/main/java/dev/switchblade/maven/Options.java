package dev.switchblade.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** What the user says about the code to generate; null and empty mean the generator's default. */
record Options(
    @Nullable String world,
    @Nullable String packageName,
    @Nullable String className,
    List<String> features,
    boolean allFeatures,
    boolean implementWasi,
    boolean throwErrors,
    List<Mapping> mappings) {

  /**
   * Returns the generator's command line.
   *
   * @throws MojoFailureException if a mapping is incomplete
   */
  List<String> arguments(Path output, Path input) throws MojoFailureException {
    var arguments = new ArrayList<String>();
    add(arguments, "--world", world);
    add(arguments, "--package", packageName);
    add(arguments, "--class-name", className);
    for (String feature : features) {
      add(arguments, "--feature", feature);
    }
    if (allFeatures) {
      arguments.add("--all-features");
    }
    if (implementWasi) {
      arguments.add("--implement-wasi");
    }
    if (throwErrors) {
      arguments.add("--throw-errors");
    }
    for (Mapping mapping : mappings) {
      add(arguments, "--map", mapping.argument());
    }
    add(arguments, "--output", output.toString());
    arguments.add(input.toString());
    return arguments;
  }

  private static void add(List<String> arguments, String option, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      arguments.add(option);
      arguments.add(value.strip());
    }
  }
}
