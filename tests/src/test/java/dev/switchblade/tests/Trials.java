package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/**
 * Trials: static methods of test classes that run in a JVM of their own each, because where
 * something is wrong they end it. A trial passes if its JVM lives to say so.
 */
final class Trials {

  /** Says that a trial hangs; no trial takes a tenth of it. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String PASSED = "survived";

  private Trials() {}

  /**
   * Runs a trial.
   *
   * @param folder where its JVM would write what it crashed of
   * @param of the class that has the method
   * @param trial the method's name
   * @param arguments its arguments
   */
  static void assertSurvived(Path folder, Class<?> of, String trial, String... arguments)
      throws Exception {
    List<String> all = new ArrayList<>(List.of(of.getName(), trial));
    all.addAll(List.of(arguments));
    String said = new ForkedJvm(folder, Trials.class, all.toArray(String[]::new)).ends(0);
    // What destructors throw while a store is closed is logged.
    assertEquals(PASSED, said.lines().reduce("", (before, line) -> line), said);
  }

  /** The program: a class, a method, its arguments. */
  public static void main(String[] arguments) {
    var _ =
        background(
            () -> {
              Thread.sleep(PATIENCE);
              for (Map.Entry<Thread, StackTraceElement[]> thread :
                  Thread.getAllStackTraces().entrySet()) {
                System.out.println(thread.getKey());
                for (StackTraceElement frame : thread.getValue()) {
                  System.out.println("    " + frame);
                }
              }
              System.out.println("hangs");
              Runtime.getRuntime().halt(3);
              return null;
            });
    String[] values = Arrays.copyOfRange(arguments, 2, arguments.length);
    try {
      Class<?>[] types = new Class<?>[values.length];
      Arrays.fill(types, String.class);
      var method = Class.forName(arguments[0]).getDeclaredMethod(arguments[1], types);
      method.setAccessible(true);
      method.invoke(null, (Object[]) values);
    } catch (InvocationTargetException e) {
      Objects.requireNonNull(e.getCause()).printStackTrace(System.out);
      Runtime.getRuntime().halt(1);
    } catch (ReflectiveOperationException e) {
      e.printStackTrace(System.out);
      Runtime.getRuntime().halt(2);
    }
    System.out.println(PASSED);
    System.exit(0);
  }

  /** Begins something on a thread that keeps no JVM alive. */
  static <T> FutureTask<T> background(Callable<T> body) {
    var task = new FutureTask<>(body);
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  /** Does something on another thread, and waits for it. */
  static void elsewhere(Callable<?> body) throws Exception {
    background(body).get();
  }

  /** Collects garbage until something has come of it; says whether it has. */
  static boolean collectUntil(BooleanSupplier done) throws InterruptedException {
    for (int i = 0; i < 500 && !done.getAsBoolean(); i++) {
      System.gc();
      // Cleaners need a moment after each collection.
      Thread.sleep(10);
    }
    return done.getAsBoolean();
  }

  /** Uses of the API, and which of them were not refused as they should have been. */
  static final class Refusals {

    private final List<String> accepted = new ArrayList<>();
    private int attempts;

    /** Tries what must throw {@link IllegalStateException}. */
    Refusals refused(String what, Callable<?> use) {
      attempts++;
      try {
        use.call();
        accepted.add(what);
      } catch (IllegalStateException e) {
        // As it should be.
      } catch (Exception | AssertionError e) {
        accepted.add(what + " (" + e + ")");
      }
      return this;
    }

    /** Tries what must throw {@link IllegalStateException}. */
    Refusals refused(String what, Runnable use) {
      return refused(
          what,
          () -> {
            use.run();
            return null;
          });
    }

    /** Tries what must do nothing. */
    Refusals ignored(String what, Runnable use) {
      attempts++;
      try {
        use.run();
      } catch (RuntimeException e) {
        accepted.add(what + " (" + e + ")");
      }
      return this;
    }

    /** After all, and not where they were tried: there an exception changes what comes next. */
    void assertAll(int expected) {
      assertEquals(List.of(), accepted);
      assertEquals(expected, attempts);
    }
  }
}
