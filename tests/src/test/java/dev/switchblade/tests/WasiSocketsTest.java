package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchblade.GuestInterruptedException;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.tests.NetworkGuest.On;
import dev.switchblade.tests.TcpEcho.Clients;
import dev.switchblade.wasi.AccessEvent;
import dev.switchblade.wasi.AddressClass;
import dev.switchblade.wasi.SocketGrant;
import dev.switchblade.wasi.SocketGrant.Direction;
import dev.switchblade.wasi.SocketGrant.Protocol;
import dev.switchblade.wasi.WasiConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses and names guests reach by sockets, and are reached at. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class WasiSocketsTest {

  private static final String HERE = "127.0.0.1";
  private static final String ALSO_HERE = "127.0.0.2";
  private static final byte[] PING = "ping".getBytes(UTF_8);

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static WasiConfig.Builder granting(SocketGrant... grants) {
    WasiConfig.Builder wasi = WasiConfig.builder();
    for (SocketGrant grant : grants) {
      wasi.allowSocket(grant);
    }
    return wasi;
  }

  private static void assertExchanges(NetworkGuest guest, String address, int port) {
    assertArrayEquals(PING, (byte[]) guest.succeed("tcp-exchange", address, port, PING));
  }

  private static void assertExchangesDatagrams(NetworkGuest guest, String address, int port) {
    assertArrayEquals(PING, (byte[]) guest.succeed("udp-exchange", address, port, PING));
  }

  private static void assertDenied(NetworkGuest guest, String function, Object... arguments) {
    assertEquals("AccessDenied", guest.fail(function, arguments));
  }

  /** Such an address may not be given to this machine. */
  private static TcpEcho serveAlsoHere(int port) {
    try {
      return TcpEcho.at(ALSO_HERE, port);
    } catch (UncheckedIOException e) {
      return abort("no server at " + ALSO_HERE + ": " + e.getMessage());
    }
  }

  private static TcpEcho serveAt(String address) {
    try {
      return TcpEcho.at(address);
    } catch (UncheckedIOException e) {
      return abort("no server at " + address + ": " + e.getMessage());
    }
  }

  private static UdpEcho serveDatagramsAt(String address) {
    try {
      return UdpEcho.at(address);
    } catch (UncheckedIOException e) {
      return abort("no server at " + address + ": " + e.getMessage());
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HERE))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<AccessEvent> refused(NetworkGuest guest, String capability) {
    return guest.events().stream()
        .filter(event -> event.capability().startsWith(capability) && !event.granted())
        .toList();
  }

  // ---- Nothing is granted

  @ParameterizedTest
  @EnumSource(On.class)
  void byDefaultThereIsNothingToReach(On on) {
    try (var tcp = TcpEcho.at(HERE);
        var udp = UdpEcho.at(HERE);
        var guest = NetworkGuest.open(on, WasiConfig.builder())) {
      assertDenied(guest, "tcp-connect", HERE, tcp.port());
      assertDenied(guest, "tcp-connect", "::1", tcp.port());
      assertDenied(guest, "tcp-listen", HERE, 0);
      assertDenied(guest, "tcp-listen", "0.0.0.0", 0);
      assertDenied(guest, "udp-exchange", HERE, udp.port(), PING);
      assertDenied(guest, "udp-bind", HERE, 0);
      assertDenied(guest, "udp-bind", "0.0.0.0", 0);
      assertDenied(guest, "resolve", "localhost");
      assertDenied(guest, "tcp-exchange-by-name", "localhost", tcp.port(), PING);
      tcp.assertUntouched();
      udp.assertUntouched();
      assertEquals(4, refused(guest, "tcp").size());
      assertEquals(3, refused(guest, "udp").size());
      assertEquals(2, refused(guest, "dns").size());
      assertEquals(List.of(), guest.events().stream().filter(AccessEvent::granted).toList());
      // It is as well as before.
      assertNotNull(guest.call("now"));
    }
  }

  @Test
  void aStoreWithoutAnyConfigurationHasNothingToReachEither() {
    var prober = Guests.ENGINE.compile(Guests.file("prober.wasm"));
    try (prober;
        var tcp = TcpEcho.at(HERE);
        var store = new Store(Guests.ENGINE)) {
      var instance = new Linker(Guests.ENGINE).instantiate(store, prober);
      assertEquals(Result.err("AccessDenied"), instance.func("tcp-connect").call(HERE, tcp.port()));
      assertEquals(Result.err("AccessDenied"), instance.func("tcp-listen").call(HERE, 0));
      assertEquals(Result.err("AccessDenied"), instance.func("udp-bind").call(HERE, 0));
      assertEquals(Result.err("AccessDenied"), instance.func("resolve").call("localhost"));
      tcp.assertUntouched();
    }
  }

  @Test
  void otherGrantsGrantNoSockets() {
    try (var tcp = TcpEcho.at(HERE);
        var guest =
            NetworkGuest.open(
                WasiConfig.builder()
                    .allowDns("*")
                    .allowAddresses(AddressClass.values())
                    .allowOutbound("http://localhost:*", "http://127.0.0.1:*"))) {
      assertDenied(guest, "tcp-connect", HERE, tcp.port());
      assertDenied(guest, "tcp-exchange-by-name", "localhost", tcp.port(), PING);
      assertDenied(guest, "tcp-listen", HERE, 0);
      tcp.assertUntouched();
    }
  }

  // ---- Addresses

  /** Servers with one number. */
  private record SamePort(UdpEcho udp, TcpEcho tcp) {

    /** Of those that the system has free for datagrams, some are taken for connections. */
    static SamePort at(String address) {
      for (int tries = 1; ; tries++) {
        UdpEcho udp = UdpEcho.at(address);
        try {
          return new SamePort(udp, TcpEcho.at(address, udp.port()));
        } catch (UncheckedIOException e) {
          udp.close();
          if (tries == 100) {
            throw e;
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void aGrantMeansItsAddressPortProtocolAndDirectionAndNoOther(On on) {
    SamePort both = SamePort.at(HERE);
    try (var server = both.tcp();
        var otherProtocol = both.udp();
        var otherPort = TcpEcho.at(HERE);
        var otherAddress = serveAlsoHere(server.port());
        var guest = NetworkGuest.open(on, granting(SocketGrant.tcpConnect(HERE, server.port())))) {
      assertExchanges(guest, HERE, server.port());
      guest.succeed("tcp-connect", HERE, server.port());
      assertDenied(guest, "tcp-exchange", HERE, otherPort.port(), PING);
      assertDenied(guest, "tcp-exchange", ALSO_HERE, server.port(), PING);
      assertDenied(guest, "tcp-exchange", "::1", server.port(), PING);
      assertDenied(guest, "udp-exchange", HERE, server.port(), PING);
      assertDenied(guest, "udp-bind", HERE, 0);
      assertDenied(guest, "tcp-listen", HERE, 0);
      assertDenied(guest, "tcp-listen", HERE, freePort());
      // Whoever connects is bound to such an address, but must not listen there.
      assertDenied(guest, "tcp-listen", "0.0.0.0", 0);
      assertDenied(guest, "resolve", "localhost");
      server.assertReceived("ping", "");
      otherPort.assertUntouched();
      otherAddress.assertUntouched();
      otherProtocol.assertUntouched();
    }
  }

  /** The server is at the address; the grant is for its port. */
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1/32, 127.0.0.1, true",
    "127.0.0.0/31, 127.0.0.1, true",
    "127.0.0.0/24, 127.0.0.1, true",
    "127.0.0.0/8, 127.0.0.1, true",
    "127.0.0.1/8, 127.0.0.1, true",
    "127.255.255.255/8, 127.0.0.1, true",
    "127.0.0.0/32, 127.0.0.1, false",
    "127.0.0.2/32, 127.0.0.1, false",
    "127.0.0.2/31, 127.0.0.1, false",
    "127.0.1.0/24, 127.0.0.1, false",
    "127.128.0.0/9, 127.0.0.1, false",
    "126.0.0.0/8, 127.0.0.1, false",
    "10.0.0.0/8, 127.0.0.1, false",
    // These hold other addresses too, and don't name this machine.
    "126.0.0.0/7, 127.0.0.1, false",
    "64.0.0.0/2, 127.0.0.1, false",
    "0.0.0.0/1, 127.0.0.1, false",
    "0.0.0.0/0, 127.0.0.1, false",
    "127.0.0.1/0, 127.0.0.1, false",
    "*, 127.0.0.1, false",
    "::1, 127.0.0.1, false",
    "::/0, 127.0.0.1, false",
    "::1, ::1, true",
    "0:0:0:0:0:0:0:1, ::1, true",
    "::1/128, ::1, true",
    "::/127, ::1, true",
    "::2/127, ::1, false",
    "::2, ::1, false",
    "::/0, ::1, false",
    "::/64, ::1, false",
    "fe80::/10, ::1, false",
    "2001:db8::/32, ::1, false",
    "127.0.0.0/8, ::1, false",
    "0.0.0.0/0, ::1, false",
    "*, ::1, false",
  })
  void rangesOfAddresses(String host, String address, boolean granted) {
    try (var server = serveAt(address);
        var guest = NetworkGuest.open(granting(SocketGrant.tcpConnect(host, server.port())))) {
      if (granted) {
        assertExchanges(guest, address, server.port());
        server.assertReceived("ping");
      } else {
        assertDenied(guest, "tcp-exchange", address, server.port(), PING);
        server.assertUntouched();
      }
    }
  }

  /** What is added to the server's port. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, true",
    "-1, 1, true",
    "-1, 0, true",
    "0, 1, true",
    "1, 2, false",
    "1, 1, false",
    "-2, -1, false",
  })
  void rangesOfPorts(int first, int last, boolean granted) {
    try (var server = TcpEcho.at(HERE)) {
      int port = server.port();
      assumeTrue(port + 2 <= 65535, "the port is the last one");
      var grant = SocketGrant.tcpConnect(HERE, 1).withPorts(port + first, port + last);
      try (var guest = NetworkGuest.open(granting(grant))) {
        if (granted) {
          assertExchanges(guest, HERE, port);
        } else {
          assertDenied(guest, "tcp-exchange", HERE, port, PING);
          server.assertUntouched();
        }
      }
    }
  }

  @Test
  void allPorts() {
    try (var server = TcpEcho.at(HERE);
        var guest =
            NetworkGuest.open(granting(SocketGrant.tcpConnect(HERE, 0).withPorts(0, 65535)))) {
      assertExchanges(guest, HERE, server.port());
    }
  }

  @Test
  void grantsAddUpButDoNotMix() {
    try (var one = TcpEcho.at(HERE);
        var other = UdpEcho.at(HERE);
        var guest =
            NetworkGuest.open(
                granting(
                    SocketGrant.tcpConnect(HERE, one.port()),
                    SocketGrant.tcpConnect(ALSO_HERE, other.port()),
                    SocketGrant.udpSend(HERE, other.port()),
                    SocketGrant.udpSend(ALSO_HERE, one.port())))) {
      assertExchanges(guest, HERE, one.port());
      assertExchangesDatagrams(guest, HERE, other.port());
      assertDenied(guest, "tcp-exchange", HERE, other.port(), PING);
      assertDenied(guest, "udp-exchange", HERE, one.port(), PING);
      one.assertReceived("ping");
      other.assertReceived("ping");
    }
  }

  @Test
  void grantsOfAnotherDirectionOrProtocolAreNone() {
    try (var server = TcpEcho.at(HERE)) {
      int port = server.port();
      var others =
          List.of(
              new SocketGrant(Direction.INBOUND, Protocol.TCP, HERE, port, port),
              new SocketGrant(Direction.INBOUND, Protocol.UDP, HERE, port, port),
              new SocketGrant(Direction.OUTBOUND, Protocol.UDP, HERE, port, port));
      for (SocketGrant other : others) {
        try (var guest = NetworkGuest.open(granting(other))) {
          assertDenied(guest, "tcp-exchange", HERE, port, PING);
        }
      }
      server.assertUntouched();
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void anyAddressMeansThisMachineOnlyIfThatIsSaid(On on) {
    try (var server = TcpEcho.at(HERE)) {
      var any = SocketGrant.tcpConnect("*", server.port());
      try (var guest = NetworkGuest.open(on, granting(any))) {
        assertDenied(guest, "tcp-exchange", HERE, server.port(), PING);
      }
      var others = Set.of(AddressClass.LINK_LOCAL, AddressClass.PRIVATE, AddressClass.SPECIAL);
      var wasi = granting(any).allowAddresses(others.toArray(AddressClass[]::new));
      try (var guest = NetworkGuest.open(on, wasi)) {
        assertDenied(guest, "tcp-exchange", HERE, server.port(), PING);
      }
      server.assertUntouched();
      wasi = granting(any).allowAddresses(AddressClass.LOOPBACK);
      try (var guest = NetworkGuest.open(on, wasi)) {
        assertExchanges(guest, HERE, server.port());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "126.0.0.0/7", "0.0.0.0/1"})
  void rangesWithMoreThanThisMachineMeanItIfThatIsSaid(String range) {
    try (var server = TcpEcho.at(HERE);
        var guest =
            NetworkGuest.open(
                granting(SocketGrant.tcpConnect(range, server.port()))
                    .allowAddresses(AddressClass.LOOPBACK))) {
      assertExchanges(guest, HERE, server.port());
    }
  }

  /** The standard knows no IPv4 addresses in IPv6 clothes, so some are no addresses at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "127.0.0.1",
        "127.0.0.2",
        "127.255.255.254",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:0.0.0.0",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        // Private, link-local, special.
        "10.0.0.1",
        "100.64.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "169.254.169.254",
        "::ffff:169.254.169.254",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "ff02::1",
        "2001:db8::1",
      })
  void addressesThatAreNotPublicAreNotAnyAddress(String address) {
    try (var server = TcpEcho.at(HERE);
        var guest =
            NetworkGuest.open(
                granting(
                    SocketGrant.tcpConnect("*", server.port()),
                    SocketGrant.udpSend("*", server.port())))) {
      for (String function : List.of("tcp-exchange", "udp-exchange")) {
        String error = guest.fail(function, address, server.port(), PING);
        assertTrue(List.of("AccessDenied", "InvalidArgument").contains(error), error);
      }
      server.assertUntouched();
      assertEquals(
          List.of(),
          guest.events().stream()
              .filter(event -> event.granted() || event.capability().equals("udp-receive"))
              .toList());
    }
  }

  @Test
  void theUnspecifiedAddressIsNoWayAroundAGrantOfAnother() {
    try (var server = TcpEcho.at(HERE);
        var guest =
            NetworkGuest.open(granting(SocketGrant.tcpConnect("127.0.0.2", server.port())))) {
      for (String disguise : List.of("0.0.0.0", "::", "::ffff:127.0.0.1", HERE)) {
        String error = guest.fail("tcp-exchange", disguise, server.port(), PING);
        assertTrue(List.of("AccessDenied", "InvalidArgument").contains(error), error);
      }
      server.assertUntouched();
    }
  }

  @Test
  void grantsThatAreNoneAreNamed() {
    for (String host : List.of("", "a b", "http://x", "10.0.0.0/", "*x", "x.*", "x/8", "[::1]")) {
      var exception =
          assertThrows(IllegalArgumentException.class, () -> SocketGrant.tcpConnect(host, 1));
      assertTrue(exception.getMessage().endsWith("got \"" + host + '"'), exception.getMessage());
    }
    for (int port : new int[] {-1, 65536}) {
      assertThrows(IllegalArgumentException.class, () -> SocketGrant.tcpConnect(HERE, port));
    }
    assertThrows(
        IllegalArgumentException.class, () -> SocketGrant.tcpConnect(HERE, 1).withPorts(2, 1));
    // Made of the right characters.
    for (String host : List.of("10.0.0.0/33", "::/129", "1.2.3", "256.0.0.1", "1:2", "...")) {
      var exception =
          assertThrows(IllegalArgumentException.class, () -> SocketGrant.tcpConnect(host, 1));
      assertTrue(exception.getMessage().contains(host), exception.getMessage());
    }
  }

  // ---- Names

  @ParameterizedTest
  @EnumSource(On.class)
  void aNameLeadsToItsAddress(On on) {
    try (var server = TcpEcho.at(HERE);
        var guest =
            NetworkGuest.open(
                on,
                granting(SocketGrant.tcpConnect("localhost", server.port()))
                    .allowDns("localhost"))) {
      assertArrayEquals(
          PING, (byte[]) guest.succeed("tcp-exchange-by-name", "localhost", server.port(), PING));
      assertDenied(guest, "resolve", "example.test");
      assertDenied(guest, "resolve", "localhost.example.test");
      assertDenied(guest, "resolve", "example.localhost");
      assertDenied(guest, "resolve", "127.0.0.1");
      server.assertReceived("ping");
      assertTrue(
          guest.events().contains(new AccessEvent(NetworkGuest.LABEL, "dns", "localhost", true)));
      assertTrue(
          guest
              .events()
              .contains(new AccessEvent(NetworkGuest.LABEL, "dns", "example.test", false)));
    }
  }

  @ParameterizedTest
  @CsvSource({"LOCALHOST, localhost", "localhost, LocalHost", "*, localhost"})
  void namesAreTheSameInCapitals(String granted, String name) {
    try (var guest = NetworkGuest.open(WasiConfig.builder().allowDns(granted))) {
      List<?> addresses = (List<?>) guest.succeed("resolve", name);
      assertTrue(addresses != null && addresses.contains(HERE), String.valueOf(addresses));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "*.example.test, example.test",
    "*.example.test, badexample.test",
    "*.example.test, example.test.evil",
    "example.test, a.example.test",
    "example.test, example.tes",
    "*.localhost, localhost",
  })
  void namesThatAreNotGrantedAreNotLookedUp(String granted, String name) {
    try (var guest = NetworkGuest.open(WasiConfig.builder().allowDns(granted))) {
      assertDenied(guest, "resolve", name);
      assertEquals(
          List.of(new AccessEvent(NetworkGuest.LABEL, "dns", name, false)), guest.events());
    }
  }

  @Test
  void anAddressThatTheGuestDidNotLookUpIsNotThatOfAName() {
    try (var server = TcpEcho.at(HERE);
        var guest =
            NetworkGuest.open(
                granting(SocketGrant.tcpConnect("localhost", server.port()))
                    .allowDns("localhost"))) {
      assertDenied(guest, "tcp-exchange", HERE, server.port(), PING);
      server.assertUntouched();
      guest.succeed("resolve", "localhost");
      assertExchanges(guest, HERE, server.port());
      assertDenied(guest, "tcp-exchange", ALSO_HERE, server.port(), PING);
      assertDenied(guest, "tcp-exchange", HERE, server.port() ^ 1, PING);
    }
  }

  @Test
  void whatOneStoreHasLookedUpIsUnknownToAnother() {
    try (var server = TcpEcho.at(HERE)) {
      var wasi = granting(SocketGrant.tcpConnect("localhost", server.port())).allowDns("localhost");
      try (var one = NetworkGuest.open(wasi);
          var other = NetworkGuest.open(wasi)) {
        one.succeed("resolve", "localhost");
        assertExchanges(one, HERE, server.port());
        assertDenied(other, "tcp-exchange", HERE, server.port(), PING);
      }
    }
  }

  @Test
  void lookingUpAndConnectingAreGrantedApart() {
    try (var server = TcpEcho.at(HERE)) {
      var named = SocketGrant.tcpConnect("localhost", server.port());
      try (var guest = NetworkGuest.open(granting(named))) {
        assertDenied(guest, "tcp-exchange-by-name", "localhost", server.port(), PING);
      }
      try (var guest = NetworkGuest.open(WasiConfig.builder().allowDns("localhost"))) {
        guest.succeed("resolve", "localhost");
        assertDenied(guest, "tcp-exchange-by-name", "localhost", server.port(), PING);
      }
      // Another name is granted than the one that was looked up.
      var other = SocketGrant.tcpConnect("db.example.test", server.port());
      try (var guest = NetworkGuest.open(granting(other).allowDns("localhost"))) {
        assertDenied(guest, "tcp-exchange-by-name", "localhost", server.port(), PING);
      }
      server.assertUntouched();
      var byAddress = SocketGrant.tcpConnect("127.0.0.0/8", server.port());
      try (var guest = NetworkGuest.open(granting(byAddress).allowDns("localhost"))) {
        assertArrayEquals(
            PING, (byte[]) guest.succeed("tcp-exchange-by-name", "localhost", server.port(), PING));
      }
    }
  }

  /** As with DNS rebinding: somebody else decides where a name leads. */
  @Test
  void aNameThatLeadsToThisMachineLeadsNowhere() throws UnknownHostException {
    InetAddress local = InetAddress.getLocalHost();
    String name = local.getHostName();
    assumeTrue(
        local instanceof Inet4Address && local.isLoopbackAddress() && !name.equals("localhost"),
        "this machine's name isn't one of its loopback address: " + local);
    try (var server = TcpEcho.at(local.getHostAddress())) {
      var grant = SocketGrant.tcpConnect(name, server.port());
      try (var guest = NetworkGuest.open(granting(grant).allowDns(name))) {
        assertDenied(guest, "tcp-exchange-by-name", name, server.port(), PING);
        server.assertUntouched();
      }
      var wasi = granting(grant).allowDns(name).allowAddresses(AddressClass.LOOPBACK);
      try (var guest = NetworkGuest.open(wasi)) {
        assertArrayEquals(
            PING, (byte[]) guest.succeed("tcp-exchange-by-name", name, server.port(), PING));
      }
    }
  }

  // ---- Listening

  private static String exchangeWith(String address, int port) throws IOException {
    return new String(Clients.exchange(InetAddress.ofLiteral(address), port, PING), UTF_8);
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void clientsAreServedWhereThatIsGranted(On on) throws Exception {
    int port = freePort();
    try (var guest = NetworkGuest.open(on, granting(SocketGrant.tcpListen(HERE, port)))) {
      assertEquals(port, guest.succeed("tcp-listen", HERE, port));
      for (int i = 0; i < 3; i++) {
        var accepting = guest.begin("tcp-accept-once");
        assertEquals("pong", exchangeWith(HERE, port));
        var end = accepting.await();
        var result = assertInstanceOf(Result.Ok.class, end.result(), end::toString);
        assertArrayEquals(PING, (byte[]) result.value());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void portZeroLetsTheSystemPick(On on) throws Exception {
    try (var guest = NetworkGuest.open(on, granting(SocketGrant.tcpListen(HERE, 0)))) {
      int port = (Integer) Objects.requireNonNull(guest.succeed("tcp-listen", HERE, 0));
      assertTrue(port > 0);
      var accepting = guest.begin("tcp-accept-once");
      assertEquals("pong", exchangeWith(HERE, port));
      assertInstanceOf(Result.Ok.class, accepting.await().result());
      // The guest doesn't pick.
      assertDenied(guest, "tcp-listen", HERE, freePort());
    }
  }

  @Test
  void aGrantToListenMeansItsAddressAndPortOnly() {
    int port = freePort();
    int other = freePort();
    assumeTrue(port != other, "the system has given the same port twice");
    try (var server = TcpEcho.at(HERE);
        var guest = NetworkGuest.open(granting(SocketGrant.tcpListen(HERE, port)))) {
      assertDenied(guest, "tcp-listen", HERE, other);
      assertDenied(guest, "tcp-listen", HERE, 0);
      assertDenied(guest, "tcp-listen", ALSO_HERE, port);
      assertDenied(guest, "tcp-listen", "0.0.0.0", port);
      assertDenied(guest, "tcp-listen", "0.0.0.0", 0);
      assertDenied(guest, "tcp-listen", "::1", port);
      assertDenied(guest, "tcp-listen", "::", port);
      assertDenied(guest, "tcp-connect", HERE, port);
      assertDenied(guest, "tcp-connect", HERE, server.port());
      assertDenied(guest, "udp-bind", HERE, port);
      server.assertUntouched();
      guest.succeed("tcp-listen", HERE, port);
    }
  }

  @Test
  void listeningAnywhereIsListeningHereToo() {
    int port = freePort();
    try (var guest = NetworkGuest.open(granting(SocketGrant.tcpListen("*", port)))) {
      assertDenied(guest, "tcp-listen", HERE, port);
      assertDenied(guest, "tcp-listen", "0.0.0.0", port);
    }
    var wasi = granting(SocketGrant.tcpListen("*", port)).allowAddresses(AddressClass.LOOPBACK);
    try (var guest = NetworkGuest.open(wasi)) {
      guest.succeed("tcp-listen", "0.0.0.0", port);
    }
  }

  @Test
  void aPortThatIsTakenIsNoMatterOfRights() {
    try (var server = TcpEcho.at(HERE);
        var guest = NetworkGuest.open(granting(SocketGrant.tcpListen(HERE, server.port())))) {
      assertEquals("AddressInUse", guest.fail("tcp-listen", HERE, server.port()));
      server.assertUntouched();
    }
  }

  @Test
  void aPortWhereNobodyListensIsNoMatterOfRights() {
    int port = freePort();
    try (var guest = NetworkGuest.open(granting(SocketGrant.tcpConnect(HERE, port)))) {
      assertEquals("ConnectionRefused", guest.fail("tcp-connect", HERE, port));
    }
  }

  // ---- Datagrams

  @ParameterizedTest
  @EnumSource(On.class)
  void datagramsGoWhereThatIsGranted(On on) {
    SamePort both = SamePort.at(HERE);
    try (var server = both.udp();
        var tcp = both.tcp();
        var other = UdpEcho.at(HERE);
        var guest = NetworkGuest.open(on, granting(SocketGrant.udpSend(HERE, server.port())))) {
      assertExchangesDatagrams(guest, HERE, server.port());
      assertDenied(guest, "udp-exchange", HERE, other.port(), PING);
      assertDenied(guest, "udp-exchange", ALSO_HERE, server.port(), PING);
      assertEquals("InvalidArgument", guest.fail("udp-exchange", "0.0.0.0", server.port(), PING));
      assertDenied(guest, "udp-bind", HERE, 0);
      assertDenied(guest, "tcp-connect", HERE, server.port());
      assertExchangesDatagrams(guest, HERE, server.port());
      server.assertReceived("ping", "ping");
      other.assertUntouched();
      tcp.assertUntouched();
    }
  }

  @Test
  void datagramsOverIpv6() {
    try (var server = serveDatagramsAt("::1");
        var guest = NetworkGuest.open(granting(SocketGrant.udpSend("::1/128", server.port())))) {
      assertExchangesDatagrams(guest, "::1", server.port());
      assertDenied(guest, "udp-exchange", "::1", server.port() ^ 1, PING);
    }
  }

  @Test
  void datagramsAreReceivedWhereThatIsGranted() {
    try (var server = UdpEcho.at(HERE)) {
      int port = server.port() == 65535 ? 65534 : server.port() + 1;
      var grant = SocketGrant.udpReceive(HERE, 0);
      try (var guest = NetworkGuest.open(granting(grant, SocketGrant.udpReceive(HERE, port)))) {
        assertTrue((Integer) Objects.requireNonNull(guest.succeed("udp-bind", HERE, 0)) > 0);
        assertDenied(guest, "udp-bind", HERE, server.port());
        assertDenied(guest, "udp-bind", ALSO_HERE, 0);
        assertDenied(guest, "udp-bind", "0.0.0.0", port);
        assertDenied(guest, "udp-exchange", HERE, server.port(), PING);
        assertDenied(guest, "tcp-listen", HERE, 0);
        server.assertUntouched();
      }
    }
  }

  /** A datagram to a guest, from a socket at {@link #HERE}. */
  private static void send(DatagramSocket from, String text, int port) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    from.send(new DatagramPacket(bytes, bytes.length, InetAddress.ofLiteral(HERE), port));
  }

  private static DatagramSocket peer() throws IOException {
    return new DatagramSocket(0, InetAddress.ofLiteral(HERE));
  }

  private static String receive(NetworkGuest guest) {
    return new String((byte[]) Objects.requireNonNull(guest.succeed("udp-receive-once")), UTF_8);
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void strangersAreReceivedWhereThatIsGranted(On on) throws Exception {
    try (var one = peer();
        var other = peer();
        var guest = NetworkGuest.open(on, granting(SocketGrant.udpReceive(HERE, 0)))) {
      assertEquals("NotBound", guest.fail("udp-receive-once"));
      int port = (Integer) Objects.requireNonNull(guest.succeed("udp-bind", HERE, 0));
      send(one, "first", port);
      assertEquals("first", receive(guest));
      send(other, "second", port);
      send(one, "", port);
      assertEquals("second", receive(guest));
      assertEquals("", receive(guest));
      // Who receives from them doesn't send to them.
      assertDenied(guest, "udp-exchange", HERE, one.getLocalPort(), PING);
      // It waits.
      var receiving = guest.begin("udp-receive-once");
      send(one, "last", port);
      var end = receiving.await();
      var result = assertInstanceOf(Result.Ok.class, end.result(), end::toString);
      assertArrayEquals("last".getBytes(UTF_8), (byte[]) result.value());
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void whoMaySendHearsNoStrangers(On on) throws Exception {
    try (var stranger = peer();
        var friend = peer();
        var guest =
            NetworkGuest.open(on, granting(SocketGrant.udpSend(HERE, friend.getLocalPort())))) {
      int port = (Integer) Objects.requireNonNull(guest.succeed("udp-bind", "0.0.0.0", 0));
      send(stranger, "from a stranger", port);
      send(friend, "from a friend", port);
      assertEquals("from a friend", receive(guest));
      // One that comes while it waits is no end of waiting.
      var receiving = guest.begin("udp-receive-once");
      send(stranger, "from a stranger", port);
      send(friend, "again", port);
      var end = receiving.await();
      var result = assertInstanceOf(Result.Ok.class, end.result(), end::toString);
      assertArrayEquals("again".getBytes(UTF_8), (byte[]) result.value());
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void aGuestThatWaitsForStrangersIsInterrupted(On on) throws Exception {
    try (var guest = NetworkGuest.open(on, granting(SocketGrant.udpReceive(HERE, 0)))) {
      guest.succeed("udp-bind", HERE, 0);
      var receiving = guest.begin("udp-receive-once");
      receiving.thread().interrupt();
      assertInterrupted(receiving.await(), true);
    }
  }

  // ---- Events

  @Test
  void whatIsGrantedAndRefusedIsTold() {
    int free = freePort();
    try (var tcp = TcpEcho.at(HERE);
        var udp = UdpEcho.at(HERE);
        var guest =
            NetworkGuest.open(
                granting(
                    SocketGrant.tcpConnect(HERE, tcp.port()),
                    SocketGrant.tcpListen(HERE, free),
                    SocketGrant.udpSend(HERE, udp.port())))) {
      guest.succeed("tcp-connect", HERE, tcp.port());
      guest.fail("tcp-connect", ALSO_HERE, tcp.port());
      guest.succeed("tcp-listen", HERE, free);
      guest.fail("tcp-listen", ALSO_HERE, free);
      assertExchangesDatagrams(guest, HERE, udp.port());
      guest.fail("udp-exchange", ALSO_HERE, udp.port(), PING);
      guest.fail("udp-bind", ALSO_HERE, free);
      guest.fail("resolve", "localhost");
      var told =
          guest.events().stream()
              .peek(event -> assertEquals(NetworkGuest.LABEL, event.store()))
              .map(event -> event.capability() + ' ' + event.what() + ' ' + event.granted())
              // Whoever sends is asked when it names the receiver, and for each datagram.
              .distinct()
              .toList();
      assertEquals(
          List.of(
              "tcp-connect 127.0.0.1:" + tcp.port() + " true",
              "tcp-connect 127.0.0.2:" + tcp.port() + " false",
              "tcp-bind 127.0.0.1:" + free + " true",
              "tcp-listen 127.0.0.1:" + free + " true",
              "tcp-bind 127.0.0.2:" + free + " false",
              "udp-send 127.0.0.1:" + udp.port() + " true",
              "udp-send 127.0.0.2:" + udp.port() + " false",
              "udp-bind 127.0.0.2:" + free + " false",
              "dns localhost false"),
          told);
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void withoutAnyGrantOfItsProtocolARefusalIsToldToo(On on) {
    try (var server = TcpEcho.at(HERE);
        var guest = NetworkGuest.open(on, WasiConfig.builder())) {
      assertDenied(guest, "tcp-connect", HERE, server.port());
      assertDenied(guest, "udp-exchange", HERE, server.port(), PING);
      // Before the guest has said where to.
      assertEquals(
          List.of(
              new AccessEvent(NetworkGuest.LABEL, "tcp", "create a socket", false),
              new AccessEvent(NetworkGuest.LABEL, "udp", "create a socket", false)),
          guest.events());
    }
  }

  @Test
  void whatAListenerThrowsChangesNothing() {
    try (var server = TcpEcho.at(HERE)) {
      var wasi =
          granting(SocketGrant.tcpConnect(HERE, server.port()))
              .onAccess(
                  _ -> {
                    throw new IllegalStateException("no");
                  })
              .build();
      var linker = new Linker(Guests.ENGINE);
      try (var prober = Guests.ENGINE.compile(Guests.file("prober.wasm"));
          var store = new Store(Guests.ENGINE, StoreConfig.defaults().withWasi(wasi))) {
        var instance = linker.instantiate(store, prober);
        assertEquals(
            Result.err("AccessDenied"),
            instance.func("tcp-connect").call(ALSO_HERE, server.port()));
        assertInstanceOf(
            Result.Ok.class, instance.func("tcp-exchange").call(HERE, server.port(), PING));
      }
    }
  }

  // ---- Guests that wait

  /** Nothing is ever sent, and nobody accepts: the system alone has taken the connection. */
  private static ServerSocket silent() {
    try {
      return new ServerSocket(0, 50, InetAddress.ofLiteral(HERE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertInterrupted(NetworkGuest.End end, boolean byItsThread) {
    var exception = assertInstanceOf(GuestInterruptedException.class, end.failure(), end::toString);
    assertTrue(exception.getMessage().contains("interrupted"), exception.getMessage());
    assertEquals(byItsThread, end.interrupted());
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void aGuestThatReadsForeverIsInterrupted(On on) throws Exception {
    try (ServerSocket server = silent()) {
      int port = server.getLocalPort();
      Socket client;
      try (var guest = NetworkGuest.open(on, granting(SocketGrant.tcpConnect(HERE, port)))) {
        var reading = guest.begin("tcp-read-forever", HERE, port);
        client = server.accept();
        guest.interrupt();
        assertInterrupted(reading.await(), false);
      }
      // The connection goes with the store.
      try (client) {
        assertEquals(-1, client.getInputStream().read());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void aGuestThatReadsForeverIsInterruptedWithItsThread(On on) throws Exception {
    try (ServerSocket server = silent();
        var guest =
            NetworkGuest.open(on, granting(SocketGrant.tcpConnect(HERE, server.getLocalPort())))) {
      var reading = guest.begin("tcp-read-forever", HERE, server.getLocalPort());
      try (Socket _ = server.accept()) {
        reading.thread().interrupt();
        assertInterrupted(reading.await(), true);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = On.class, mode = EnumSource.Mode.EXCLUDE, names = "UNSTOPPABLE")
  void aGuestThatReadsForeverHasADeadline(On on) throws IOException {
    Duration deadline = Duration.ofSeconds(1);
    try (ServerSocket server = silent();
        var guest =
            NetworkGuest.open(
                on,
                Limits.defaults().withDeadline(deadline),
                granting(SocketGrant.tcpConnect(HERE, server.getLocalPort())))) {
      var exception =
          assertThrows(
              ResourceLimitException.class,
              () -> guest.call("tcp-read-forever", HERE, server.getLocalPort()));
      assertEquals(ResourceLimitException.Limit.DEADLINE, exception.limit());
      assertEquals(deadline.toNanos(), exception.value());
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void aGuestThatWaitsForAClientIsInterrupted(On on) throws Exception {
    int port = freePort();
    try (var guest = NetworkGuest.open(on, granting(SocketGrant.tcpListen(HERE, port)))) {
      guest.succeed("tcp-listen", HERE, port);
      var accepting = guest.begin("tcp-accept-once");
      // Does nothing as long as the call hasn't begun.
      while (!accepting.end().isDone()) {
        guest.interrupt();
        Thread.sleep(1);
      }
      assertInterrupted(accepting.await(), false);
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void aGuestThatWaitsForAClientIsInterruptedWithItsThread(On on) throws Exception {
    int port = freePort();
    try (var guest = NetworkGuest.open(on, granting(SocketGrant.tcpListen(HERE, port)))) {
      guest.succeed("tcp-listen", HERE, port);
      var accepting = guest.begin("tcp-accept-once");
      accepting.thread().interrupt();
      assertInterrupted(accepting.await(), true);
    }
  }

  @ParameterizedTest
  @EnumSource(value = On.class, mode = EnumSource.Mode.EXCLUDE, names = "UNSTOPPABLE")
  void aGuestThatWaitsForAClientHasADeadline(On on) {
    int port = freePort();
    try (var guest =
        NetworkGuest.open(
            on,
            Limits.defaults().withDeadline(Duration.ofSeconds(1)),
            granting(SocketGrant.tcpListen(HERE, port)))) {
      guest.succeed("tcp-listen", HERE, port);
      var exception =
          assertThrows(ResourceLimitException.class, () -> guest.call("tcp-accept-once"));
      assertEquals(ResourceLimitException.Limit.DEADLINE, exception.limit());
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void aGuestThatWaitsForADatagramIsInterrupted(On on) throws Exception {
    try (var silent = new DatagramSocket(0, InetAddress.ofLiteral(HERE));
        var guest =
            NetworkGuest.open(on, granting(SocketGrant.udpSend(HERE, silent.getLocalPort())))) {
      var waiting = guest.begin("udp-exchange", HERE, silent.getLocalPort(), PING);
      silent.receive(new DatagramPacket(new byte[100], 100));
      guest.interrupt();
      assertInterrupted(waiting.await(), false);
    }
  }

  @Test
  void interruptingNobodyDoesNothing() {
    try (var server = TcpEcho.at(HERE);
        var guest = NetworkGuest.open(granting(SocketGrant.tcpConnect(HERE, server.port())))) {
      guest.interrupt();
      assertExchanges(guest, HERE, server.port());
    }
  }

  // ---- Handles

  private static void assertRunsOutOfHandles(Runnable call, int handles) {
    var exception = assertThrows(ResourceLimitException.class, call::run);
    assertEquals(ResourceLimitException.Limit.HANDLES, exception.limit());
    assertEquals(handles, exception.value());
    assertTrue(exception.getMessage().contains("limit of " + handles), exception.getMessage());
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void pollablesAreCounted(On on) {
    try (var guest =
        NetworkGuest.open(on, Limits.defaults().withHandles(200), WasiConfig.builder())) {
      guest.call("keep-pollables", 50);
      assertRunsOutOfHandles(() -> guest.call("keep-pollables", 200), 200);
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void openFilesAreCounted(On on, @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("file"), "content");
    var wasi = WasiConfig.builder().preopen(folder, "/data");
    try (var guest = NetworkGuest.open(on, Limits.defaults().withHandles(200), wasi)) {
      guest.succeed("raw-hold-open", 0, "file", 50);
      assertRunsOutOfHandles(() -> guest.call("raw-hold-open", 0, "file", 200), 200);
    }
  }

  @Test
  void handlesThatAreGivenBackDoNotCount() {
    try (var server = TcpEcho.at(HERE);
        var guest =
            NetworkGuest.open(
                On.THREADS,
                Limits.defaults().withHandles(50),
                granting(SocketGrant.tcpConnect(HERE, server.port())))) {
      for (int i = 0; i < 200; i++) {
        assertExchanges(guest, HERE, server.port());
      }
    }
  }
}
