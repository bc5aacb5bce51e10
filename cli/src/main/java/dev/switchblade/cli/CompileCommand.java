package dev.switchblade.cli;

import dev.switchblade.CompilationException;
import dev.switchblade.Engine;
import dev.switchblade.Engine.OptimizationLevel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Compiles a component ahead of time: into a file, into the cache of an engine, or both. */
final class CompileCommand implements Callable<Integer> {

  private final CommandSpec spec;

  CompileCommand() {
    spec = CommandSpec.wrapWithoutInspection(this);
    spec.addPositional(ComponentFile.parameter())
        .addOption(
            EngineOptions.file("--output", "OUT")
                .names("-o", "--output")
                .description(
                    "Where the compiled component goes. An OUT that is there", "is replaced.")
                .build())
        .addOption(
            EngineOptions.file("--key", "KEYFILE")
                .description(
                    "The key that OUT is written with, and loaded: 32 random",
                    "bytes or more, in a file that nobody else may read.")
                .build())
        .addOption(
            EngineOptions.file("--new-key", "KEYFILE")
                .description("The same, and makes the file.")
                .build())
        .addOption(EngineOptions.cache())
        .addOption(EngineOptions.compiler())
        .addOption(
            OptionSpec.builder("--optimize")
                .paramLabel("LEVEL")
                .arity("1")
                .type(OptimizationLevel.class)
                .converters(new LevelConverter())
                .description("none, speed (unless given) or speed-and-size.")
                .build())
        .addOption(flag("--interruptible", "For deadlines and interrupts of guests that run."))
        .addOption(flag("--fuel", "For limits of fuel."))
        .addOption(
            flag(
                "--concurrency",
                "For engines with concurrency support. What can't do",
                "without is compiled so anyway."))
        .addOption(flag("--nan-canonicalization", "NaNs have the same bits everywhere."))
        .addOption(flag("--no-source-lines", "Guests' backtraces name no lines."))
        .addOption(
            OptionSpec.builder("--pool-memory")
                .paramLabel("SIZE")
                .arity("1")
                .type(MemorySize.class)
                .converters(new MemorySize.Converter())
                .description(
                    "For engines whose pool has memories of this size,",
                    "such as 64MiB (Pooling.withMemoryBytes).")
                .build())
        .addOption(EngineOptions.features());
    spec.usageMessage()
        .sortOptions(false)
        .description(
            "Compiles a component ahead of time, for `switchblade run --key`,",
            "Engine.deserialize, or an engine with a cache directory.")
        .footerHeading("%nExamples:%n")
        .footer(
            "  switchblade compile shop.wasm -o shop.cwasm --new-key shop.key",
            "  switchblade run shop.cwasm --key shop.key --invoke 'total()'",
            "  switchblade compile shop.wasm --cache /var/cache/shop --interruptible",
            "",
            "What is compiled is for the version of Switchblade and the kind of processor that",
            "compiled it, and for engines with the same settings: --interruptible for",
            "Engine.Builder.interruptible, and so on.");
  }

  CommandSpec spec() {
    return spec;
  }

  private static OptionSpec flag(String name, String... description) {
    return OptionSpec.builder(name).arity("0").description(description).build();
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Path file = spec.commandLine().getParseResult().matchedPositionalValue(0, Path.of(""));
    @Nullable Path named = EngineOptions.file(spec, "--output");
    @Nullable OutputFile output = named == null ? null : new OutputFile(named);
    @Nullable Path newKey = EngineOptions.file(spec, "--new-key");
    requireWhatBelongsTogether(output);
    // Whatever can be wrong with the files is found before minutes are spent.
    if (output != null) {
      requireUsable(output, file);
    }
    if (newKey != null) {
      KeyFile.requireAbsent(newKey);
    }
    ComponentFile.requireNoArtifact(
        file, ExitCode.NOT_LINKABLE, "compile the component that it was made of");
    @Nullable Path oldKey = EngineOptions.file(spec, "--key");
    @Nullable SecretKey key = oldKey == null ? null : KeyFile.read(oldKey);
    try (var compiled = compile(file, Progress.on(spec.commandLine().getErr()))) {
      if (output == null) {
        return ExitCode.OK;
      }
      if (newKey != null) {
        key = KeyFile.create(newKey);
        out.println("made " + newKey + ", for this user alone");
      }
      if (key != null) {
        byte[] artifact = compiled.component().serialize(key);
        output.write(artifact);
        out.printf(Locale.ROOT, "wrote %s, %,d bytes%n", output, artifact.length);
      }
    }
    return ExitCode.OK;
  }

  private void requireWhatBelongsTogether(@Nullable OutputFile output) {
    int keys = (isGiven("--key") ? 1 : 0) + (isGiven("--new-key") ? 1 : 0);
    if (output == null && !isGiven("--cache")) {
      throw wrong("where does it go? Name a file with -o, or a folder with --cache");
    }
    if (output == null && keys > 0) {
      throw wrong("a key is for a file: name one with -o. A cache has none");
    }
    if (output != null && keys == 0) {
      throw wrong(
          "which key? -o needs --key KEYFILE, or --new-key KEYFILE, which makes one: what is"
              + " compiled is executed as it is, and the key tells that it is yours");
    }
    if (keys > 1) {
      throw wrong("--key is for a key that is there, and --new-key makes one: name one of them");
    }
  }

  private boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void requireUsable(OutputFile output, Path file) {
    for (String other : new String[] {"--key", "--new-key"}) {
      @Nullable Path key = EngineOptions.file(spec, other);
      if (key != null && output.isSame(key)) {
        throw wrong("-o and " + other + " name the same file: " + output);
      }
    }
    if (output.isSame(file)) {
      throw wrong("-o names the component itself: " + output);
    }
    output.requireUsable();
  }

  /** With concurrency support if the component can't do without. */
  private ComponentFile compile(Path file, Progress progress) {
    try {
      return ComponentFile.compile(file, settings(), progress);
    } catch (CompilationException e) {
      if (e.reason() != CompilationException.Reason.NEEDS_CONCURRENCY) {
        throw e;
      }
      return ComponentFile.compile(file, settings().concurrency(true), progress);
    }
  }

  private Engine.Builder settings() {
    Engine.Builder settings = Engine.builder();
    @Nullable OptimizationLevel level = spec.findOption("--optimize").getValue();
    if (level != null) {
      settings.optimization(level);
    }
    settings
        .interruptible(isGiven("--interruptible"))
        .fuel(isGiven("--fuel"))
        .concurrency(isGiven("--concurrency"))
        .nanCanonicalization(isGiven("--nan-canonicalization"))
        .sourceLines(!isGiven("--no-source-lines"));
    @Nullable MemorySize memory = spec.findOption("--pool-memory").getValue();
    if (memory != null) {
      settings.pooling(Engine.Pooling.of(1).withMemoryBytes(pooled(memory)));
    }
    return EngineOptions.apply(spec, settings);
  }

  private long pooled(MemorySize memory) {
    if (memory.bytes() < 64 << 10 || memory.bytes() > 4L << 30) {
      throw wrong("--pool-memory: expected 64KiB to 4GiB, got " + memory.bytes() + " bytes");
    }
    return memory.bytes();
  }
}
