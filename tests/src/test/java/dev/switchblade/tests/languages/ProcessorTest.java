package dev.switchblade.tests.languages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acme.auth.Auth;
import acme.processor.Processor;
import acme.processor.requests.Refusal;
import acme.processor.requests.Reply;
import acme.processor.requests.Request;
import acme.processor.requests.Requests;
import dev.switchblade.Component;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Result;
import dev.switchblade.TrapException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A processor that asks an auth of each language, through Java: whoever asks can't tell which it
 * is.
 */
final class ProcessorTest {

  private static Component processor() {
    return LanguageGuests.compiled(LanguageGuests.committed("auth-processor"));
  }

  @ParameterizedTest
  @EnumSource
  void requestsAreAnswered(AuthGuest guest) {
    try (var auth = Auth.instantiate(guest.auth());
        var processor = Processor.instantiate(processor(), new ForwardedCheck(auth))) {
      Requests requests = processor.requests();
      assertEquals(guest.version(), requests.version());
      assertEquals(
          Result.ok(new Reply(guest.greet("ada may read"), guest.level(500), guest.version())),
          requests.handle(new Request("ada:500", "read")));
      assertRefused(requests, "ada", "read", new Refusal.BadRequest("ada"));
      assertRefused(requests, "xena:500", "read", new Refusal.Forbidden("unknown xena"));
      assertRefused(requests, "mallory:500", "read", new Refusal.Forbidden("locked"));
      assertRefused(requests, "ada:42", "read", new Refusal.Stale(58));
      assertRefused(requests, "ada:1000", "!stop", new Refusal.Forbidden("!stop"));
    }
  }

  private static void assertRefused(
      Requests requests, String token, String action, Refusal refusal) {
    assertEquals(Result.err(refusal), requests.handle(new Request(token, action)));
  }

  @ParameterizedTest
  @EnumSource
  void aSessionIsKept(AuthGuest guest) {
    try (var auth = Auth.instantiate(guest.auth());
        var processor = Processor.instantiate(processor(), new ForwardedCheck(auth))) {
      Requests requests = processor.requests();
      assertEquals(Optional.empty(), requests.who());
      assertEquals(Result.err(new Refusal.NoSession()), requests.act("read"));
      assertFalse(requests.logout());
      assertEquals(Result.ok(null), requests.login("ada:1000"));
      assertEquals(Optional.of("ada"), requests.who());
      assertEquals(Result.ok(1), requests.act("read"));
      assertEquals(Result.err(new Refusal.Forbidden("!stop")), requests.act("!stop"));
      assertEquals(Result.err(new Refusal.BadRequest("bob")), requests.login("bob"));
      assertEquals(Result.ok(2), requests.act("read"));
      assertEquals(Result.ok(null), requests.login("bob:100"));
      assertEquals(Result.ok(1), requests.act("!stop"));
      assertEquals(Optional.of("bob"), requests.who());
      assertTrue(requests.logout());
      assertFalse(requests.logout());
      assertEquals(Result.err(new Refusal.NoSession()), requests.act("read"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void callsAreRepeated(AuthGuest guest) {
    byte[] bytes = {0, 1, -1, 127};
    try (var auth = Auth.instantiate(guest.auth());
        var processor = Processor.instantiate(processor(), new ForwardedCheck(auth))) {
      Requests requests = processor.requests();
      int step = guest.level(0);
      assertEquals(7, requests.levels(7, 0));
      assertEquals(7 + 10 * step, requests.levels(7, 10));
      assertEquals("", requests.greetings("ada", 0));
      assertEquals(guest.greet("ada"), requests.greetings("ada", 3));
      assertEquals(0, requests.descriptions("ada", 5, 0));
      assertEquals(guest.level(5), requests.descriptions("ada", 5, 3));
      assertArrayEquals(bytes, requests.digests(bytes, 0));
      assertArrayEquals(guest.digest(bytes), requests.digests(bytes, 3));
      assertArrayEquals(bytes, requests.digests(bytes, 4));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCrashOfTheAuthIsTold(AuthGuest guest) {
    try (var auth = Auth.instantiate(guest.auth());
        var processor = Processor.instantiate(processor(), new ForwardedCheck(auth))) {
      var exception =
          assertThrows(HostFunctionException.class, () -> processor.requests().crash("on purpose"));
      assertInstanceOf(TrapException.class, exception.getCause());
    }
  }
}
