package dev.switchblade.cli;

import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.CompositionTree;
import dev.switchblade.Engine;
import dev.switchblade.Engine.OptimizationLevel;
import dev.switchblade.SwitchbladeException;
import dev.switchblade.WasmFeature;
import dev.switchblade.wasi.Requirement;
import dev.switchblade.wit.WitItem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Prints what a component imports and exports. */
final class InspectCommand implements Callable<Integer> {

  private static final String MERMAID = "--mermaid";
  private static final String DOT = "--dot";

  private final CommandSpec spec;

  InspectCommand() {
    spec =
        CommandSpec.wrapWithoutInspection(this)
            .addPositional(ComponentFile.parameter())
            .addOption(
                OptionSpec.builder(MERMAID)
                    .description("Prints a composition as a Mermaid flow chart instead.")
                    .build())
            .addOption(
                OptionSpec.builder(DOT)
                    .description("Prints a composition as a graph for Graphviz instead.")
                    .build());
    spec.addOption(EngineOptions.key());
    spec.usageMessage()
        .description(
            "Prints what a component imports and exports, as WIT, and",
            "what it is made of if it is a composition.")
        .footerHeading("%nExamples:%n")
        .footer(
            "  switchblade inspect calculator.wasm > calculator.wit",
            "  switchblade inspect app.wasm --mermaid");
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Path file = spec.commandLine().getParseResult().matchedPositionalValue(0, Path.of(""));
    try (var loaded = compile(file, Progress.on(err))) {
      ParseResult parsed = spec.commandLine().getParseResult();
      boolean asMermaid = parsed.hasMatchedOption(MERMAID);
      if (asMermaid && parsed.hasMatchedOption(DOT)) {
        throw new ParameterException(spec.commandLine(), MERMAID + " or " + DOT + ", not both");
      }
      if (asMermaid || parsed.hasMatchedOption(DOT)) {
        CompositionTree composition = loaded.component().composition();
        out.print(
            asMermaid
                ? CompositionDrawing.mermaid(composition)
                : CompositionDrawing.dot(composition));
        out.flush();
      } else {
        print(loaded.component(), out, err);
      }
    }
    return ExitCode.OK;
  }

  /** Compiles a component for looking at it, whatever it needs of an engine: nothing will run. */
  private ComponentFile compile(Path file, Progress progress) {
    @Nullable Path key = EngineOptions.file(spec, "--key");
    if (key != null) {
      return ComponentFile.load(file, KeyFile.read(key), settings -> settings);
    }
    ComponentFile.requireNoArtifact(
        file, ExitCode.USAGE, "--key KEYFILE names the key that it was written with");
    try {
      return ComponentFile.compile(file, settings(), progress);
    } catch (CompilationException e) {
      if (e.reason() != CompilationException.Reason.NEEDS_CONCURRENCY
          && e.reason() != CompilationException.Reason.UNSUPPORTED) {
        throw e;
      }
      Engine.Builder all = settings().concurrency(true);
      for (WasmFeature feature : WasmFeature.values()) {
        all.feature(feature, true);
      }
      return ComponentFile.compile(file, all, progress);
    }
  }

  private static Engine.Builder settings() {
    return Engine.builder().optimization(OptimizationLevel.NONE);
  }

  private static void print(Component component, PrintWriter out, PrintWriter err) {
    String wit;
    try {
      wit = component.wit();
    } catch (SwitchbladeException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      err.println(
          "switchblade: WIT can't express all of it, so what there is is listed instead. "
              + Printable.text(reason));
      component.imports().forEach(item -> out.println("import " + item));
      component.exports().forEach(item -> out.println("export " + item));
      printParts(component, out);
      return;
    }
    out.print(wit.endsWith("\n") ? wit : wit + "\n");
    printOmitted("import ", component.imports(), out);
    printOmitted("export ", component.exports(), out);
    printRequirements(component, out);
    printParts(component, out);
    out.flush();
  }

  /** What it is made of, as comments. */
  private static void printParts(Component component, PrintWriter out) {
    CompositionTree composition;
    try {
      composition = component.composition();
    } catch (CompilationException e) {
      out.println("\n// What it is made of can't be told: " + e.getMessage());
      return;
    }
    if (composition.isComposition()) {
      out.println("\n// What it is made of, and where each part's imports come from:");
      CompositionDrawing.tree(composition).lines().forEach(line -> out.println("//   " + line));
    }
  }

  /** What its imports of WASI stand for, as comments. */
  private static void printRequirements(Component component, PrintWriter out) {
    Set<Requirement> requirements = component.requirements();
    if (requirements.isEmpty()) {
      return;
    }
    out.println("\n// What it may need of WASI, and what of WasiConfig grants it:");
    for (Requirement requirement : requirements) {
      String grant = requirement.grantedBy();
      out.println(
          "//   " + requirement.title() + (grant.isEmpty() ? " (always there)" : ": " + grant));
    }
  }

  /** The items that have no form in WIT, as comments: a world printed without them is not whole. */
  private static void printOmitted(String verb, List<WitItem> items, PrintWriter out) {
    for (WitItem item : items) {
      switch (item) {
        case WitItem.CoreModule _, WitItem.CoreFunction _, WitItem.NestedComponent _ ->
            out.println("// not in WIT: " + verb + item);
        default -> {
          // Printed already.
        }
      }
    }
  }
}
