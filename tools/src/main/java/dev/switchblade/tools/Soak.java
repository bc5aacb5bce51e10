package dev.switchblade.tools;

import dev.switchblade.cli.CommandFailedException;
import dev.switchblade.cli.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/** Workers that run guests for a while, and a look at the process before and after. */
final class Soak implements AutoCloseable {

  /** What native memory may grow by: allocators and the JIT have their own ways. */
  private static final long SLACK_BYTES = 64L << 20;

  /** How long threads and files of what is over may take to go: idle ones stay for seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  /** How long a worker may take to finish its last work. */
  private static final Duration LAST_WORK = Duration.ofSeconds(60);

  private static final int SHOWN_PROBLEMS = 10;

  private final SoakGuests guests;
  private final int threads;
  private final long seed;
  private final ScheduledThreadPoolExecutor disturber;

  Soak(Path folder, int threads, long seed) {
    this.guests = SoakGuests.compile(folder, threads);
    this.threads = threads;
    this.seed = seed;
    ThreadFactory factory = Thread.ofPlatform().daemon().name("soak-disturber-", 0).factory();
    this.disturber = new ScheduledThreadPoolExecutor(2, factory);
    disturber.setRemoveOnCancelPolicy(true);
    disturber.prestartAllCoreThreads();
  }

  /**
   * Runs, and prints how it went.
   *
   * @return what was wrong
   */
  List<String> run(Duration time, PrintWriter out) {
    List<String> problems = new ArrayList<>();
    Duration warmUp = time.dividedBy(4);
    // Its threads begin where the others will: the same load, in another order.
    work(warmUp, ~seed, problems);
    ProcessUse before = ProcessUse.settled();
    out.println("warm-up: " + before);
    out.flush();
    Map<SoakWork.Kind, Long> done = work(time.minus(warmUp), seed, problems);
    ProcessUse after = ProcessUse.settled(before, SLACK_BYTES, PATIENCE);
    out.println("end:     " + after);
    for (var kind : SoakWork.Kind.values()) {
      out.printf("%-28s %,12d%n", kind.description, done.getOrDefault(kind, 0L));
      if (done.getOrDefault(kind, 0L) == 0) {
        problems.add("nothing was done of: " + kind.description);
      }
    }
    problems.addAll(after.growthSince(before, SLACK_BYTES));
    String lost = guests.lostInstances();
    if (!lost.isEmpty()) {
      problems.add(lost);
    }
    if (problems.size() > SHOWN_PROBLEMS) {
      int more = problems.size() - SHOWN_PROBLEMS;
      problems = new ArrayList<>(problems.subList(0, SHOWN_PROBLEMS));
      problems.add("… and " + more + " more");
    }
    return problems;
  }

  private Map<SoakWork.Kind, Long> work(Duration time, long from, List<String> problems) {
    long end = System.nanoTime() + time.toNanos();
    List<SoakWork> workers = new ArrayList<>();
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      var worker = new SoakWork(guests, disturber, from * 1_000_003 + i, end);
      workers.add(worker);
      Thread.Builder builder =
          i % 4 == 3 ? Thread.ofVirtual() : Thread.ofPlatform().daemon().name("soak-" + i);
      running.add(builder.start(worker));
    }
    Map<SoakWork.Kind, Long> done = new EnumMap<>(SoakWork.Kind.class);
    for (int i = 0; i < threads; i++) {
      await(running.get(i), end + LAST_WORK.toNanos());
      SoakWork worker = workers.get(i);
      if (running.get(i).isAlive()) {
        problems.add("a thread hangs in: " + worker.current());
        continue;
      }
      worker.done().forEach((kind, count) -> done.merge(kind, count, Long::sum));
      problems.addAll(worker.problems());
    }
    return done;
  }

  private static void await(Thread thread, long until) {
    try {
      long left = Math.max(1, (until - System.nanoTime()) / 1_000_000);
      thread.join(left);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException(ExitCode.FAILED, "the soak was interrupted", e);
    }
  }

  @Override
  public void close() {
    disturber.shutdownNow();
    guests.close();
  }
}
