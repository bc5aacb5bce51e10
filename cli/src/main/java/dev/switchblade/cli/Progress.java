package dev.switchblade.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/** Says what is going on when it takes long, and somebody is watching. */
final class Progress {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final PrintWriter err;
  private final boolean watched;
  private final Duration patience;

  /**
   * @param watched whether anybody sees {@code err} now
   * @param patience after how long a line is due
   */
  Progress(PrintWriter err, boolean watched, Duration patience) {
    this.err = err;
    this.watched = watched;
    this.patience = patience;
  }

  /** For the error stream of this process. */
  static Progress on(PrintWriter err) {
    return new Progress(err, Terminal.isError(), PATIENCE);
  }

  /**
   * Does some work, and prints a line if that takes long.
   *
   * @param what such as {@code compiling shop.wasm}
   */
  <T> T during(String what, Supplier<T> work) {
    if (!watched) {
      return work.get();
    }
    Thread notice = Thread.ofPlatform().daemon().name("progress").start(() -> announce(what));
    try {
      return work.get();
    } finally {
      notice.interrupt();
    }
  }

  private void announce(String what) {
    try {
      Thread.sleep(patience);
      err.println(what + " …");
    } catch (InterruptedException e) {
      // It was quick.
    }
  }
}
