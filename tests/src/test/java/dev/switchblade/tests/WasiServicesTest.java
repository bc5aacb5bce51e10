package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.HostFunctionException;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.TrapException;
import dev.switchblade.Tuple;
import dev.switchblade.Tuple2;
import dev.switchblade.wasi.AccessEvent;
import dev.switchblade.wasi.KeyValueStore;
import dev.switchblade.wasi.WasiConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code wasi:config}, {@code wasi:keyvalue} and {@code wasi:logging}. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class WasiServicesTest {

  private static final Component COMPONENT = Guests.ENGINE.compile(Guests.file("services.wasm"));
  private static final InstancePre PRE = new Linker(Guests.ENGINE).instantiatePre(COMPONENT);

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static StoreConfig config(WasiConfig.Builder wasi) {
    return StoreConfig.defaults().withLabel("acme").withWasi(wasi.build());
  }

  /** Calls a function in a store of its own. */
  private static Object call(WasiConfig.Builder wasi, String function, Object... arguments) {
    try (var store = new Store(Guests.ENGINE, config(wasi))) {
      return call(store, function, arguments);
    }
  }

  private static Object call(Store store, String function, Object... arguments) {
    return Objects.requireNonNull(PRE.instantiate(store).func(function).call(arguments));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** A value of a bucket as the guest gets it. */
  private static @Nullable String value(Store store, String bucket, String key) {
    Object result = ((Result<?, ?>) call(store, "kv-get", bucket, key)).orElseThrow();
    Object value = ((Optional<?>) result).orElse(null);
    return value == null ? null : new String((byte[]) value, UTF_8);
  }

  // wasi:config

  @Test
  void configurationIsWhatWasSet() {
    var wasi = WasiConfig.builder().config(Map.of("b", "2", "a", "ä€𝄞")).config(Map.of("c", ""));
    assertEquals(Result.ok(Optional.of("2")), call(wasi, "config-get", "b"));
    assertEquals(Result.ok(Optional.of("")), call(wasi, "config-get", "c"));
    assertEquals(Result.ok(Optional.empty()), call(wasi, "config-get", "d"));
    assertEquals(
        Result.ok(List.of(Tuple.of("a", "ä€𝄞"), Tuple.of("b", "2"), Tuple.of("c", ""))),
        call(wasi, "config-all"));
  }

  @Test
  void thereIsNoConfigurationUnlessItIsSet() {
    var wasi = WasiConfig.builder().env("PATH", "x");
    assertEquals(Result.ok(Optional.empty()), call(wasi, "config-get", "PATH"));
    assertEquals(Result.ok(List.of()), call(wasi, "config-all"));
  }

  @Test
  void configurationIsCopied() {
    var values = new HashMap<>(Map.of("a", "1"));
    var wasi = WasiConfig.builder().config(values);
    values.put("a", "2");
    assertEquals(Result.ok(Optional.of("1")), call(wasi, "config-get", "a"));
  }

  @Test
  void theSameOnAnEngineWithConcurrency() {
    try (Engine engine = Engine.builder().concurrency(true).build();
        Component component = engine.compile(Guests.file("services.wasm"));
        var store =
            new Store(
                engine,
                config(
                    WasiConfig.builder()
                        .config(Map.of("a", "1"))
                        .keyValue("b", KeyValueStore.inMemory(Map.of("n", bytes("41"))))))) {
      var instance = new Linker(engine).instantiate(store, component);
      assertEquals(Result.ok(Optional.of("1")), instance.func("config-get").call("a"));
      assertEquals(Result.ok(42L), instance.func("kv-increment").call("b", "n", 1L));
      assertEquals(Result.err("NoSuchStore"), instance.func("kv-get").call("c", "n"));
      instance.func("log").call("info", "here", "text");
    }
  }

  // wasi:keyvalue

  @Test
  void bucketsKeepValues() {
    var wasi =
        WasiConfig.builder()
            .keyValue("default", KeyValueStore.inMemory(Map.of("initial", bytes("value"))))
            .keyValue("other", KeyValueStore.inMemory(Map.of()));
    try (var store = new Store(Guests.ENGINE, config(wasi))) {
      assertEquals("value", value(store, "default", "initial"));
      assertEquals(null, value(store, "default", "none"));
      assertEquals(null, value(store, "other", "initial"));
      assertEquals(Result.ok(null), call(store, "kv-set", "default", "ä", bytes("")));
      assertEquals("", value(store, "default", "ä"));
      assertEquals(Result.ok(null), call(store, "kv-set", "default", "ä", bytes("new")));
      assertEquals("new", value(store, "default", "ä"));
      assertEquals(Result.ok(true), call(store, "kv-exists", "default", "ä"));
      assertEquals(Result.ok(false), call(store, "kv-exists", "other", "ä"));
      Object keys = ((Result<?, ?>) call(store, "kv-list", "default")).orElseThrow();
      assertEquals(
          List.of("initial", "ä"),
          ((List<?>) keys).stream().map(Object::toString).sorted().toList());
      assertEquals(Result.ok(null), call(store, "kv-delete", "default", "ä"));
      assertEquals(Result.ok(null), call(store, "kv-delete", "default", "ä"));
      assertEquals(Result.ok(false), call(store, "kv-exists", "default", "ä"));
      assertEquals(Result.ok(List.of("initial")), call(store, "kv-list", "default"));
      assertEquals(Result.ok(List.of()), call(store, "kv-list", "other"));
    }
  }

  @Test
  void largeValuesComeBack() {
    var large = new byte[2_000_000];
    large[1_999_999] = 7;
    var wasi = WasiConfig.builder().keyValue("", KeyValueStore.inMemory(Map.of()));
    try (var store = new Store(Guests.ENGINE, config(wasi))) {
      call(store, "kv-set", "", "large", large);
      var found = (Optional<?>) ((Result<?, ?>) call(store, "kv-get", "", "large")).orElseThrow();
      assertArrayEquals(large, (byte[]) found.orElseThrow());
    }
  }

  @Test
  void whatGoesIntoMemoryIsCopied() {
    byte[] value = bytes("value");
    KeyValueStore bucket = KeyValueStore.inMemory(Map.of("key", value));
    value[0] = 'X';
    Objects.requireNonNull(bucket.get("key"))[1] = 'X';
    assertArrayEquals(bytes("value"), bucket.get("key"));
  }

  @Test
  void storesShareABucketIfTheyAreGivenTheSame() {
    KeyValueStore bucket = KeyValueStore.inMemory(Map.of());
    var one = WasiConfig.builder().keyValue("mine", bucket);
    var other = WasiConfig.builder().keyValue("yours", bucket);
    call(one, "kv-set", "mine", "key", bytes("value"));
    try (var store = new Store(Guests.ENGINE, config(other))) {
      assertEquals("value", value(store, "yours", "key"));
    }
    assertEquals(Result.err("NoSuchStore"), call(other, "kv-get", "mine", "key"));
  }

  static Stream<List<Object>> bucketFunctions() {
    return Stream.of(
        List.of("kv-get", "key"),
        List.of("kv-set", "key", bytes("value")),
        List.of("kv-delete", "key"),
        List.of("kv-exists", "key"),
        List.of("kv-list"),
        List.of("kv-increment", "key", 1L),
        List.of("kv-get-many", List.of("key")),
        List.of("kv-set-many", List.of(Tuple.of("key", bytes("value")))),
        List.of("kv-delete-many", List.of("key")));
  }

  /** Calls one of the functions above with a bucket. */
  private static Object callWith(String bucket, WasiConfig.Builder wasi, List<Object> function) {
    var arguments = new ArrayList<>(function.subList(1, function.size()));
    arguments.addFirst(bucket);
    return call(wasi, (String) function.getFirst(), arguments.toArray());
  }

  @ParameterizedTest
  @MethodSource("bucketFunctions")
  void withoutABucketAccessIsDenied(List<Object> function) {
    for (String bucket : List.of("default", "", "../default")) {
      assertEquals(Result.err("AccessDenied"), callWith(bucket, WasiConfig.builder(), function));
    }
    try (var store = new Store(Guests.ENGINE)) {
      assertEquals(Result.err("AccessDenied"), call(store, "kv-get", "default", "key"));
    }
  }

  @ParameterizedTest
  @MethodSource("bucketFunctions")
  void anotherBucketIsNotThere(List<Object> function) {
    KeyValueStore bucket = KeyValueStore.inMemory(Map.of());
    for (String name : List.of("Default", "default ", "", "default\0")) {
      var wasi = WasiConfig.builder().keyValue("default", bucket);
      assertEquals(Result.err("NoSuchStore"), callWith(name, wasi, function));
    }
    assertEquals(List.of(), bucket.keys());
  }

  @Test
  void bucketsThatAreOpenedAreTold() {
    List<AccessEvent> events = new ArrayList<>();
    var wasi =
        WasiConfig.builder()
            .keyValue("mine", KeyValueStore.inMemory(Map.of()))
            .onAccess(events::add);
    call(wasi, "kv-get", "mine", "key");
    call(wasi, "kv-get", "yours", "key");
    assertEquals(
        List.of(
            new AccessEvent("acme", "keyvalue", "open mine", true),
            new AccessEvent("acme", "keyvalue", "open yours", false)),
        events);
  }

  /** A bucket that fails at everything. */
  private static KeyValueStore failing(RuntimeException reason) {
    return new KeyValueStore() {
      @Override
      public byte @Nullable [] get(String key) {
        throw reason;
      }

      @Override
      public void set(String key, byte[] value) {
        throw reason;
      }

      @Override
      public void delete(String key) {
        throw reason;
      }

      @Override
      public List<String> keys() {
        throw reason;
      }

      @Override
      public void update(String key, UnaryOperator<byte @Nullable []> change) {
        throw reason;
      }
    };
  }

  @ParameterizedTest
  @MethodSource("bucketFunctions")
  void aBucketThatFailsStopsTheGuest(List<Object> function) {
    for (RuntimeException reason :
        List.of(
            new IllegalStateException("the database is gone"),
            // Which is also what a sum that is too large is.
            new ArithmeticException("the bucket's own"))) {
      var wasi = WasiConfig.builder().keyValue("b", failing(reason));
      var exception =
          assertThrows(HostFunctionException.class, () -> callWith("b", wasi, function));
      assertSame(reason, exception.getCause());
      assertTrue(exception.getMessage().contains("wasi:keyvalue/"), exception.getMessage());
    }
  }

  @Test
  void aBucketOfTheHostsGetsWhatTheGuestSays() {
    List<String> calls = new ArrayList<>();
    var bucket =
        new KeyValueStore() {
          @Override
          public byte @Nullable [] get(String key) {
            calls.add("get " + key);
            return bytes("of the host");
          }

          @Override
          public void set(String key, byte[] value) {
            calls.add("set " + key + " " + new String(value, UTF_8));
          }

          @Override
          public void delete(String key) {
            calls.add("delete " + key);
          }

          @Override
          public List<String> keys() {
            calls.add("keys");
            return List.of("k1", "k2");
          }

          @Override
          public void update(String key, UnaryOperator<byte @Nullable []> change) {
            calls.add("update " + key + " " + new String(change.apply(bytes("1")), UTF_8));
          }
        };
    var wasi = WasiConfig.builder().keyValue("b", bucket);
    try (var store = new Store(Guests.ENGINE, config(wasi))) {
      assertEquals("of the host", value(store, "b", "ä"));
      call(store, "kv-set", "b", "k", bytes("v"));
      call(store, "kv-delete", "b", "k");
      assertEquals(Result.ok(List.of("k1", "k2")), call(store, "kv-list", "b"));
      assertEquals(Result.ok(3L), call(store, "kv-increment", "b", "k", 2L));
    }
    assertEquals(List.of("get ä", "set k v", "delete k", "keys", "update k 3"), calls);
  }

  // wasi:keyvalue/atomics

  @Test
  void valuesAreCounted() {
    KeyValueStore bucket = KeyValueStore.inMemory(Map.of("n", bytes("40")));
    var wasi = WasiConfig.builder().keyValue("b", bucket);
    try (var store = new Store(Guests.ENGINE, config(wasi))) {
      assertEquals(Result.ok(42L), call(store, "kv-increment", "b", "n", 2L));
      assertEquals(Result.ok(42L), call(store, "kv-increment", "b", "n", 0L));
      assertEquals("42", value(store, "b", "n"));
      assertEquals(Result.ok(5L), call(store, "kv-increment", "b", "new", 5L));
      assertEquals("5", value(store, "b", "new"));
      // All of u64.
      assertEquals(Result.ok(-1L), call(store, "kv-increment", "b", "large", -1L));
      assertEquals("18446744073709551615", value(store, "b", "large"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "18446744073709551615, 1",
    "18446744073709551615, -1",
    "1, -1",
    "9223372036854775808, -9223372036854775808",
    "99999999999999999999, 0",
    "'', 1",
    "text, 1",
    "-1, 1",
    "1.5, 1",
    "0x10, 1",
    "' 1', 1",
    "111111111111111111111111111111, 1"
  })
  void whatCannotBeCountedIsAnErrorAndStaysAsItWas(String before, long delta) {
    KeyValueStore bucket = KeyValueStore.inMemory(Map.of("n", bytes(before)));
    var wasi = WasiConfig.builder().keyValue("b", bucket);
    try (var store = new Store(Guests.ENGINE, config(wasi))) {
      String result = call(store, "kv-increment", "b", "n", delta).toString();
      assertTrue(result.startsWith("Err[error=Other("), result);
      assertEquals(before, value(store, "b", "n"));
    }
  }

  @Test
  void countingLosesNothingBetweenStores() throws Exception {
    KeyValueStore bucket = KeyValueStore.inMemory(Map.of());
    var wasi = WasiConfig.builder().keyValue("b", bucket).build();
    var config = StoreConfig.defaults().withWasi(wasi);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        running.add(
            threads.submit(
                () -> {
                  try (var store = new Store(Guests.ENGINE, config)) {
                    var increment = PRE.instantiate(store).func("kv-increment");
                    for (int i = 0; i < 500; i++) {
                      increment.call("b", "n", 1L);
                    }
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    assertArrayEquals(bytes("2000"), bucket.get("n"));
  }

  // wasi:keyvalue/batch

  /** What the guest gets for keys, as {@code key=value}, or {@code none}. */
  private static List<String> values(Store store, String bucket, String... keys) {
    var result = (Result<?, ?>) call(store, "kv-get-many", bucket, List.of(keys));
    List<String> found = new ArrayList<>();
    for (Object entry : (List<?>) Objects.requireNonNull(result.orElseThrow())) {
      var pair = (Tuple2<?, ?>) ((Optional<?>) entry).orElse(null);
      found.add(
          pair == null ? "none" : pair.first() + "=" + new String((byte[]) pair.second(), UTF_8));
    }
    return found;
  }

  @Test
  void manyValuesAtOnce() {
    KeyValueStore bucket = KeyValueStore.inMemory(Map.of("initial", bytes("value")));
    var wasi =
        WasiConfig.builder()
            .keyValue("b", bucket)
            .keyValue("other", KeyValueStore.inMemory(Map.of()));
    try (var store = new Store(Guests.ENGINE, config(wasi))) {
      var entries =
          List.of(
              Tuple.of("ä", bytes("1")),
              Tuple.of("empty", bytes("")),
              Tuple.of("twice", bytes("old")),
              Tuple.of("twice", bytes("new")));
      assertEquals(Result.ok(null), call(store, "kv-set-many", "b", entries));
      assertEquals(
          List.of("twice=new", "none", "ä=1", "empty=", "initial=value", "ä=1"),
          values(store, "b", "twice", "nothing", "ä", "empty", "initial", "ä"));
      assertEquals(List.of("none", "none"), values(store, "other", "ä", "initial"));
      assertEquals(
          Result.ok(null), call(store, "kv-delete-many", "b", List.of("ä", "nothing", "twice")));
      assertEquals(List.of("none", "none", "empty="), values(store, "b", "ä", "twice", "empty"));
      assertEquals(List.of("empty", "initial"), bucket.keys().stream().sorted().toList());
    }
  }

  @Test
  void noValuesAtOnce() {
    KeyValueStore bucket = KeyValueStore.inMemory(Map.of("key", bytes("value")));
    var wasi = WasiConfig.builder().keyValue("b", bucket);
    assertEquals(Result.ok(List.of()), call(wasi, "kv-get-many", "b", List.of()));
    assertEquals(Result.ok(null), call(wasi, "kv-set-many", "b", List.of()));
    assertEquals(Result.ok(null), call(wasi, "kv-delete-many", "b", List.of()));
    assertEquals(List.of("key"), bucket.keys());
  }

  @Test
  void thousandsOfValuesAtOnce() {
    KeyValueStore bucket = KeyValueStore.inMemory(Map.of());
    var wasi = WasiConfig.builder().keyValue("b", bucket);
    List<String> keys = IntStream.range(0, 5000).mapToObj(i -> "key " + i).toList();
    try (var store = new Store(Guests.ENGINE, config(wasi))) {
      var entries = keys.stream().map(key -> Tuple.of(key, bytes("of " + key))).toList();
      assertEquals(Result.ok(null), call(store, "kv-set-many", "b", entries));
      assertEquals(
          keys.stream().map(key -> key + "=of " + key).toList(),
          values(store, "b", keys.toArray(String[]::new)));
      assertEquals(Result.ok(null), call(store, "kv-delete-many", "b", keys));
      assertEquals(List.of(), bucket.keys());
    }
  }

  /** As the proposal has it: a batch is no transaction. */
  @Test
  void aBatchThatFailsKeepsWhatItHasDone() {
    KeyValueStore memory = KeyValueStore.inMemory(Map.of());
    var reason = new IllegalStateException("the disk is full");
    var bucket =
        new KeyValueStore() {
          @Override
          public byte @Nullable [] get(String key) {
            return memory.get(key);
          }

          @Override
          public void set(String key, byte[] value) {
            if (key.equals("second")) {
              throw reason;
            }
            memory.set(key, value);
          }

          @Override
          public void delete(String key) {
            memory.delete(key);
          }

          @Override
          public List<String> keys() {
            return memory.keys();
          }

          @Override
          public void update(String key, UnaryOperator<byte @Nullable []> change) {
            memory.update(key, change);
          }
        };
    var wasi = WasiConfig.builder().keyValue("b", bucket);
    var entries =
        Stream.of("first", "second", "third").map(key -> Tuple.of(key, bytes("value"))).toList();
    var exception =
        assertThrows(HostFunctionException.class, () -> call(wasi, "kv-set-many", "b", entries));
    assertSame(reason, exception.getCause());
    assertEquals(List.of("first"), memory.keys());
  }

  // wasi:logging

  /** Keeps what is logged. */
  private static final class Log implements System.Logger {
    final List<String> lines = new ArrayList<>();
    private final Level least;

    Log(Level least) {
      this.least = least;
    }

    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return level.getSeverity() >= least.getSeverity();
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {
      lines.add(level + " " + message);
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        String format,
        @Nullable Object @Nullable ... parameters) {
      lines.add(level + " " + format);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "trace, TRACE",
    "debug, DEBUG",
    "info, INFO",
    "warn, WARNING",
    "error, ERROR",
    "critical, ERROR"
  })
  void whatGuestsLogIsLoggedAtItsLevel(String level, String logged) {
    var log = new Log(System.Logger.Level.ALL);
    try (var store = new Store(Guests.ENGINE, config(WasiConfig.builder().logger(log)))) {
      PRE.instantiate(store).func("log").call(level, "checkout", "it's 5 {0} o'clock ä");
    }
    assertEquals(List.of(logged + " [acme] checkout: it's 5 {0} o'clock ä"), log.lines);
  }

  @Test
  void levelsThatAreNotLoggedAreNot() {
    var log = new Log(System.Logger.Level.WARNING);
    try (var store = new Store(Guests.ENGINE, config(WasiConfig.builder().logger(log)))) {
      var function = PRE.instantiate(store).func("log");
      for (String level : List.of("trace", "debug", "info", "warn", "error", "critical")) {
        function.call(level, "", level);
      }
    }
    assertEquals(
        List.of("WARNING [acme] : warn", "ERROR [acme] : error", "ERROR [acme] : critical"),
        log.lines);
  }

  @Test
  void whatGuestsLogIsDiscardedUnlessThereIsALogger() {
    try (var store = new Store(Guests.ENGINE)) {
      PRE.instantiate(store).func("log").call("critical", "", "nobody reads this");
    }
    try (var store = new Store(Guests.ENGINE)) {
      var log = PRE.instantiate(store).func("log");
      assertThrows(TrapException.class, () -> log.call("no level", "", ""));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"one\n[evil] forged", "one\r\n[evil] forged", "\u001b[2J"})
  void whatGuestsLogStartsWithTheirStore(String message) {
    var log = new Log(System.Logger.Level.ALL);
    try (var store = new Store(Guests.ENGINE, config(WasiConfig.builder().logger(log)))) {
      PRE.instantiate(store).func("log").call("info", "", message);
    }
    assertEquals(1, log.lines.size());
    assertTrue(log.lines.getFirst().startsWith("INFO [acme] : "), log.lines::toString);
  }

  // The host's own

  @Test
  void whatTheHostDefinesReplacesWhatIsThere() {
    var linker = new Linker(Guests.ENGINE);
    linker
        .instance("wasi:config/store@0.2.0-rc.1")
        .func("get", call -> Result.ok(Optional.of("the host's " + call.string(0))));
    List<String> logged = new ArrayList<>();
    linker
        .instance("wasi:logging/logging@0.1.0-draft")
        .func(
            "log",
            call -> {
              logged.add(call.argument(0) + " " + call.string(1) + " " + call.string(2));
              return null;
            });
    var log = new Log(System.Logger.Level.ALL);
    var wasi = WasiConfig.builder().config(Map.of("a", "1")).logger(log);
    try (var store = new Store(Guests.ENGINE, config(wasi))) {
      var instance = linker.instantiate(store, COMPONENT);
      assertEquals(Result.ok(Optional.of("the host's a")), instance.func("config-get").call("a"));
      // What it doesn't define is as it was.
      assertEquals(Result.ok(List.of(Tuple.of("a", "1"))), instance.func("config-all").call());
      instance.func("log").call("info", "here", "text");
    }
    assertEquals(List.of("info here text"), logged);
    assertEquals(List.of(), log.lines);
  }
}
