package dev.switchblade.app.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.StoreConfig;
import dev.switchblade.TrapException;
import dev.switchblade.WasmFeature;
import dev.switchblade.app.deploy.DeploymentEvent.BaselineRefused;
import dev.switchblade.app.deploy.DeploymentEvent.HandOverFailed;
import dev.switchblade.app.deploy.DeploymentEvent.HandedOver;
import dev.switchblade.app.deploy.DeploymentEvent.Optimized;
import dev.switchblade.app.deploy.DeploymentEvent.OptimizingFailed;
import dev.switchblade.app.deploy.DeploymentEvent.Released;
import dev.switchblade.app.deploy.DeploymentEvent.Switched;
import dev.switchblade.app.deploy.DeploymentStatus.Use;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Versions that serve with code of the baseline compiler until they are optimized. */
final class BaselineFirstTest {

  private final Heard heard = new Heard();

  /** Let go when optimized code is about to be linked, and when it may be. */
  private final CountDownLatch optimizing = new CountDownLatch(1);

  private final CountDownLatch mayOptimize = new CountDownLatch(1);

  private static Version version(int number, String name) {
    return new Version(number, name);
  }

  /** Of open instances, which know their engine. */
  private DeploymentBuilder<OpenInstance> open(Engine engine) {
    return Deployment.builder(
            engine, Counter.source(1), component -> link(component, new AtomicInteger()))
        .baselineFirst()
        .onEvent(heard);
  }

  private static Ready<OpenInstance> link(Component component, AtomicInteger clock) {
    var linker = new Linker(component.engine());
    linker.root().func("clock", _ -> clock.incrementAndGet());
    return Ready.of(linker.instantiatePre(component), component.engine());
  }

  /** A deployment whose optimized code is linked when {@link #mayOptimize} says so. */
  private Deployment<OpenInstance> held() {
    return held(1);
  }

