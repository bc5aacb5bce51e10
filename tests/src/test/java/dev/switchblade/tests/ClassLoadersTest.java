package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.HostResource;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.wasi.WasiConfig;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Applications that are deployed and taken away again, in one JVM: a class loader that has loaded
 * Switchblade can be collected, and nothing of it stays, once what was made with it is closed or
 * forgotten.
 */
final class ClassLoadersTest {

  private static final int LOADERS = 100;

  /** What is loaded once stays: the JDK's own classes, caches and threads. */
  private static final int WARM_UP = 20;

  @Test
  void whatWasClosedLeavesNothing(@TempDir Path folder) throws Exception {
    Trials.assertSurvived(folder, ClassLoadersTest.class, "loadAndUnload", "closing");
  }

  @Test
  void whatWasForgottenLeavesNothing(@TempDir Path folder) throws Exception {
    Trials.assertSurvived(folder, ClassLoadersTest.class, "loadAndUnload", "forgetting");
  }

  static void loadAndUnload(String how) throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < WARM_UP; i++) {
      loaders.add(deploy(how));
    }
    assertCollected(loaders);
    long threads = threads();
    long metaspace = settled(ClassLoadersTest::metaspace);
    for (int i = 0; i < LOADERS; i++) {
      loaders.add(deploy(how));
      if (i % 10 == 9) {
        assertCollected(loaders);
      }
    }
    long threadsAfter = settled(ClassLoadersTest::threads);
    assertTrue(threadsAfter <= threads, threads + " threads have become " + threadsAfter);
    long grown = settled(ClassLoadersTest::metaspace) - metaspace;
    // One that stays has 0.7 MiB.
    assertTrue(grown < LOADERS * 10_000L, "metaspace has grown by " + grown + " bytes");
  }

  /** Runs {@link Application} in a class loader of its own. */
  private static WeakReference<ClassLoader> deploy(String how) throws Exception {
    List<URL> places = new ArrayList<>();
    for (String place : ForkedJvm.classPath().split(File.pathSeparator, -1)) {
      if (!place.isEmpty()) {
        places.add(Path.of(place).toUri().toURL());
      }
    }
    var loader =
        new URLClassLoader(
            places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader().getParent());
    Class<?> application = loader.loadClass(Application.class.getName());
    assertEquals(loader, application.getClassLoader());
    var constructor = application.getDeclaredConstructor(String.class);
    constructor.setAccessible(true);
    ((Runnable) constructor.newInstance(how)).run();
    if (how.equals("closing")) {
      // Where not, releasing what was forgotten needs classes that are loaded only then.
      loader.close();
    }
    return new WeakReference<>(loader);
  }

  /**
   * How many may stay: caches of the JDK, such as the one behind the equality of records, keep what
   * they were last used for until memory is short.
   */
  private static final int CACHED = 2;

  private static void assertCollected(List<WeakReference<ClassLoader>> loaders)
      throws InterruptedException {
    Trials.collectUntil(() -> kept(loaders) <= CACHED);
    long kept = kept(loaders);
    assertTrue(kept <= CACHED, kept + " of " + loaders.size() + " class loaders are kept");
  }

  private static long kept(List<WeakReference<ClassLoader>> loaders) {
    return loaders.stream().filter(loader -> !loader.refersTo(null)).count();
  }

  private static long threads() {
    return Thread.getAllStackTraces().size();
  }

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().contains("Metaspace"))
        .map(MemoryPoolMXBean::getUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  /**
   * The least of some looks, with collections between: threads and metaspace take a moment to go.
   */
  private static long settled(LongSupplier figure) throws InterruptedException {
    long least = figure.getAsLong();
    for (int i = 0; i < 20; i++) {
      System.gc();
      Thread.sleep(20);
      least = Math.min(least, figure.getAsLong());
    }
    return least;
  }

  /** What is deployed: it does what needs upcalls, threads and pools. */
  static final class Application implements Runnable {

    private record Item() {}

    private final boolean closes;

    Application(String how) {
      this.closes = how.equals("closing");
    }

    @Override
    public void run() {
      plainly();
      onFibers();
    }

    // Where many programs have theirs: what is closed may still be there when its class goes.
    private static final Engine.Builder BUILDER = Engine.builder().interruptible(true);
    private static final Engine ENGINE = BUILDER.build();
    private static final List<Object> CLOSED = new ArrayList<>();
    private static final List<String> LINES = new ArrayList<>();

    /** It can't be closed. */
    private static final WasiConfig WASI = WasiConfig.builder().stdout(LINES::add).build();

    private void plainly() {
      Engine engine = closes ? ENGINE : BUILDER.build();
      Component component = engine.compileText(LISTS);
      var linker = new Linker(engine);
      linker.root().func("h", call -> call.argument(0));
      InstancePre pre = linker.instantiatePre(component);
      var store = new Store(engine, StoreConfig.defaults().withWasi(WASI));
      var numbers = new long[100_000];
      numbers[99_999] = 7;
      Instance instance = pre.instantiate(store);
      var returned = (long[]) instance.func("f").call((Object) numbers);
      assertEquals(7, returned[99_999]);

      Component keeper = engine.compileText(KEEPER);
      var keeping = new Linker(engine);
      keeping.root().resource("item", HostResource.of(Item.class, item -> {}));
      keeping.instantiate(store, keeper).func("keep").call(new Item());
      if (closes) {
        store.close();
        pre.close();
        keeper.close();
        component.close();
        CLOSED.addAll(List.of(store, pre, instance, instance.func("f"), linker, component));
      }
      // Of one that is forgotten only its class knows: it can't be forgotten there.
      ENGINE.close();
    }

    private void onFibers() {
      Engine engine = Engine.builder().concurrency(true).build();
      Component component = engine.compileText(LISTS);
      var linker = new Linker(engine);
      linker
          .root()
          .asyncFunc(
              "h",
              call -> {
                Object argument = call.argument(0);
                return CompletableFuture.supplyAsync(() -> argument);
              });
      var store = new Store(engine);
      var returned =
          (long[]) linker.instantiate(store, component).func("f").call((Object) new long[] {5});
      assertEquals(5, returned[0]);
      if (closes) {
        store.close();
        component.close();
        engine.close();
        CLOSED.addAll(List.of(store, component, linker, engine));
      }
    }

    /** Hands a list on to the host, and what that returns back. */
    private static final String LISTS =
        """
        (component
          (import "h" (func $h (param "x" (list s64)) (result (list s64))))
          (core module $libc
            (memory (export "memory") 64)
            (global $end (mut i32) (i32.const 1024))
            (func (export "realloc") (param i32 i32 i32 i32) (result i32)
              (local $at i32)
              (local.set $at (i32.and (i32.add (global.get $end) (i32.const 7)) (i32.const -8)))
              (global.set $end (i32.add (local.get $at) (local.get 3)))
              (local.get $at)))
          (core instance $libc (instantiate $libc))
          (alias core export $libc "memory" (core memory $memory))
          (alias core export $libc "realloc" (core func $realloc))
          (core func $h-core (canon lower (func $h) (memory $memory) (realloc $realloc)))
          (core module $m
            (import "" "h" (func $h (param i32 i32 i32)))
            (func (export "f") (param i32 i32) (result i32)
              (call $h (local.get 0) (local.get 1) (i32.const 16))
              (i32.const 16)))
          (core instance $m (instantiate $m (with "" (instance (export "h" (func $h-core))))))
          (func (export "f") (param "x" (list s64)) (result (list s64))
            (canon lift (core func $m "f") (memory $memory) (realloc $realloc))))
        """;

    private static final String KEEPER =
        """
        (component
          (import "item" (type $item (sub resource)))
          (core module $m (memory 1) (func (export "keep") (param i32)))
          (core instance $m (instantiate $m))
          (func (export "keep") (param "item" (own $item)) (canon lift (core func $m "keep"))))
        """;
  }
}
