package dev.switchblade.cli;

import dev.switchblade.Engine;
import dev.switchblade.WasmFeature;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Options for the engine that several commands have. */
final class EngineOptions {

  private EngineOptions() {}

  /** Proposals to WebAssembly that are turned on. */
  static OptionSpec features() {
    return OptionSpec.builder("--feature")
        .paramLabel("NAME")
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(WasmFeature.class)
        .converters(new FeatureConverter())
        .description(
            "A proposal to WebAssembly that is off otherwise, such",
            "as wide-arithmetic.",
            "May be repeated.")
        .build();
  }

  /** What compiles. */
  static OptionSpec compiler() {
    return OptionSpec.builder("--compiler")
        .paramLabel("NAME")
        .arity("1")
        .type(Engine.Compiler.class)
        .converters(new CompilerConverter())
        .description(
            "cranelift (unless given), or winch, which compiles",
            "sooner, to code that takes about twice as long; not",
            "with --fuel.")
        .build();
  }

  /** Where compiled code is kept. */
  static OptionSpec cache() {
    return file("--cache", "FOLDER")
        .description(
            "Keeps compiled code in this folder, and looks there",
            "for it; nobody else may be able to write to it.")
        .build();
  }

  /** What artifacts were written with. */
  static OptionSpec key() {
    return file("--key", "KEYFILE")
        .description("Of a FILE that `switchblade compile` wrote: the key.")
        .build();
  }

  /** An option that takes the name of a file or folder. */
  static OptionSpec.Builder file(String name, String label) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(Path.class)
        .converters(new FileConverter());
  }

  /** What an option of this kind was given, or null. */
  static @Nullable Path file(CommandSpec command, String name) {
    return command.findOption(name).getValue();
  }

  /**
   * Applies those of these options that a command was given.
   *
   * @throws ParameterException if the cache can't be one
   */
  static Engine.Builder apply(CommandSpec command, Engine.Builder settings) {
    List<WasmFeature> features =
        command.commandLine().getParseResult().matchedOptionValue("--feature", List.of());
    for (WasmFeature feature : features) {
      settings.feature(feature, true);
    }
    Engine.@Nullable Compiler compiler = command.findOption("--compiler").getValue();
    if (compiler != null) {
      settings.compiler(compiler);
    }
    @Nullable Path cache = file(command, "--cache");
    if (cache != null) {
      try {
        settings.cacheDirectory(cache);
      } catch (IllegalArgumentException e) {
        String problem = String.valueOf(e.getMessage()).replaceFirst("^cacheDirectory: ", "");
        throw new ParameterException(command.commandLine(), "--cache: " + problem, e);
      }
    }
    return settings;
  }
}
