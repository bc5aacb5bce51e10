package dev.switchblade.tests.languages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Engine;
import dev.switchblade.Linker;
import dev.switchblade.Result;
import dev.switchblade.WitRecord;
import dev.switchblade.app.deploy.Deployment;
import dev.switchblade.app.deploy.OpenInstance;
import dev.switchblade.app.deploy.PartPolicy;
import dev.switchblade.app.deploy.Wiring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An auth in each language takes the place of one in each other, while it is asked. */
final class SwappedLanguagesTest {

  private static final String REQUESTS = "acme:auth/requests@1.0.0";

  private static final int THREADS = 2;

  /** Those that are compiled in a moment. */
  private static final List<AuthGuest> SMALL =
      List.of(AuthGuest.RUST, AuthGuest.C, AuthGuest.GO, AuthGuest.NEXT);

  /** With those that bring their language's whole run-time system. */
  private static final List<AuthGuest> ALL =
      List.of(
          AuthGuest.RUST,
          AuthGuest.C,
          AuthGuest.GO,
          AuthGuest.NEXT,
          AuthGuest.JAVASCRIPT,
          AuthGuest.PYTHON);

  @ParameterizedTest
  @EnumSource
  void eachForEachOther(PartPolicy policy) throws Exception {
    swap(policy, SMALL);
  }

  @Test
  void eachForEachOtherAlsoOfThoseWithLargeRuntimes() throws Exception {
    swap(PartPolicy.LINKED, ALL);
  }

  /** Each comes after each other one, once, and the first one begins and ends it. */
  private static List<AuthGuest> order(List<AuthGuest> guests) {
    List<AuthGuest> order = new ArrayList<>();
    for (int i = 0; i < guests.size(); i++) {
      for (AuthGuest later : guests.subList(i + 1, guests.size())) {
        order.add(guests.get(i));
        order.add(later);
      }
    }
    order.add(guests.getFirst());
    for (AuthGuest from : guests) {
      for (AuthGuest to : guests) {
        boolean comes = false;
        for (int i = 1; i < order.size(); i++) {
          comes |= order.get(i - 1) == from && order.get(i) == to;
        }
        assertEquals(from != to, comes, () -> from + ", then " + to);
      }
    }
    return order;
  }

  private static void swap(PartPolicy policy, List<AuthGuest> guests) throws Exception {
    List<AuthGuest> order = order(guests);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("auth", order.getFirst().bytes());
    parts.put("processor", Files.readAllBytes(LanguageGuests.committed("auth-processor")));
    Set<String> known = guests.stream().map(AuthGuest::version).collect(Collectors.toSet());
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
      var over = new AtomicBoolean();
      Callable<Integer> caller =
          () -> {
            int calls = 0;
            do {
              String version = ask(app);
              assertTrue(known.contains(version), version);
              calls++;
            } while (!over.get());
            return calls;
          };
      try (var threads = Executors.newFixedThreadPool(THREADS)) {
        List<Future<Integer>> callers = new ArrayList<>();
        try {
          for (int i = 0; i < THREADS; i++) {
            callers.add(threads.submit(caller));
          }
          assertEquals(order.getFirst().version(), ask(app));
          for (AuthGuest next : order.subList(1, order.size())) {
            app.upgrade("auth", next.bytes());
            assertEquals(next.version(), ask(app));
          }
        } finally {
          over.set(true);
        }
        for (Future<Integer> ended : callers) {
          assertTrue(ended.get() > 0);
        }
      }
      assertTrue(app.closeWithin(Duration.ofMinutes(1)));
    }
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
}
