package dev.switchblade.app.deploy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says again and again that something still goes on. */
final class Progress implements AutoCloseable {

  private final long start = System.nanoTime();
  private final long intervalNanos;
  private final Consumer<Duration> told;
  private volatile boolean over;

  /**
   * Begins.
   *
   * @param interval how often
   * @param told gets the time since the beginning
   */
  Progress(Duration interval, Consumer<Duration> told) {
    this.intervalNanos = interval.toNanos();
    this.told = told;
    tellIn(intervalNanos);
  }

  private void tellIn(long nanos) {
    CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(this::tell);
  }

  private void tell() {
    if (!over) {
      told.accept(elapsed());
      tellIn(intervalNanos);
    }
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** It is over, and nothing more is said. */
  void stop() {
    over = true;
  }

  @Override
  public void close() {
    stop();
  }
}
