package dev.switchblade.app.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Engine;
import dev.switchblade.Linker;
import dev.switchblade.Result;
import dev.switchblade.WitRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An auth in each language takes the place of one in each other, while it is asked. */
final class SwappedLanguagesTest {

  private static final String REQUESTS = "acme:auth/requests@1.0.0";

  /** One after the other, so that each comes after each other one, once. */
  private static final List<String> ORDER =
      List.of(
          "auth",
          "auth-c",
          "auth",
          "auth-go",
          "auth",
          "auth-next",
          "auth-c",
          "auth-go",
          "auth-c",
          "auth-next",
          "auth-go",
          "auth-next",
          "auth");

  private static final Map<String, String> VERSIONS =
      Map.of(
          "auth", "rust 1.0.0",
          "auth-c", "c 1.0.0",
          "auth-go", "go 1.0.0",
          "auth-next", "rust 1.0.1");

  private static byte[] guest(String name) throws IOException {
    return Files.readAllBytes(Path.of("..", "tests", "guests", "wasm", name + ".wasm"));
  }

  /** The version that answers; all of the answer is of that one. */
  private static String ask(Deployment<OpenInstance> app) {
    try (OpenInstance instance = app.instance()) {
      WitRecord request = WitRecord.of("token", "ada:4711", "action", "read");
      var reply =
          assertInstanceOf(
              WitRecord.class,
              assertInstanceOf(Result.Ok.class, instance.func(REQUESTS, "handle").call(request))
                  .value());
      String version = (String) reply.get("version");
      boolean next = version.endsWith("1.0.1");
      assertEquals(next ? "welcome, ada may read" : "hello, ada may read", reply.get("text"));
      assertEquals(4711 + (next ? 2 : 1), reply.get("level"));
      // State of a part, kept by a handle that the other one has.
      instance.func(REQUESTS, "login").call("bob:1000");
      assertEquals(Result.ok(1), instance.func(REQUESTS, "act").call("read"));
      assertEquals(Result.ok(2), instance.func(REQUESTS, "act").call("write"));
      assertEquals(true, instance.func(REQUESTS, "logout").call());
      assertEquals(version, instance.func(REQUESTS, "version").call());
      return version;
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachForEachOther(PartPolicy policy) throws Exception {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("auth", guest(ORDER.getFirst()));
    parts.put("processor", guest("auth-processor"));
    Set<String> pairs = new HashSet<>();
    Set<String> known = Set.copyOf(VERSIONS.values());
    // Each is compiled once, however often it comes.
    Path cache = Files.createDirectories(Path.of("target", "compiled-parts").toAbsolutePath());
    try (Engine engine = Engine.builder().cacheDirectory(cache).build();
        Deployment<OpenInstance> app =
            Deployment.builder(
                    new Linker(engine),
                    "app",
                    parts,
                    Wiring.export("processor").plug("auth", "processor"),
                    policy)
                .start()) {
      Callable<?> call =
          () -> {
            String version = ask(app);
            assertTrue(known.contains(version), version);
            return version;
          };
      try (var traffic = new Traffic(2, call)) {
        for (int i = 1; i < ORDER.size(); i++) {
          pairs.add(ORDER.get(i - 1) + ", " + ORDER.get(i));
          assertEquals(VERSIONS.get(ORDER.get(i - 1)), ask(app));
          app.upgrade("auth", guest(ORDER.get(i)));
          assertEquals(VERSIONS.get(ORDER.get(i)), ask(app));
        }
        assertTrue(traffic.end() >= 2);
      }
      assertEquals(VERSIONS.size() * (VERSIONS.size() - 1), pairs.size());
      assertTrue(app.closeWithin(Duration.ofMinutes(1)));
    }
  }
}
