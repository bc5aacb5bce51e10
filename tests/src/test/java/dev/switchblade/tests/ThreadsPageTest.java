package dev.switchblade.tests;

import static java.lang.System.Logger.Level.WARNING;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchblade.ClosedException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.GuestInterruptedException;
import dev.switchblade.HostFunction;
import dev.switchblade.InstancePre;
import dev.switchblade.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The code of {@code docs/threads.md}: what stands between {@code page:} comments is shown there.
 */
@Timeout(300)
final class ThreadsPageTest {

  private static final System.Logger LOG = System.getLogger(ThreadsPageTest.class.getName());

  /** More than there are carriers, and fewer than the pool has threads. */
  private static final int MANY = Math.min(50, Runtime.getRuntime().availableProcessors() + 8);

  // page: a pool
  ExecutorService guests = Executors.newFixedThreadPool(50); // as many as may run or wait at once
  Engine engine = Engine.builder().interruptible(true).virtualThreadCalls(guests).build();
  // page: end

  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Store> stores = ConcurrentHashMap.newKeySet();

  /** All that a request needs, with what the guest calls before it loops. */
  private InstancePre prepare(HostFunction begun) {
    try (Component component = engine.compileText(EndlessGuest.SPINNER)) {
      return EndlessGuest.linker(engine, begun).instantiatePre(component);
    }
  }

  private List<Future<?>> callFromMany(InstancePre prepared) {
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      calls.add(
          requests.submit(
              () -> {
                var store = new Store(engine);
                stores.add(store);
                return prepared.instantiate(store).func("spin").call();
              }));
    }
    return calls;
  }

  private void shutDown(InstancePre prepared) throws InterruptedException {
    // page: shutting down
    requests.shutdown();
    if (!requests.awaitTermination(100, MILLISECONDS)) {
      for (Store store : stores) {
        if (!store.closeWithin(Duration.ofSeconds(10))) {
          LOG.log(WARNING, "a call of {0} goes on", store);
        }
      }
    }
    prepared.close();
    engine.close();
    guests.shutdown();
    // page: end
  }

  @Test
  void guestsOfMoreVirtualThreadsThanCarriersWaitForAnotherOfThem() throws Exception {
    var waiting = new CountDownLatch(MANY);
    var goOn = new CountDownLatch(1);
    InstancePre prepared =
        prepare(
            _ -> {
              waiting.countDown();
              await(goOn);
              return null;
            });
    List<Future<?>> calls = callFromMany(prepared);
    // Without the pool there would be no carrier left for this one.
    requests.execute(
        () -> {
          await(waiting);
          goOn.countDown();
        });
    await(goOn);
    shutDown(prepared);
    assertAllEnded(calls);
  }

  @Test
  void aServerThatIsShutDownEndsWhatRuns() throws Exception {
    var running = new CountDownLatch(MANY);
    InstancePre prepared =
        prepare(
            _ -> {
              running.countDown();
              return null;
            });
    List<Future<?>> calls = callFromMany(prepared);
    await(running);
    shutDown(prepared);
    assertAllEnded(calls);
  }

  private void assertAllEnded(List<Future<?>> calls) throws InterruptedException {
    for (Future<?> call : calls) {
      ExecutionException ended = assertThrows(ExecutionException.class, call::get);
      assertInstanceOf(GuestInterruptedException.class, ended.getCause());
    }
    assertEquals(MANY, stores.size());
    for (Store store : stores) {
      assertThrows(ClosedException.class, () -> store.setDeadline(Duration.ofDays(1)));
    }
    requests.close();
    guests.close();
    HealthyJvm.assertCallsWork();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void thePageShowsWhatIsTestedHere() throws IOException {
    PageCode.assertShown("threads.md", getClass());
  }
}
