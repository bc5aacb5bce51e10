package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server on 127.0.0.1 that keeps what it is asked.
 *
 * <ul>
 *   <li>{@code /echo}: the body of the request, and its method as {@code x-method}
 *   <li>{@code /status/404}: with no body
 *   <li>{@code /large/1000}, {@code /chunked/1000}: so many bytes
 *   <li>{@code /redirect?http://elsewhere/}
 *   <li>{@code /never}: no answer
 *   <li>{@code /pause}: the answer's beginning, and no more
 * </ul>
 */
final class HttpEcho implements AutoCloseable {

  /** A request that has come. */
  record Seen(String method, String target, Headers headers, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private HttpEcho(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private static InetSocketAddress anyPort() throws IOException {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
  }

  static HttpEcho start() throws IOException {
    return new HttpEcho(HttpServer.create(anyPort(), 0));
  }

  static HttpEcho start(TestCertificate certificate) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    return new HttpEcho(server);
  }

  static byte[] body(int length) {
    byte[] body = new byte[length];
    for (int i = 0; i < length; i++) {
      body[i] = (byte) (i * 31 + (i >> 8));
    }
    return body;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String target = exchange.getRequestURI().toString();
      // Kept by whoever asked, so that nobody needs to wait for it here.
      var headers = new Headers();
      headers.putAll(exchange.getRequestHeaders());
      seen.add(new Seen(exchange.getRequestMethod(), target, headers, new String(body, UTF_8)));
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      switch (path[1]) {
        case "echo" -> {
          exchange.getResponseHeaders().add("X-Method", exchange.getRequestMethod());
          exchange.getResponseHeaders().put("X-Twice", List.of("one", "two"));
          send(exchange, 200, head ? new byte[0] : body, false);
        }
        case "status" -> exchange.sendResponseHeaders(Integer.parseInt(path[2]), -1);
        case "large" -> send(exchange, 200, body(Integer.parseInt(path[2])), false);
        case "chunked" -> send(exchange, 200, body(Integer.parseInt(path[2])), true);
        case "redirect" -> {
          exchange.getResponseHeaders().add("Location", exchange.getRequestURI().getRawQuery());
          exchange.sendResponseHeaders(302, -1);
        }
        case "never" -> closed.await();
        case "pause" -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(body(10));
          exchange.getResponseBody().flush();
          closed.await();
        }
        default -> exchange.sendResponseHeaders(404, -1);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body, boolean chunked)
      throws IOException {
    exchange.sendResponseHeaders(status, chunked ? 0 : body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int at = 0; at < body.length; at += 10_000) {
        out.write(Arrays.copyOfRange(body, at, Math.min(at + 10_000, body.length)));
        out.flush();
      }
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What has come, in its order. */
  List<Seen> seen() {
    return seen;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
