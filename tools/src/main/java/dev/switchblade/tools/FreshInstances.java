package dev.switchblade.tools;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Store;
import dev.switchblade.cli.CommandFailedException;
import dev.switchblade.cli.ComponentFile;
import dev.switchblade.cli.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that make an instance for each request, and a look at the process before and after. */
final class FreshInstances implements AutoCloseable {

  /** What native memory may grow by: allocators and the JIT have their own ways. */
  private static final long SLACK_BYTES = 64L << 20;

  /** The same for mappings: the JVM and malloc take some now and then. */
  private static final long SLACK_MAPPINGS = 300;

  /** How long what is over may take to go. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private static final byte[] PAYLOAD = new byte[100];
  private static final byte[] ANSWER = inverted(PAYLOAD);

  private final int threads;
  private final int places;
  private final Engine engine;
  private final Component component;
  private final InstancePre prepared;

  FreshInstances(Path guests, int threads) {
    this.threads = threads;
    var pool = Engine.Pooling.forThisMachine();
    places = pool.memories();
    engine = ComponentFile.engine(Engine.builder().pooling(pool));
    component = engine.compile(guests.resolve("processor.wasm"));
    var linker = new Linker(engine);
    linker.root().func("logger", call -> null);
    prepared = linker.instantiatePre(component);
  }

  private static byte[] inverted(byte[] payload) {
    byte[] inverted = payload.clone();
    for (int i = 0; i < inverted.length; i++) {
      inverted[i] = (byte) ~inverted[i];
    }
    return inverted;
  }

  /**
   * Runs, and prints how it went.
   *
   * @return what was wrong
   */
  List<String> run(Duration time, PrintWriter out) {
    Duration warmUp = time.dividedBy(4);
    // Of the threads that run requests, some things are kept for as long as they live.
    try (ExecutorService workers =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory())) {
      long _ = requests(workers, warmUp);
      ProcessUse before = ProcessUse.settled();
      out.println("warm-up: " + before);
      out.flush();
      Duration measured = time.minus(warmUp);
      long requests = requests(workers, measured);
      ProcessUse after = ProcessUse.settled(before, SLACK_BYTES, PATIENCE);
      out.println("end:     " + after);
      out.printf(
          Locale.ROOT,
          "%,d requests, %,d in a second%n",
          requests,
          requests * 1000 / Math.max(1, measured.toMillis()));
      List<String> problems = new ArrayList<>(after.growthSince(before, SLACK_BYTES));
      if (after.mappings() > before.mappings() + SLACK_MAPPINGS) {
        problems.add(
            "there are " + after.mappings() + " mappings, and there were " + before.mappings());
      }
      String lost = lostPlaces();
      if (!lost.isEmpty()) {
        problems.add(lost);
      }
      return problems;
    }
  }

  private long requests(ExecutorService workers, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    List<Future<Long>> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      running.add(workers.submit(() -> requestsUntil(end)));
    }
    long requests = 0;
    for (Future<Long> one : running) {
      try {
        requests += one.get();
      } catch (ExecutionException e) {
        throw new CommandFailedException(
            ExitCode.FAILED, "a request failed: " + e.getCause(), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CommandFailedException(ExitCode.FAILED, "it was interrupted", e);
      }
    }
    return requests;
  }

  private long requestsUntil(long end) {
    long requests = 0;
    while (System.nanoTime() < end) {
      try (var store = new Store(engine)) {
        Object answer = prepared.instantiate(store).func("process").call((Object) PAYLOAD);
        if (!(answer instanceof byte[] bytes) || !Arrays.equals(bytes, ANSWER)) {
          throw new IllegalStateException("the answer is wrong");
        }
      }
      requests++;
    }
    return requests;
  }

  /** Takes all places of the pool; empty if none is missing. */
  private String lostPlaces() {
    List<Store> stores = new ArrayList<>();
    try {
      for (int i = 0; i < places; i++) {
        var store = new Store(engine);
        stores.add(store);
        prepared.instantiate(store);
      }
      return "";
    } catch (ResourceLimitException e) {
      int lost = places - stores.size() + 1;
      return lost + " of " + places + " places were not given back to the pool: " + e.getMessage();
    } finally {
      stores.forEach(Store::close);
    }
  }

  @Override
  public void close() {
    prepared.close();
    component.close();
    engine.close();
  }
}
