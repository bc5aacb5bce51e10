package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A UDP server that sends datagrams back. */
final class UdpEcho implements AutoCloseable {

  private static final String LAST = "the test itself";

  private final DatagramSocket socket;
  private final List<String> received = new CopyOnWriteArrayList<>();

  private UdpEcho(DatagramSocket socket) {
    this.socket = socket;
    Thread.ofPlatform().daemon().start(this::serve);
  }

  static UdpEcho at(String address) {
    return at(address, 0);
  }

  static UdpEcho at(String address, int port) {
    try {
      return new UdpEcho(new DatagramSocket(port, InetAddress.ofLiteral(address)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    var packet = new DatagramPacket(new byte[2048], 2048);
    while (!socket.isClosed()) {
      try {
        packet.setLength(2048);
        socket.receive(packet);
        received.add(new String(packet.getData(), 0, packet.getLength(), UTF_8));
        socket.send(packet);
      } catch (IOException _) {
        // The server is closed.
      }
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Nobody has sent anything. What the test sends comes after whatever was sent before. */
  void assertUntouched() {
    assertReceived();
  }

  /** These and no other datagrams have come. */
  void assertReceived(String... messages) {
    try (var client = new DatagramSocket()) {
      byte[] last = LAST.getBytes(UTF_8);
      client.send(new DatagramPacket(last, last.length, socket.getLocalAddress(), port()));
      client.receive(new DatagramPacket(new byte[100], 100));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> others = received.stream().filter(message -> !message.equals(LAST)).toList();
    assertEquals(List.of(messages), others);
  }

  @Override
  public void close() {
    socket.close();
  }
}
