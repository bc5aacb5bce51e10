package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.CoreModule;
import dev.switchblade.HostResource;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.wit.Wit;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where something fails, what came before it is not left behind. */
final class AfterFailuresTest {

  @TempDir Path folder;

  @Test
  void hostFunctionsOfLinkingThatFailedAreForgotten() throws InterruptedException {
    try (Component component =
        Guests.wat("(component (import \"h\" (func)) (import \"m\" (core module)))")) {
      CoreModule closed = Guests.ENGINE.compileModule("(module)".getBytes(US_ASCII));
      closed.close();
      WeakReference<Object> used = link(component, closed);
      assertTrue(Trials.collectUntil(() -> used.refersTo(null)));
    }
  }

  /** A linker keeps what it was given. */
  @Test
  void modulesThatOnlyALinkerHasAreThere() throws InterruptedException {
    var linker = new Linker(Guests.ENGINE);
    WeakReference<CoreModule> module = define(linker);
    for (int i = 0; i < 10; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertFalse(module.refersTo(null));
    try (Component component =
            Guests.wat(
                "(component (import \"m\" (core module $m)) (core instance (instantiate $m)))");
        var store = new Store(Guests.ENGINE)) {
      linker.instantiate(store, component);
    }
  }

  private static WeakReference<CoreModule> define(Linker linker) {
    CoreModule module = Guests.ENGINE.compileModule("(module)".getBytes(US_ASCII));
    linker.root().module("m", module);
    return new WeakReference<>(module);
  }

  private static WeakReference<Object> link(Component component, CoreModule closed) {
    var object = new Object();
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("h", call -> object).module("m", closed);
    assertThrows(IllegalStateException.class, () -> linker.instantiatePre(component));
    return new WeakReference<>(object);
  }

  /** The host's object that a guest holds, and a function that it waits for. */
  private static final String HOLDS_AND_WAITS =
      """
      (component
        (import "t" (type $t (sub resource)))
        (import "make" (func $make (result (own $t))))
        (import "later" (func $later async))
        (core func $make (canon lower (func $make)))
        (core func $later (canon lower (func $later) async))
        (core module $m
          (import "" "make" (func $make (result i32)))
          (import "" "later" (func $later (result i32)))
          (func (export "f") (drop (call $make)) (drop (call $later)) (drop (call $later))))
        (core instance $i (instantiate $m (with "" (instance
          (export "make" (func $make))
          (export "later" (func $later))))))
        (func (export "f") (canon lift (core func $i "f"))))
      """;

  @Test
  void aFutureThatCannotBeCancelledKeepsNothingElseFromItsEnd() {
    var destroyed = new AtomicInteger();
    var cancelled = new AtomicInteger();
    HostResource<Object> type =
        HostResource.of(Object.class, object -> destroyed.incrementAndGet());
    try (Component component = AsyncTest.ENGINE.compileText(HOLDS_AND_WAITS)) {
      var store = new Store(AsyncTest.ENGINE);
      var linker = new Linker(AsyncTest.ENGINE);
      linker
          .root()
          .resource("t", type)
          .func("make", call -> new Object())
          .asyncFunc("later", call -> new Uncancellable(cancelled));
      linker.instantiate(store, component).func("f").call();
      store.close();
      assertEquals(2, cancelled.get());
      assertEquals(1, destroyed.get());
    }
  }

  private static final class Uncancellable extends CompletableFuture<Object> {
    private final AtomicInteger asked;

    Uncancellable(AtomicInteger asked) {
      this.asked = asked;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      asked.incrementAndGet();
      throw new IllegalStateException("on purpose");
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have no such file")
  void aFileWithoutAnEndIsNoComponent() {
    assertThrows(CompilationException.class, () -> Guests.ENGINE.compile(Path.of("/dev/zero")));
  }

  /**
   * What resolves WIT goes from one interface to the next, on its stack. No component has more than
   * 1,000 instances.
   */
  @ParameterizedTest
  @CsvSource({"900, resolved", "12000, refused"})
  void interfacesMayUseEachOtherInALongChain(int length, String outcome) throws Exception {
    Path wit = folder.resolve("chain.wit");
    var text = new StringBuilder("package a:b;\ninterface i0 { type t = u8; }\n");
    for (int i = 1; i <= length; i++) {
      text.append("interface i%d { use i%d.{t}; }\n".formatted(i, i - 1));
    }
    Files.writeString(wit, text.append("world w { import i%d; }\n".formatted(length)));
    assertEquals(outcome, new ForkedJvm(folder, Chain.class, wit.toString()).ends(0));
  }

  /** Resolves a file. */
  static final class Chain {
    private Chain() {}

    public static void main(String[] arguments) {
      try {
        Wit.resolve(Path.of(arguments[0]), "w", List.of(), true);
        System.out.println("resolved");
      } catch (CompilationException e) {
        System.out.println(
            e.getMessage().contains("more than 1000 interfaces") ? "refused" : e.getMessage());
      }
    }
  }
}
