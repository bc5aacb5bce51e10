package com.example.server;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Limits;
import dev.switchblade.Prepared;
import dev.switchblade.StoreConfig;
import example.server.Handler;
import example.server.Request;
import example.server.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Answers requests by a component, with a fresh instance for each. Calls run on a fixed number of
 * platform threads, since a call keeps its thread to its end; the engine's pool has a place for
 * each of them, and requests beyond the queue are refused at once. Thread-safe.
 */
final class Guests implements AutoCloseable {

  private static final int THREADS = 2 * Runtime.getRuntime().availableProcessors();
  private static final int QUEUE = 16 * THREADS;
  private static final long MEMORY = 32 << 20;

  /** Grants no file and no socket, and ends what takes too much. */
  private static final StoreConfig SANDBOX =
      StoreConfig.builder()
          .label("handler")
          .limits(
              Limits.defaults().withTotalMemoryBytes(MEMORY).withDeadline(Duration.ofMillis(500)))
          .build();

  private final Engine engine;
  private final Component component;
  private final Prepared<Handler> handlers;
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE));

  Guests(Path file) {
    engine =
        Engine.builder()
            .interruptible(true) // deadlines end guests that compute, too
            .pooling(Engine.Pooling.of(THREADS).withMemoryBytes(MEMORY))
            .build();
    component = engine.compile(file);
    handlers = Handler.prepare(component);
  }

  /**
   * Answers a request.
   *
   * @throws RejectedExecutionException if too many wait already
   * @throws ExecutionException with what ended the guest as its cause
   */
  Response handle(Request request) throws ExecutionException, InterruptedException {
    Future<Response> answer =
        threads.submit(
            () -> {
              try (Handler handler = handlers.instantiate(SANDBOX)) {
                return handler.handle(request);
              }
            });
    return answer.get();
  }

  /** Waits for the calls that run and wait, which their deadlines end, and releases everything. */
  @Override
  public void close() {
    threads.close();
    handlers.close();
    component.close();
    engine.close();
  }
}
