package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP server that sends back what a client has sent, one client after the other. */
final class TcpEcho implements AutoCloseable {

  private static final String LAST = "the test itself";

  private final ServerSocket socket;

  /** What each client has sent, in the order in which they came. */
  private final List<String> received = new CopyOnWriteArrayList<>();

  private TcpEcho(ServerSocket socket) {
    this.socket = socket;
    Thread.ofPlatform().daemon().start(this::serve);
  }

  static TcpEcho at(String address) {
    return at(address, 0);
  }

  static TcpEcho at(String address, int port) {
    try {
      return new TcpEcho(new ServerSocket(port, 50, InetAddress.ofLiteral(address)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        byte[] message = client.getInputStream().readAllBytes();
        received.add(new String(message, UTF_8));
        client.getOutputStream().write(message);
      } catch (IOException _) {
        // The client is gone, or the server is closed.
      }
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Nobody has connected. A client of the test's is the next one to be served, and the first. */
  void assertUntouched() {
    assertReceived();
  }

  /** These and no other clients have connected. */
  void assertReceived(String... messages) {
    try {
      byte[] answer = Clients.exchange(socket.getInetAddress(), port(), LAST.getBytes(UTF_8));
      assertEquals(LAST, new String(answer, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> others = received.stream().filter(message -> !message.equals(LAST)).toList();
    assertEquals(List.of(messages), others);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Clients as anybody may write them. */
  static final class Clients {
    private Clients() {}

    /** Sends a message, and reads all that is answered. */
    static byte[] exchange(InetAddress address, int port, byte[] message) throws IOException {
      try (var client = new Socket(address, port)) {
        client.getOutputStream().write(message);
        client.shutdownOutput();
        return client.getInputStream().readAllBytes();
      }
    }
  }
}
