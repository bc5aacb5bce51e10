package com.example.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.TrapException;
import example.server.Request;
import example.server.Response;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** An HTTP server whose pages come from a component. */
public final class Server implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Server.class.getName());
  private static final int LARGEST_BODY = 1 << 20;
  private static final int SECONDS_TO_STOP = 5;

  private final Guests guests;
  private final Metrics metrics = new Metrics();
  private final HttpServer http;

  /**
   * Starts a server.
   *
   * @param component the file of a component for the world {@code handler}
   * @param address where to listen; port 0 is any that is free
   */
  public Server(Path component, InetSocketAddress address) throws IOException {
    http = HttpServer.create(address, 0);
    guests = new Guests(component);
    // These threads read and write only, so virtual ones do; guests have threads of their own.
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", this::page);
    http.createContext("/metrics", exchange -> answer(exchange, 200, metrics.toString()));
    http.start();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return http.getAddress();
  }

  private void page(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      refuse(exchange, 413, "body");
      return;
    }
    var request =
        new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
    try {
      Response response = guests.handle(request);
      if (response.status() < 200 || response.status() > 599) { // the guest chooses it
        refuse(exchange, 502, "status");
      } else {
        metrics.answered();
        answer(exchange, response.status(), response.body());
      }
    } catch (RejectedExecutionException e) {
      refuse(exchange, 503, "busy");
    } catch (ExecutionException e) {
      LOG.log(Level.WARNING, request.path() + ": " + e.getCause().getMessage());
      switch (e.getCause()) {
        case ResourceLimitException limit -> refuse(exchange, 503, limit.limit().name());
        case TrapException trap -> refuse(exchange, 500, trap.code().name());
        default -> refuse(exchange, 500, "other");
      }
    } catch (InterruptedException e) {
      exchange.close();
      Thread.currentThread().interrupt();
    }
  }

  private void refuse(HttpExchange exchange, int status, String reason) throws IOException {
    metrics.refused(reason);
    answer(exchange, status, "refused: " + reason + "\n");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    answer(exchange, status, text.getBytes(UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Takes no more requests, and answers those that it has taken. */
  @Override
  public void close() {
    http.stop(SECONDS_TO_STOP);
    guests.close();
  }

  /**
   * Runs a server until the process is told to end.
   *
   * @param arguments the component's file and the port
   */
  public static void main(String[] arguments) throws IOException {
    var server =
        new Server(Path.of(arguments[0]), new InetSocketAddress(Integer.parseInt(arguments[1])));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  System.out.println("stopped");
                }));
    System.out.println("listening on port " + server.address().getPort());
  }
}
