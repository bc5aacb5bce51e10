package dev.switchblade.benchmarks.comparison;

import dev.switchblade.benchmarks.TurnTaker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures workloads with JMH, and the Rust host between its iterations. */
final class JmhRun {

  private static final String BYTES = "gc.alloc.rate.norm";

  private final HostProgram rust;
  private final Effort effort;
  private final Path logs;

  /**
   * @param logs where JMH's output goes, a file for each workload
   */
  JmhRun(HostProgram rust, Effort effort, Path logs) {
    this.rust = rust;
    this.effort = effort;
    this.logs = logs;
  }

  /** Measures a workload, in turns with Rust. */
  Comparison measure(Workload workload) throws IOException {
    return measureAll(List.of(workload)).getFirst();
  }

  /** Measures two workloads that are one in Rust, in turns with each other and with Rust. */
  DynamicComparison measure(Workload workload, Workload typed) throws IOException {
    List<Comparison> both = measureAll(List.of(workload, typed));
    return new DynamicComparison(both.getFirst(), both.getLast());
  }

  private List<Comparison> measureAll(List<Workload> workloads) throws IOException {
    List<RunResult> results = new ArrayList<>();
    List<Double> rustRounds;
    try (var referee =
            new Referee(rust, workloads.getFirst(), effort.roundMillis(), workloads.size());
        var runners = Executors.newFixedThreadPool(workloads.size())) {
      List<Future<RunResult>> running = new ArrayList<>();
      for (int i = 0; i < workloads.size(); i++) {
        Options options = options(workloads, i, referee.port(i));
        running.add(runners.submit(() -> run(options, referee)));
      }
      for (Future<RunResult> one : running) {
        results.add(one.get());
      }
      rustRounds = referee.rounds();
    } catch (ExecutionException e) {
      throw new IOException("JMH failed, see " + logs, e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < workloads.size(); i++) {
      comparisons.add(comparison(workloads.get(i), results.get(i), rustRounds));
    }
    return comparisons;
  }

  private static RunResult run(Options options, Referee referee)
      throws RunnerException, IOException {
    try {
      return new Runner(options).runSingle();
    } catch (RunnerException e) {
      // The other one would wait for its turn for ever.
      referee.close();
      throw e;
    }
  }

  private Options options(List<Workload> workloads, int which, int port) {
    Workload workload = workloads.get(which);
    String beside = which == 0 ? "" : "-beside-" + workloads.getFirst().label();
    return new OptionsBuilder()
        .include(workload.benchmark())
        .forks(effort.forks())
        .warmupIterations(effort.warmups())
        .warmupTime(TimeValue.milliseconds(effort.warmupMillis()))
        .measurementIterations(effort.rounds())
        .measurementTime(TimeValue.milliseconds(effort.roundMillis()))
        .addProfiler(GCProfiler.class)
        .jvmArgs(
            "--enable-native-access=ALL-UNNAMED",
            // Memory that was never used can take the system longer to give than all the rest.
            "-Xms512m",
            "-Xmx512m",
            "-XX:+AlwaysPreTouch",
            "-D" + TurnTaker.PORT + "=" + port,
            "-D" + TurnTaker.GUESTS + "=" + rust.guests())
        .shouldFailOnError(true)
        .output(logs.resolve(workload.label() + beside + ".log").toString())
        .build();
  }

  private Comparison comparison(Workload workload, RunResult result, List<Double> rustRounds)
      throws IOException {
    List<IterationResult> javaRounds = new ArrayList<>();
    for (BenchmarkResult jvm : result.getBenchmarkResults()) {
      javaRounds.addAll(jvm.getIterationResults());
    }
    if (javaRounds.size() != rustRounds.size()) {
      throw new IOException(
          javaRounds.size()
              + " rounds of Java, and "
              + rustRounds.size()
              + " of Rust; see "
              + logs);
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
