package dev.switchblade.cli;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Instance;
import dev.switchblade.Limits;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.Wave;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Instantiates a component and calls its functions. */
final class RunCommand implements Callable<Integer> {

  private final CommandSpec spec;

  RunCommand() {
    spec = CommandSpec.wrapWithoutInspection(this);
    spec.addPositional(ComponentFile.parameter())
        .addOption(
            OptionSpec.builder("--invoke")
                .paramLabel("CALL")
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                    "A call in WAVE notation; its result goes to stdout.",
                    "May be repeated: the calls run in order, on the same instance.",
                    "Without it, the functions that can be called are listed.")
                .build())
        .addOption(
            OptionSpec.builder("--max-memory")
                .paramLabel("SIZE")
                .arity("1")
                .type(MemorySize.class)
                .converters(new MemorySize.Converter())
                .description("The most bytes of each memory of the component, such as 64MiB.")
                .build())
        .addOption(
            OptionSpec.builder("--time")
                .description("Prints to stderr how long each step took.")
                .build());
    spec.usageMessage()
        .sortOptions(false)
        .description("Calls functions of a component.")
        .footerHeading("%nExamples:%n")
        .footer(
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
            "Nothing else is: no files, no network, no environment.");
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ParseResult parsed = spec.commandLine().getParseResult();
    Path file = parsed.matchedPositionalValue(0, Path.of(""));
    List<String> calls = parsed.matchedOptionValue("--invoke", List.of());
    long start = System.nanoTime();
    try (var loaded = ComponentFile.compile(file, Engine.builder(), Progress.on(err))) {
      long loadedAt = took("loading " + loaded.component(), start);
      if (calls.isEmpty()) {
        throw nothingToCall(file, loaded.component());
      }
      try (var store = new Store(loaded.engine(), limits())) {
        Instance instance = instantiate(loaded, store);
        took("instantiating", loadedAt);
        for (String call : calls) {
          long before = System.nanoTime();
          String result = invoke(instance, call);
          took(call, before);
          if (!result.isEmpty()) {
            out.println(result);
          }
        }
      }
    }
    return ExitCode.OK;
  }

  private Limits limits() {
    Limits defaults = Limits.defaults();
    @Nullable MemorySize maxMemory = spec.findOption("--max-memory").getValue();
    return maxMemory == null ? defaults : defaults.withMemoryBytes(maxMemory.bytes());
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
    boolean wasi = others.stream().anyMatch(name -> name.startsWith("wasi:"));
    return "\nThat is how a Java program does it. `switchblade run` provides imports of the form"
        + " func(msg: string), and nothing else"
        + (wasi
            ? "; WASI is not there yet: build the component for a target without it, such as"
                + " wasm32-unknown-unknown."
            : ".");
  }

  private static String invoke(Instance instance, String call) {
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
