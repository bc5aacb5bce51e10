package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchblade.GuestInterruptedException;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.TrapException;
import dev.switchblade.Tuple;
import dev.switchblade.WitRecord;
import dev.switchblade.tests.NetworkGuest.On;
import dev.switchblade.wasi.AccessEvent;
import dev.switchblade.wasi.AddressClass;
import dev.switchblade.wasi.HttpDecision;
import dev.switchblade.wasi.HttpHeader;
import dev.switchblade.wasi.HttpInterceptor;
import dev.switchblade.wasi.HttpPolicy;
import dev.switchblade.wasi.HttpRequest;
import dev.switchblade.wasi.WasiConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where guests' HTTP requests go, and how. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class WasiHttpTest {

  private static final byte[] NOTHING = {};
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofMinutes(10);

  private static TestCertificate certificate;
  private static TestCertificate another;

  @BeforeAll
  static void makeCertificates(@TempDir Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    certificate = TestCertificate.make(folder, "dns:localhost,ip:127.0.0.1", "-1d");
    another = TestCertificate.make(folder, "dns:localhost,ip:127.0.0.1", "-1d");
  }

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  // ---- What guests ask, and get

  private static WasiConfig.Builder granting(String... origins) {
    return WasiConfig.builder().allowOutbound(origins);
  }

  private static WasiConfig.Builder granting(HttpEcho server) {
    return granting("http://127.0.0.1:" + server.port());
  }

  private static String url(HttpEcho server, String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  private static Object[] get(String url) {
    return request("GET", url, NOTHING);
  }

  private static Object[] request(String method, String url, byte[] body, String... headers) {
    List<Tuple> all = new ArrayList<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.add(Tuple.of(headers[i], headers[i + 1]));
    }
    return new Object[] {method, url, all, body};
  }

  /** What a guest got. */
  private record Answer(WitRecord record) {

    static Answer of(@Nullable Object response) {
      return new Answer((WitRecord) Objects.requireNonNull(response));
    }

    int status() {
      return (Integer) Objects.requireNonNull(record.get("status"));
    }

    byte[] body() {
      return (byte[]) Objects.requireNonNull(record.get("body"));
    }

    String text() {
      return new String(body(), UTF_8);
    }

    /** The values of a header, whose name is in lower case. */
    List<Object> header(String name) {
      List<Object> values = new ArrayList<>();
      for (Object header : (List<?>) Objects.requireNonNull(record.get("headers"))) {
        if (header instanceof Tuple both && both.get(0).equals(name)) {
          values.add(both.get(1));
        }
      }
      return values;
    }
  }

  private static Answer ask(NetworkGuest guest, Object... request) {
    return Answer.of(guest.succeed("http-request", request));
  }

  private static String refuse(NetworkGuest guest, Object... request) {
    return guest.fail("http-request", request);
  }

  private static void assertDenied(NetworkGuest guest, Object... request) {
    assertEquals("HttpRequestDenied", refuse(guest, request));
  }

  private static AccessEvent event(String what, boolean granted) {
    return new AccessEvent(NetworkGuest.LABEL, "http", what, granted);
  }

  private static ServerSocket silent() {
    try {
      return new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void byDefaultThereIsNothingToReach(On on) throws IOException {
    try (var server = HttpEcho.start();
        var guest = NetworkGuest.open(on, WasiConfig.builder())) {
      assertDenied(guest, get(url(server, "/echo?secret")));
      assertDenied(guest, request("POST", url(server, "/echo"), HttpEcho.body(100_000)));
      assertDenied(guest, get("https://127.0.0.1:" + server.port()));
      assertEquals(
          List.of(
              event("GET " + url(server, "/echo"), false),
              event("POST " + url(server, "/echo"), false),
              event("GET https://127.0.0.1:" + server.port() + "/", false)),
          guest.events());
      assertEquals(List.of(), server.seen());
    }
  }

  @Test
  void aStoreWithoutAnyConfigurationReachesNothingEither() throws IOException {
    try (var server = HttpEcho.start();
        var prober = Guests.ENGINE.compile(Guests.file("prober.wasm"));
        var store = new Store(Guests.ENGINE)) {
      var instance = new Linker(Guests.ENGINE).instantiate(store, prober);
      assertEquals(
          Result.err("HttpRequestDenied"),
          instance.func("http-request").call(get(url(server, "/echo"))));
      assertEquals(List.of(), server.seen());
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void requestsAndAnswersArriveWhole(On on) throws IOException {
    try (var server = HttpEcho.start();
        var guest = NetworkGuest.open(on, granting(server))) {
      Answer answer =
          ask(
              guest,
              request(
                  "POST",
                  url(server, "/echo?a=b&c=%20"),
                  "hello".getBytes(UTF_8),
                  "x-a",
                  "1",
                  "x-b",
                  "2",
                  "x-b",
                  "3"));
      assertEquals(200, answer.status());
      assertEquals("hello", answer.text());
      assertEquals(List.of("POST"), answer.header("x-method"));
      assertEquals(List.of("one", "two"), answer.header("x-twice"));
      assertEquals(List.of("5"), answer.header("content-length"));

      HttpEcho.Seen seen = server.seen().getFirst();
      assertEquals("POST", seen.method());
      assertEquals("/echo?a=b&c=%20", seen.target());
      assertEquals("hello", seen.body());
      assertEquals(List.of("1"), seen.headers().get("x-a"));
      assertEquals(List.of("2", "3"), seen.headers().get("x-b"));
      assertEquals(List.of("127.0.0.1:" + server.port()), seen.headers().get("host"));

      assertEquals("", ask(guest, get(url(server, "/echo"))).text());
      assertEquals(
          List.of(
              event("POST " + url(server, "/echo"), true),
              event("GET " + url(server, "/echo"), true)),
          guest.events());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PURGE"})
  void methods(String method) throws IOException {
    try (var server = HttpEcho.start();
        var guest = NetworkGuest.open(granting(server))) {
      byte[] body = method.getBytes(UTF_8);
      Answer answer = ask(guest, request(method, url(server, "/echo"), body));
      assertEquals(List.of(method), answer.header("x-method"));
      assertEquals(method, answer.text());
    }
  }

  @Test
  void headHasNoBody() throws IOException {
    try (var server = HttpEcho.start();
        var guest = NetworkGuest.open(granting(server))) {
      Answer answer = ask(guest, request("HEAD", url(server, "/echo"), NOTHING));
      assertEquals(List.of("HEAD"), answer.header("x-method"));
      assertEquals(0, answer.body().length);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 301, 304, 400, 401, 404, 418, 500, 503, 599})
  void statuses(int status) throws IOException {
    try (var server = HttpEcho.start();
        var guest = NetworkGuest.open(granting(server))) {
      assertEquals(status, ask(guest, get(url(server, "/status/" + status))).status());
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void bodiesOfTwoMegabytesBothWays(On on) throws IOException {
    byte[] large = HttpEcho.body(2 << 20);
    try (var server = HttpEcho.start();
        var guest = NetworkGuest.open(on, granting(server))) {
      assertArrayEquals(large, ask(guest, request("POST", url(server, "/echo"), large)).body());
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void chunkedAnswers(On on) throws IOException {
    try (var server = HttpEcho.start();
        var guest = NetworkGuest.open(on, granting(server))) {
      for (int length : new int[] {0, 1, 10_000, 2 << 20}) {
        Answer answer = ask(guest, get(url(server, "/chunked/" + length)));
        assertEquals(List.of(), answer.header("content-length"));
        assertArrayEquals(HttpEcho.body(length), answer.body());
      }
    }
  }

  @Test
  void headersOfTheConnectionAreNotTheGuests() throws IOException {
    try (var server = HttpEcho.start();
        var guest = NetworkGuest.open(granting(server))) {
      for (String name : List.of("host", "Host", "connection", "transfer-encoding", "upgrade")) {
        assertEquals(
            "HeaderForbidden",
            refuse(guest, request("GET", url(server, "/echo"), NOTHING, name, "evil.test")));
      }
      assertEquals(
          "HeaderInvalidSyntax",
          refuse(guest, request("GET", url(server, "/echo"), NOTHING, "x-a", "1\r\nx-b: 2")));
      assertEquals(List.of(), server.seen());
    }
  }

  // ---- Origins

  /** {@code P} is the server's port. */
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:P, http://127.0.0.1:P/echo, true",
    "http://localhost:P, http://localhost:P/echo, true",
    "http://LOCALHOST:P, http://localhost:P/echo, true",
    "http://localhost:P, http://LocalHost:P/echo, true",
    "http://localhost.:P, http://localhost:P/echo, true",
    "http://localhost:*, http://localhost:P/echo, true",
    "http://127.0.0.1:*, http://127.0.0.1:P/echo, true",
    // Another name of the same machine.
    "http://127.0.0.1:P, http://localhost:P/echo, false",
    "http://localhost:P, http://127.0.0.1:P/echo, false",
    "http://127.0.0.1:P, http://127.1:P/echo, false",
    "http://127.0.0.1:P, http://2130706433:P/echo, false",
    "http://127.0.0.1:P, http://[::ffff:127.0.0.1]:P/echo, false",
    // Another scheme.
    "https://localhost:P, http://localhost:P/echo, false",
    "http://localhost:P, https://localhost:P/echo, false",
    "https://localhost:*, http://localhost:P/echo, false",
    // Another port.
    "http://localhost, http://localhost:P/echo, false",
    "http://localhost:443, http://localhost:P/echo, false",
    "http://localhost:P, http://localhost/echo, false",
    // Another host.
    "http://*.localhost:P, http://localhost:P/echo, false",
    "http://*.localhost:P, http://evillocalhost:P/echo, false",
    "http://localhost:P, http://evillocalhost:P/echo, false",
    "http://localhost:P, http://evil.localhost:P/echo, false",
    "http://localhost:P, http://localhost.evil.test:P/echo, false",
    "http://localhost:P, http://localhos:P/echo, false",
    "http://*.127.0.0.1:P, http://127.0.0.1:P/echo, false",
    // Whoever reads carelessly takes the user for the host.
    "http://localhost:P, http://localhost:P@127.0.0.1:P/echo, false",
    "http://localhost:P, http://localhost@127.0.0.1:P/echo, false",
    "http://localhost:*, http://localhost:80@127.0.0.1:P/echo, false",
    "http://localhost:P, http://localhost:P@evil.test/echo, false",
    "http://localhost:P, http://evil.test/http://localhost:P/echo, false",
    "http://localhost:P, http://evil.test/@localhost:P/echo, false",
    "http://localhost:P, http://evil.test?@localhost:P/echo, false",
  })
  void originsAreCompared(String origin, String url, boolean granted) throws IOException {
    try (var server = HttpEcho.start()) {
      String port = Integer.toString(server.port());
      try (var guest = NetworkGuest.open(granting(origin.replace("P", port)))) {
        Object[] request = get(url.replace("P", port));
        if (granted) {
          assertEquals(200, ask(guest, request).status());
        } else {
          assertDenied(guest, request);
          assertEquals(List.of(), server.seen());
          assertEquals(1, guest.events().size());
          assertTrue(!guest.events().getFirst().granted());
        }
      }
    }
  }

  /** Resolvers are of two minds about {@code localhost.}. */
  @Test
  void aDotAtItsEndMakesNoOtherNameOfIt() throws IOException {
    try (var server = HttpEcho.start();
        var guest = NetworkGuest.open(granting("http://localhost:" + server.port()))) {
      Object result =
          guest.call("http-request", get("http://localhost.:" + server.port() + "/echo"));
      assertTrue(guest.events().getFirst().granted());
      if (result instanceof Result.Err(var error)) {
        assertTrue(String.valueOf(error).startsWith("DnsError"), String.valueOf(error));
      }
    }
  }

  /** What the host refuses to take for a host at all is refused in other words. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:P#@evil.test/",
        "http://localhost:P\\@evil.test/",
        "http://evil.test\\@localhost:P/",
        "http://localhost:P%2f@evil.test/",
        "http://localhost:P, evil.test/",
        "http://localhost:P:80/",
        "http://localhost:99999/",
        "http://:P/",
        "http:///echo",
        "http://[::1/",
        "http://[localhost]:P/",
        "http://local host:P/",
        "http://localhost\t:P/",
        "http://localhost\r\n:P/",
        "http://localhost:P/ HTTP/1.1\r\nx-a: b\r\n",
        "http://localhost:P/echo\n",
        "ftp://localhost:P/",
        "file://localhost:P/",
        "httpS+x://localhost:P/",
      })
  void urlsThatAreNoneGoNowhere(String url) {
    try (var server = TcpEcho.at("127.0.0.1")) {
      String port = Integer.toString(server.port());
      HttpPolicy policy = HttpPolicy.defaults().withTimeouts(LONG, SHORT, SHORT);
      var wasi = granting("http://localhost:" + port, "https://localhost:" + port).http(policy);
      try (var guest = NetworkGuest.open(wasi)) {
        String error = refuse(guest, get(url.replace("P", port)));
        assertTrue(!error.isEmpty());
        server.assertUntouched();
        assertEquals(List.of(), guest.events().stream().filter(AccessEvent::granted).toList());
      }
    }
  }

  /** Names that lead nowhere: granted is what matters here. */
  @ParameterizedTest
  @CsvSource({
    "https://*.example.invalid, https://api.example.invalid/, true",
    "https://*.example.invalid, https://a.b.example.invalid/, true",
    "https://*.example.invalid, https://API.EXAMPLE.INVALID./, true",
    "https://*.example.invalid:*, https://api.example.invalid:8443/, true",
    "https://example.invalid, https://example.invalid:443/, true",
    "http://example.invalid, http://example.invalid:80/, true",
    "https://*, https://example.invalid/, true",
    "https://*.example.invalid, https://example.invalid/, false",
    "https://*.example.invalid, https://.example.invalid/, false",
    "https://*.example.invalid, https://badexample.invalid/, false",
    "https://*.example.invalid, https://api.example.invalid:8443/, false",
    "https://*.example.invalid, http://api.example.invalid/, false",
    "https://*.example.invalid, http://api.example.invalid:443/, false",
    "https://*.example.invalid, https://api.example.invalid.evil.invalid/, false",
    "https://*.example.invalid, https://api.example.invalid@evil.invalid/, false",
    "https://*.example.invalid, https://evil.invalid/.example.invalid, false",
    "https://*.example.invalid, https://evil.invalid?.example.invalid, false",
    "https://*, http://example.invalid/, false",
    "https://*, https://example.invalid:8443/, false",
  })
  void wildcards(String origin, String url, boolean granted) {
    HttpPolicy policy = HttpPolicy.defaults().withTimeouts(SHORT, SHORT, SHORT);
    try (var guest = NetworkGuest.open(granting(origin).http(policy))) {
      String error = refuse(guest, get(url));
      if (granted) {
        assertTrue(error.startsWith("DnsError") || error.equals("ConnectionTimeout"), error);
      } else {
        assertEquals("HttpRequestDenied", error);
      }
      assertEquals(granted, guest.events().getFirst().granted());
    }
  }

  @Test
  void aRedirectIsAnotherRequest() throws IOException {
    try (var allowed = HttpEcho.start();
        var forbidden = HttpEcho.start();
        var guest = NetworkGuest.open(granting(allowed))) {
      String elsewhere = url(forbidden, "/echo");
      Answer answer = ask(guest, get(url(allowed, "/redirect?" + elsewhere)));
      assertEquals(302, answer.status());
      assertEquals(List.of(elsewhere), answer.header("location"));
      // Nobody has followed it.
      assertEquals(List.of(), forbidden.seen());
      assertDenied(guest, get((String) answer.header("location").getFirst()));
      assertEquals(List.of(), forbidden.seen());
      assertEquals(event("GET " + elsewhere, false), guest.events().getLast());
    }
  }

  /** Ways to write this machine's address, where any host with a public one is granted. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST",
        "localhost.",
        "127.0.0.1",
        "127.0.0.1.",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "017700000001",
        "0",
        "0.0.0.0",
        "127.0.0.2",
        "[::1]",
        "[::]",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "user@127.0.0.1",
      })
  void anyHostIsNotThisMachine(String host) {
    try (var server = TcpEcho.at("127.0.0.1")) {
      HttpPolicy policy = HttpPolicy.defaults().withTimeouts(LONG, SHORT, SHORT);
      var wasi = granting("http://*:" + server.port()).http(policy);
      try (var guest = NetworkGuest.open(wasi)) {
        String error = refuse(guest, get("http://" + host + ":" + server.port() + "/"));
        server.assertUntouched();
        assertTrue(
            error.equals("DestinationIpProhibited")
                || error.equals("HttpRequestDenied")
                || error.startsWith("DnsError"),
            error);
        if (!error.startsWith("DnsError")) {
          assertTrue(guest.events().stream().anyMatch(event -> !event.granted()));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void anyHostIsThisMachineIfThatIsSaid(String host) throws IOException {
    try (var server = HttpEcho.start();
        var guest =
            NetworkGuest.open(
                granting("http://*:" + server.port()).allowAddresses(AddressClass.LOOPBACK))) {
      assertEquals(200, ask(guest, get("http://" + host + ":" + server.port() + "/echo")).status());
    }
  }

  /** This machine's own name, which isn't {@code localhost}, but leads to the same address. */
  private static String nameOfThisMachine() throws UnknownHostException {
    InetAddress local = InetAddress.getLocalHost();
    assumeTrue(
        local instanceof Inet4Address
            && local.getHostAddress().equals("127.0.0.1")
            && !local.getHostName().equals("localhost"),
        "this machine's name isn't one of its loopback address: " + local);
    return local.getHostName();
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void aNameThatLeadsToThisMachineLeadsNowhere(On on) throws IOException {
    String name = nameOfThisMachine();
    for (String host : List.of("*", name)) {
      try (var server = HttpEcho.start()) {
        String url = "http://" + name + ":" + server.port() + "/echo";
        String origin = "http://" + host + ":" + server.port();
        try (var guest = NetworkGuest.open(on, granting(origin))) {
          assertEquals("DestinationIpProhibited", refuse(guest, get(url)));
          assertEquals(List.of(), server.seen());
          assertEquals(event("GET " + url, true), guest.events().getFirst());
          AccessEvent refusal = guest.events().getLast();
          assertTrue(
              !refusal.granted()
                  && refusal.what().contains(name)
                  && refusal.what().contains("127.0.0.1"),
              refusal::toString);
        }
        var wasi = granting(origin).allowAddresses(AddressClass.LOOPBACK);
        try (var guest = NetworkGuest.open(on, wasi)) {
          assertEquals(200, ask(guest, get(url)).status());
        }
      }
    }
  }

  // ---- TLS

  private static String secureUrl(String host, HttpEcho server) {
    return "https://" + host + ":" + server.port() + "/echo";
  }

  private static HttpPolicy trusting(TestCertificate... certificates) {
    return HttpPolicy.defaults()
        .withTrusted(Stream.of(certificates).map(TestCertificate::certificate).toList());
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void serversWithATrustedCertificate(On on) throws Exception {
    byte[] large = HttpEcho.body(300_000);
    try (var server = HttpEcho.start(certificate);
        var guest =
            NetworkGuest.open(
                on,
                granting("https://localhost:*", "https://127.0.0.1:*")
                    .http(trusting(certificate)))) {
      for (String host : List.of("localhost", "127.0.0.1")) {
        assertEquals(200, ask(guest, get(secureUrl(host, server))).status());
      }
      Answer answer = ask(guest, request("POST", secureUrl("localhost", server), large));
      assertArrayEquals(large, answer.body());
      assertEquals(
          List.of("localhost:" + server.port()), server.seen().getLast().headers().get("host"));
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void serversWithACertificateThatIsNotTrusted(On on) throws Exception {
    List<HttpPolicy> policies =
        List.of(
            HttpPolicy.defaults(),
            trusting(another),
            // Nobody is trusted.
            trusting());
    try (var server = HttpEcho.start(certificate)) {
      for (HttpPolicy policy : policies) {
        try (var guest = NetworkGuest.open(on, granting("https://localhost:*").http(policy))) {
          assertEquals("TlsCertificateError", refuse(guest, get(secureUrl("localhost", server))));
        }
      }
      assertEquals(List.of(), server.seen());
    }
  }

  @ParameterizedTest
  @CsvSource({"dns:example.test, -1d", "'dns:localhost,ip:127.0.0.1', -9d", "dns:localhost, +9d"})
  void certificatesOfAnotherNameOrTime(String names, String start, @TempDir Path folder)
      throws Exception {
    TestCertificate wrong = TestCertificate.make(folder, names, start);
    try (var server = HttpEcho.start(wrong);
        var guest = NetworkGuest.open(granting("https://localhost:*").http(trusting(wrong)))) {
      assertEquals("TlsCertificateError", refuse(guest, get(secureUrl("localhost", server))));
      assertEquals(List.of(), server.seen());
    }
  }

  @Test
  void plainHttpToAServerWithTls() throws Exception {
    try (var server = HttpEcho.start(certificate);
        var guest = NetworkGuest.open(granting(server).http(trusting(certificate)))) {
      String error = refuse(guest, get(url(server, "/echo")));
      assertTrue(
          Stream.of("HttpProtocolError", "ConnectionTerminated", "HttpResponseIncomplete")
              .anyMatch(error::startsWith),
          error);
      assertEquals(List.of(), server.seen());
    }
  }

  @Test
  void tlsToAServerWithoutIt() throws Exception {
    try (var server =
            serve(
                client -> {
                  client.getInputStream().read();
                  client.getOutputStream().write("HTTP/1.1 400 What?\r\n\r\n".getBytes(UTF_8));
                });
        var guest =
            NetworkGuest.open(granting("https://127.0.0.1:*").http(trusting(certificate)))) {
      String error = refuse(guest, get("https://127.0.0.1:" + server.getLocalPort() + "/"));
      assertTrue(
          Stream.of("TlsProtocolError", "TlsAlertReceived", "ConnectionTerminated")
              .anyMatch(error::startsWith),
          error);
    }
  }

  // ---- Limits of bodies

  @ParameterizedTest
  @EnumSource(On.class)
  void requestsThatAreTooLarge(On on) throws IOException {
    try (var server = HttpEcho.start();
        var guest =
            NetworkGuest.open(
                on, granting(server).http(HttpPolicy.defaults().withBodyLimits(10_000, 1 << 20)))) {
      byte[] most = HttpEcho.body(10_000);
      assertArrayEquals(most, ask(guest, request("POST", url(server, "/echo"), most)).body());
      for (int length : new int[] {10_001, 100_000, 2 << 20}) {
        assertEquals(
            "HttpRequestBodySize(Some(10000))",
            refuse(guest, request("POST", url(server, "/echo"), HttpEcho.body(length))));
      }
      // Each by itself.
      assertArrayEquals(most, ask(guest, request("POST", url(server, "/echo"), most)).body());
      assertEquals(2, server.seen().size());
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void answersThatAreTooLarge(On on) throws IOException {
    try (var server = HttpEcho.start();
        var guest =
            NetworkGuest.open(
                on, granting(server).http(HttpPolicy.defaults().withBodyLimits(1 << 20, 10_000)))) {
      for (String path : List.of("/large/", "/chunked/")) {
        assertArrayEquals(
            HttpEcho.body(10_000), ask(guest, get(url(server, path + 10_000))).body());
        for (int length : new int[] {10_001, 100_000, 2 << 20}) {
          assertEquals(
              "HttpResponseBodySize(Some(10000))", refuse(guest, get(url(server, path + length))));
        }
      }
    }
  }

  @Test
  void noBodiesAtAll() throws IOException {
    try (var server = HttpEcho.start();
        var guest =
            NetworkGuest.open(granting(server).http(HttpPolicy.defaults().withBodyLimits(0, 0)))) {
      assertEquals(200, ask(guest, get(url(server, "/echo"))).status());
      assertEquals(
          "HttpRequestBodySize(Some(0))",
          refuse(guest, request("POST", url(server, "/echo"), new byte[1])));
      assertEquals("HttpResponseBodySize(Some(0))", refuse(guest, get(url(server, "/large/1"))));
    }
  }

  // ---- Timeouts

  @ParameterizedTest
  @EnumSource(On.class)
  void connectingTakesTooLong(On on) throws Exception {
    HttpPolicy policy = trusting(certificate).withTimeouts(SHORT, LONG, LONG);
    // Takes the connection, and never says anything of TLS.
    try (ServerSocket server = silent();
        var guest = NetworkGuest.open(on, granting("https://127.0.0.1:*").http(policy))) {
      String url = "https://127.0.0.1:" + server.getLocalPort() + "/";
      assertEquals("ConnectionTimeout", refuse(guest, get(url)));
      assertEquals(
          "ConnectionTimeout",
          guest.fail("http-with-timeouts", url, Optional.of(600_000L), Optional.empty()));
    }
    try (ServerSocket server = silent();
        var guest =
            NetworkGuest.open(
                on, granting("https://127.0.0.1:*").http(policy.withTimeouts(LONG, LONG, LONG)))) {
      String url = "https://127.0.0.1:" + server.getLocalPort() + "/";
      assertEquals(
          "ConnectionTimeout",
          guest.fail("http-with-timeouts", url, Optional.of(300L), Optional.empty()));
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void theAnswerTakesTooLong(On on) throws IOException {
    try (var server = HttpEcho.start()) {
      String never = url(server, "/never");
      var impatient = HttpPolicy.defaults().withTimeouts(LONG, SHORT, LONG);
      try (var guest = NetworkGuest.open(on, granting(server).http(impatient))) {
        assertEquals("ConnectionReadTimeout", refuse(guest, get(never)));
        // Longer is not for the guest to say.
        assertEquals(
            "ConnectionReadTimeout",
            guest.fail("http-with-timeouts", never, Optional.empty(), Optional.of(600_000L)));
        assertEquals(200, ask(guest, get(url(server, "/echo"))).status());
      }
      var patient = HttpPolicy.defaults().withTimeouts(LONG, LONG, LONG);
      try (var guest = NetworkGuest.open(on, granting(server).http(patient))) {
        assertEquals(
            "ConnectionReadTimeout",
            guest.fail("http-with-timeouts", never, Optional.of(300L), Optional.of(300L)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void theAnswerPausesTooLong(On on) throws IOException {
    var policy = HttpPolicy.defaults().withTimeouts(LONG, LONG, SHORT);
    try (var server = HttpEcho.start();
        var guest = NetworkGuest.open(on, granting(server).http(policy))) {
      assertEquals("ConnectionReadTimeout", refuse(guest, get(url(server, "/pause"))));
      assertArrayEquals(
          HttpEcho.body(100_000), ask(guest, get(url(server, "/large/100000"))).body());
    }
  }

  @Test
  void theLongestTimeoutsThereAre() throws IOException {
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
    var policy = HttpPolicy.defaults().withTimeouts(longest, longest, longest);
    try (var server = HttpEcho.start();
        var guest = NetworkGuest.open(granting(server).http(policy))) {
      assertEquals(200, ask(guest, get(url(server, "/echo"))).status());
      Answer answer =
          Answer.of(
              guest.succeed(
                  "http-with-timeouts", url(server, "/echo"), Optional.of(-1L), Optional.of(-1L)));
      assertEquals(200, answer.status());
    }
  }

  @Test
  void policiesThatAreNoneAreRefused() {
    HttpPolicy policy = HttpPolicy.defaults();
    for (Duration wrong : List.of(Duration.ZERO, Duration.ofNanos(-1))) {
      assertThrows(IllegalArgumentException.class, () -> policy.withTimeouts(wrong, SHORT, SHORT));
      assertThrows(IllegalArgumentException.class, () -> policy.withTimeouts(SHORT, wrong, SHORT));
      assertThrows(IllegalArgumentException.class, () -> policy.withTimeouts(SHORT, SHORT, wrong));
    }
    assertThrows(IllegalArgumentException.class, () -> policy.withBodyLimits(-1, 0));
    assertThrows(IllegalArgumentException.class, () -> policy.withBodyLimits(0, -1));
  }

  @Test
  void anInterceptorIsTakenBack() {
    HttpPolicy policy = HttpPolicy.defaults().withBodyLimits(1, 2);
    HttpPolicy seen = policy.withInterceptor(_ -> HttpDecision.proceed());
    assertNotEquals(policy, seen);
    HttpPolicy unseen = seen.toBuilder().noInterceptor().build();
    assertNull(unseen.interceptor());
    assertEquals(policy, unseen);
  }

  // ---- Many requests

  @ParameterizedTest
  @EnumSource(On.class)
  void moreRequestsAtOnceThanTheLimit(On on) throws IOException {
    try (var server = HttpEcho.start();
        var guest = NetworkGuest.open(on, Limits.defaults().withRequests(3), granting(server))) {
      // Those that are over are given back.
      for (int i = 0; i < 3; i++) {
        assertEquals(
            List.of("200", "200", "200", "ConnectionLimitReached", "ConnectionLimitReached"),
            guest.succeed("http-many", url(server, "/echo"), 5));
      }
      assertEquals(
          List.of("200", "200", "200"), guest.succeed("http-many", url(server, "/echo"), 3));
      for (int i = 0; i < 10; i++) {
        assertEquals(200, ask(guest, get(url(server, "/echo"))).status());
      }
      // Those that failed, too.
      for (int i = 0; i < 10; i++) {
        assertDenied(guest, get("http://localhost:1/"));
      }
      assertEquals(200, ask(guest, get(url(server, "/echo"))).status());
      assertEquals(9 + 3 + 11, server.seen().size());
    }
  }

  @Test
  void noRequestsAtOnceAreNone() throws IOException {
    try (var server = HttpEcho.start();
        var guest =
            NetworkGuest.open(On.THREADS, Limits.defaults().withRequests(0), granting(server))) {
      assertEquals("ConnectionLimitReached", refuse(guest, get(url(server, "/echo"))));
      assertEquals(List.of(), server.seen());
    }
  }

  @Test
  void aLimitThatAnEarlierCallReachedExplainsNothingOfThis() throws IOException {
    try (var server = HttpEcho.start();
        var guest =
            NetworkGuest.open(On.THREADS, Limits.defaults().withRequests(1), granting(server))) {
      assertEquals(
          List.of("200", "ConnectionLimitReached"),
          guest.succeed("http-many", url(server, "/echo"), 2));
      assertThrows(TrapException.class, () -> guest.call("panic", "for another reason"));
    }
  }

  // ---- Servers that fail

  /** Does this to each client. */
  private interface Behaviour {
    void serve(Socket client) throws IOException;
  }

  private static ServerSocket serve(Behaviour behaviour) {
    return serve(silent(), behaviour);
  }

  private static ServerSocket serve(ServerSocket server, Behaviour behaviour) {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                  behaviour.serve(client);
                } catch (IOException _) {
                  // The client is gone, or the server is closed.
                }
              }
            });
    return server;
  }

  /** Reads a request up to its body. */
  private static void readHead(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    int last = 0;
    while (last != 0x0d0a0d0a) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the client is gone");
      }
      last = last << 8 | next;
    }
  }

  /** Reads a request's head, and answers with this. */
  private static ServerSocket say(String answer) {
    return say(silent(), answer);
  }

  private static ServerSocket say(ServerSocket server, String answer) {
    return serve(
        server,
        client -> {
          readHead(client);
          client.getOutputStream().write(answer.getBytes(UTF_8));
        });
  }

  private static String refuseAt(ServerSocket server) {
    try (server;
        var guest = NetworkGuest.open(granting("http://127.0.0.1:" + server.getLocalPort()))) {
      return refuse(guest, get("http://127.0.0.1:" + server.getLocalPort() + "/"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nobodyListens() throws IOException {
    int port;
    try (ServerSocket gone = silent()) {
      port = gone.getLocalPort();
    }
    try (var guest = NetworkGuest.open(granting("http://127.0.0.1:" + port))) {
      assertEquals("ConnectionRefused", refuse(guest, get("http://127.0.0.1:" + port + "/")));
    }
  }

  @Test
  void theServerClosesEarly() {
    List<ServerSocket> servers =
        List.of(
            // At once, with and without having read.
            serve(client -> {}),
            say(""),
            say("HTTP/1.1 200 O"),
            say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"),
            say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nshort"));
    for (ServerSocket server : servers) {
      String error = refuseAt(server);
      assertTrue(
          Stream.of(
                  "ConnectionTerminated",
                  "HttpResponseIncomplete",
                  "HttpProtocolError",
                  "InternalError")
              .anyMatch(error::startsWith),
          error);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello\r\n\r\n",
        "HTTP/1.1 two hundred\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        "HTTP/1.1 200 OK\r\nbad header: 1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n",
      })
  void theServerSpeaksAnotherLanguage(String answer) {
    ServerSocket server = say(answer);
    try (server;
        var guest = NetworkGuest.open(granting("http://127.0.0.1:" + server.getLocalPort()))) {
      Object result =
          guest.call("http-request", get("http://127.0.0.1:" + server.getLocalPort() + "/"));
      if (result instanceof Result.Ok(var response)) {
        assertEquals(101, Answer.of(response).status());
      }
      assertTrue(guest.call("now") != null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theServerAnswersWithEndlessHeaders() {
    var server =
        serve(
            client -> {
              var out = client.getOutputStream();
              out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
              byte[] header = ("x-a: " + "a".repeat(8000) + "\r\n").getBytes(UTF_8);
              // Until the client has enough.
              for (int i = 0; i < 100_000; i++) {
                out.write(header);
              }
            });
    String error = refuseAt(server);
    assertTrue(!error.isEmpty());
  }

  // ---- Guests that wait

  /** What keeps a guest waiting for a server that was connected to. */
  private static Stream<Object[]> waits() {
    return Stream.of(On.values())
        .flatMap(
            on ->
                Stream.of(
                    new Object[] {on, "http", NOTHING, ""},
                    new Object[] {on, "https", NOTHING, ""},
                    // More than the system takes for the server.
                    new Object[] {on, "http", new byte[32 << 20], ""},
                    new Object[] {
                      on, "http", NOTHING, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"
                    }));
  }

  private record Waiting(
      ServerSocket server, NetworkGuest guest, NetworkGuest.Waiting call, Socket client)
      implements AutoCloseable {

    static Waiting begin(On on, Limits limits, String scheme, byte[] body, String answer)
        throws Exception {
      ServerSocket server = silent();
      String origin = scheme + "://127.0.0.1:" + server.getLocalPort();
      HttpPolicy policy = trusting(certificate).withTimeouts(LONG, LONG, LONG);
      var guest = NetworkGuest.open(on, limits, granting(origin).http(policy));
      var call = guest.begin("http-request", request("POST", origin + "/", body));
      Socket client = server.accept();
      if (!answer.isEmpty()) {
        readHead(client);
        client.getOutputStream().write(answer.getBytes(UTF_8));
      }
      return new Waiting(server, guest, call, client);
    }

    @Override
    public void close() throws IOException {
      client.close();
      guest.close();
      server.close();
    }
  }

  @ParameterizedTest
  @MethodSource("waits")
  void aGuestThatWaitsForAServerIsInterrupted(On on, String scheme, byte[] body, String answer)
      throws Exception {
    try (var waiting = Waiting.begin(on, Limits.defaults(), scheme, body, answer)) {
      waiting.guest().interrupt();
      var end = waiting.call().await();
      assertInstanceOf(GuestInterruptedException.class, end.failure(), end::toString);
      assertTrue(!end.interrupted());
    }
  }

  @ParameterizedTest
  @MethodSource("waits")
  void aGuestThatWaitsForAServerIsInterruptedWithItsThread(
      On on, String scheme, byte[] body, String answer) throws Exception {
    try (var waiting = Waiting.begin(on, Limits.defaults(), scheme, body, answer)) {
      waiting.call().thread().interrupt();
      var end = waiting.call().await();
      assertInstanceOf(GuestInterruptedException.class, end.failure(), end::toString);
      assertTrue(end.interrupted());
    }
  }

  @ParameterizedTest
  @MethodSource("waits")
  void aGuestThatWaitsForAServerHasADeadline(On on, String scheme, byte[] body, String answer)
      throws Exception {
    assumeTrue(on != On.UNSTOPPABLE, "there are no deadlines");
    Limits limits = Limits.defaults().withDeadline(Duration.ofSeconds(2));
    try (var waiting = Waiting.begin(on, limits, scheme, body, answer)) {
      var end = waiting.call().await();
      var exception = assertInstanceOf(ResourceLimitException.class, end.failure(), end::toString);
      assertEquals(ResourceLimitException.Limit.DEADLINE, exception.limit());
      assertEquals(2_000_000_000L, exception.value());
    }
  }

  // ---- Interceptors

  private static WasiConfig.Builder intercepting(WasiConfig.Builder wasi, HttpInterceptor sees) {
    return wasi.http(HttpPolicy.defaults().withInterceptor(sees));
  }

  private static NetworkGuest intercepted(HttpInterceptor sees, String... origins) {
    return NetworkGuest.open(intercepting(granting(origins), sees));
  }

  @Test
  void anInterceptorSeesEachRequest() throws IOException {
    List<HttpRequest> requests = new ArrayList<>();
    try (var server = HttpEcho.start();
        var guest =
            intercepted(
                request -> {
                  requests.add(request);
                  return HttpDecision.proceed();
                },
                "http://127.0.0.1:" + server.port())) {
      String url = url(server, "/echo?a=b");
      byte[] body = "body".getBytes(UTF_8);
      Answer answer = ask(guest, request("POST", url, body, "X-Upper", "1", "x-b", "é"));
      assertEquals("body", answer.text());
      assertDenied(guest, get("https://elsewhere.test"));
      assertEquals(2, requests.size());
      HttpRequest first = requests.getFirst();
      assertEquals("POST", first.method());
      assertEquals(url, first.url());
      assertTrue(first.headers().contains(new HttpHeader("x-upper", "1")), first::toString);
      // Bytes, as characters.
      String bytes = new String("é".getBytes(UTF_8), ISO_8859_1);
      assertTrue(first.headers().contains(new HttpHeader("x-b", bytes)), first::toString);
      assertEquals("https://elsewhere.test/", requests.getLast().url());
    }
  }

  @Test
  void anInterceptorAnswersWithoutAnyServer() {
    byte[] large = HttpEcho.body(2 << 20);
    try (var guest =
        intercepted(
            request ->
                switch (request.url()) {
                  case "https://api.example.com/" -> HttpDecision.answer(200, "héllo");
                  case "https://api.example.com/large" ->
                      new HttpDecision.Answer(
                          599,
                          List.of(
                              new HttpHeader("X-From", "Java"),
                              new HttpHeader("x-twice", "1"),
                              new HttpHeader("x-twice", "2")),
                          large);
                  default -> HttpDecision.answer(404, "");
                })) {
      Answer answer = ask(guest, get("https://api.example.com/"));
      assertEquals(200, answer.status());
      assertEquals("héllo", answer.text());
      answer = ask(guest, request("POST", "https://api.example.com/large", large));
      assertEquals(599, answer.status());
      assertEquals(List.of("Java"), answer.header("x-from"));
      assertEquals(List.of("1", "2"), answer.header("x-twice"));
      assertArrayEquals(large, answer.body());
      assertEquals(404, ask(guest, get("http://other.example.com:1/")).status());
      assertEquals(
          List.of("200", "200", "200"), guest.succeed("http-many", "https://api.example.com/", 3));
    }
  }

  @Test
  void anInterceptorRefuses() throws IOException {
    try (var server = HttpEcho.start();
        var guest =
            intercepted(
                request ->
                    request.method().equals("GET") ? HttpDecision.proceed() : HttpDecision.refuse(),
                "http://127.0.0.1:" + server.port())) {
      assertEquals(200, ask(guest, get(url(server, "/echo"))).status());
      assertDenied(guest, request("DELETE", url(server, "/echo"), NOTHING));
      assertEquals(1, server.seen().size());
      assertEquals(
          List.of(
              event("GET " + url(server, "/echo"), true),
              event("DELETE " + url(server, "/echo"), false)),
          guest.events());
    }
  }

  @Test
  void whatAnInterceptorLetsThroughNeedsAGrantAllTheSame() throws IOException {
    try (var server = HttpEcho.start();
        var guest = intercepted(_ -> HttpDecision.proceed(), "http://localhost:1")) {
      assertDenied(guest, get(url(server, "/echo")));
      assertEquals(List.of(), server.seen());
      assertEquals(List.of(event("GET " + url(server, "/echo"), false)), guest.events());
    }
  }

  @Test
  void anInterceptorChangesARequest() throws IOException {
    try (var server = HttpEcho.start();
        var guest =
            intercepted(
                request ->
                    HttpDecision.change(
                        new HttpRequest(
                            "PUT",
                            url(server, "/echo?changed"),
                            List.of(
                                new HttpHeader("Authorization", "Bearer secret"),
                                new HttpHeader("x-was", request.url())))),
                "http://127.0.0.1:" + server.port())) {
      // Its own origin is not granted, and not asked.
      byte[] body = HttpEcho.body(50_000);
      Answer answer =
          ask(guest, request("POST", "https://api.example.com/items", body, "x-a", "guest's"));
      assertArrayEquals(body, answer.body());
      assertEquals(List.of("PUT"), answer.header("x-method"));
      HttpEcho.Seen seen = server.seen().getFirst();
      assertEquals("/echo?changed", seen.target());
      assertEquals(List.of("Bearer secret"), seen.headers().get("authorization"));
      assertEquals(List.of("https://api.example.com/items"), seen.headers().get("x-was"));
      assertNull(seen.headers().get("x-a"));
      assertEquals(List.of("127.0.0.1:" + server.port()), seen.headers().get("host"));
    }
  }

  @Test
  void aRequestThatIsSentElsewhereNamesTheOtherHost() throws IOException {
    try (var server = HttpEcho.start();
        var guest =
            intercepted(
                // All headers as they were, Host among them.
                request ->
                    HttpDecision.change(
                        new HttpRequest(request.method(), url(server, "/echo"), request.headers())),
                "http://127.0.0.1:" + server.port())) {
      assertEquals(200, ask(guest, get("https://api.example.com/")).status());
      assertEquals(
          List.of("127.0.0.1:" + server.port()), server.seen().getFirst().headers().get("host"));
    }
  }

  @Test
  void whatAnInterceptorChangesToNeedsAGrant() throws IOException {
    try (var server = HttpEcho.start();
        var guest =
            intercepted(
                request ->
                    HttpDecision.change(
                        new HttpRequest("GET", url(server, "/echo"), request.headers())),
                "https://api.example.com")) {
      assertDenied(guest, get("https://api.example.com/"));
      assertEquals(List.of(), server.seen());
      assertEquals(List.of(event("GET " + url(server, "/echo"), false)), guest.events());
    }
  }

  private static void assertStops(Throwable thrown, HttpInterceptor sees) {
    try (var server = TcpEcho.at("127.0.0.1");
        var guest = intercepted(sees, "http://127.0.0.1:" + server.port())) {
      Object[] request = get("http://127.0.0.1:" + server.port() + "/");
      var exception =
          assertThrows(HostFunctionException.class, () -> guest.call("http-request", request));
      assertSame(thrown, exception.getCause());
      assertTrue(exception.getMessage().startsWith("http-request: "), exception.getMessage());
      var lost = assertThrows(IllegalStateException.class, () -> guest.call("now"));
      assertSame(exception, lost.getCause());
      server.assertUntouched();
    }
  }

  @Test
  void whatAnInterceptorThrowsStopsTheGuest() {
    var checked = new IOException("no decision today");
    assertStops(
        checked,
        _ -> {
          throw checked;
        });
    var unchecked = new IllegalStateException("nor tomorrow");
    assertStops(
        unchecked,
        _ -> {
          throw unchecked;
        });
    var error = new AssertionError("never");
    assertStops(
        error,
        _ -> {
          throw error;
        });
  }

  @Test
  void anInterceptorThatDecidesNothingStopsTheGuest() {
    var nothing = new AtomicReference<HttpDecision>();
    try (var guest = intercepted(_ -> nothing.get())) {
      var exception =
          assertThrows(
              HostFunctionException.class,
              () -> guest.call("http-request", get("http://localhost/")));
      var cause = assertInstanceOf(NullPointerException.class, exception.getCause());
      assertEquals("the interceptor's decision", cause.getMessage());
    }
  }

  private static Stream<HttpDecision> invalidDecisions() {
    List<HttpHeader> none = List.of();
    return Stream.concat(
        Stream.of("", "a b", "a:", "a\r\n", "é", "\u0000")
            .flatMap(
                name ->
                    Stream.of(
                        new HttpDecision.Answer(200, List.of(new HttpHeader(name, "")), NOTHING),
                        HttpDecision.change(
                            new HttpRequest(
                                "GET", "http://localhost:1/", List.of(new HttpHeader(name, "")))))),
        Stream.of(
            new HttpDecision.Answer(200, List.of(new HttpHeader("a", "1\r\nb: 2")), NOTHING),
            new HttpDecision.Answer(200, List.of(new HttpHeader("a", "1\u0000")), NOTHING),
            HttpDecision.change(
                new HttpRequest(
                    "GET", "http://localhost:1/", List.of(new HttpHeader("a", "1\r\nb: 2")))),
            HttpDecision.change(new HttpRequest("", "http://localhost:1/", none)),
            HttpDecision.change(new HttpRequest("GET POST", "http://localhost:1/", none)),
            HttpDecision.change(new HttpRequest("GET\r\n", "http://localhost:1/", none)),
            HttpDecision.change(new HttpRequest("GET", "", none)),
            HttpDecision.change(new HttpRequest("GET", "not a url", none)),
            HttpDecision.change(new HttpRequest("GET", "/relative", none)),
            HttpDecision.change(new HttpRequest("GET", "localhost:1", none)),
            HttpDecision.change(new HttpRequest("GET", "http://", none)),
            HttpDecision.change(new HttpRequest("GET", "http:///path", none)),
            HttpDecision.change(new HttpRequest("GET", "*", none)),
            HttpDecision.change(new HttpRequest("GET", "ftp://localhost:1/", none)),
            HttpDecision.change(new HttpRequest("GET", "http://localhost:1/\r\n", none))));
  }

  /**
   * Origins are granted for port 1 where nobody listens: to connect there is an error of its own.
   */
  @ParameterizedTest
  @MethodSource("invalidDecisions")
  void decisionsThatCannotBeCarriedOutFailInTheGuest(HttpDecision decision) {
    try (var guest = intercepted(_ -> decision, "http://localhost:1", "https://localhost:1")) {
      String error = refuse(guest, get("https://api.example.com/"));
      assertTrue(
          Stream.of(
                  "InternalError",
                  "HttpRequestDenied",
                  "HttpRequestUriInvalid",
                  "HttpRequestMethodInvalid",
                  "HttpProtocolError")
              .anyMatch(error::startsWith),
          error);
      assertEquals(List.of(), guest.events().stream().filter(AccessEvent::granted).toList());
      assertTrue(guest.call("now") != null);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 99, 1000, 65_736})
  void statusesOutOfRange(int status) {
    var exception =
        assertThrows(IllegalArgumentException.class, () -> HttpDecision.answer(status, ""));
    assertEquals("status: expected 100 to 999, got " + status, exception.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 101, 204, 304, 999})
  void unusualStatusesOfAnInterceptor(int status) {
    try (var guest = intercepted(_ -> HttpDecision.answer(status, "body"))) {
      assertEquals(status, ask(guest, get("http://localhost/")).status());
    }
  }

  @Test
  void anInterceptorRunsOnTheCallingThreadAndMayEnterOtherStores() throws IOException {
    var thread = new AtomicReference<@Nullable Thread>();
    try (var server = HttpEcho.start();
        var other = NetworkGuest.open(granting(server));
        var guest =
            intercepted(
                request -> {
                  thread.set(Thread.currentThread());
                  return HttpDecision.answer(200, ask(other, get(request.url())).text() + "!");
                })) {
      assertEquals("!", ask(guest, get(url(server, "/echo"))).text());
      assertSame(Thread.currentThread(), thread.get());
      assertEquals(1, server.seen().size());
    }
  }

  @Test
  void anInterceptorMayNotEnterTheStoreOfTheGuestThatWaits() {
    var self = new AtomicReference<@Nullable NetworkGuest>();
    var refused = new AtomicReference<@Nullable Throwable>();
    try (var guest =
        intercepted(
            _ -> {
              refused.set(
                  assertThrows(
                      IllegalStateException.class,
                      () -> Objects.requireNonNull(self.get()).call("now")));
              return HttpDecision.answer(200, "");
            })) {
      self.set(guest);
      assertEquals(200, ask(guest, get("http://localhost/")).status());
      assertTrue(refused.get() != null);
    }
  }

  @Test
  void anInterceptorNeedsAnEngineWithoutConcurrency() {
    var config =
        StoreConfig.defaults()
            .withWasi(intercepting(granting(), _ -> HttpDecision.refuse()).build());
    var exception =
        assertThrows(
            IllegalArgumentException.class, () -> new Store(On.FIBERS.engine(), config).close());
    assertTrue(exception.getMessage().contains("interceptor"), exception.getMessage());
  }

  private static ServerSocket silentOverIpv6() {
    try {
      return new ServerSocket(0, 50, InetAddress.ofLiteral("::1"));
    } catch (IOException e) {
      return abort("no server at ::1: " + e.getMessage());
    }
  }

  @Test
  void addressesOfIpv6() throws IOException {
    try (ServerSocket server = say(silentOverIpv6(), "HTTP/1.1 204 Yes\r\n\r\n");
        var guest = NetworkGuest.open(granting("http://[::1]:" + server.getLocalPort()))) {
      int port = server.getLocalPort();
      String origin = "http://[::1]:" + port;
      assertEquals(204, ask(guest, get(origin + "/")).status());
      assertDenied(guest, get("http://[::2]:" + port + "/"));
      assertDenied(guest, get("http://localhost:" + port + "/"));
    }
  }
}
