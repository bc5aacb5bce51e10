package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.wasi.SocketGrant;
import dev.switchblade.wasi.WasiConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts a grant of sockets may have. */
final class SocketGrantTest {

  /** What is taken here is taken by the native library, too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "127.0.0.1",
        "0.0.0.0/0",
        "10.0.0.0/8",
        "255.255.255.255/32",
        "::",
        "::1",
        "::/0",
        "fe80::/10",
        "2001:db8::1/128",
        "::ffff:10.0.0.1",
        "::ffff:10.0.0.0/104",
        "localhost",
        "db.example.com",
        "*.example.com",
        "a_b.example.com.",
        "1.example.com",
      })
  void isTaken(String host) {
    SocketGrant grant = SocketGrant.tcpConnect(host, 80);
    assertEquals(host, grant.host());
    var wasi = WasiConfig.builder().allowSocket(grant).build();
    new Store(Guests.ENGINE, StoreConfig.builder().wasi(wasi).build()).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "10",
        "10.0.0",
        "10.0.0.0.0",
        "10.0.0.",
        "256.0.0.1",
        "300.1.1.1",
        "010.0.0.1",
        "10.0.0.0/33",
        "10.0.0.0/99",
        "10.0.0.0/99999999999",
        "10.0.0.0/",
        "10.0.0.0/8/8",
        ":",
        ":::",
        "1::2::3",
        "12345::",
        "1:2:3:4:5:6:7",
        "::/129",
        "[::1]",
        "fe80::1%eth0",
        "a b",
        "*.*.example.com",
        "**",
        "http://x",
        "example.com/8",
      })
  void isRefused(String host) {
    var exception =
        assertThrows(IllegalArgumentException.class, () -> SocketGrant.tcpConnect(host, 80));
    String message = exception.getMessage();
    assertTrue(message.startsWith("socket grant: expected an address, a range "), message);
    assertTrue(message.endsWith(", got \"" + host + '"'), message);
  }
}
