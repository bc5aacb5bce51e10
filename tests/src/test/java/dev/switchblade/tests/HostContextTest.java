package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.AsyncHostFunction;
import dev.switchblade.Component;
import dev.switchblade.HostCall;
import dev.switchblade.HostFunction;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.wasi.Access;
import dev.switchblade.wasi.AddressClass;
import dev.switchblade.wasi.HttpPolicy;
import dev.switchblade.wasi.KeyValueStore;
import dev.switchblade.wasi.SocketGrant;
import dev.switchblade.wasi.WasiClock;
import dev.switchblade.wasi.WasiConfig;
import java.io.OutputStream;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What host functions know of the store whose guest calls them. */
final class HostContextTest {

  /** One of many whose stores share a linker. */
  private record Tenant(int number) {}

  private static final Component COMPONENT =
      Guests.wat(
          """
          (component
            (import "who" (func $who (result u32)))
            (core func $who (canon lower (func $who)))
            (core module $m
              (import "" "who" (func $who (result i32)))
              (func (export "f") (result i32) (call $who)))
            (core instance $i (export "who" (func $who)))
            (core instance $m (instantiate $m (with "" (instance $i))))
            (func (export "f") (result u32) (canon lift (core func $m "f"))))
          """);

  @AfterAll
  static void close() {
    COMPONENT.close();
  }

