package dev.switchblade.app.deploy;

import dev.switchblade.ClosedException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.GuestWorld;
import dev.switchblade.Linker;
import dev.switchblade.Prepared;
import dev.switchblade.StoreConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A component that is swapped while it is called: hands out instances of the version that serves,
 * and takes another version in its place, without a stop. Thread-safe.
 *
 * {@snippet :
 * try (var shops = Deployment.of(Shop.prepare(v1, clock))) {
 *   server.handle(request -> {
 *     try (Shop shop = shops.instance(grants)) {   // the version of this moment, to the end
 *       return shop.describe(request.item());
 *     }
 *   });
 *   shops.onEvent(event -> log.info(event.message()));
 *   shops.upgrade(v2, shop -> shop.carts().newCart("probe").close());
 *   shops.rollback();
 * }
 * }
 *
 * <p><b>Upgrades.</b> A new version is compiled, compared with what callers use and the host
 * provides, linked, and tried, all on a thread of its own beside the traffic. Whatever is wrong
 * with it is an {@link UpgradeException}, and the version that serves goes on serving. Then it is
 * switched to in one step: an instance is of one version to its end, and each one that is asked for
 * from then on is of the new one. A version that is out of service is released when its last
 * instance is closed, apart from those that are {@linkplain DeploymentBuilder#keep kept} to roll
 * back to.
 *
 * <p><b>Instances</b> are closed by whoever asked for them. One that is forgotten counts until it
 * has been collected as garbage.
 *
 * @param <I> the class of its instances: one that was generated for a world, or {@link
 *     OpenInstance}
 */
public final class Deployment<I extends AutoCloseable> implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Deployment.class.getName());

  /** Guests run on the thread of an upgrade: more than any engine asks for, of address space. */
  private static final long UPGRADE_STACK = 16 << 20;

  private final @Nullable Engine baseline;
  private final Linking<I> linking;
  private final Settings<I> settings;
  private final Events events = new Events();
  private final Versions<I> versions;
  private final Maker<I> maker;
  private final Optimizer<I> optimizer;
  private final Set<Session<I>> sessions = ConcurrentHashMap.newKeySet();
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

  /**
   * Begins with a first version.
   *
   * @param baseline compiles versions first, and is closed with this; null if nothing does
   */
  Deployment(
      Engine engine,
      @Nullable Engine baseline,
      Linking<I> linking,
      Settings<I> settings,
      Origin<I> first,
      Ready<I> ready) {
    this.baseline = baseline;
    this.linking = linking;
    this.settings = settings;
    this.versions = new Versions<>(settings.name(), settings.kept(), events);
    this.maker = new Maker<>(engine, baseline, settings, versions, events);
    this.optimizer =
        new Optimizer<>(settings.name(), engine, versions, events, this::startMovingSessions);
    if (settings.listener() != null) {
      events.add(settings.listener());
    }
    versions.start(first.name(), ready, first.parts());
  }

  // ---- making one

  /**
   * Deploys what generated code has prepared; later versions are linked as it was.
   *
   * @param first the first version, which the deployment takes over and closes
   * @param <W> the class of the world
   */
  public static <W extends GuestWorld> Deployment<W> of(Prepared<W> first) {
    return builder(first).start();
  }

  /**
   * Deploys a component without generated code. A later version must export every function that the
   * one before it does, with the same type.
   *
   * @param first the first version; it stays the caller's, who may close it at once
   * @param linker what the host provides, for all versions
   * @throws dev.switchblade.LinkException if the linker lacks what it imports
   */
  public static Deployment<OpenInstance> of(Component first, Linker linker) {
    return builder(first, linker).start();
  }

  /**
   * Begins a deployment of what generated code has prepared.
   *
   * @param first the first version, which the deployment takes over and closes
   * @param <W> the class of the world
   */
  public static <W extends GuestWorld> DeploymentBuilder<W> builder(Prepared<W> first) {
    Linking<W> linking = Deployment::relink;
    return new DeploymentBuilder<>(
        first.component().engine(),
        Origin.of(first.component(), linking),
        linking,
        false,
        Ready.of(first),
        null);
  }

  /** Links a version as the one before it was, which alone is kept for that. */
  private static <W extends GuestWorld> Ready<W> relink(
      Component component, @Nullable Ready<W> current) {
    if (current instanceof PreparedReady<W>(Prepared<W> prepared)) {
      return Ready.of(prepared.relink(component));
    }
    throw new IllegalStateException("the version that serves wasn't prepared");
  }

  /**
   * Begins a deployment of a component without generated code; see {@link #of(Component, Linker)}.
   *
   * @param first the first version; it stays the caller's, who may close it once it is started
   * @param linker what the host provides, for all versions
   */
  public static DeploymentBuilder<OpenInstance> builder(Component first, Linker linker) {
    Objects.requireNonNull(linker, "linker");
    Linking<OpenInstance> linking =
        (component, current) ->
            PlainReady.link(component, linker.forEngine(component.engine()), current);
    return new DeploymentBuilder<>(
        first.engine(), Origin.of(first, linking), linking, false, null, null);
  }

  /**
   * Begins a deployment whose versions are linked in any way.
   *
   * @param engine compiles all versions
   * @param first the first version
   * @param link makes a component ready, as in {@code component -> Ready.of(Shop.prepare(component,
   *     clock))}. It throws if the component doesn't fit; the component may be closed afterwards
   * @param <I> the class of the instances
   */
  public static <I extends AutoCloseable> DeploymentBuilder<I> builder(
      Engine engine, Source first, Function<? super Component, ? extends Ready<I>> link) {
    Objects.requireNonNull(link, "link");
    Linking<I> linking = (component, _) -> link.apply(component);
    return new DeploymentBuilder<>(
        Objects.requireNonNull(engine, "engine"),
        Origin.of(Objects.requireNonNull(first, "first"), linking),
        linking,
        true,
        null,
        null);
  }

  /**
   * Begins a deployment of parts, any of which can be upgraded by itself.
   *
   * @param engine compiles all versions
   * @param name what the deployment and its versions are called
   * @param parts the bytes of each part of the first version by its name; they are copied
   * @param assembly makes a component of the parts of a version
   * @param link makes a component ready, as in {@link #builder(Engine, Source, Function)}
   * @param <I> the class of the instances
   * @throws IllegalArgumentException if there are no parts
   */
  public static <I extends AutoCloseable> DeploymentBuilder<I> builder(
      Engine engine,
      String name,
      Map<String, byte[]> parts,
      Assembly assembly,
      Function<? super Component, ? extends Ready<I>> link) {
    Objects.requireNonNull(assembly, "assembly");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(engine, "engine");
    Linking<I> linking = (component, _) -> link.apply(component);
    return ofParts(
        engine,
        name,
        parts,
        (version, bytes) -> Origin.of(version, bytes, assembly, linking),
        linking);
  }

  private static <I extends AutoCloseable> DeploymentBuilder<I> ofParts(
      Engine engine,
      String name,
      Map<String, byte[]> parts,
      PartsOrigin<I> origin,
      Linking<I> linking) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(name + " has no parts: at least one is needed");
    }
    Origin<I> first = origin.of(name, Collections.unmodifiableMap(copied(parts)));
    return new DeploymentBuilder<>(engine, first, linking, true, null, origin);
  }

  private static Map<String, byte[]> copied(Map<String, byte[]> parts) {
    Map<String, byte[]> copy = new LinkedHashMap<>();
    parts.forEach((part, bytes) -> copy.put(part, bytes.clone()));
    return copy;
  }

  /**
   * Begins a deployment of parts that are plugged into each other, any of which can be upgraded by
   * itself.
   *
   * @param host what the host provides, for all parts and versions, but where one part is plugged
   *     into another. Its engine compiles them. What is defined in it later counts for no version;
   *     what is plugged into it stays open as long as there are upgrades
   * @param name what the deployment and its versions are called
   * @param parts the bytes of each part of the first version by its name; they are copied
   * @param wiring which part is plugged into which
   * @param policy whether an upgrade of one part compiles all of them, or that one
   * @param link makes what callers get ready, as in {@code (component, linker) ->
   *     Ready.of(Shop.prepare(component, linker))}: the composition, or the part that is exported.
   *     The linker has what the host provides and what is plugged in. It throws if the component
   *     doesn't fit. The component is the deployment's, which may link it again: it isn't to be
   *     closed
   * @param <I> the class of the instances
   * @throws IllegalArgumentException if there are no parts, the wiring tells of parts that aren't
   *     there, or a part isn't plugged into anything
   */
  public static <I extends AutoCloseable> DeploymentBuilder<I> builder(
      Linker host,
      String name,
      Map<String, byte[]> parts,
      Wiring wiring,
      PartPolicy policy,
      BiFunction<? super Component, ? super Linker, ? extends Ready<I>> link) {
    Objects.requireNonNull(link, "link");
    return ofParts(
        host, name, parts, wiring, policy, (component, linker, _) -> link.apply(component, linker));
  }

  /**
   * Begins a deployment of parts that are plugged into each other, without generated code. A later
   * version must export every function that the one before it does, with the same type.
   *
   * @param host what the host provides, for all parts and versions, but where one part is plugged
   *     into another. Its engine compiles them. What is defined in it later counts for no version;
   *     what is plugged into it stays open as long as there are upgrades
   * @param name what the deployment and its versions are called
   * @param parts the bytes of each part of the first version by its name; they are copied
   * @param wiring which part is plugged into which
   * @param policy whether an upgrade of one part compiles all of them, or that one
   * @throws IllegalArgumentException if there are no parts, the wiring tells of parts that aren't
   *     there, or a part isn't plugged into anything
   */
  public static DeploymentBuilder<OpenInstance> builder(
      Linker host, String name, Map<String, byte[]> parts, Wiring wiring, PartPolicy policy) {
    return ofParts(host, name, parts, wiring, policy, PlainReady::link);
  }

  private static <I extends AutoCloseable> DeploymentBuilder<I> ofParts(
      Linker host,
      String name,
      Map<String, byte[]> parts,
      Wiring wiring,
      PartPolicy policy,
      PartLinking<I> link) {
    // What is defined there later on is not for some versions and not for others.
    Linker provided = host.without(Set.of());
    Linking<I> linking =
        (component, current) ->
            link.link(
                component, provided.forEngine(component.engine()), LinkedParts.exported(current));
    PartsOrigin<I> origin =
        switch (policy) {
          case COMPOSED ->
              (version, bytes) ->
                  Origin.of(
                      version,
                      bytes,
                      (engine, all) -> wiring.compose(engine, all).compile(),
                      linking);
          case LINKED ->
              (version, bytes) -> new PartsApart<>(version, bytes, wiring, provided, link);
        };
    DeploymentBuilder<I> begun = ofParts(host.engine(), name, parts, origin, linking);
    wiring.requireParts(name, parts.keySet());
    return begun;
  }

  // ---- what traffic does

  /**
   * Makes an instance of the version that serves, in a store of its own, which grants nothing.
   *
   * @return an instance that the caller closes
   * @throws ClosedException if the deployment is closed
   * @throws dev.switchblade.GuestException if its start-up code fails, or a limit is reached
   */
  public I instance() {
    return instance(StoreConfig.defaults());
  }

  /**
   * Makes an instance of the version that serves, in a store of its own.
   *
   * @param config what the store is made with
   * @return an instance that the caller closes
   * @throws ClosedException if the deployment is closed
   * @throws dev.switchblade.GuestException if its start-up code fails, or a limit is reached
   */
  public I instance(StoreConfig config) {
    Objects.requireNonNull(config, "config");
    while (true) {
      LiveVersion<I> version = versions.route().pick(config);
      if (version.enter()) {
        return version.instantiate(config);
      }
      // It was released in between: there is another route by now.
    }
  }

  /**
   * Opens a session: an instance that lives long, and goes along when the deployment changes
   * versions.
   *
   * @param config what the stores of its instances are made with
   * @return a session that the caller closes
   * @throws IllegalStateException if the deployment was made without a {@linkplain
   *     DeploymentBuilder#handOver hand-over}
   * @throws ClosedException if the deployment is closed
   */
  public Session<I> session(StoreConfig config) {
    Objects.requireNonNull(config, "config");
    HandOver<? super I> handOver = settings.handOver();
    if (handOver == null) {
      throw new IllegalStateException(
          name()
              + " was made without a hand-over, by which sessions change versions: "
              + "DeploymentBuilder.handOver");
    }
    LiveVersion<I> current;
    do {
      current = versions.route().current();
    } while (!current.enter());
    var session = new Session<>(this, config, handOver, current);
    sessions.add(session);
    // A switch before it was among them has not moved it.
    session.moveIfIdle();
    return session;
  }

  /** The version that serves; null if this is closed. */
  @Nullable LiveVersion<I> current() {
    return versions.current();
  }

  /** Says whether an upgrade would be refused because of another one. */
  boolean isBusy() {
    return versions.isBusy();
  }

  void forget(Session<I> session) {
    sessions.remove(session);
  }

  void forget(Watch watch) {
    watches.remove(watch);
  }

  Events events() {
    return events;
  }

  // ---- upgrades

  /**
   * Upgrades to a component that is compiled already, with the deployment's health check.
   *
   * @param next a component of the deployment's engine. It stays the caller's, who may close it
   *     when this returns
   * @return the new version, which serves
   * @throws UpgradeException if it is refused; the version that served goes on serving
   * @throws ClosedException if the deployment is closed
   */
  public Version upgrade(Component next) {
    return upgrade(Origin.of(next, linking), settings.check());
  }

  /**
   * Upgrades to a component that is compiled already.
   *
   * @param next a component of the deployment's engine. It stays the caller's, who may close it
   *     when this returns
   * @param check tries it, in the place of the deployment's health check
   * @return the new version, which serves
   * @throws UpgradeException if it is refused; the version that served goes on serving
   * @throws ClosedException if the deployment is closed
   */
  public Version upgrade(Component next, HealthCheck<? super I> check) {
    return upgrade(Origin.of(next, linking), Objects.requireNonNull(check, "check"));
  }

  /**
   * Upgrades to what a source has, with the deployment's health check. The calling thread waits;
   * interrupting it gives the upgrade up.
   *
   * <p>In a deployment of parts what the source has takes the place of all of them, and gets what
   * the host provides. {@link #upgrade(String, byte[])} upgrades one part.
   *
   * @param next where the component comes from
   * @return the new version, which serves
   * @throws UpgradeException if it is refused; the version that served goes on serving
   * @throws ClosedException if the deployment is closed
   */
  public Version upgrade(Source next) {
    return upgrade(Origin.of(next, linking), settings.check());
  }

  /**
   * Upgrades to what a source has.
   *
   * @param next where the component comes from
   * @param check tries it, in the place of the deployment's health check
   * @return the new version, which serves
   * @throws UpgradeException if it is refused; the version that served goes on serving
   * @throws ClosedException if the deployment is closed
   */
  public Version upgrade(Source next, HealthCheck<? super I> check) {
    return upgrade(Origin.of(next, linking), Objects.requireNonNull(check, "check"));
  }

  /**
   * Upgrades to a file, with the deployment's health check; see {@link #upgrade(Source)}.
   *
   * @param next a component: the binary format, or the text format in UTF-8
   * @return the new version, which serves
   * @throws UpgradeException if it is refused; the version that served goes on serving
   * @throws ClosedException if the deployment is closed
   */
  public Version upgrade(Path next) {
    return upgrade(Source.of(next));
  }

  /**
   * Upgrades one part, and keeps the others.
   *
   * @param part its name
   * @param bytes what takes its place; they are copied
   * @return the new version, which serves
   * @throws UpgradeException if it is refused; the version that served goes on serving
   * @throws IllegalArgumentException if there is no part of that name
   * @throws IllegalStateException if the version that serves isn't made of parts
   * @throws ClosedException if the deployment is closed
   */
  public Version upgrade(String part, byte[] bytes) {
    return upgradeParts(Map.of(part, bytes));
  }

  /**
   * Upgrades several parts in one step, and keeps the others.
   *
   * @param parts the bytes of each by its name; they are copied
   * @return the new version, which serves
   * @throws UpgradeException if it is refused; the version that served goes on serving
   * @throws IllegalArgumentException if there is no part of a name
   * @throws IllegalStateException if the version that serves isn't made of parts
   * @throws ClosedException if the deployment is closed
   */
  public Version upgradeParts(Map<String, byte[]> parts) {
    Map<String, byte[]> copy = copied(parts);
    // Once before there is an upgrade, and once when no other one can come in between.
    withParts(copy);
    Rollout begun = versions.begin(String.join(", ", copy.keySet()));
    start(begun, () -> switchTo(begun, withParts(copy), settings.check()));
    return begun.await(versions);
  }

  /** The version that serves with other parts. */
  private Origin<I> withParts(Map<String, byte[]> changed) {
    LiveVersion<I> current = versions.route().current();
    PartsOrigin<I> origin = settings.parts();
    if (current.parts().isEmpty() || origin == null) {
      throw new IllegalStateException(
          name() + " isn't made of parts: " + current.version() + " is of a piece");
    }
    Map<String, byte[]> parts = new LinkedHashMap<>(current.parts());
    changed.forEach(
        (part, bytes) -> {
          if (parts.replace(part, bytes) == null) {
            throw new IllegalArgumentException(
                name()
                    + " has no part "
                    + part
                    + "; it has "
                    + String.join(", ", current.parts().keySet()));
          }
        });
    return origin.of(String.join(", ", changed.keySet()), Collections.unmodifiableMap(parts));
  }

  private Version upgrade(Origin<I> origin, @Nullable HealthCheck<? super I> check) {
    Rollout begun = versions.begin(origin.name());
    start(begun, () -> switchTo(begun, origin, check));
    return begun.await(versions);
  }

  private void switchTo(Rollout begun, Origin<I> origin, @Nullable HealthCheck<? super I> check) {
    Made<I> made = maker.make(begun, origin, check);
    if (versions.serve(begun, made.live())) {
      startMovingSessions();
      optimizer.optimize(made);
    }
  }

  /**
   * Serves a part of the traffic from a new version, to see how it does. It passes the deployment's
   * health check first.
   *
   * @param next where the component comes from
   * @param policy which instances are made of it
   * @return how that ends: by promoting or aborting it
   * @throws UpgradeException if it is refused; the version that serves goes on serving
   * @throws ClosedException if the deployment is closed
   */
  public Canary canary(Source next, CanaryPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    Origin<I> origin = Origin.of(next, linking);
    Rollout begun = versions.begin(origin.name());
    start(
        begun,
        () -> {
          Made<I> made = maker.make(begun, origin, settings.check());
          if (versions.tryOn(begun, made.live(), policy)) {
            optimizer.optimize(made);
          }
        });
    return new Canary(this, begun.await(versions));
  }

  /** Does an upgrade's work on a thread of its own. */
  private void start(Rollout begun, Runnable work) {
    Runnable all =
        () -> {
          begun.run();
          try {
            work.run();
          } catch (Throwable e) {
            versions.fail(begun, e);
          }
        };
    try {
      Thread.ofPlatform()
          .daemon()
          .name("switchblade-upgrade-" + name())
          .stackSize(UPGRADE_STACK)
          .start(all);
    } catch (Throwable e) {
      // No thread to be had.
      versions.fail(begun, e);
    }
  }

  /**
   * Gives up the upgrade that is under way, if there is one: whoever waits for it gets an {@link
   * UpgradeException}, and another one can begin. A compiler that runs goes on to its end, and what
   * it has made is thrown away; a health check is interrupted.
   *
   * @return whether there was one
   */
  public boolean cancelUpgrade() {
    return versions.cancel();
  }

  /**
   * Takes back the last change that traffic has seen: of a version that is {@linkplain #canary
   * tried} no more instances are made; otherwise the version before the one that serves serves
   * again, at once, for it is still linked. The version that is taken back is released with its
   * last instance. An upgrade that is under way is given up.
   *
   * @return the version that serves
   * @throws IllegalStateException if no earlier version is kept: see {@link DeploymentBuilder#keep}
   * @throws ClosedException if the deployment is closed
   */
  public Version rollback() {
    Version serves = versions.rollBack();
    startMovingSessions();
    return serves;
  }

  // ---- canaries

  /** Has a version that is tried serve everything; false if it isn't tried any more. */
  boolean promote(Version tried) {
    boolean promoted = versions.promote(tried);
    if (promoted) {
      startMovingSessions();
    }
    return promoted;
  }

  /** Ends a trial; false if it has ended. */
  boolean abort(Version tried) {
    return versions.abort(tried);
  }

  /** Changes which instances a trial gets; false if it has ended. */
  boolean redirect(Version tried, CanaryPolicy policy) {
    return versions.redirect(tried, policy);
  }

  // ---- watching

  /**
   * Upgrades whenever a file changes, or the files of a folder do. What is there now counts as
   * deployed. A file is taken when it hasn't changed for half a second; see {@link #watch(Path,
   * Duration)}.
   *
   * @param files a file or a folder
   * @return ends with the deployment, or when it is closed
   * @throws IOException if it can't be looked at
   * @throws ClosedException if the deployment is closed
   */
  public Watch watch(Path files) throws IOException {
    return watch(files, Duration.ofMillis(500));
  }

  /**
   * Upgrades whenever a file changes, or the files of a folder do. What is there now counts as
   * deployed. Upgrades have the deployment's health check; what becomes of them is told by events.
   *
   * <ul>
   *   <li>Of a file, the deployment takes each new content; a deployment of parts takes the file
   *       {@code NAME.wasm} for the part {@code NAME}.
   *   <li>Of a folder, a deployment of parts takes the file {@code NAME.wasm} for the part {@code
   *       NAME}. Parts that change together become one version.
   *   <li>Of a folder, any other deployment takes the latest file {@code *.wasm}, by the time at
   *       which it was last modified. Removing files changes nothing.
   * </ul>
   *
   * <p>A file that is being written isn't taken: its size, time and identity must have stood still
   * for a while, and do so while it is read. Who writes slower than that should write another file
   * and rename it; a part of a component isn't valid, and is refused. Content that is the same as
   * before is not taken again.
   *
   * @param files a file or a folder
   * @param quiet how long a file must not have changed: 10 ms or more
   * @return ends with the deployment, or when it is closed
   * @throws IOException if it can't be looked at
   * @throws IllegalArgumentException if the deployment is of parts, and the file isn't named after
   *     one
   * @throws ClosedException if the deployment is closed
   */
  public Watch watch(Path files, Duration quiet) throws IOException {
    if (quiet.compareTo(Duration.ofMillis(10)) < 0) {
      throw new IllegalArgumentException(
          "quiet: expected 10 ms or more, got " + quiet.toNanos() + " ns");
    }
    Map<String, byte[]> parts = versions.route().current().parts();
    WatchedFiles watched;
    Watch.Taker taker;
    if (!Files.isDirectory(files)) {
      if (!parts.isEmpty() && !parts.containsKey(WatchedFiles.part(files))) {
        throw new IllegalArgumentException(
            files
                + " is named after none of the parts of "
                + name()
                + ": it has "
                + String.join(", ", parts.keySet()));
      }
      watched = WatchedFiles.file(files, quiet.toNanos());
      taker = parts.isEmpty() ? this::takeWhole : this::takeParts;
    } else if (parts.isEmpty()) {
      watched = WatchedFiles.latest(files, quiet.toNanos());
      taker = this::takeWhole;
    } else {
      watched = WatchedFiles.parts(files, parts.keySet(), quiet.toNanos());
      taker = this::takeParts;
    }
    var watch = new Watch(this, files, watched, taker, quiet);
    watches.add(watch);
    watch.start();
    if (versions.current() == null) {
      watch.close();
      throw versions.closed();
    }
    return watch;
  }

  private void takeWhole(Map<Path, byte[]> changed) {
    changed.forEach((file, bytes) -> upgrade(Source.of(String.valueOf(file.getFileName()), bytes)));
  }

  private void takeParts(Map<Path, byte[]> changed) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    changed.forEach((file, bytes) -> parts.put(WatchedFiles.part(file), bytes));
    upgradeParts(parts);
  }

  // ---- sessions

  /** Moves those that nobody is using; those that are used move when they no longer are. */
  private void moveSessions() {
    for (Session<I> session : sessions) {
      try {
        session.moveIfIdle();
      } catch (Throwable e) {
        LOG.log(System.Logger.Level.WARNING, "handing over a session of " + name(), e);
      }
    }
  }

  private void startMovingSessions() {
    if (sessions.isEmpty()) {
      return;
    }
    try {
      Thread.ofPlatform()
          .daemon()
          .name("switchblade-sessions-" + name())
          .stackSize(UPGRADE_STACK)
          .start(this::moveSessions);
    } catch (OutOfMemoryError e) {
      // No thread to be had: each moves when it is called next.
      LOG.log(System.Logger.Level.WARNING, "handing over the sessions of " + name(), e);
    }
  }

  // ---- what it is like

  /** What the deployment is called. */
  public String name() {
    return settings.name();
  }

  /**
   * The version that serves.
   *
   * @throws ClosedException if the deployment is closed
   */
  public Version version() {
    return versions.route().current().version();
  }

  /** What the deployment has at this moment. */
  public DeploymentStatus status() {
    return versions.status();
  }

  /**
   * Has all events told, in their order, one after the other, on a thread that serves nothing else.
   * What a listener throws is logged; while it blocks the deployment goes on, and events wait, up
   * to 10,000. It may call the deployment.
   *
   * @param listener gets each event from now on
   * @return ends that when it is closed
   */
  public Subscription onEvent(Consumer<? super DeploymentEvent> listener) {
    Objects.requireNonNull(listener, "listener");
    events.add(listener);
    return () -> events.remove(listener);
  }

  /** A listener that is told of events until this is closed. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  // ---- the end

  /**
   * Makes no more instances. Instances and sessions that are open go on, and each version is
   * released when its last one is closed. An upgrade that is under way is given up; what its
   * compiler still makes, also to optimize a version that serves, is thrown away. Does nothing if
   * the deployment is closed.
   */
  @Override
  public void close() {
    versions.close();
    watches.forEach(Watch::close);
    if (baseline != null) {
      baseline.close();
    }
  }

  /**
   * Closes the deployment, and waits until all its versions are released: for programs that are
   * shut down. Nothing is interrupted.
   *
   * @param longest how long to wait at most
   * @return whether they are; if not, instances or sessions are open. What a compiler still makes
   *     for an upgrade that was given up, or to optimize a version, is not waited for. An
   *     interrupted thread stops waiting, and stays interrupted
   */
  public boolean closeWithin(Duration longest) {
    close();
    return versions.awaitReleased(Math.max(0, TimeUnit.NANOSECONDS.convert(longest)));
  }

  @Override
  public String toString() {
    return "Deployment[" + name() + "]";
  }
}
