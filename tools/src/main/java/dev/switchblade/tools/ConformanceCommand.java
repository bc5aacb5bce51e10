package dev.switchblade.tools;

import dev.switchblade.Engine;
import dev.switchblade.cli.CommandFailedException;
import dev.switchblade.cli.CompilerConverter;
import dev.switchblade.cli.ExitCode;
import dev.switchblade.cli.Printable;
import dev.switchblade.conformance.Conformance;
import dev.switchblade.conformance.Report;
import dev.switchblade.conformance.ReportFiles;
import dev.switchblade.conformance.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Runs {@code .wast} scripts of the component model. */
final class ConformanceCommand implements Callable<Integer> {

  private final CommandSpec spec;

  ConformanceCommand() {
    spec = CommandSpec.wrapWithoutInspection(this);
    spec.addPositional(
            PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .paramLabel("DIR")
                .description("Folders with .wast scripts, at any depth, or scripts.")
                .build())
        .addOption(
            OptionSpec.builder("--compiler")
                .type(Engine.Compiler.class)
                .converters(new CompilerConverter())
                .paramLabel("NAME")
                .description("What compiles: cranelift (unless given) or winch.")
                .build())
        .addOption(
            OptionSpec.builder("--report")
                .type(Path.class)
                .paramLabel("FOLDER")
                .description("Also writes report.txt, report.xml (JUnit) and report.json there.")
                .build());
    spec.usageMessage()
        .description(
            "Runs the component model's test scripts through the Java API, and says what holds.",
            "The exit code is 0 if nothing failed, and 1 if something did.")
        .footerHeading("%nExamples:%n")
        .footer(
            "  switchblade conformance tests/conformance",
            "  switchblade conformance ../component-model/test --report report");
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    var parsed = spec.commandLine().getParseResult();
    List<Path> paths = parsed.matchedPositionalValue(0, List.of());
    Path folder = parsed.matchedOptionValue("--report", null);
    Engine.Compiler compiler = parsed.matchedOptionValue("--compiler", Engine.Compiler.CRANELIFT);
    PrintWriter out = spec.commandLine().getOut();
    try {
      List<Path> scripts = Conformance.scripts(paths);
      if (scripts.isEmpty()) {
        throw new CommandFailedException(
            ExitCode.ENVIRONMENT, "there is no .wast script in " + paths);
      }
      Report report = run(scripts, compiler, out);
      out.print("\n" + Printable.text(TextReport.summary(report)));
      if (folder != null) {
        ReportFiles.write(report, folder);
        out.println("written:    " + folder.toAbsolutePath().normalize());
      }
      out.flush();
      return report.isSuccess() ? ExitCode.OK : ExitCode.FAILED;
    } catch (NoSuchFileException e) {
      throw new CommandFailedException(
          ExitCode.ENVIRONMENT, "there is no such folder or script: " + e.getMessage());
    } catch (IOException e) {
      throw new CommandFailedException(ExitCode.ENVIRONMENT, String.valueOf(e.getMessage()));
    }
  }

  private static Report run(List<Path> scripts, Engine.Compiler compiler, PrintWriter out)
      throws IOException {
    try (var conformance = new Conformance(compiler)) {
      return conformance.run(
          scripts,
          file -> {
            out.print(Printable.text(TextReport.of(file)));
            out.flush();
          });
    }
  }
}
