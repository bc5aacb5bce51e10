package dev.switchblade.tools;

import dev.switchblade.cli.CommandFailedException;
import dev.switchblade.cli.ExitCode;
import dev.switchblade.cli.Printable;
import dev.switchblade.conformance.wasi.Suite;
import dev.switchblade.conformance.wasi.Testsuite;
import dev.switchblade.conformance.wasi.TestsuiteJson;
import dev.switchblade.conformance.wasi.TestsuiteReport;
import dev.switchblade.conformance.wasi.TestsuiteText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Runs the programs of the official {@code wasi-testsuite}. */
final class WasiTestsuiteCommand implements Callable<Integer> {

  private final CommandSpec spec;

  WasiTestsuiteCommand() {
    spec = CommandSpec.wrapWithoutInspection(this);
    spec.addPositional(
            PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .paramLabel("FOLDER")
                .description("Folders with compiled programs (.wasm), at any depth.")
                .build())
        .addOption(
            OptionSpec.builder("--report")
                .type(Path.class)
                .paramLabel("FOLDER")
                .description("Also writes report.json there.")
                .build());
    spec.usageMessage()
        .description(
            "Runs WASI's test programs through the Java API, and says which do what they should.",
            "The exit code is 0 if nothing failed, and 1 if something did.",
            "The programs are in the branch prod/testsuite-base of",
            "https://github.com/WebAssembly/wasi-testsuite, below tests.")
        .footerHeading("%nExamples:%n")
        .footer(
            "  switchblade wasi-testsuite ../wasi-testsuite/tests",
            "  switchblade wasi-testsuite ../wasi-testsuite/tests --report report");
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    var parsed = spec.commandLine().getParseResult();
    List<Path> folders = parsed.matchedPositionalValue(0, List.of());
    Path folder = parsed.matchedOptionValue("--report", null);
    PrintWriter out = spec.commandLine().getOut();
    try (var testsuite = new Testsuite()) {
      List<Suite> suites = Suite.find(folders);
      if (suites.isEmpty()) {
        throw new CommandFailedException(
            ExitCode.ENVIRONMENT, "there is no program (.wasm) in " + folders);
      }
      TestsuiteReport report =
          testsuite.run(
              suites,
              suite -> {
                out.print(Printable.text(TestsuiteText.of(suite)));
                out.flush();
              });
      out.print("\n" + Printable.text(TestsuiteText.summary(report)));
      if (folder != null) {
        TestsuiteJson.write(report, folder);
        out.println("written:    " + folder.toAbsolutePath().normalize());
      }
      out.flush();
      return report.isSuccess() ? ExitCode.OK : ExitCode.FAILED;
    } catch (NoSuchFileException e) {
      throw new CommandFailedException(
          ExitCode.ENVIRONMENT, "there is no such folder: " + e.getMessage());
    } catch (IOException e) {
      throw new CommandFailedException(ExitCode.ENVIRONMENT, String.valueOf(e.getMessage()));
    }
  }
}
