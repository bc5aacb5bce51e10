package dev.switchblade.app.deploy;

import dev.switchblade.Engine;
import dev.switchblade.StoreConfig;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a deployment; {@link Deployment#builder} begins one. Not thread-safe.
 *
 * @param <I> the class of its instances
 */
public final class DeploymentBuilder<I extends AutoCloseable> {

  private final Engine engine;
  private final Origin<I> first;
  private final Linking<I> linking;

  /** Versions are linked by a function, which may take those of any engine. */
  private final boolean anyEngine;

  /** What was linked already; null if {@link #start} does. */
  private final @Nullable Ready<I> ready;

  /** How later versions are made of parts; null if there are none. */
  private final @Nullable PartsOrigin<I> parts;

  private String name;
  private @Nullable HealthCheck<? super I> check = _ -> {};
  private StoreConfig checkConfig = StoreConfig.defaults().withLabel("health check");
  private int kept = 1;
  private @Nullable HandOver<? super I> handOver;
  private Duration progress = Duration.ofSeconds(1);
  private @Nullable Consumer<? super DeploymentEvent> listener;
  private boolean baselineFirst;
  private boolean started;

  DeploymentBuilder(
      Engine engine,
      Origin<I> first,
      Linking<I> linking,
      boolean anyEngine,
      @Nullable Ready<I> ready,
      @Nullable PartsOrigin<I> parts) {
    this.engine = engine;
    this.first = first;
    this.linking = linking;
    this.anyEngine = anyEngine;
    this.ready = ready;
    this.parts = parts;
    this.name = first.name();
  }

  /**
   * Sets what the deployment is called in events, messages and names of threads.
   *
   * @param called that of the first version unless set
   * @return this
   */
  public DeploymentBuilder<I> name(String called) {
    name = Objects.requireNonNull(called, "name");
    return this;
  }

  /**
   * Sets how each new version is tried before it serves. Without this, an instance is made of it
   * and closed: a version whose start-up code fails is refused. The first version isn't tried.
   *
   * @param tried is called with an instance of the new version
   * @return this
   */
  public DeploymentBuilder<I> check(HealthCheck<? super I> tried) {
    check = Objects.requireNonNull(tried, "check");
    return this;
  }

  /**
   * Has new versions serve without being tried: for components that can't be instantiated without
   * what only traffic brings.
   *
   * @return this
   */
  public DeploymentBuilder<I> withoutCheck() {
    check = null;
    return this;
  }

  /**
   * Sets what the stores of health checks are made with. A {@linkplain
   * dev.switchblade.Limits#deadline deadline} in it ends checks that never would.
   *
   * @param config grants nothing unless set
   * @return this
   */
  public DeploymentBuilder<I> checkConfig(StoreConfig config) {
    checkConfig = Objects.requireNonNull(config, "config");
    return this;
  }

  /**
   * Sets how many earlier versions stay compiled and linked, for {@link Deployment#rollback}. Each
   * takes the memory of its machine code.
   *
   * @param versions 0 or more; 1 unless set. With 0 a version is released with its last instance,
   *     and there is nothing to roll back to
   * @return this
   */
  public DeploymentBuilder<I> keep(int versions) {
    if (versions < 0) {
      throw new IllegalArgumentException("keep: expected 0 or more versions, got " + versions);
    }
    kept = versions;
    return this;
  }

  /**
   * Sets how the state of sessions gets from one version to the next.
   *
   * @param how a pair of functions that all versions have
   * @return this
   * @see Deployment#session(StoreConfig)
   */
  public DeploymentBuilder<I> handOver(HandOver<? super I> how) {
    handOver = Objects.requireNonNull(how, "handOver");
    return this;
  }

  /**
   * Sets how often {@link DeploymentEvent.Compiling} is told while a version is compiled.
   *
   * @param interval 1 ms or more; one second unless set
   * @return this
   */
  public DeploymentBuilder<I> progressEvery(Duration interval) {
    if (interval.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "progressEvery: expected 1 ms or more, got " + interval.toNanos() + " ns");
    }
    progress = interval;
    return this;
  }

  /**
   * Has all events told from the first one on, as {@link Deployment#onEvent} does from then on.
   *
   * @param told gets each event
   * @return this
   */
  public DeploymentBuilder<I> onEvent(Consumer<? super DeploymentEvent> told) {
    listener = Objects.requireNonNull(told, "listener");
    return this;
  }

  /**
   * Has new versions serve sooner, with slower code first: each is compiled by Wasmtime's baseline
   * compiler {@link Engine.Compiler#WINCH}, tried, and switched to. Then the deployment's engine
   * compiles it again, on the thread of the upgrade, for which nobody waits any more; and instances
   * that are made from then on, and {@linkplain Deployment#session sessions}, are of the optimized
   * code. It is the same version before and after: a rollback goes to the one before it. For
   * components that take the compiler seconds; docs/live-upgrade.md has figures.
   *
   * <p>Some versions are compiled by the deployment's engine at once; {@link
   * DeploymentEvent.BaselineRefused} says which, and why. Of parts that are {@linkplain
   * PartPolicy#LINKED linked}, all have to be compiled by the same compiler: the baseline compiler
   * comes first where it is done with all of them sooner than the deployment's engine with those
   * that are new. The first version, and components that are compiled already, are as they are
   * without this.
   *
   * <p>{@link Source#compile} is called once, and a second time if the baseline compiler refuses
   * what it has. The function that links versions is called twice for a version, and gets
   * components of two engines: it makes its linker for {@link dev.switchblade.Component#engine}, or
   * by {@link dev.switchblade.Linker#forEngine}. The health check tries the code that the version
   * begins with, in that engine's pool if it has one, and not the optimized code.
   *
   * <p>Until a version is optimized the same {@link Engine.Builder#maxWasmStack} holds a quarter to
   * a twentieth of the calls: where recursion comes near that, calls fail that worked before, and
   * will again. See {@link Engine.Compiler#WINCH}.
   *
   * <p>The optimizing compiler takes as many threads as the deployment's engine says: with {@link
   * Engine.Builder#parallelCompilation parallelCompilation(false)} one; the first version, and
   * those that the baseline compiler refuses, then have one, too. It compiles one version at a
   * time; the one that serves comes first, one that is kept to roll back to afterwards, and one
   * that is out of service not at all. It can't be cancelled, and closing the deployment doesn't
   * wait for it; what it makes then is thrown away. What a source is {@linkplain Source#compiledBy
   * compiled by} has no part in either code.
   *
   * <p>The deployment makes the baseline compiler's engine, with the settings of its own but for
   * two: it has no function cache, and takes all processors, for the short time that it needs. It
   * closes it with itself. Where the deployment's engine has a pool, that engine has another one of
   * the same size.
   *
   * @return this
   */
  public DeploymentBuilder<I> baselineFirst() {
    baselineFirst = true;
    return this;
  }

  /**
   * Compiles and links the first version, on the calling thread, and serves it.
   *
   * @throws dev.switchblade.CompilationException if it can't be compiled
   * @throws dev.switchblade.LinkException if it isn't what callers use, or the host doesn't provide
   *     what it imports
   * @throws dev.switchblade.CompositionException if it is composed of parts that don't fit together
   * @throws UnsupportedOperationException if its parts are to be {@linkplain PartPolicy#LINKED
   *     linked}, and the engine has concurrency support
   * @throws java.io.UncheckedIOException if it is a file that can't be read
   * @throws IllegalArgumentException if the baseline compiler is to be used {@linkplain
   *     #baselineFirst first}, and the engine counts {@linkplain Engine.Builder#fuel fuel}, has a
   *     feature turned on that that compiler lacks, or has that compiler itself
   * @throws dev.switchblade.ResourceLimitException if there aren't memory mappings enough for that
   *     engine's pool
   * @throws IllegalStateException if this has started a deployment already
   */
  public Deployment<I> start() {
    if (started) {
      throw new IllegalStateException(
          "this builder has started " + name + ", which owns the first version: make another one");
    }
    var settings =
        new Settings<I>(
            name, check, checkConfig, kept, handOver, progress, parts, listener, anyEngine);
    Engine baseline = baselineFirst ? baseline() : null;
    try {
      Ready<I> linked = ready != null ? ready : Maker.first(engine, first);
      started = true;
      return new Deployment<>(engine, baseline, linking, settings, first, linked);
    } finally {
      if (!started && baseline != null) {
        baseline.close();
      }
    }
  }

  private Engine baseline() {
    if (engine.compiler() == Engine.Compiler.WINCH) {
      throw new IllegalArgumentException(
          name
              + " is to have code of the baseline compiler first, and its engine has no other one:"
              + " give it an engine with Engine.Compiler.CRANELIFT");
    }
    Engine.Builder settings =
        engine.toBuilder()
            .compiler(Engine.Compiler.WINCH)
            .functionCache(0)
            .parallelCompilation(true);
    try {
      return settings.build();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          name
              + ": baselineFirst can't be had with the settings of the deployment's engine: "
              + e.getMessage(),
          e);
    }
  }
}
