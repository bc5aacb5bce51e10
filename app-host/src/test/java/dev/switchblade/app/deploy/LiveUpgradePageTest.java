package dev.switchblade.app.deploy;

import static java.lang.System.Logger.Level.INFO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acme.shop.Shop;
import acme.shop.clock.Clock;
import dev.switchblade.Component;
import dev.switchblade.Composition;
import dev.switchblade.Engine;
import dev.switchblade.Linker;
import dev.switchblade.StoreConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of {@code docs/live-upgrade.md}, which shows parts of this file. */
final class LiveUpgradePageTest {

  private static final Path GUESTS = Path.of("..", "tests", "guests", "wasm");

  /** Written in Rust and in C: what they do is the same to the letter. */
  private static final Path RUST = GUESTS.resolve("shop.wasm");

  private static final Path C = GUESTS.resolve("shop-c.wasm");

  private static final Clock CLOCK = () -> 17;

  private static final System.Logger LOG = System.getLogger("shops");

  @TempDir private Path folder;

  /** A server whose component is swapped while it runs. */
  static final class ShopServer implements AutoCloseable {
    private final Deployment<Shop> shops; // thread-safe

    ShopServer(Component first, Clock clock) {
      shops = Deployment.of(Shop.prepare(first, clock));
    }

    String handle(String customer, StoreConfig grants) {
      try (Shop shop = shops.instance(grants); // the version of this moment, to the end
          var cart = shop.carts().newCart(customer)) {
        return cart.owner() + " pays " + cart.total();
      }
    }

    Version deploy(Path file) {
      return shops.upgrade(file); // returns when it serves, throws if it doesn't
    }

    @Override
    public void close() {
      shops.close();
    }
  }

