package dev.switchblade.cli;

import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.GuestExitException;
import dev.switchblade.Instance;
import dev.switchblade.Limits;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.wit.Wave;
import dev.switchblade.wit.WitItem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs a program, or instantiates a component and calls its functions. */
final class RunCommand implements Callable<Integer> {

  /** What programs export. */
  private static final String RUN = "wasi:cli/run@";

  /** What Java has in the place of bytes that are nothing in the encoding of the process. */
  private static final char UNREADABLE = '\uFFFD';

  private final CommandSpec spec;
  private final Grants grants;

  RunCommand() {
    spec = CommandSpec.wrapWithoutInspection(this);
    spec.addPositional(ComponentFile.parameter())
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel("ARGUMENT")
                .index("1..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("What the program is given; after -- if one begins", "with a dash.")
                .build())
        .addOption(
            OptionSpec.builder("--invoke")
                .paramLabel("CALL")
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                    "A call in WAVE notation; its result goes to stdout.",
                    "May be repeated: the calls are made in order, on one",
                    "instance, until one fails or ends the component.",
                    "Without it a program (wasi:cli/run) is run; of",
                    "anything else the functions are listed.")
                .build())
        .addOption(
            OptionSpec.builder("--max-memory")
                .paramLabel("SIZE")
                .arity("1")
                .type(MemorySize.class)
                .converters(new MemorySize.Converter())
                .description("The most bytes of each memory, such as 64MiB.")
                .build())
        .addOption(
            OptionSpec.builder("--deadline")
                .paramLabel("SECONDS")
                .arity("1")
                .type(Duration.class)
                .converters(new SecondsConverter())
                .description("How long a call may take, such as 0.5.")
                .build())
        .addOption(
            OptionSpec.builder("--fuel")
                .paramLabel("UNITS")
                .arity("1")
                .type(Long.class)
                .converters(new FuelConverter())
                .description("About how many instructions it may execute in all.")
                .build())
        .addOption(EngineOptions.features())
        .addOption(EngineOptions.compiler())
        .addOption(EngineOptions.key())
        .addOption(EngineOptions.cache())
        .addOption(
            OptionSpec.builder("--time")
                .description("Prints to stderr how long each step took.")
                .build());
    grants = new Grants(spec);
    spec.usageMessage()
        .sortOptions(false)
        .description("Runs a program, or calls functions of a component.")
        .footerHeading("%nExamples:%n")
        .footer(
            "  switchblade run --dir data::/data:rw program.wasm /data/in.txt",
            "  switchblade run calculator.wasm --invoke 'add(1, 2)'",
            "  switchblade run processor.wasm --invoke 'process(\"hello\")'",
            "  switchblade run shop.wasm --invoke 'open(\"ada\")' --invoke 'total()'",
            "",
            "Values are written in WAVE: 1, 2.5, true, 'c', \"text\", [1, 2], {x: 1}, (1, 2),",
            "some(1), none, ok(1), err(\"why\"), case(1). A list<u8> may be written as text.",
            "A function whose name is not unique is named with its interface:",
            "  --invoke 'acme:calculator/calc@1.0.0#add(1, 2)'",
            "",
            "Imports of the form func(msg: string) are provided: they print to stderr.",
            "WASI is too, without files, network or environment but those that the options name.",
            "Core modules for WASI 0.1 are adapted.",
            "FILE may be what `switchblade compile` wrote; --key names its key.");
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    ParseResult parsed = spec.commandLine().getParseResult();
    Path file = parsed.matchedPositionalValue(0, Path.of(""));
    List<String> calls = parsed.matchedOptionValue("--invoke", List.of());
    long start = System.nanoTime();
    // As the program is called, and not where it lies: that is the host's business.
    List<String> arguments = new ArrayList<>(List.of(String.valueOf(file.getFileName())));
    arguments.addAll(parsed.matchedPositionalValue(1, List.of()));
    StoreConfig config =
        StoreConfig.builder()
            .label(file.toString())
            .limits(limits())
            .wasi(grants.toConfig(arguments))
            .build();
    try (var loaded = compile(file, config.limits(), Progress.on(err))) {
      long loadedAt = took("loading " + loaded.component(), start);
      String program = program(loaded.component());
      if (calls.isEmpty() && program == null) {
        throw nothingToCall(file, loaded.component());
      }
      try (var store = store(loaded.engine(), config)) {
        Instance instance = instantiate(loaded, store);
        long instantiatedAt = took("instantiating", loadedAt);
        if (calls.isEmpty()) {
          int status = run(instance.func(String.valueOf(program), "run"));
          took("running", instantiatedAt);
          return status;
        }
        return invoke(instance, calls);
      }
    } catch (GuestExitException e) {
      // While it was instantiated: there is nothing to call.
      return e.status();
    }
  }

  /**
   * Makes the calls one after the other, until one fails. A guest that exits ends all of it, with
   * its status, as {@code exit} ends a shell.
   */
  private int invoke(Instance instance, List<String> calls) {
    PrintWriter out = spec.commandLine().getOut();
    for (int i = 0; i < calls.size(); i++) {
      String call = calls.get(i);
      long before = System.nanoTime();
      String result;
      try {
        result = invoke(instance, call);
      } catch (GuestExitException e) {
        List<String> left = calls.subList(i + 1, calls.size());
        if (!left.isEmpty()) {
          String message = "the component has ended itself, so these were not called: ";
          spec.commandLine().getErr().println("switchblade: " + message + String.join(", ", left));
        }
        return e.status();
      }
      took(call, before);
      if (!result.isEmpty()) {
        out.println(Printable.wave(result, RootCommand.streams(spec).outCharset()));
      }
      if (RootCommand.streams(spec).hasLostOutput()) {
        // Which is told at the end.
        return ExitCode.ENVIRONMENT;
      }
    }
    return ExitCode.OK;
  }

  /** Makes a store; what the options grant is looked at closely only now. */
  private Store store(Engine engine, StoreConfig config) {
    try {
      return new Store(engine, config);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** Compiles for an engine with concurrency support if the component can't do without. */
  private ComponentFile compile(Path file, Limits limits, Progress progress) {
    @Nullable Path key = EngineOptions.file(spec, "--key");
    if (key != null) {
      return loaded(file, key, limits);
    }
    ComponentFile.requireNoArtifact(
        file, ExitCode.USAGE, "--key KEYFILE names the key that it was written with");
    try {
      return ComponentFile.compile(file, settings(limits), progress);
    } catch (CompilationException e) {
      if (e.reason() != CompilationException.Reason.NEEDS_CONCURRENCY) {
        throw e;
      }
      return ComponentFile.compile(file, settings(limits).concurrency(true), progress);
    }
  }

  /** What is compiled already has its settings; what limits need has to be among them. */
  private ComponentFile loaded(Path file, Path key, Limits limits) {
    try {
      return ComponentFile.load(
          file,
          KeyFile.read(key),
          settings -> {
            if (limits.deadline().isPresent()) {
              settings.interruptible(true);
            }
            if (limits.fuel().isPresent()) {
              settings.fuel(true);
            }
            return EngineOptions.apply(spec, settings);
          });
    } catch (CommandFailedException e) {
      if (!(e.getCause() instanceof CompilationException)
          || (limits.deadline().isEmpty() && limits.fuel().isEmpty())) {
        throw e;
      }
      throw new CommandFailedException(
          e.exitCode(),
          e.getMessage()
              + "\n--deadline needs what `switchblade compile --interruptible` writes, and --fuel"
              + " what `switchblade compile --fuel` does.",
          e);
    }
  }

  private Engine.Builder settings(Limits limits) {
    return EngineOptions.apply(
        spec,
        Engine.builder()
            .interruptible(limits.deadline().isPresent())
            .fuel(limits.fuel().isPresent()));
  }

  /**
   * The interface of a program that the component exports, or null. One for WASI 0.3 is the
   * component's own where there are several: others are left over from its toolchain.
   */
  private static @Nullable String program(Component component) {
    return component.exports().stream()
        .map(WitItem::name)
        .filter(name -> name.startsWith(RUN))
        .max(Comparator.comparing(name -> name.startsWith(RUN + "0.3.")))
        .orElse(null);
  }

  /** Runs a program; returns what it exits with. */
  private static int run(Func program) {
    try {
      return program.call() instanceof Result.Err<?, ?> ? 1 : 0;
    } catch (GuestExitException e) {
      return e.status();
    }
  }

  private Limits limits() {
    Limits limits = Limits.defaults();
    @Nullable MemorySize maxMemory = spec.findOption("--max-memory").getValue();
    if (maxMemory != null) {
      limits = limits.withMemoryBytes(maxMemory.bytes());
    }
    @Nullable Duration deadline = spec.findOption("--deadline").getValue();
    if (deadline != null) {
      limits = limits.withDeadline(deadline);
    }
    @Nullable Long fuel = spec.findOption("--fuel").getValue();
    if (fuel != null) {
      limits = limits.withFuel(fuel);
    }
    return limits;
  }

  private Instance instantiate(ComponentFile loaded, Store store) {
    var linker = new Linker(loaded.engine());
    var messages = new MessageFunctions(linker, spec.commandLine().getErr());
    messages.provideTo(loaded.component());
    try {
      return linker.instantiate(store, loaded.component());
    } catch (LinkException e) {
      throw new CommandFailedException(
          ExitCode.NOT_LINKABLE, e.getMessage() + hint(messages.others()), e);
    }
  }

  private static String hint(List<String> others) {
    if (others.isEmpty()) {
      return "";
    }
    return "\n"
        + "That is how a Java program does it. `switchblade run` provides WASI, and imports"
        + " of the form func(msg: string), and nothing else.";
  }

  private static String invoke(Instance instance, String call) {
    if (call.indexOf(UNREADABLE) >= 0) {
      throw new CommandFailedException(
          ExitCode.USAGE,
          "--invoke has characters that can't be read in the encoding of this process, "
              + System.getProperty("sun.jnu.encoding")
              + ": set LC_ALL=C.UTF-8, or write them as \\u{…}");
    }
    try {
      return Wave.call(instance, call);
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(ExitCode.USAGE, e.getMessage(), e);
    }
  }

  private static CommandFailedException nothingToCall(Path file, Component component) {
    var functions = new ExportedFunctions(component);
    if (functions.isEmpty()) {
      return new CommandFailedException(
          ExitCode.USAGE, component + " exports no functions, so there is none to call.");
    }
    return new CommandFailedException(
        ExitCode.USAGE,
        "which function? "
            + component
            + " exports\n"
            + functions.list()
            + "\nCall one with --invoke, for example:\n  switchblade run "
            + file
            + " --invoke '"
            + functions.example()
            + "'");
  }

  /** Reports a step, if asked to, and returns the time at which the next one starts. */
  private long took(String step, long since) {
    long now = System.nanoTime();
    if (Boolean.TRUE.equals(spec.findOption("--time").getValue())) {
      spec.commandLine().getErr().println(step + ": " + Elapsed.text(now - since));
    }
    return now;
  }
}
