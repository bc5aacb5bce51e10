package dev.switchblade.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The auth behind an HTTP server of the same process, asked over one connection that is kept: the
 * least that two services cost. Bodies are the bytes of the values, which take less than any text.
 */
public class HttpSeams extends ForwardedSeams {

  private ExecutorService thread;
  private HttpServer server;
  private HttpClient client;

  @Override
  AuthCalls forwarding(AuthCalls auth) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // One thread asks the auth, whose store takes one at a time.
    thread = Executors.newSingleThreadExecutor();
    server.setExecutor(thread);
    serve("/level", body -> number(auth.level(body.getInt())));
    serve("/greet", body -> text(auth.greet(string(body))));
    serve("/describe", body -> bytes(auth.describe(user(body))));
    serve("/digest", body -> auth.digest(rest(body)));
    server.start();
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return new Remote();
  }

  @Override
  void release() {
    client.close();
    server.stop(0);
    thread.shutdown();
    super.release();
  }

  private void serve(String path, Function<ByteBuffer, byte[]> function) {
    server.createContext(path, exchange -> answer(exchange, function));
  }

  private static void answer(HttpExchange exchange, Function<ByteBuffer, byte[]> function)
      throws IOException {
    try (exchange) {
      byte[] answer = function.apply(ByteBuffer.wrap(exchange.getRequestBody().readAllBytes()));
      exchange.sendResponseHeaders(200, answer.length);
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(answer);
      }
    }
  }

  private ByteBuffer ask(String path, byte[] question) {
    InetSocketAddress address = server.getAddress();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(question))
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IOException("status " + response.statusCode());
      }
      return ByteBuffer.wrap(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] number(int number) {
    byte[] bytes = new byte[4];
    ByteBuffer.wrap(bytes).putInt(number);
    return bytes;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String string(ByteBuffer body) {
    return new String(rest(body), StandardCharsets.UTF_8);
  }

  private static byte[] rest(ByteBuffer body) {
    byte[] bytes = new byte[body.remaining()];
    body.get(bytes);
    return bytes;
  }

  private static byte[] bytes(User user) {
    byte[] name = user.name().getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[13 + name.length];
    ByteBuffer.wrap(bytes)
        .putLong(user.id())
        .putInt(user.level())
        .put((byte) (user.admin() ? 1 : 0))
        .put(name);
    return bytes;
  }

  private static User user(ByteBuffer body) {
    long id = body.getLong();
    int level = body.getInt();
    boolean admin = body.get() != 0;
    return new User(string(body), id, level, admin);
  }

  /** The auth as the processor's host sees it. */
  private final class Remote implements AuthCalls {

    @Override
    public int level(int n) {
      return ask("/level", number(n)).getInt();
    }

    @Override
    public String greet(String name) {
      return string(ask("/greet", text(name)));
    }

    @Override
    public User describe(User user) {
      return user(ask("/describe", bytes(user)));
    }

    @Override
    public byte[] digest(byte[] bytes) {
      return rest(ask("/digest", bytes));
    }
  }
}