  @Test
  void onePartIsUpgraded() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (String part : new String[] {"auth", "auth-processor"}) {
      parts.put(part, Files.readAllBytes(GUESTS.resolve(part + ".wasm")));
    }
    byte[] inC = Files.readAllBytes(GUESTS.resolve("auth-c.wasm"));
    Wiring wiring = Wiring.export("auth-processor").plug("auth", "auth-processor");
    try (Engine engine = Engine.create();
        var app =
            Deployment.builder(new Linker(engine), "app", parts, wiring, PartPolicy.LINKED)
                .start()) {
      assertEquals("rust 1.0.0", version(app));
      app.upgrade("auth", inC);
      assertEquals("c 1.0.0", version(app));
    }
    try (Engine engine = Engine.create();
        var app =
            Deployment.builder(new Linker(engine), "app", parts, wiring, PartPolicy.COMPOSED)
                .start()) {
      assertEquals("rust 1.0.0", version(app));
      app.upgrade("auth", inC);
      assertEquals("c 1.0.0", version(app));
    }
  }

  @Test
  void partsBecomeAComponentInAnyWay() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (String part : new String[] {"auth", "auth-processor"}) {
      parts.put(part, Files.readAllBytes(GUESTS.resolve(part + ".wasm")));
    }
    byte[] inC = Files.readAllBytes(GUESTS.resolve("auth-c.wasm"));
    Assembly assembly =
        (engine, bytes) ->
            Composition.of(engine)
                .add("auth", bytes.get("auth"))
                .add("processor", bytes.get("auth-processor"))
                .plug("auth", "processor")
                .export("processor")
                .compile();
    try (Engine engine = Engine.create();
        var app =
            Deployment.builder(
                    engine,
                    "app",
                    parts,
                    assembly,
                    component -> Ready.of(new Linker(engine).instantiatePre(component), engine))
                .start()) {
      assertEquals("rust 1.0.0", version(app));
      app.upgrade("auth", inC);
      assertEquals("c 1.0.0", version(app));
    }
  }

  private static Object version(Deployment<OpenInstance> app) {
    try (OpenInstance instance = app.instance()) {
      return instance.func("acme:auth/requests@1.0.0", "version").call();
    }
  }

  @Test
  void aServerIsUpgraded() {
    try (Engine engine = Engine.create();
        Component first = engine.compile(RUST);
        var server = new ShopServer(first, CLOCK)) {
      assertEquals("ada pays 0", server.handle("ada", StoreConfig.defaults()));
      assertEquals(new Version(2, "shop-c.wasm"), server.deploy(C));
      assertEquals("bob pays 0", server.handle("bob", StoreConfig.defaults()));
    }
  }

  @Test
  void refusals() {
    Path calculator = GUESTS.resolve("calculator.wasm");
    List<String> log = Collections.synchronizedList(new ArrayList<>());
    try (Engine engine = Engine.create();
        Component first = engine.compile(RUST);
        var shops = Deployment.of(Shop.prepare(first, CLOCK))) {
      try {
        shops.upgrade(calculator);
      } catch (UpgradeException e) {
        log.add(e.getMessage());
        e.problems().forEach(problem -> log.add(problem.subject()));
      }
      assertEquals(1, shops.version().number());
    }
    // As the page shows it.
    assertTrue(
        log.getFirst()
            .startsWith(
                "shop.wasm: version 2 (calculator.wasm) is refused: it doesn't fit; version 1"
                    + " (shop.wasm) goes on serving.\n"),
        log.getFirst());
    assertTrue(
        log.getFirst()
            .contains(
                "\nexport acme:shop/carts@1.0.0 of calculator.wasm differs from what Shop was"
                    + " generated for (shop.wit, 9 differences):\n  [constructor]cart: missing"
                    + " (expected func(owner: string) -> cart)\n"),
        log.getFirst());
    assertTrue(log.contains("acme:shop/carts@1.0.0#[method]cart.total"), log.toString());
  }

  @Test
  void healthChecks() {
    try (Engine engine = Engine.create();
        Component first = engine.compile(RUST);
        Component v2 = engine.compile(C)) {
      try (var shops =
          Deployment.builder(Shop.prepare(first, CLOCK))
              .name("shops")
              .check(
                  shop -> {
                    try (var cart = shop.carts().newCart("probe")) {
                      if (cart.total() != 0) {
                        throw new IllegalStateException("a new cart costs " + cart.total());
                      }
                    }
                  })
              .start()) {
        shops.upgrade(v2);
        assertEquals(2, shops.version().number());
        shops.rollback(); // to what is linked still: no compiler, no check
        assertEquals(1, shops.version().number());
      }
    }
  }

  @Test
  void canaries() {
    try (Engine engine = Engine.create();
        Component first = engine.compile(RUST);
        var shops = Deployment.of(Shop.prepare(first, CLOCK))) {
      try (Canary canary = shops.canary(Source.of(C), CanaryPolicy.share(0.05))) {
        // One instance in twenty is of version 2. Metrics say how it does.
        canary.redirect(CanaryPolicy.share(0.5));
        canary.promote();
      } // aborted, unless it was promoted
      assertEquals(2, shops.version().number());
    }
  }

  @Test
  void sessions() {
    try (Component first = Counter.compiled(1);
        var counters =
            Deployment.builder(Counter.prepare(first))
                .handOver(HandOver.of(Counter::save, Counter::restore))
                .start();
        Session<Counter> session = counters.session(StoreConfig.defaults())) {
      int before = session.call(Counter::next);
      counters.upgrade(Counter.source(2));
      int after = session.call(Counter::next); // of version 2, which goes on counting
      assertEquals(1, before);
      assertEquals(2, after);
    }
  }

  @Test
  void watching() throws Exception {
    var heard = new Heard();
    Path plugins = folder;
    try (Engine engine = Engine.create();
        Component first = engine.compile(RUST);
        var shops = Deployment.of(Shop.prepare(first, CLOCK))) {
      shops.onEvent(event -> LOG.log(INFO, event.message()));
      shops.onEvent(heard);
      shops.watch(plugins, Duration.ofMillis(200));
      Files.copy(C, plugins.resolve("shop-2.wasm"));
      heard.next(DeploymentEvent.Switched.class);
      assertEquals("shop-2.wasm", shops.version().name());
    }
  }

  @Test
  void withoutGeneratedCode() {
    try (Engine engine = Engine.create();
        Component first = engine.compile(GUESTS.resolve("calculator.wasm"))) {
      var linker = new Linker(engine);
      try (var calculators = Deployment.of(first, linker);
          OpenInstance calculator = calculators.instance()) {
        int sum = (int) calculator.func("acme:calculator/calc@1.0.0#add").call(20, 22);
        assertEquals(42, sum);
      }
    }
  }

  @Test
  void largeComponents() {
    try (Engine engine = Engine.create();
        Engine background = Engine.builder().parallelCompilation(false).build();
        Component first = engine.compile(RUST);
        var shops = Deployment.of(Shop.prepare(first, CLOCK))) {
      shops.upgrade(Source.of(C).compiledBy(background));
      assertEquals(new Version(2, "shop-c.wasm"), shops.version());
    }
  }

  @Test
  void slowerCodeFirst() {
    try (Engine engine = Engine.create();
        Component first = engine.compile(RUST);
        var shops = Deployment.builder(Shop.prepare(first, CLOCK)).baselineFirst().start()) {
      shops.upgrade(C); // returns when it serves, and is optimized from then on
      assertEquals(new Version(2, "shop-c.wasm"), shops.version());
    }
  }

  @Test
  void anUpgradeThatIsGivenUp() {
    try (Engine engine = Engine.create();
        Component first = engine.compile(RUST)) {
      var shops = Deployment.of(Shop.prepare(first, CLOCK));
      assertTrue(shops.closeWithin(Duration.ofSeconds(30)));
      assertThrows(IllegalStateException.class, shops::instance);
    }
  }
}
