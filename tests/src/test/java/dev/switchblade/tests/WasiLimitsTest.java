package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.GuestException;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.ResourceLimitException.Limit;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple;
import dev.switchblade.tests.HoardingGuest.On;
import dev.switchblade.wasi.Access;
import dev.switchblade.wasi.AccessEvent;
import dev.switchblade.wasi.KeyValueStore;
import dev.switchblade.wasi.Preopen;
import dev.switchblade.wasi.SocketGrant;
import dev.switchblade.wasi.WasiConfig;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What guests can use up of the host by WASI, and what ends it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class WasiLimitsTest {

  private static final String HERE = "127.0.0.1";

  /** {@code not-permitted}, as {@link HoardingGuest} counts error codes. */
  private static final int NOT_PERMITTED = 32;

  @TempDir Path folder;

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private StoreConfig config(Limits limits, Access... rights) throws IOException {
    Files.writeString(folder.resolve("file"), "text");
    var wasi =
        WasiConfig.builder()
            .preopen(folder, "/data", rights)
            .allowSocket(SocketGrant.tcpConnect(HERE, 1))
            .allowSocket(SocketGrant.udpSend(HERE, 1));
    return StoreConfig.defaults().withLimits(limits).withWasi(wasi.build());
  }

  private static int count(Instance guest, String function, int times) {
    return (Integer) Objects.requireNonNull(guest.func(function).call(times), function);
  }

  private static void assertReaches(Limit limit, long value, Throwable thrown) {
    var exception = (ResourceLimitException) thrown;
    assertEquals(limit, exception.limit(), exception.getMessage());
    assertEquals(value, exception.value(), exception.getMessage());
    assertTrue(exception.getMessage().contains(Long.toString(value)), exception.getMessage());
  }

  // ---- What is open

  @ParameterizedTest
  @CsvSource({
    "files, THREADS",
    "files, FIBERS",
    "listings, THREADS",
    "listings, FIBERS",
    "tcp-sockets, THREADS",
    "tcp-sockets, FIBERS",
    "udp-sockets, THREADS",
    "udp-sockets, FIBERS",
    // Which keep their files open.
    "streams, THREADS",
    "streams, FIBERS",
  })
  void thereIsALimitToWhatIsOpenAtOnce(String what, On on) throws IOException {
    StoreConfig config = config(Limits.defaults().withOpenFiles(20));
    try (var store = new Store(on.engine, config);
        var other = new Store(on.engine, config)) {
      Instance guest = on.guest(store);
      assertEquals(12, count(guest, what, 12));
      assertEquals(8, count(guest, what, 12));
      assertEquals(0, count(guest, what, 1));
      // Each store has its own.
      assertEquals(20, count(on.guest(other), what, 30));
    }
  }

  @ParameterizedTest
  @EnumSource
  void filesFoldersAndSocketsAreCountedTogether(On on) throws IOException {
    try (var store = new Store(on.engine, config(Limits.defaults().withOpenFiles(20)))) {
      Instance guest = on.guest(store);
      assertEquals(5, count(guest, "files", 5));
      assertEquals(5, count(guest, "tcp-sockets", 5));
      assertEquals(5, count(guest, "udp-sockets", 5));
      assertEquals(3, count(guest, "streams", 3));
      assertEquals(2, count(guest, "listings", 100));
      assertEquals(0, count(guest, "files", 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "files-one-by-one, THREADS",
    "files-one-by-one, FIBERS",
    "listings-one-by-one, THREADS",
    "listings-one-by-one, FIBERS",
    "tcp-sockets-one-by-one, THREADS",
    "tcp-sockets-one-by-one, FIBERS",
  })
  void whatIsClosedMakesRoom(String what, On on) throws IOException {
    try (var store = new Store(on.engine, config(Limits.defaults().withOpenFiles(2)))) {
      assertEquals(500, count(on.guest(store), what, 500));
    }
  }

  @ParameterizedTest
  @EnumSource
  void byDefaultAGuestOpensAFewHundredFiles(On on) throws IOException {
    try (var store = new Store(on.engine, config(Limits.defaults()))) {
      assertEquals(200, count(on.guest(store), "files", 2_000));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGuestThatInsistsOnOpeningMoreIsToldWhichLimit(On on) throws IOException {
    try (var store = new Store(on.engine, config(Limits.defaults().withOpenFiles(20)))) {
      Instance guest = on.guest(store);
      var thrown = assertThrows(GuestException.class, () -> guest.func("insist").call(21));
      assertReaches(Limit.OPEN_FILES, 20, thrown);
    }
  }

  @ParameterizedTest
  @EnumSource(NetworkGuest.On.class)
  void connectionsThatAreAcceptedCount(NetworkGuest.On on) throws Exception {
    Limits limits = Limits.defaults().withOpenFiles(1);
    var wasi = WasiConfig.builder().allowSocket(SocketGrant.tcpListen(HERE, 0));
    try (var guest = NetworkGuest.open(on, limits, wasi)) {
      int port = (Integer) Objects.requireNonNull(guest.succeed("tcp-listen", HERE, 0));
      try (var client = new Socket(InetAddress.ofLiteral(HERE), port)) {
        client.shutdownOutput();
        assertEquals("NewSocketLimit", guest.fail("tcp-accept-once"));
      }
    }
    try (var guest =
        NetworkGuest.open(
            on,
            Limits.defaults().withOpenFiles(2),
            WasiConfig.builder().allowSocket(SocketGrant.tcpListen(HERE, 0)))) {
      int port = (Integer) Objects.requireNonNull(guest.succeed("tcp-listen", HERE, 0));
      for (int i = 0; i < 5; i++) {
        try (var client = new Socket(InetAddress.ofLiteral(HERE), port)) {
          client.shutdownOutput();
          guest.succeed("tcp-accept-once");
          assertEquals("pong", new String(client.getInputStream().readAllBytes(), UTF_8));
        }
      }
    }
  }

  // ---- What is open by WASI 0.3

  private StoreConfig configForNext(int openFiles, Access... rights) throws IOException {
    return config(Limits.defaults().withOpenFiles(openFiles), rights);
  }

  @ParameterizedTest
  @ValueSource(strings = {"files", "streams", "listings", "tcp-sockets", "udp-sockets"})
  void thereIsALimitToWhatIsOpenAtOnceByTheNextVersionToo(String what) throws IOException {
    try (var store = new Store(HoardingNextGuest.ENGINE, configForNext(20))) {
      Instance guest = HoardingNextGuest.guest(store);
      assertEquals(12, count(guest, what, 12));
      assertEquals(8, count(guest, what, 12));
      assertEquals(0, count(guest, what, 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"files-one-by-one", "listings-one-by-one"})
  void whatIsClosedMakesRoomByTheNextVersionToo(String what) throws IOException {
    try (var store = new Store(HoardingNextGuest.ENGINE, configForNext(2))) {
      assertEquals(200, count(HoardingNextGuest.guest(store), what, 200));
    }
  }

  @Test
  void aGuestOfTheNextVersionThatInsistsIsToldWhichLimit() throws IOException {
    try (var store = new Store(HoardingNextGuest.ENGINE, configForNext(20))) {
      Instance guest = HoardingNextGuest.guest(store);
      var thrown = assertThrows(GuestException.class, () -> guest.func("insist").call(21));
      assertReaches(Limit.OPEN_FILES, 20, thrown);
    }
  }

  /** A connection is open as long as a stream of it is. */
  @Test
  void connectionsOfWhichOnlyAStreamIsLeftCount() throws IOException {
    try (var server = new ServerSocket(0, 100, InetAddress.ofLiteral(HERE))) {
      int port = server.getLocalPort();
      var wasi = WasiConfig.builder().allowSocket(SocketGrant.tcpConnect(HERE, port)).build();
      StoreConfig config =
          StoreConfig.defaults().withWasi(wasi).withLimits(Limits.defaults().withOpenFiles(4));
      try (var store = new Store(HoardingNextGuest.ENGINE, config)) {
        assertEquals(4, HoardingNextGuest.guest(store).func("connections").call(10, port));
      }
      try (var store = new Store(HoardingNextGuest.ENGINE, config)) {
        // Their places come back when Wasmtime next looks at what was dropped.
        Func connect = HoardingNextGuest.guest(store).func("connections-one-by-one");
        int made = 0;
        for (int i = 0; i < 10_000 && made < 30; i++) {
          made += (int) Objects.requireNonNull(connect.call(1, port));
        }
        assertEquals(30, made);
      }
    }
  }

  /** Each would keep a thread of the 512 that all stores have for files. */
  @Test
  void listingsThatAreNotReadKeepNobodyFromFiles() throws IOException {
    for (int i = 0; i < 5; i++) {
      Files.writeString(folder.resolve("another-" + i), "");
    }
    StoreConfig manyTasks = config(Limits.defaults().withOpenFiles(700).withTasks(10_000));
    try (var hoarder = new Store(HoardingNextGuest.ENGINE, manyTasks)) {
      assertEquals(600, count(HoardingNextGuest.guest(hoarder), "listings", 600));
      try (var store = new Store(On.THREADS.engine, config(Limits.defaults()))) {
        assertEquals(1, count(On.THREADS.guest(store), "files", 1));
      }
    }
  }

  @Test
  void whoMayNotWriteHasNothingToSynchronizeByTheNextVersionToo() throws IOException {
    try (var store = new Store(HoardingNextGuest.ENGINE, configForNext(20))) {
      Instance guest = HoardingNextGuest.guest(store);
      // A case less stands before it.
      assertEquals(NOT_PERMITTED - 1, guest.func("sync").call());
      assertEquals(NOT_PERMITTED - 1, guest.func("sync-data").call());
    }
    try (var store = new Store(HoardingNextGuest.ENGINE, configForNext(20, Access.values()))) {
      Instance guest = HoardingNextGuest.guest(store);
      assertEquals(0, guest.func("sync").call());
      assertEquals(0, guest.func("sync-data").call());
    }
  }

  /** Names are granted one by one, as ever. */
  @Test
  void namesThatAreGrantedAreLookedUpByTheNextVersionToo() {
    for (boolean granted : List.of(true, false)) {
      var wasi = WasiConfig.builder().allowDns(granted ? "localhost" : "example.com").build();
      try (var store = new Store(HoardingNextGuest.ENGINE, StoreConfig.defaults().withWasi(wasi))) {
        // 1 is the first error code: access is denied.
        assertEquals(granted ? 0 : 1, HoardingNextGuest.guest(store).func("resolve").call());
      }
    }
  }

  // ---- Names

  /** One at a time is enough for a guest that asks for one at a time. */
  @ParameterizedTest
  @EnumSource(NetworkGuest.On.class)
  void namesAreLookedUpInTurn(NetworkGuest.On on) {
    var wasi = WasiConfig.builder().allowDns("localhost");
    try (var guest = NetworkGuest.open(on, Limits.defaults().withNameLookups(1), wasi)) {
      for (int i = 0; i < 5; i++) {
        assertFalse(
            ((List<?>) Objects.requireNonNull(guest.succeed("resolve", "localhost"))).isEmpty());
      }
    }
  }

  @Test
  void withoutLookupsNoNameIsFound() {
    var wasi = WasiConfig.builder().allowDns("localhost");
    try (var guest =
        NetworkGuest.open(NetworkGuest.On.THREADS, Limits.defaults().withNameLookups(0), wasi)) {
      assertEquals("NameUnresolvable", guest.fail("resolve", "localhost"));
    }
  }

  @ParameterizedTest
  @EnumSource(NetworkGuest.On.class)
  void whatIsTooLongToBeANameIsNotLookedUp(NetworkGuest.On on) {
    try (var guest = NetworkGuest.open(on, WasiConfig.builder().allowDns("*"))) {
      assertEquals("InvalidArgument", guest.fail("resolve", "a".repeat(1 << 20)));
      assertEquals(List.of(), guest.events());
    }
  }

  // ---- Datagrams

  /** A grant to receive somewhere is none for sockets that are elsewhere. */
  @ParameterizedTest
  @EnumSource(NetworkGuest.On.class)
  void strangersAreReceivedOnlyBySocketsThatAreWhereThatIsGranted(NetworkGuest.On on)
      throws Exception {
    InetAddress here = InetAddress.ofLiteral(HERE);
    try (var stranger = new DatagramSocket(0, here);
        var friend = new DatagramSocket(0, here);
        var unused = new DatagramSocket(0, here)) {
      var wasi =
          WasiConfig.builder()
              .allowSocket(SocketGrant.udpReceive(HERE, unused.getLocalPort()))
              .allowSocket(SocketGrant.udpSend(HERE, friend.getLocalPort()));
      try (var guest = NetworkGuest.open(on, wasi)) {
        int port = (Integer) Objects.requireNonNull(guest.succeed("udp-bind", "0.0.0.0", 0));
        send(stranger, "from a stranger", here, port);
        send(friend, "from a friend", here, port);
        assertEquals(
            "from a friend",
            new String((byte[]) Objects.requireNonNull(guest.succeed("udp-receive-once")), UTF_8));
      }
    }
  }

  private static void send(DatagramSocket from, String text, InetAddress to, int port)
      throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    from.send(new DatagramPacket(bytes, bytes.length, to, port));
  }

  // ---- Texts of guests'

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsToldOfALongPathIsCut(boolean concurrent) {
    List<AccessEvent> events = new ArrayList<>();
    var wasi = WasiConfig.builder().preopen(folder, "/data").onAccess(events::add).build();
    try (var guest = new ProberGuest(StoreConfig.defaults().withWasi(wasi), concurrent)) {
      String path = "ä".repeat(10_000);
      assertEquals("NotPermitted", guest.error("raw-unlink", 0, path));
      assertEquals(1, events.size());
      String what = events.getFirst().what();
      assertTrue(what.startsWith("remove /data/ää"), what);
      assertTrue(what.endsWith("ä… (20013 bytes)"), what);
      assertTrue(what.length() < 1_100, what);
    }
  }

  /** No system has such paths, and none is looked for. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void pathsThatAreMuchTooLongAreNoPaths(boolean concurrent) {
    Set<Access> all = Set.of(Access.values());
    var wasi = WasiConfig.builder().preopen(new Preopen(folder, "/data", all, all)).build();
    String path = "./".repeat(1 << 20) + "new";
    try (var guest = new ProberGuest(StoreConfig.defaults().withWasi(wasi), concurrent)) {
      for (String error :
          List.of(
              guest.error("raw-open", 0, path, true, true, true),
              guest.error("raw-stat", 0, path, true),
              guest.error("raw-unlink", 0, path),
              guest.error("raw-create-directory", 0, path),
              guest.error("raw-remove-directory", 0, path),
              guest.error("raw-rename", 0, path, 0, "a"),
              guest.error("raw-rename", 0, "a", 0, path),
              guest.error("raw-link", 0, path, 0, "a"),
              guest.error("raw-symlink", 0, path, "a"),
              guest.error("raw-readlink", 0, path),
              guest.error("raw-set-times", 0, path, true))) {
        assertEquals("NameTooLong", error);
      }
    }
  }

  /** How much may wait is a test of the native library's own: when it is told is up to Wasmtime. */
  @Test
  void eventsOfLongUrlsAreCutOnFibersToo() {
    Limits limits = Limits.defaults().withHandles(20_000);
    try (var guest = NetworkGuest.open(NetworkGuest.On.FIBERS, limits, WasiConfig.builder())) {
      String url = "http://127.0.0.1:9/" + "x".repeat(3_000);
      List<?> answers = (List<?>) Objects.requireNonNull(guest.succeed("http-many", url, 1_000));
      assertEquals(1_000, answers.size());
      List<AccessEvent> events = guest.events();
      assertTrue(events.size() > 1, events::toString);
      for (AccessEvent event : events) {
        assertTrue(event.what().length() < 1_100, event::what);
      }
    }
  }

  @Test
  void whatIsToldOfALongBucketNameIsCut() {
    List<AccessEvent> events = new ArrayList<>();
    var wasi =
        WasiConfig.builder()
            .keyValue("a", KeyValueStore.inMemory(Map.of()))
            .onAccess(events::add)
            .build();
    try (var store = new Store(Guests.ENGINE, StoreConfig.defaults().withWasi(wasi))) {
      services(store).func("kv-get").call("b".repeat(100_000), "key");
      String what = events.getFirst().what();
      assertTrue(what.startsWith("open bbb"), what);
      assertTrue(what.endsWith("b… (100000 characters)"), what);
      assertTrue(what.length() < 1_100, what);
    }
  }

  private static final Component SERVICES = Guests.ENGINE.compile(Guests.file("services.wasm"));
  private static final InstancePre SERVICES_PRE =
      new Linker(Guests.ENGINE).instantiatePre(SERVICES);

  private static Instance services(Store store) {
    return SERVICES_PRE.instantiate(store);
  }

  // ---- Output

  /** Keeps what is logged. */
  private static final class Lines implements System.Logger {
    final List<String> lines = new ArrayList<>();

    @Override
    public String getName() {
      return "lines";
    }

    @Override
    public boolean isLoggable(Level level) {
      return level != Level.DEBUG;
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {
      lines.add(message);
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        String format,
        @Nullable Object @Nullable ... parameters) {
      lines.add(format);
    }
  }

  @Test
  void whatIsLoggedIsOutput() {
    var logged = new Lines();
    // Bytes of UTF-8: 4 + 2 + 6 of each message.
    StoreConfig config =
        StoreConfig.defaults()
            .withWasi(WasiConfig.builder().logger(logged).build())
            .withLimits(Limits.defaults().withOutputBytes(30));
    try (var store = new Store(Guests.ENGINE, config)) {
      var log = services(store).func("log");
      log.call("info", "at", "a€é");
      log.call("info", "at", "a€é");
      // Nobody keeps what nobody logs.
      log.call("debug", "at", "x".repeat(1_000));
      var thrown = assertThrows(GuestException.class, () -> log.call("info", "at", "a€é"));
      assertReaches(Limit.OUTPUT_BYTES, 30, thrown);
      assertEquals(2, logged.lines.size());
    }
  }

  // ---- Streams

  /** A stream to a file keeps what it is given until it is written. */
  @ParameterizedTest
  @EnumSource
  void noStreamTakesMoreThanItSaysThereIsRoomFor(On on) throws IOException {
    StoreConfig config = config(Limits.defaults(), Access.READ, Access.WRITE);
    try (var store = new Store(on.engine, config)) {
      Instance guest = on.guest(store);
      assertEquals(true, guest.func("write-at-once").call(64 << 10));
      var thrown =
          assertThrows(GuestException.class, () -> guest.func("write-at-once").call(65 << 10));
      assertTrue(thrown.getMessage().contains("check-write"), thrown.getMessage());
    }
  }

  // ---- HTTP

  private static final String NOWHERE = "http://127.0.0.1:9/";

  private static Object[] request(String method, String url, Object... headers) {
    return new Object[] {method, url, List.of(headers), new byte[0]};
  }

  @Test
  void fieldsOfAMessageAreNotMuchLargerThan32KiB() {
    try (var guest = NetworkGuest.open(WasiConfig.builder())) {
      var fits = Tuple.of("x-large", "x".repeat(30 << 10));
      assertEquals("HttpRequestDenied", guest.fail("http-request", request("GET", NOWHERE, fits)));
      var large = Tuple.of("x-large", "x".repeat(33 << 10));
      var thrown =
          assertThrows(
              GuestException.class,
              () -> guest.call("http-request", request("GET", NOWHERE, large)));
      assertTrue(thrown.getMessage().contains("fields"), thrown.getMessage());
    }
  }

  /** Wasmtime keeps them for each request that a guest has begun. */
  @ParameterizedTest
  @EnumSource(NetworkGuest.On.class)
  void methodsAndAuthoritiesHaveAnEnd(NetworkGuest.On on) {
    try (var guest = NetworkGuest.open(on, WasiConfig.builder())) {
      assertEquals(
          "HttpRequestDenied", guest.fail("http-request", request("X".repeat(256), NOWHERE)));
      assertEquals("NoMethod", guest.fail("http-request", request("X".repeat(257), NOWHERE)));
      String host = "http://" + "a".repeat(2_000) + "/";
      assertEquals("NoAuthority", guest.fail("http-request", request("GET", host)));
    }
  }

  // ---- Rights

  @ParameterizedTest
  @EnumSource
  void whoMayNotWriteHasNothingToSynchronize(On on) throws IOException {
    try (var store = new Store(on.engine, config(Limits.defaults()))) {
      Instance guest = on.guest(store);
      for (String function : List.of("sync", "sync-data", "sync-folder")) {
        assertEquals(NOT_PERMITTED, guest.func(function).call(), function);
      }
      assertEquals(0, guest.func("advise").call());
    }
    try (var store = new Store(on.engine, config(Limits.defaults(), Access.READ, Access.WRITE))) {
      Instance guest = on.guest(store);
      for (String function : List.of("sync", "sync-data", "sync-folder", "advise")) {
        assertEquals(0, guest.func(function).call(), function);
      }
    }
  }

  // ---- Folders that overlap

  private static void assertOverlaps(WasiConfig.Builder wasi, String... parts) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, wasi::build).getMessage());
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows lets only some users make links")
  void foldersThatOverlapHaveTheSameRights() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), inner);
    Path sibling = Files.createDirectories(folder.resolve("a/bc"));
    for (Path overlapping :
        List.of(
            folder,
            inner,
            link,
            link.resolve("none"),
            folder.resolve("none/yet"),
            folder.resolve("a/../a/b"))) {
      for (boolean first : List.of(true, false)) {
        var one = new Preopen(folder, "/all", Set.of(Access.values()), Set.of(Access.values()));
        var other = new Preopen(overlapping, "/some", Set.of(Access.READ), Set.of());
        assertOverlaps(
            WasiConfig.builder().preopen(first ? one : other).preopen(first ? other : one),
            "/all",
            "/some",
            folder.toString(),
            overlapping.toString(),
            "[READ, WRITE, CREATE]",
            "[READ]",
            "[]",
            "the same rights");
      }
    }
    // The same rights twice, and folders apart.
    WasiConfig.builder().preopen(folder, "/one").preopen(inner, "/other").build();
    WasiConfig.builder()
        .preopen(inner, "/one")
        .preopen(sibling, "/other", Access.READ, Access.WRITE)
        .build();
    assertOverlaps(
        WasiConfig.builder()
            .preopen(new Preopen(folder, "/one", Set.of(Access.READ), Set.of(Access.READ)))
            .preopen(new Preopen(inner, "/other", Set.of(Access.READ), Set.of())));
  }
}
