package dev.switchblade.benchmarks.comparison;

import dev.switchblade.benchmarks.TurnTaker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures workloads with JMH, and the Rust host between its iterations. */
final class JmhRun {

  private static final String BYTES = "gc.alloc.rate.norm";

  private final HostProgram rust;
  private final Effort effort;
  private final Path log;

  /**
   * @param log where JMH's output goes
   */
  JmhRun(HostProgram rust, Effort effort, Path log) {
    this.rust = rust;
    this.effort = effort;
    this.log = log;
  }

  Comparison measure(Workload workload) throws IOException, RunnerException {
    RunResult result;
    List<Double> rustRounds;
    try (var referee = new Referee(rust, workload, effort.roundMillis())) {
      var options =
          new OptionsBuilder()
              .include(workload.benchmark())
              .forks(effort.forks())
              .warmupIterations(effort.warmups())
              .warmupTime(TimeValue.milliseconds(effort.warmupMillis()))
              .measurementIterations(effort.rounds())
              .measurementTime(TimeValue.milliseconds(effort.roundMillis()))
              .addProfiler(GCProfiler.class)
              .jvmArgs(
                  "--enable-native-access=ALL-UNNAMED",
                  "-D" + TurnTaker.PORT + "=" + referee.port(),
                  "-D" + TurnTaker.GUESTS + "=" + rust.guests())
              .shouldFailOnError(true)
              .output(log.toString())
              .build();
      result = new Runner(options).runSingle();
      rustRounds = referee.rounds();
    }
    List<IterationResult> javaRounds = new ArrayList<>();
    for (BenchmarkResult jvm : result.getBenchmarkResults()) {
      javaRounds.addAll(jvm.getIterationResults());
    }
    if (javaRounds.size() != rustRounds.size()) {
      throw new IOException(
          javaRounds.size() + " rounds of Java, and " + rustRounds.size() + " of Rust; see " + log);
    }
    List<Comparison.Round> rounds = new ArrayList<>();
    for (int i = 0; i < javaRounds.size(); i++) {
      double java = javaRounds.get(i).getPrimaryResult().getScore();
      rounds.add(new Comparison.Round(java, rustRounds.get(i)));
    }
    double bytes =
        Spread.of(
                javaRounds.stream()
                    .mapToDouble(round -> round.getSecondaryResults().get(BYTES).getScore()))
            .median();
    return new Comparison(workload, rounds, bytes);
  }
}