  private static void assertEachGuestIsToldApart(Linker linker) throws Exception {
    try (InstancePre pre = linker.instantiatePre(COMPONENT);
        ExecutorService executor = Executors.newFixedThreadPool(4)) {
      List<Callable<Object>> calls = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        StoreConfig config =
            StoreConfig.builder().label("t" + i).data(Tenant.class, new Tenant(i)).build();
        calls.add(
            () -> {
              try (var store = new Store(Guests.ENGINE, config)) {
                return Objects.requireNonNull(pre.instantiate(store).func("f").call());
              }
            });
      }
      List<Future<Object>> answers = executor.invokeAll(calls);
      for (int i = 0; i < answers.size(); i++) {
        assertEquals(i, answers.get(i).get());
      }
    }
  }

  @Test
  void hostFunctionsAskForTheDataOfTheStoreWhoseGuestCalls() throws Exception {
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("who", call -> call.data(Tenant.class).number());
    assertEachGuestIsToldApart(linker);
  }

  @Test
  void hostFunctionsOverImagesAskTheirReader() throws Exception {
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .funcOverImages(
            "who",
            (arguments, result) ->
                result.putInt(0, arguments.config().data(Tenant.class).number()));
    assertEachGuestIsToldApart(linker);
  }

  @Test
  void dataThatIsNotThereStopsTheGuestWithWhatToDo() {
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("who", call -> call.data(Tenant.class).number());
    try (var store = new Store(Guests.ENGINE, StoreConfig.defaults().withLabel("nobody"))) {
      Instance instance = linker.instantiate(store, COMPONENT);
      var exception = assertThrows(HostFunctionException.class, () -> instance.func("f").call());
      assertInstanceOf(IllegalStateException.class, exception.getCause());
      assertTrue(
          exception.getMessage().contains("the store nobody was made without data of "),
          exception.getMessage());
      assertTrue(exception.getMessage().contains("StoreConfig.Builder.data"));
    }
  }

  @Test
  void storesAndInstancesTellWhereTheyBelong() {
    var config = StoreConfig.defaults().withData(Tenant.class, new Tenant(7));
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("who", call -> call.config().label().length());
    try (var store = new Store(Guests.ENGINE, config)) {
      assertSame(config, store.config());
      Instance instance = linker.instantiate(store, COMPONENT);
      assertSame(store, instance.store());
      assertEquals("store".length(), instance.func("f").call());
    }
  }

  @Test
  void configurationsAreValues() {
    var limits = Limits.defaults().withMemories(3);
    var one = StoreConfig.builder().label("a").limits(limits).data(String.class, "secret").build();
    var same = StoreConfig.defaults().withData(String.class, "secret").withLimits(limits);
    assertNotEquals(one, same);
    assertEquals(one, same.withLabel("a"));
    assertEquals(one.hashCode(), same.withLabel("a").hashCode());
    assertEquals(one, one.toBuilder().build());
    assertFalse(one.toString().contains("secret"), one.toString());
    assertTrue(one.hasData(String.class));
    assertFalse(one.hasData(CharSequence.class));
    assertEquals("secret", one.data(String.class));
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // as a program without generics would
  void dataIsOfTheClassThatItIsAskedBy() {
    var exception =
        assertThrows(
            IllegalArgumentException.class,
            () -> StoreConfig.builder().data((Class) Tenant.class, "text"));
    assertTrue(exception.getMessage().contains("java.lang.String"), exception.getMessage());
  }

  @Test
  void theLastDataOfAClassCounts() {
    var first = StoreConfig.builder().data(Tenant.class, new Tenant(1));
    StoreConfig one = first.build();
    StoreConfig two = first.data(Tenant.class, new Tenant(2)).build();
    assertEquals(1, one.data(Tenant.class).number());
    assertEquals(2, two.data(Tenant.class).number());
    assertEquals(3, two.withData(Tenant.class, new Tenant(3)).data(Tenant.class).number());
    assertEquals(2, two.data(Tenant.class).number());
  }

  @Test
  void grantsThatGrantNothingAreEqualToNone() {
    WasiConfig nothing = WasiConfig.builder().build();
    assertEquals(WasiConfig.denied(), nothing);
    assertEquals(WasiConfig.denied().hashCode(), nothing.hashCode());
    assertEquals(StoreConfig.defaults(), StoreConfig.defaults().withWasi(nothing));
    WasiConfig something = WasiConfig.builder().env("A", "b").build();
    assertNotEquals(nothing, something);
    assertEquals(something, WasiConfig.builder().env("A", "b").build());
    assertEquals(
        WasiConfig.builder().stdin(new byte[] {1}).build(),
        WasiConfig.builder().stdin(new byte[] {1}).build());
  }

  /** Each thing that can be granted makes a configuration that is not equal to none. */
  @Test
  void grantsThatGrantAnythingAreNotEqualToNone(@TempDir Path folder) {
    List<UnaryOperator<WasiConfig.Builder>> grants =
        List.of(
            grant -> grant.args("a"),
            grant -> grant.env("A", "b"),
            grant -> grant.workingDirectory("/"),
            grant -> grant.stdin(new byte[] {1}),
            grant -> grant.stdout(OutputStream.nullOutputStream()),
            grant -> grant.stderr(OutputStream.nullOutputStream()),
            grant -> grant.clock(WasiClock.fixed(Instant.EPOCH)),
            grant -> grant.randomSeed(7),
            grant -> grant.preopen(folder, "/", Access.READ),
            grant -> grant.allowSocket(SocketGrant.tcpConnect("192.0.2.1", 80)),
            grant -> grant.allowDns("example.com"),
            grant -> grant.allowAddresses(AddressClass.LOOPBACK),
            grant -> grant.allowOutbound("https://example.com"),
            grant -> grant.http(HttpPolicy.defaults().withBodyLimits(1, 1)),
            grant -> grant.onAccess(event -> {}),
            grant -> grant.config(Map.of("a", "b")),
            grant -> grant.keyValue("a", KeyValueStore.inMemory(Map.of())),
            grant -> grant.logger(System.getLogger("any")));
    long fields =
        Arrays.stream(WasiConfig.Builder.class.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .count();
    assertEquals(fields, grants.size(), "what can be granted has become more: add it here");
    for (UnaryOperator<WasiConfig.Builder> grant : grants) {
      assertNotEquals(WasiConfig.denied(), grant.apply(WasiConfig.builder()).build());
    }
  }

  /** An object that is a host function in two ways. */
  private static final class Twofold implements HostFunction, AsyncHostFunction {
    @Override
    public CompletableFuture<Integer> call(HostCall call) {
      return CompletableFuture.completedFuture(5);
    }
  }

  @Test
  void anObjectThatIsTwoKindsOfHostFunctionIsTheOneThatItWasDefinedAs() {
    var plain = new Linker(Guests.ENGINE);
    plain.root().func("who", new Twofold());
    var async = new Linker(Guests.ENGINE);
    async.root().asyncFunc("who", new Twofold());
    try (var store = new Store(Guests.ENGINE);
        var other = new Store(Guests.ENGINE)) {
      Instance instance = plain.instantiate(store, COMPONENT);
      var exception = assertThrows(HostFunctionException.class, () -> instance.func("f").call());
      assertTrue(exception.getMessage().contains("expected u32"), exception.getMessage());
      assertEquals(5, async.instantiate(other, COMPONENT).func("f").call());
    }
  }
}
