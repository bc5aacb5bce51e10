package dev.switchblade.tests.model;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Performs sequences, one after the other, and tells the first that fails. */
public final class Runner {

  /** Forgotten stores keep memory mappings until they are collected. */
  private static final int SEQUENCES_PER_COLLECTION = 1_000;

  private final Threads threads = new Threads();
  private final Runnable healthCheck;
  private final boolean judging;
  private final AtomicReference<@Nullable Throwable> logged = new AtomicReference<>();

  /**
   * Makes a runner.
   *
   * @param healthCheck fails if a fresh store doesn't work
   * @param judging whether to end where something is otherwise than the model has it; otherwise all
   *     that is asked is that the JVM lives
   */
  public Runner(Runnable healthCheck, boolean judging) {
    this.healthCheck = healthCheck;
    this.judging = judging;
  }

  /**
   * Performs the sequences of so many seeds. Each is named on standard output before it begins, so
   * that the last line tells which one ends the JVM.
   *
   * @return whether all did what the model says
   */
  public boolean run(long firstSeed, int count) throws InterruptedException {
    return onOwnThread(
        () -> {
          for (int i = 0; i < count; i++) {
            if (i % SEQUENCES_PER_COLLECTION == SEQUENCES_PER_COLLECTION - 1) {
              System.gc();
            }
            if (!holds(Sequence.of(firstSeed + i))) {
              return false;
            }
          }
          return true;
        });
  }

  /**
   * Performs one sequence.
   *
   * @param name as it was printed
   * @return whether all did what the model says
   */
  public boolean run(String name) throws InterruptedException {
    return onOwnThread(() -> holds(Sequence.parse(name)));
  }

  /**
   * Leaves out steps of a sequence that fails, as long as it fails.
   *
   * @param name as it was printed
   * @param fails performs a sequence, perhaps in a JVM of its own, and says whether it fails
   * @return the name of the smallest that was found
   */
  public static String smallest(String name, Predicate<String> fails) {
    return new Shrinker(candidate -> fails.test(candidate.name()))
        .shrink(Sequence.parse(name))
        .name();
  }

  private boolean onOwnThread(BooleanSupplier body) throws InterruptedException {
    watchLog();
    var result = new AtomicReference<>(false);
    Thread thread =
        Thread.ofPlatform()
            .name("first")
            .stackSize(Threads.STACK_SIZE)
            .unstarted(() -> result.set(body.getAsBoolean()));
    thread.start();
    thread.join();
    return result.get();
  }

  private boolean holds(Sequence sequence) {
    System.out.println("sequence " + sequence.name());
    Violation violation = violation(sequence);
    if (violation == null) {
      return true;
    }
    violation.printStackTrace(System.out);
    Sequence smallest = sequence;
    if (sequence.isRepeatable()) {
      smallest = new Shrinker(candidate -> violation(candidate) != null).shrink(sequence);
      Violation last = violation(smallest);
      if (last != null) {
        last.printStackTrace(System.out);
      }
    }
    System.out.println("sequence " + smallest.name() + " violates the model:");
    System.out.println(smallest.describe());
    return false;
  }

  private @Nullable Violation violation(Sequence sequence) {
    try {
      new World(threads, judging).perform(sequence);
      healthCheck.run();
      Throwable told = logged.getAndSet(null);
      return told == null || !judging ? null : new Violation("something was logged", told);
    } catch (Violation e) {
      return judging ? e : null;
    } catch (RuntimeException | AssertionError e) {
      return new Violation("a fresh store doesn't work", e);
    }
  }

  /** What the library logs and doesn't throw must be what a step threw. */
  private void watchLog() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    root.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            Throwable thrown = record.getThrown();
            if (thrown != null && End.of(thrown) != End.SCRIPTED) {
              logged.compareAndSet(null, thrown);
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
  }
}
