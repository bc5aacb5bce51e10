package dev.switchblade.conformance.wasi;

import dev.switchblade.Engine;
import dev.switchblade.conformance.Outcome.Status;
import dev.switchblade.conformance.wasi.TestsuiteReport.SuiteReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs suites. Not thread-safe. */
public final class Testsuite implements AutoCloseable {

  /** What was being worked on before a version was there. */
  private static final Pattern RELEASE_CANDIDATE = Pattern.compile("wasi:.*@\\d+\\.\\d+\\.\\d+-.*");

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final Map<WasiVersion, Engine> engines = new EnumMap<>(WasiVersion.class);
  private final Duration deadline;

  /** Makes a runner that stops programs after 30 seconds. */
  public Testsuite() {
    this(DEADLINE);
  }

  Testsuite(Duration deadline) {
    this.deadline = deadline;
  }

  /**
   * Runs suites one after the other. What goes wrong in one is in its report.
   *
   * @param suites the suites
   * @param progress is told of each suite when it has been run
   */
  public TestsuiteReport run(List<Suite> suites, Consumer<SuiteReport> progress) {
    List<SuiteReport> reports = new ArrayList<>();
    for (Suite suite : suites) {
      SuiteReport report = run(suite);
      reports.add(report);
      progress.accept(report);
    }
    return new TestsuiteReport(reports);
  }

  /** Runs one suite. */
  public SuiteReport run(Suite suite) {
    return new SuiteReport(
        suite, suite.programs().stream().map(program -> run(suite.version(), program)).toList());
  }

  private TestOutcome run(WasiVersion version, Path program) {
    long start = System.nanoTime();
    Status status;
    String reason;
    try {
      String obstacle = attempt(version, program);
      status = obstacle == null ? Status.PASSED : Status.SKIPPED;
      reason = obstacle == null ? "" : obstacle;
    } catch (FailedTestException e) {
      status = Status.FAILED;
      reason = String.valueOf(e.getMessage());
    } catch (IOException | RuntimeException e) {
      status = Status.FAILED;
      reason = e.toString();
    }
    String name = program.getFileName().toString().replaceFirst("\\.wasm$", "");
    return new TestOutcome(name, status, reason, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Runs a test that can be run; says why it can't, if so. */
  private @Nullable String attempt(WasiVersion version, Path program)
      throws FailedTestException, IOException {
    Configuration configuration = ConfigurationFile.of(program);
    String obstacle = configuration.obstacle();
    if (obstacle != null) {
      return obstacle;
    }
    try (LoadedProgram loaded = load(version, program)) {
      List<String> candidates =
          loaded.imports().stream()
              .filter(name -> RELEASE_CANDIDATE.matcher(name).matches())
              .toList();
      if (!candidates.isEmpty()) {
        return "it imports what release candidates of WASI had: " + String.join(", ", candidates);
      }
      try (var test = new TestRun(loaded, configuration.proposals())) {
        for (Operation operation : configuration.operations()) {
          test.perform(operation);
        }
        test.finish();
      }
    }
    return null;
  }

  private LoadedProgram load(WasiVersion version, Path program) throws IOException {
    Engine engine = engines.computeIfAbsent(version, WasiVersion::engine);
    return new LoadedProgram(program, version, engine, version.compile(engine, program), deadline);
  }

  /** Releases the engines. */
  @Override
  public void close() {
    engines.values().forEach(Engine::close);
  }
}