  private Deployment<OpenInstance> held(int kept) {
    var linked = new AtomicInteger();
    return Deployment.builder(
            Counter.ENGINE,
            Counter.source(1),
            component -> {
              // The first version, the second one's baseline, and its optimized code.
              if (component.engine() == Counter.ENGINE && linked.getAndIncrement() > 0) {
                optimizing.countDown();
                await(mayOptimize);
              }
              return link(component, new AtomicInteger());
            })
        .keep(kept)
        .baselineFirst()
        .onEvent(heard)
        .start();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Engine.Compiler compiler(OpenInstance instance) {
    return instance.instance().component().engine().compiler();
  }

  private static Engine.Compiler servedBy(Deployment<OpenInstance> deployment) {
    try (OpenInstance instance = deployment.instance()) {
      return compiler(instance);
    }
  }

  private static int served(Deployment<Counter> deployment) {
    try (Counter counter = deployment.instance()) {
      assertEquals(1, counter.next());
      return counter.version();
    }
  }

  @Test
  @SuppressWarnings("try") // closing it is what is told about
  void aVersionServesFirstAndIsOptimizedThen() {
    try (Deployment<OpenInstance> deployment = held()) {
      assertEquals(Engine.Compiler.CRANELIFT, servedBy(deployment));
      Version next = deployment.upgrade(Counter.source(2));
      assertEquals(version(2, "counter-2"), next);
      OpenInstance old = deployment.instance();
      assertEquals(Engine.Compiler.WINCH, compiler(old));
      assertEquals(2, old.func("version").call());
      // One for the health check.
      Use use = new Use(next, 1, 2, true);
      assertEquals(use, deployment.status().uses().getLast());
      mayOptimize.countDown();

      assertEquals(next, heard.next(Optimized.class).version());
      assertEquals(next, deployment.version());
      try (OpenInstance instance = deployment.instance()) {
        assertEquals(Engine.Compiler.CRANELIFT, compiler(instance));
        assertEquals(2, instance.func("version").call());
        // Counted as the version that both are.
        assertEquals(new Use(next, 2, 3, false), deployment.status().uses().getLast());
      }
      // To its end it is what it was.
      assertEquals(Engine.Compiler.WINCH, compiler(old));
      assertEquals(1, old.func("next").call());
      old.close();
      assertEquals(new Use(next, 0, 3, false), deployment.status().uses().getLast());
      // The code that was replaced is no version that is released.
      deployment.close();
      List<DeploymentEvent> rest = heard.until(DeploymentEvent.Closed.class);
      assertTrue(rest.stream().noneMatch(Released.class::isInstance), rest::toString);
      List<Integer> released =
          List.of(
              heard.next(Released.class).version().number(),
              heard.next(Released.class).version().number());
      assertTrue(released.containsAll(List.of(1, 2)), released::toString);
    }
  }

  @Test
  void generatedCodeIsLinkedForBoth() {
    try (Deployment<Counter> deployment =
        Counter.builder(1).baselineFirst().onEvent(heard).start()) {
      for (int i = 2; i < 5; i++) {
        deployment.upgrade(Counter.source(i));
        assertEquals(i, served(deployment));
        heard.next(Optimized.class);
        assertEquals(i, served(deployment));
      }
      // To the source before, and not to other code of the same.
      assertEquals(3, deployment.rollback().number());
      assertEquals(3, served(deployment));
    }
  }

  @Test
  void withoutGeneratedCodeItIsTheSame() {
    var linker = new Linker(Counter.ENGINE);
    linker.root().func("clock", _ -> 0);
    try (Component first = Counter.compiled(1);
        Deployment<OpenInstance> deployment =
            Deployment.builder(first, linker).baselineFirst().onEvent(heard).start()) {
      deployment.upgrade(Counter.source(2));
      heard.next(Optimized.class);
      assertEquals(Engine.Compiler.CRANELIFT, servedBy(deployment));
      // Compared with what callers use by either.
      var refused =
          assertThrows(
              UpgradeException.class,
              () -> deployment.upgrade(engine -> engine.compileText("(component)")));
      assertEquals(UpgradeException.Reason.NOT_LINKED, refused.reason());
      assertEquals(5, refused.problems().size());
      deployment.upgrade(Counter.source(3));
      heard.next(Optimized.class);
    }
  }

  @ParameterizedTest
  @EnumSource(PartPolicy.class)
  void partsAreOfOneCompilerAtATime(PartPolicy policy) {
    List<Engine.Compiler> linked = Collections.synchronizedList(new ArrayList<>());
    try (Deployment<Pair> deployment =
        Deployment.builder(
                new Linker(Counter.ENGINE),
                "pairs",
                Pair.parts(1),
                Pair.WIRING,
                policy,
                (component, linker) -> {
                  linked.add(component.engine().compiler());
                  assertSame(component.engine(), linker.engine());
                  return Ready.of(Pair.prepare(component, linker));
                })
            .baselineFirst()
            .onEvent(heard)
            .start()) {
      for (int i = 2; i < 4; i++) {
        linked.clear();
        deployment.upgrade("back", Pair.newBack(i));
        try (Pair pair = deployment.instance()) {
          assertEquals(1, pair.front());
          assertEquals(i, pair.back());
        }
        heard.next(Optimized.class);
        try (Pair pair = deployment.instance()) {
          assertEquals(1, pair.front());
          assertEquals(i, pair.back());
        }
        assertEquals(List.of(Engine.Compiler.WINCH, Engine.Compiler.CRANELIFT), linked);
      }
      assertEquals(List.of(), only(heard.rest(), BaselineRefused.class::isInstance));
    }
  }

  /**
   * Of linked parts the baseline compiler would have to compile those, too, that haven't changed.
   */
  @Test
  void aSmallPartBesideALargeOneIsOptimizedAtOnce() {
    List<Engine.Compiler> linked = Collections.synchronizedList(new ArrayList<>());
    Map<String, byte[]> parts = Pair.parts(1);
    String large = new String(parts.get("front"), StandardCharsets.UTF_8);
    String padding = ";;" + "x".repeat(20_000) + "\n";
    parts.put("front", (padding + large).getBytes(StandardCharsets.UTF_8));
    try (Deployment<Pair> deployment =
        Deployment.builder(
                new Linker(Counter.ENGINE),
                "pairs",
                parts,
                Pair.WIRING,
                PartPolicy.LINKED,
                (component, linker) -> {
                  linked.add(component.engine().compiler());
                  return Ready.of(Pair.prepare(component, linker));
                })
            .baselineFirst()
            .onEvent(heard)
            .start()) {
      deployment.upgrade("back", Pair.newBack(2));
      deployment.upgrade("front", (padding + padding + large).getBytes(StandardCharsets.UTF_8));
      heard.next(Optimized.class);
      assertEquals(
          List.of(
              Engine.Compiler.CRANELIFT,
              Engine.Compiler.CRANELIFT,
              Engine.Compiler.WINCH,
              Engine.Compiler.CRANELIFT),
          linked);
    }
  }

  private static List<DeploymentEvent> only(
      List<DeploymentEvent> events, Predicate<DeploymentEvent> which) {
    return events.stream().filter(which).toList();
  }

  @Test
  void sessionsGoAlongToTheOptimizedCode() {
    try (Deployment<Counter> deployment =
            Counter.builder(1)
                .baselineFirst()
                .handOver(HandOver.of(Counter::save, Counter::restore))
                .onEvent(heard)
                .start();
        Session<Counter> session = deployment.session(StoreConfig.defaults())) {
      assertEquals(1, session.call(Counter::next));
      Version next = deployment.upgrade(Counter.source(2));
      assertEquals(new HandedOver("component", version(1, "component"), next), handedOver());
      assertEquals(new HandedOver("component", next, next), handedOver());
      assertEquals(2, session.call(Counter::next));
      assertEquals(2, session.call(Counter::version));
    }
  }

  private HandedOver handedOver() {
    return heard.next(HandedOver.class);
  }

  /** It stays where it is, and goes along with the next version that can take it over. */
  @Test
  void aSessionThatCannotGoToTheOptimizedCodeStays() {
    var restored = new AtomicInteger();
    HandOver<Counter> once =
        HandOver.of(
            Counter::save,
            (counter, state) -> {
              if (restored.incrementAndGet() == 2) {
                throw new IllegalStateException("not now");
              }
              counter.restore(state);
            });
    try (Deployment<Counter> deployment =
            Counter.builder(1).baselineFirst().handOver(once).onEvent(heard).start();
        Session<Counter> session = deployment.session(StoreConfig.defaults())) {
      session.call(Counter::next);
      Version next = deployment.upgrade(Counter.source(2));
      HandOverFailed failed = heard.next(HandOverFailed.class);
      assertEquals(next, failed.from());
      assertEquals(next, failed.to());
      assertTrue(failed.message().contains("its optimized code can't"), failed.message());
      assertEquals(2, session.call(Counter::next));
      deployment.upgrade(Counter.source(3));
      HandedOver last = handedOver();
      while (last.to().number() < 3) {
        last = handedOver();
      }
      deployment.rollback();
      // To the code that couldn't take it over before: there is nothing else of that version.
      assertEquals(3, session.call(Counter::next));
      assertEquals(2, session.call(Counter::version));
    }
  }

  @Test
  void aCanaryIsOptimizedWhileItIsTried() {
    try (Deployment<OpenInstance> deployment = held();
        Canary canary = deployment.canary(Counter.source(2), CanaryPolicy.share(1))) {
      assertEquals(Engine.Compiler.WINCH, servedBy(deployment));
      mayOptimize.countDown();
      heard.next(Optimized.class);
      assertEquals(Engine.Compiler.CRANELIFT, servedBy(deployment));
      assertEquals(canary.version(), deployment.status().canary().orElseThrow());
      canary.promote();
      assertEquals(2, deployment.version().number());
      assertEquals(1, deployment.rollback().number());
    }
  }

  /** It is gone by the time that the compiler is done. */
  @Test
  void codeThatNobodyNeedsAnyMoreIsThrownAway() {
    try (Deployment<OpenInstance> deployment = held()) {
      deployment.upgrade(Counter.source(2));
      await(optimizing);
      deployment.rollback();
      mayOptimize.countDown();
      deployment.upgrade(Counter.source(3));
      assertEquals(3, heard.next(Optimized.class).version().number());
      assertEquals(
          List.of(1, 3),
          deployment.status().uses().stream().map(use -> use.version().number()).toList());
      assertEquals(1, deployment.rollback().number());
    }
  }

  /** A version that is kept is optimized too: it may serve again. */
  @Test
  void whatIsKeptToRollBackToIsOptimized() {
    try (Deployment<OpenInstance> deployment = held(2)) {
      deployment.upgrade(Counter.source(2));
      await(optimizing);
      deployment.upgrade(Counter.source(3));
      deployment.upgrade(Counter.source(4));
      mayOptimize.countDown();
      assertEquals(2, heard.next(Optimized.class).version().number());
      // By the thread that optimizes already, in the order in which it finds them.
      int one = heard.next(Optimized.class).version().number();
      int other = heard.next(Optimized.class).version().number();
      assertEquals(Set.of(3, 4), Set.of(one, other));
      assertEquals(3, deployment.rollback().number());
      assertEquals(Engine.Compiler.CRANELIFT, servedBy(deployment));
      assertEquals(2, deployment.rollback().number());
      assertEquals(Engine.Compiler.CRANELIFT, servedBy(deployment));
    }
  }

  @Test
  void closingMeetsTheCompiler() {
    Deployment<OpenInstance> deployment = held();
    deployment.upgrade(Counter.source(2));
    await(optimizing);
    OpenInstance open = deployment.instance();
    deployment.close();
    mayOptimize.countDown();
    // Of an engine that is closed.
    assertEquals(1, open.func("next").call());
    open.close();
    assertTrue(deployment.closeWithin(Duration.ofMinutes(1)));
    assertEquals(
        List.of(),
        only(
            heard.rest(),
            event -> event instanceof Optimized || event instanceof OptimizingFailed));
  }

  /** Neither compiler goes on for a version that was given up, and nothing is told of either. */
  @Test
  void anUpgradeThatIsGivenUpIsNotCompiledAgain() throws Exception {
    var compiled = new AtomicInteger();
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    Source slow =
        Source.named(
            "slow",
            engine -> {
              compiled.incrementAndGet();
              begun.countDown();
              await(mayEnd);
              return engine.compileText(TAIL_CALL);
            });
    try (Deployment<OpenInstance> deployment = open(Counter.ENGINE).start()) {
      Thread upgrading =
          Thread.ofPlatform()
              .start(() -> assertThrows(UpgradeException.class, () -> deployment.upgrade(slow)));
      await(begun);
      assertTrue(deployment.cancelUpgrade());
      upgrading.join();
      mayEnd.countDown();
      deployment.upgrade(Counter.source(3));
      heard.next(Optimized.class);
      assertEquals(1, compiled.get());
    }
  }

  // ---- what the baseline compiler can't do

  private static final String TAIL_CALL =
      """
      (component
        (import "clock" (func $clock (result u32)))
        (core module $m
          (func $two (result i32) (i32.const 2))
          (func (export "version") (result i32) (return_call $two)))
        (core instance $m (instantiate $m))
        (func (export "version") (result u32) (canon lift (core func $m "version"))))
      """;

  @Test
  void whatItCannotCompileIsOptimizedAtOnce() {
    try (Deployment<OpenInstance> deployment = open(Counter.ENGINE).start()) {
      Version next =
          deployment.upgrade(Source.of("tail", TAIL_CALL.getBytes(StandardCharsets.UTF_8)));
      assertEquals(Engine.Compiler.CRANELIFT, servedBy(deployment));
      BaselineRefused refused = heard.next(BaselineRefused.class);
      assertEquals(next, refused.next());
      assertInstanceOf(CompilationException.class, refused.why());
      assertTrue(refused.message().contains("tail-call"), refused.message());
      assertEquals(next, heard.next(Switched.class).to());
      deployment.upgrade(Counter.source(3));
      assertEquals(3, heard.next(Optimized.class).version().number());
    }
  }

  /** Where the linker is of one engine the versions are, too. */
  @Test
  void versionsThatAreLinkedForOneEngineAreOptimizedAtOnce() {
    var linker = new Linker(Counter.ENGINE);
    linker.root().func("clock", _ -> 0);
    try (Deployment<OpenInstance> deployment =
        Deployment.builder(
                Counter.ENGINE,
                Counter.source(1),
                component -> Ready.of(linker.instantiatePre(component), Counter.ENGINE))
            .baselineFirst()
            .onEvent(heard)
            .start()) {
      deployment.upgrade(Counter.source(2));
      assertEquals(Engine.Compiler.CRANELIFT, servedBy(deployment));
      List<DeploymentEvent> told = heard.until(Switched.class);
      List<DeploymentEvent> refused = only(told, BaselineRefused.class::isInstance);
      assertEquals(1, refused.size(), told::toString);
      assertTrue(refused.getFirst().message().contains("another engine"), told::toString);
      assertEquals(1, only(told, DeploymentEvent.Compiled.class::isInstance).size());
      // That will be so of any other one, which isn't tried in vain.
      deployment.upgrade(Counter.source(3));
      told = heard.until(Switched.class);
      assertEquals(List.of(), only(told, BaselineRefused.class::isInstance));
    }
  }

  @Test
  @SuppressWarnings("try") // closing it is what is told about
  void componentsThatAreCompiledAlreadyAreTakenAsTheyAre() {
    try (Deployment<OpenInstance> deployment = open(Counter.ENGINE).start();
        Component next = Counter.compiled(2)) {
      deployment.upgrade(next);
      assertEquals(Engine.Compiler.CRANELIFT, servedBy(deployment));
      deployment.close();
      assertEquals(
          List.of(),
          only(
              heard.until(DeploymentEvent.Closed.class),
              event -> event instanceof BaselineRefused || event instanceof Optimized));
    }
  }

  /** What compiles for the deployment's engine isn't asked for the other one. */
  @Test
  void sourcesThatAreCompiledElsewhereAreNotForTheBaseline() {
    try (Engine background = Engine.builder().parallelCompilation(false).build();
        Deployment<OpenInstance> deployment = held()) {
      deployment.upgrade(Counter.source(2).compiledBy(background));
      assertEquals(Engine.Compiler.WINCH, servedBy(deployment));
      mayOptimize.countDown();
      heard.next(Optimized.class);
    }
  }

  @Test
  void whatIsRefusedIsRefusedOnce() {
    var asked = new AtomicInteger();
    try (Deployment<OpenInstance> deployment = open(Counter.ENGINE).start()) {
      for (String wrong : List.of("(component", "(module)")) {
        asked.set(0);
        Source source =
            engine -> {
              asked.incrementAndGet();
              return engine.compileText(wrong);
            };
        var refused = assertThrows(UpgradeException.class, () -> deployment.upgrade(source));
        assertEquals(UpgradeException.Reason.NOT_COMPILED, refused.reason());
        assertEquals(1, asked.get());
      }
      String trapping = Counter.text(2, "unreachable", "");
      var unhealthy =
          assertThrows(
              UpgradeException.class,
              () -> deployment.upgrade(engine -> engine.compileText(trapping)));
      assertEquals(UpgradeException.Reason.UNHEALTHY, unhealthy.reason());
      assertInstanceOf(TrapException.class, unhealthy.getCause());
      assertEquals(1, deployment.status().uses().size());
      assertEquals(1, deployment.version().number());
    }
  }

  /** Null is no code: the version goes on with what it has. */
  @Test
  void whatLinksNothingReplacesNothing() {
    try (Deployment<OpenInstance> deployment =
        Deployment.builder(
                Counter.ENGINE,
                Counter.source(1),
                component ->
                    component.engine() == Counter.ENGINE && component.name().equals("counter-2")
                        ? nothing()
                        : link(component, new AtomicInteger()))
            .baselineFirst()
            .onEvent(heard)
            .start()) {
      deployment.upgrade(Counter.source(2));
      OptimizingFailed failed = heard.next(OptimizingFailed.class);
      assertTrue(failed.message().contains("linked nothing"), failed.message());
      assertEquals(Engine.Compiler.WINCH, servedBy(deployment));
    }
  }

  /** What a function that isn't checked for null may return. */
  @SuppressWarnings("NullAway")
  private static Ready<OpenInstance> nothing() {
    return null;
  }

  @Test
  void whatAThirdEngineHasCompiledIsRefused() {
    try (Engine foreign = Engine.create();
        Deployment<Counter> deployment = Counter.builder(1).baselineFirst().start()) {
      Source elsewhere = _ -> foreign.compile(Counter.bytes(2));
      var refused = assertThrows(UpgradeException.class, () -> deployment.upgrade(elsewhere));
      assertEquals(UpgradeException.Reason.NOT_LINKED, refused.reason());
      assertTrue(refused.getMessage().contains("another engine"), refused.getMessage());
    }
  }

  /** The code can't be linked when it comes: the version goes on with what it has. */
  @Test
  void aVersionThatCannotBeOptimizedGoesOn() {
    var linked = new AtomicInteger();
    try (Deployment<OpenInstance> deployment =
        Deployment.builder(
                Counter.ENGINE,
                Counter.source(1),
                component -> {
                  if (component.engine() == Counter.ENGINE && linked.getAndIncrement() == 1) {
                    throw new IllegalStateException("not today");
                  }
                  return link(component, new AtomicInteger());
                })
            .baselineFirst()
            .onEvent(heard)
            .start()) {
      Version next = deployment.upgrade(Counter.source(2));
      OptimizingFailed failed = heard.next(OptimizingFailed.class);
      assertEquals(next, failed.version());
      assertEquals("not today", failed.why().getMessage());
      assertEquals(Engine.Compiler.WINCH, servedBy(deployment));
      deployment.upgrade(Counter.source(3));
      assertEquals(3, heard.next(Optimized.class).version().number());
    }
  }

  @Test
  void theOtherEngineHasTheSettingsOfTheDeployments() {
    try (Engine engine =
            Engine.builder()
                .interruptible(true)
                .functionCache(1 << 20)
                .pooling(Engine.Pooling.of(2).withMemoryBytes(1 << 20))
                .build();
        Deployment<OpenInstance> deployment = open(engine).start()) {
      deployment.upgrade(Counter.source(2));
      var limits = Limits.defaults().withDeadline(Duration.ofMinutes(1));
      // As it is by then: either takes a limit that needs a setting.
      try (OpenInstance instance = deployment.instance(StoreConfig.defaults().withLimits(limits))) {
        assertEquals(1, instance.func("next").call());
      }
      heard.next(Optimized.class);
      try (OpenInstance instance = deployment.instance(StoreConfig.defaults().withLimits(limits))) {
        assertSame(engine, instance.instance().component().engine());
        assertEquals(1, instance.func("next").call());
      }
    }
  }

  @Test
  void enginesThatItCannotBeHadForAreNamed() {
    try (Engine winch = Engine.builder().compiler(Engine.Compiler.WINCH).build()) {
      var itself = assertThrows(IllegalArgumentException.class, () -> open(winch).start());
      assertTrue(itself.getMessage().contains("CRANELIFT"), itself.getMessage());
    }
    try (Engine exceptions = Engine.builder().feature(WasmFeature.EXCEPTIONS, true).build()) {
      var lacking = assertThrows(IllegalArgumentException.class, () -> open(exceptions).start());
      assertTrue(lacking.getMessage().contains("exceptions"), lacking.getMessage());
    }
    try (Engine fuel = Engine.builder().fuel(true).build()) {
      var lacking = assertThrows(IllegalArgumentException.class, () -> open(fuel).start());
      assertTrue(lacking.getMessage().contains("fuel: winch"), lacking.getMessage());
    }
    // The pool isn't what can't be had.
    Engine.Pooling pool = Engine.Pooling.of(2).withMemoryBytes(1 << 20);
    try (Engine exceptions =
        Engine.builder().feature(WasmFeature.EXCEPTIONS, true).pooling(pool).build()) {
      var lacking = assertThrows(IllegalArgumentException.class, () -> open(exceptions).start());
      assertTrue(lacking.getMessage().contains("exceptions"), lacking.getMessage());
      assertFalse(lacking.getMessage().contains("pool"), lacking.getMessage());
    }
  }

  // ---- under traffic

  @Test
  void noCallFailsAndNoneSeesAMix() throws Exception {
    try (Deployment<Counter> deployment =
        Counter.builder(1).baselineFirst().onEvent(heard).start()) {
      Callable<Integer> call =
          () -> {
            try (Counter counter = deployment.instance()) {
              int version = counter.version();
              assertEquals(1, counter.next());
              assertEquals(version, counter.same());
              return version;
            }
          };
      try (var traffic = new Traffic(Traffic.THREADS, call)) {
        for (int i = 2; i <= Traffic.SWITCHES + 1; i++) {
          deployment.upgrade(Counter.source(i));
          assertEquals(i, call.call());
          if (i % 3 == 0) {
            deployment.rollback();
          }
          if (i % 5 == 0) {
            heard.next(Optimized.class);
          }
        }
        assertTrue(traffic.end() >= Traffic.THREADS);
      }
      assertTrue(deployment.closeWithin(Duration.ofMinutes(1)));
      assertEquals(List.of(), deployment.status().uses());
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "mappings are read from /proc/self/maps")
  void mappingsEndWhereTheyBegan() throws Exception {
    try (Deployment<Counter> deployment =
        Counter.builder(1).keep(0).baselineFirst().onEvent(heard).start()) {
      Runnable round =
          () -> {
            Counter open = deployment.instance();
            deployment.upgrade(Counter.source(2));
            open.close();
            heard.next(Optimized.class);
          };
      Mappings.assertNoneLeft(50, round);
      assertEquals(1, deployment.status().uses().size());
    }
    // The engine that it made is gone, too.
    Runnable deploy =
        () -> Counter.builder(1).baselineFirst().start().closeWithin(Duration.ofMinutes(1));
    Mappings.assertNoneLeft(50, deploy);
  }

  @Test
  void eventsHaveWords() {
    Map<DeploymentEvent, String> words =
        Map.of(
            new Optimized("shops", version(2, "b"), Duration.ofMillis(7)),
            "shops: version 2 (b) has optimized code, compiled in 7 ms",
            new BaselineRefused("shops", version(2, "b"), new IllegalStateException("why")),
            "shops: version 2 (b) can't have code of the baseline compiler first, and is being"
                + " compiled by the optimizing one: java.lang.IllegalStateException: why",
            new DeploymentEvent.Optimizing("shops", version(2, "b")),
            "shops: version 2 (b) serves, and is being optimized",
            new DeploymentEvent.Compiled("shops", version(2, "b"), Duration.ofMillis(7), true),
            "shops: version 2 (b) was compiled in 7 ms by the baseline compiler",
            new OptimizingFailed("shops", version(2, "b"), new IllegalStateException("why")),
            "shops: version 2 (b) stays as the baseline compiler made it:"
                + " java.lang.IllegalStateException: why");
    words.forEach((event, text) -> assertEquals(text, event.message()));
  }
}
