package com.example.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ServerTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private Server server;

  @BeforeEach
  void start() throws Exception {
    server =
        new Server(
            Path.of("handler.wasm"), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  private HttpRequest.Builder request(String path) {
    var address = server.address();
    return HttpRequest.newBuilder(
        URI.create("http://%s:%d%s".formatted(address.getHostString(), address.getPort(), path)));
  }

  private String get(String path) throws Exception {
    HttpResponse<String> answer = client.send(request(path).build(), BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body().strip();
  }

  @Test
  void eachRequestHasAFreshInstance() throws Exception {
    assertEquals("200 request 1 of this instance", get("/"));
    assertEquals("200 request 1 of this instance", get("/"));
    assertEquals("404 no such page", get("/nothing"));
  }

  @Test
  void bodiesGoInAndOut() throws Exception {
    var post = request("/upper").POST(BodyPublishers.ofString("hello")).build();
    assertEquals("HELLO", client.send(post, BodyHandlers.ofString()).body());
    var large = request("/upper").POST(BodyPublishers.ofByteArray(new byte[2 << 20])).build();
    assertEquals(413, client.send(large, BodyHandlers.ofString()).statusCode());
  }

  @Test
  void aGuestThatMisbehavesIsRefusedAndCountedAndTheNextOneIsServed() throws Exception {
    assertEquals("503 refused: DEADLINE", get("/spin"));
    assertEquals("503 refused: TOTAL_MEMORY_BYTES", get("/hog"));
    assertEquals("500 refused: UNREACHABLE", get("/trap"));
    assertEquals("200 request 1 of this instance", get("/"));
    String metrics = get("/metrics");
    for (String line :
        List.of(
            "answers_total 1",
            "refusals_total{reason=\"DEADLINE\"} 1",
            "refusals_total{reason=\"TOTAL_MEMORY_BYTES\"} 1",
            "refusals_total{reason=\"UNREACHABLE\"} 1")) {
      assertTrue(metrics.contains(line), metrics);
    }
  }

  @Test
  void moreRequestsThanThereAreThreadsAreAllAnswered() {
    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, 16)
            .mapToObj(_ -> client.sendAsync(request("/").build(), BodyHandlers.ofString()))
            .toList();
    answers.forEach(answer -> assertEquals(200, answer.join().statusCode()));
  }
}
