package dev.switchblade.conformance.wasi;

import dev.switchblade.GuestException;
import dev.switchblade.GuestExitException;
import dev.switchblade.Instance;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.wasi.WasiConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** A program that runs, on a thread of its own. */
final class RunningProgram implements AutoCloseable {

  /** How long is waited for one whose time is over. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What a shell has for programs that end by an abort, as Wasmtime's command does on a trap. */
  private static final int ABORTED = 134;

  private final Duration patience;
  private final Pipe stdin;
  private final Pipe stdout;
  private final Pipe stderr;
  private final CompletableFuture<Exit> exit = new CompletableFuture<>();
  private final Store store;

  /**
   * How a program ended.
   *
   * @param code its exit code
   * @param why the message of what stopped it; empty if it ended itself
   */
  record Exit(int code, String why) {}

  RunningProgram(LoadedProgram program, WasiConfig.Builder grants) {
    patience = program.deadline().plus(PATIENCE);
    stdin = new Pipe(patience);
    stdout = new Pipe(patience);
    stderr = new Pipe(patience);
    WasiConfig wasi =
        grants.stdin(stdin.source()).stdout(stdout.sink()).stderr(stderr.sink()).build();
    String name = program.file().getFileName().toString();
    Limits limits = Limits.defaults().withDeadline(program.deadline());
    StoreConfig config = StoreConfig.builder().label(name).limits(limits).wasi(wasi).build();
    store = new Store(program.engine(), config);
    Thread.ofPlatform().daemon().name("program " + name).start(() -> live(program));
  }

  private void live(LoadedProgram program) {
    try {
      exit.complete(run(program));
    } catch (Throwable e) {
      exit.completeExceptionally(e);
    }
  }

  private Exit run(LoadedProgram program) {
    try (store) {
      Linker linker = new Linker(program.engine());
      Instance instance = linker.instantiate(store, program.component());
      Object result = program.version().main(instance).call();
      return new Exit(result instanceof Result.Ok<?, ?> ? 0 : 1, "");
    } catch (GuestExitException e) {
      return new Exit(e.status(), "");
    } catch (GuestException e) {
      return new Exit(ABORTED, beginning(e.toString()));
    } finally {
      stdout.end();
      stderr.end();
    }
  }

  /** Without most of the guest's backtrace. */
  private static String beginning(String message) {
    return message.lines().limit(4).collect(Collectors.joining("\n"));
  }

  Pipe stdin() {
    return stdin;
  }

  Pipe stdout() {
    return stdout;
  }

  Pipe stderr() {
    return stderr;
  }

  /**
   * Waits until it has ended.
   *
   * @throws FailedTestException if it doesn't end, or couldn't be started
   */
  Exit exit() throws FailedTestException {
    try {
      return exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new FailedTestException("it can't be run: " + e.getCause());
    } catch (TimeoutException e) {
      throw new FailedTestException("it is still running after " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedTestException("interrupted while waiting for the program");
    }
  }

  /** Stops it, if it still runs. */
  @Override
  public void close() throws FailedTestException {
    if (!exit.isDone()) {
      store.interrupt();
      stdin.end();
      exit();
    }
  }
}
