package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.GuestExitException;
import dev.switchblade.GuestInterruptedException;
import dev.switchblade.Instance;
import dev.switchblade.Limits;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple2;
import dev.switchblade.wasi.WasiClock;
import dev.switchblade.wasi.WasiConfig;
import dev.switchblade.wit.WitItem;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments, environment variables, exits, clocks and random numbers of guests. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class WasiEnvironmentTest {

  private static final long HOUR = Duration.ofHours(1).toNanos();

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static ProberGuest guest(WasiConfig.Builder wasi) {
    return new ProberGuest(wasi.build());
  }

  private static Map<String, String> environment(ProberGuest guest) {
    var found = new HashMap<String, String>();
    for (Object entry : (List<?>) guest.call("environment")) {
      var pair = (Tuple2<?, ?>) entry;
      assertEquals(null, found.put((String) pair.first(), (String) pair.second()));
    }
    return found;
  }

  // Arguments and environment

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingIsThereThatWasNotNamed(boolean concurrent) {
    // What must not come through.
    assertTrue(System.getenv().containsKey("PATH"));
    for (WasiConfig wasi : List.of(WasiConfig.denied(), WasiConfig.builder().build())) {
      try (var guest = new ProberGuest(StoreConfig.defaults().withWasi(wasi), concurrent)) {
        assertEquals(List.of(), guest.call("args"));
        assertEquals(List.of(), guest.call("environment"));
        assertEquals(Optional.empty(), guest.call("cwd"));
      }
    }
  }

  @Test
  void argumentsArriveInTheirOrder() {
    var wasi = WasiConfig.builder().args("program", "", "two words").args("ä€𝄞", "--x=\n");
    try (var guest = guest(wasi)) {
      assertEquals(List.of("program", "", "two words", "ä€𝄞", "--x=\n"), guest.call("args"));
    }
  }

  @Test
  void manyArgumentsArrive() {
    String[] many = new String[5_000];
    Arrays.setAll(many, i -> "argument " + i);
    try (var guest = guest(WasiConfig.builder().args(many))) {
      assertEquals(List.of(many), guest.call("args"));
    }
  }

  @Test
  void onlyNamedVariablesArrive() {
    var wasi =
        WasiConfig.builder()
            .env("LANG", "C")
            .env("EMPTY", "")
            .env("GRÖßE", "ä€𝄞 = =")
            .env("LANG", "de_DE");
    try (var guest = guest(wasi)) {
      assertEquals(Map.of("LANG", "de_DE", "EMPTY", "", "GRÖßE", "ä€𝄞 = ="), environment(guest));
    }
  }

  @Test
  void allVariablesArriveIfTheyAreInherited() {
    var expected = new HashMap<>(System.getenv());
    // Windows keeps the current folder of each drive there, which is nothing for guests to know.
    expected.keySet().removeIf(name -> name.startsWith("="));
    expected.put("MORE", "1");
    try (var guest = guest(WasiConfig.builder().inheritEnv().env("MORE", "1"))) {
      assertEquals(expected, environment(guest));
    }
  }

  @Test
  void changingTheBuilderChangesNoConfiguration() {
    var builder = WasiConfig.builder().env("A", "1").args("a");
    WasiConfig wasi = builder.build();
    builder.env("B", "2").args("b");
    try (var guest = new ProberGuest(wasi)) {
      assertEquals(Map.of("A", "1"), environment(guest));
      assertEquals(List.of("a"), guest.call("args"));
    }
  }

  @Test
  void storesHaveTheirOwn() {
    try (var one = guest(WasiConfig.builder().env("SECRET", "one").args("one"));
        var other = guest(WasiConfig.builder().args("other"))) {
      assertEquals(Map.of("SECRET", "one"), environment(one));
      assertEquals(Map.of(), environment(other));
      assertEquals(List.of("one"), one.call("args"));
      assertEquals(List.of("other"), other.call("args"));
    }
  }

  @Test
  void theWorkingDirectoryIsTold() {
    try (var guest = guest(WasiConfig.builder().workingDirectory("/data/ä"))) {
      assertEquals(Optional.of("/data/ä"), guest.call("cwd"));
      // It grants nothing.
      guest.error("list-directory", "/data/ä");
      guest.error("list-directory", ".");
    }
  }

  @Test
  void badArgumentsAndVariablesAreRefused() {
    var builder = WasiConfig.builder();
    for (var wrong :
        Map.<String, Runnable>of(
                "args", () -> builder.args("good", "b\0d"),
                "env", () -> builder.env("b\0d", "good"),
                "env NAME", () -> builder.env("NAME", "b\0d"),
                "\"A=B\"", () -> builder.env("A=B", "good"),
                "\"=\"", () -> builder.env("=", "good"),
                "\"\"", () -> builder.env("", "good"),
                "workingDirectory", () -> builder.workingDirectory("/b\0d"))
            .entrySet()) {
      var exception = assertThrows(IllegalArgumentException.class, () -> wrong.getValue().run());
      assertTrue(exception.getMessage().contains(wrong.getKey()), exception.getMessage());
    }
    // Nothing of it stays.
    try (var guest = guest(builder)) {
      assertEquals(Map.of(), environment(guest));
      assertEquals(Optional.empty(), guest.call("cwd"));
    }
  }

  // Ends

  @ParameterizedTest
  @CsvSource({"0, 0, false", "1, 1, false", "7, 1, false", "255, 1, true", "0, 0, true"})
  void guestsEndThemselves(int code, int status, boolean concurrent) {
    try (var guest = new ProberGuest(StoreConfig.defaults(), concurrent)) {
      var exception = assertThrows(GuestExitException.class, () -> guest.run("exit-with", code));
      assertEquals(status, exception.status());
      assertTrue(exception.getMessage().startsWith("exit-with: "), exception.getMessage());
      assertTrue(exception.getMessage().contains("status " + status), exception.getMessage());
      var lost = assertThrows(IllegalStateException.class, () -> guest.call("args"));
      assertSame(exception, lost.getCause());
    }
  }

  /** Runs {@code command.wasm}. */
  private static Object runCommand(WasiConfig wasi) {
    try (Component component = Guests.ENGINE.compile(Guests.file("command.wasm"));
        var store = new Store(Guests.ENGINE, StoreConfig.defaults().withWasi(wasi))) {
      String run =
          component.exports().stream()
              .map(WitItem::name)
              .filter(name -> name.startsWith("wasi:cli/run@0.2"))
              .findFirst()
              .orElseThrow();
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      return String.valueOf(instance.func(run, "run").call());
    }
  }

  @Test
  void programsRun() {
    var out = new ByteArrayOutputStream();
    var wasi =
        WasiConfig.builder()
            .args("program", "0", "ä")
            .env("A", "1")
            .env("B", "two words")
            .stdout(out)
            .build();
    assertEquals(String.valueOf(Result.ok(null)), runCommand(wasi));
    assertEquals("program\n0\nä\nA=1\nB=two words\n", out.toString(UTF_8));
  }

  @Test
  void programsWithoutAnythingRun() {
    assertEquals(String.valueOf(Result.ok(null)), runCommand(WasiConfig.denied()));
  }

  @Test
  void programsThatFailSaySo() {
    var out = new ByteArrayOutputStream();
    var wasi = WasiConfig.builder().args("program", "3").stdout(out).build();
    var exception = assertThrows(GuestExitException.class, () -> runCommand(wasi));
    assertEquals(1, exception.status());
    assertEquals("program\n3\n", out.toString(UTF_8));
  }

  // Clocks

  private static Instant now(ProberGuest guest) {
    var now = (Tuple2<?, ?>) guest.call("now");
    return Instant.ofEpochSecond((Long) now.first(), (Integer) now.second());
  }

  private static long monotonic(ProberGuest guest) {
    return (Long) guest.call("monotonic");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theClockIsTheMachinesUnlessItIsSet(boolean concurrent) {
    try (var guest = new ProberGuest(StoreConfig.defaults(), concurrent)) {
      // A second of slack: the machine's clock may be set.
      Instant before = Instant.now().minusSeconds(1);
      Instant now = now(guest);
      assertFalse(now.isBefore(before), now::toString);
      assertFalse(now.isAfter(Instant.now().plusSeconds(1)), now::toString);
      long start = monotonic(guest);
      guest.run("sleep-for", 5_000_000L);
      assertTrue(monotonic(guest) - start >= 5_000_000);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFixedClockStandsStill(boolean concurrent) {
    for (Instant instant :
        List.of(
            Instant.EPOCH,
            Instant.parse("2001-09-09T01:46:40.123456789Z"),
            Instant.parse("2262-04-11T23:47:16Z"))) {
      var wasi = WasiConfig.builder().clock(WasiClock.fixed(instant)).build();
      try (var guest = new ProberGuest(StoreConfig.defaults().withWasi(wasi), concurrent)) {
        assertEquals(instant, now(guest));
        long monotonic = monotonic(guest);
        // In real time.
        guest.run("sleep-for", 2_000_000L);
        assertEquals(instant, now(guest));
        assertEquals(monotonic, monotonic(guest));
      }
    }
  }

  @Test
  void aSteppedClockGoesWhenItIsMoved() {
    Instant start = Instant.parse("2030-01-01T00:00:00Z");
    WasiClock clock = WasiClock.stepped(start);
    try (var guest = guest(WasiConfig.builder().clock(clock));
        var other = guest(WasiConfig.builder().clock(clock))) {
      assertEquals(start, now(guest));
      assertEquals(0, monotonic(guest));
      clock.advance(Duration.ofNanos(1));
      assertEquals(start.plusNanos(1), now(guest));
      assertEquals(1, monotonic(guest));
      clock.advance(Duration.ZERO);
      clock.advance(Duration.ofDays(365));
      assertEquals(start.plusNanos(1).plus(Duration.ofDays(365)), now(guest));
      assertEquals(Duration.ofDays(365).toNanos() + 1, monotonic(other));
      // What is over isn't waited for.
      guest.run("sleep-for", 0L);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aGuestSleepsUntilTheClockIsMoved(boolean concurrent) throws Exception {
    WasiClock clock = WasiClock.stepped(Instant.EPOCH);
    var wasi = WasiConfig.builder().clock(clock).build();
    try (var guest = new ProberGuest(StoreConfig.defaults().withWasi(wasi), concurrent)) {
      var call =
          new FutureTask<>(
              () -> {
                long before = monotonic(guest);
                guest.run("sleep-for", HOUR);
                return monotonic(guest) - before;
              });
      Thread sleeper = Thread.ofPlatform().daemon().start(call);
      int minutes = 0;
      while (sleeper.isAlive()) {
        clock.advance(Duration.ofMinutes(1));
        minutes++;
        sleeper.join(Duration.ofMillis(5));
      }
      // An hour of that clock, not of ours.
      assertTrue(call.get() >= HOUR, () -> "slept less than an hour");
      assertTrue(minutes >= 60, minutes + " minutes");
    }
  }

  @Test
  void aGuestThatSleepsByASteppedClockCanBeStopped() throws Exception {
    WasiClock clock = WasiClock.stepped(Instant.EPOCH);
    var config = StoreConfig.defaults().withWasi(WasiConfig.builder().clock(clock).build());
    try (var guest = new ProberGuest(config)) {
      var call =
          new FutureTask<>(
              () -> {
                guest.run("sleep-for", HOUR);
                return "over";
              });
      Thread sleeper = Thread.ofPlatform().daemon().start(call);
      while (sleeper.isAlive()) {
        guest.store().interrupt();
        sleeper.join(Duration.ofMillis(20));
      }
      var exception = assertThrows(ExecutionException.class, call::get);
      assertInstanceOf(GuestInterruptedException.class, exception.getCause());
    }
    // A deadline is in real time.
    var limits = Limits.defaults().withDeadline(Duration.ofMillis(100));
    try (var guest = new ProberGuest(config.withLimits(limits))) {
      var exception =
          assertThrows(ResourceLimitException.class, () -> guest.run("sleep-for", HOUR));
      assertEquals(ResourceLimitException.Limit.DEADLINE, exception.limit());
    }
  }

  @Test
  void timesThatNoClockCanShowAreRefused() {
    for (Instant wrong :
        List.of(
            Instant.EPOCH.minusNanos(1),
            Instant.MIN,
            Instant.MAX,
            Instant.parse("2263-01-01T00:00:00Z"))) {
      assertThrows(IllegalArgumentException.class, () -> WasiClock.fixed(wrong));
      var exception = assertThrows(IllegalArgumentException.class, () -> WasiClock.stepped(wrong));
      assertTrue(exception.getMessage().contains(wrong.toString()), exception.getMessage());
    }
    var second = Duration.ofSeconds(1);
    assertThrows(IllegalStateException.class, () -> WasiClock.real().advance(second));
    WasiClock fixed = WasiClock.fixed(Instant.EPOCH);
    assertThrows(IllegalStateException.class, () -> fixed.advance(second));
    WasiClock stepped = WasiClock.stepped(Instant.EPOCH);
    assertThrows(IllegalArgumentException.class, () -> stepped.advance(second.negated()));
  }

  // What is granted, in words

  @Test
  void aConfigurationShowsWhatItGrantsAndNothingThatMayBeSecret() {
    assertEquals("WasiConfig[nothing]", WasiConfig.builder().build().toString());
    var wasi =
        WasiConfig.builder()
            .args("program", "--token=s3cret")
            .env("API_KEY", "s3cret")
            .config(Map.of("password", "s3cret"))
            .stdin("s3cret".getBytes(UTF_8))
            .stdout(new ByteArrayOutputStream())
            .stderr(_ -> {})
            .clock(WasiClock.fixed(Instant.EPOCH))
            .randomSeed(43_690)
            .allowDns("*.example.com")
            .allowOutbound("https://api.example.com")
            .build();
    String text = wasi.toString();
    for (String shown :
        List.of(
            "args=2",
            "env=[API_KEY]",
            "config=[password]",
            "stdin=6 bytes",
            "stdout=ByteArrayOutputStream",
            "stderr=lines",
            "clock=fixed, 1970-01-01T00:00:00Z",
            "randomSeed",
            "*.example.com",
            "https://api.example.com")) {
      assertTrue(text.contains(shown), text);
    }
    assertFalse(text.contains("s3cret") || text.contains("43690"), text);
    String store = StoreConfig.builder().wasi(wasi).data(String.class, "s3cret").build().toString();
    assertTrue(store.contains(text), store);
    assertFalse(store.contains("s3cret"), store);
  }

  // Random numbers

  /** What a guest draws: secure, insecure, and the seed. */
  private static List<Object> draw(WasiConfig.Builder wasi) {
    try (var guest = guest(wasi)) {
      return List.of(
          List.of(hex(guest, "random-bytes"), hex(guest, "random-bytes")),
          List.of(hex(guest, "insecure-random"), hex(guest, "insecure-random")),
          guest.call("insecure-seed"));
    }
  }

  private static String hex(ProberGuest guest, String function) {
    return HexFormat.of().formatHex((byte[]) guest.call(function, 40L));
  }

  @Test
  void randomNumbersDifferFromStoreToStore() {
    Set<Object> drawn = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      List<Object> one = draw(WasiConfig.builder());
      drawn.addAll((List<?>) one.get(0));
      drawn.addAll((List<?>) one.get(1));
      drawn.add(one.get(2));
    }
    assertEquals(5 * (2 + 2 + 1), drawn.size());
  }

  @Test
  void randomNumbersWithASeedAreTheSameInEachStore() {
    for (long seed : new long[] {0, 1, -1, Long.MIN_VALUE}) {
      List<Object> first = draw(WasiConfig.builder().randomSeed(seed));
      assertEquals(first, draw(WasiConfig.builder().randomSeed(seed)));
      // One configuration for two stores is no other case.
      var config = WasiConfig.builder().randomSeed(seed);
      assertEquals(first, draw(config));
      assertEquals(first, draw(config));
    }
  }

  @Test
  void anotherSeedMakesOtherNumbers() {
    Set<Object> drawn = new HashSet<>();
    long[] seeds = {0, 1, 2, -1, -2, Long.MIN_VALUE, Long.MAX_VALUE};
    for (long seed : seeds) {
      List<Object> one = draw(WasiConfig.builder().randomSeed(seed));
      assertNotEquals(one.get(0), one.get(1), "secure and insecure ones");
      drawn.add(one.get(0));
      assertTrue(drawn.addAll(List.of(one.get(2))), "the seed for insecure ones");
    }
    assertEquals(2 * seeds.length, drawn.size());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 1_000_000})
  void asManyBytesComeAsWereAskedFor(long count) {
    for (String function : List.of("random-bytes", "insecure-random")) {
      try (var guest = guest(WasiConfig.builder())) {
        byte[] bytes = (byte[]) guest.call(function, count);
        assertEquals(count, bytes.length);
        assertTrue(count < 1_000 || !Arrays.equals(new byte[(int) count], bytes));
      }
    }
  }

  // The host's own

  /** The interface under the version that the guest imports. */
  private static String imported(String prefix) {
    return ProberGuest.COMPONENT.imports().stream()
        .map(WitItem::name)
        .filter(name -> name.startsWith(prefix + "@"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatTheHostDefinesReplacesWhatIsThere(boolean otherVersion) {
    String name = otherVersion ? "wasi:random/insecure@0.2.0" : imported("wasi:random/insecure");
    var linker = new Linker(ProberGuest.ENGINE);
    linker
        .instance(name)
        .func("get-insecure-random-bytes", call -> new byte[] {1, 2, 3})
        .func("get-insecure-random-u64", call -> 4L);
    try (var store = new Store(ProberGuest.ENGINE)) {
      Instance instance = linker.instantiate(store, ProberGuest.COMPONENT);
      assertArrayEquals(new byte[] {1, 2, 3}, (byte[]) instance.func("insecure-random").call(40L));
      assertEquals(40, ((byte[]) instance.func("random-bytes").call(40L)).length);
    }
  }

  @Test
  void whatTheHostDefinesInPartLacksTheRest() {
    var linker = new Linker(ProberGuest.ENGINE);
    linker.instance(imported("wasi:random/insecure")).func("something-else", call -> null);
    try (var store = new Store(ProberGuest.ENGINE)) {
      var exception =
          assertThrows(LinkException.class, () -> linker.instantiate(store, ProberGuest.COMPONENT));
      assertTrue(
          exception.getMessage().contains("get-insecure-random-bytes"), exception.getMessage());
    }
  }
}
