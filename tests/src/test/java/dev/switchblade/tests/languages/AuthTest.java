package dev.switchblade.tests.languages;

import static dev.switchblade.tests.languages.Complaints.assertComplains;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import acme.auth.Auth;
import acme.auth.check.Denied;
import acme.auth.check.Session;
import acme.auth.check.User;
import dev.switchblade.Limits;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.TrapException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One auth in several languages, called through one class: each gives the answers that its WIT
 * says.
 */
final class AuthTest {

  private static User user(AuthGuest guest, String name, long id) {
    return new User(name, id, guest.level((int) id), Long.compareUnsigned(id, 1000) < 0);
  }

  @ParameterizedTest
  @EnumSource
  void whoHasATokenIsKnown(AuthGuest guest) {
    try (var auth = Auth.instantiate(guest.auth())) {
      var check = auth.check();
      assertEquals(Result.ok(user(guest, "ada", 100)), check.check("ada:100"));
      assertEquals(Result.ok(user(guest, "ada", 999)), check.check("ada:000999"));
      assertEquals(Result.ok(user(guest, "ada", 1000)), check.check("ada:1000"));
      assertEquals(Result.ok(user(guest, "z", 999_999_999)), check.check("z:999999999"));
      String longest = "a".repeat(32);
      assertEquals(Result.ok(user(guest, longest, 500)), check.check(longest + ":500"));
      assertEquals(Result.ok(user(guest, "mallorys", 500)), check.check("mallorys:500"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonToDenyIsGiven(AuthGuest guest) {
    try (var auth = Auth.instantiate(guest.auth())) {
      List<String> malformed =
          List.of(
              "",
              ":",
              "ada",
              "ada:",
              ":100",
              "ada:1000000000",
              "ada:١٢٣",
              "ada:1:2",
              "ada:100\n",
              "ada: 100",
              "ada:-100",
              "ada:+100",
              "Ada:100",
              "ада:100",
              "ad4:100",
              "a".repeat(33) + ":100",
              "x".repeat(100_000),
              "\0:100",
              "\uD83D\uDD11:100",
              "mallory",
              "xena:");
      for (String token : malformed) {
        assertDenied(auth, token, new Denied.Malformed(token));
      }
      assertDenied(auth, "xena:100", new Denied.Unknown("xena"));
      assertDenied(auth, "x:0", new Denied.Unknown("x"));
      assertDenied(auth, "mallory:100", new Denied.Locked());
      assertDenied(auth, "mallory:0", new Denied.Locked());
      assertDenied(auth, "ada:99", new Denied.Expired(1));
      assertDenied(auth, "ada:000000000", new Denied.Expired(100));
    }
  }

  private static void assertDenied(Auth auth, String token, Denied denied) {
    assertEquals(Result.err(denied), auth.check().check(token));
    assertEquals(Result.err(denied), auth.check().open(token));
  }

  @ParameterizedTest
  @EnumSource
  void sessionsCountWhatTheyAllow(AuthGuest guest) {
    try (var auth = Auth.instantiate(guest.auth());
        Session admin = auth.check().open("ada:999").orElseThrow();
        Session other = auth.check().open("bob:1000").orElseThrow()) {
      assertEquals(user(guest, "ada", 999), admin.user());
      assertEquals(user(guest, "bob", 1000), other.user());
      assertEquals(0, admin.allowed());
      assertEquals(Result.ok(1), admin.allow("!shut down"));
      assertEquals(Result.ok(2), admin.allow(""));
      assertEquals(Result.ok(1), other.allow("lesen 📖"));
      var forbidden = Result.err(new Denied.Forbidden("!löschen 💥"));
      assertEquals(forbidden, other.allow("!löschen 💥"));
      assertEquals(Result.ok(2), other.allow(" !"));
      assertEquals(2, admin.allowed());
      assertEquals(2, other.allowed());
      assertEquals(user(guest, "bob", 1000), other.user());
    }
  }

  @ParameterizedTest
  @EnumSource
  void closedSessionsAreClosed(AuthGuest guest) {
    try (var auth = Auth.instantiate(guest.auth())) {
      Session first = auth.check().open("ada:100").orElseThrow();
      first.close();
      try (Session second = auth.check().open("bob:200").orElseThrow()) {
        assertComplains(IllegalStateException.class, first::allowed, "closed");
        assertEquals("bob", second.user().name());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePlainFunctionsDoWhatTheySay(AuthGuest guest) {
    try (var auth = Auth.instantiate(guest.auth())) {
      var check = auth.check();
      assertEquals(guest.version(), check.version());
      for (int n : new int[] {0, 1, 41, Integer.MAX_VALUE - 1}) {
        assertEquals(guest.level(n), check.level(n));
      }
      // A u32 of 2 to the 31st or above comes out of componentize-js as another number.
      if (guest != AuthGuest.JAVASCRIPT) {
        for (int n : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -3, -2, -1}) {
          assertEquals(guest.level(n), check.level(n));
        }
      }
      for (String name : List.of("ada", "", "Ада 👩‍💻", "\0", "a".repeat(100_000))) {
        assertEquals(guest.greet(name), check.greet(name));
      }
      for (long id : new long[] {0, 999, 1000, 0xFFFF_FFFFL, 0x1_0000_0000L, Long.MIN_VALUE, -1}) {
        for (boolean admin : new boolean[] {false, true}) {
          assertEquals(user(guest, "Zoë 🦉", id), check.describe(new User("Zoë 🦉", id, 7, admin)));
        }
      }
      assertEquals(user(guest, "", 5), check.describe(new User("", 5, 0, false)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyByteIsDigested(AuthGuest guest) {
    var random = new Random(7);
    try (var auth = Auth.instantiate(guest.auth())) {
      for (int length : new int[] {0, 1, 7, 256, 4096, 8192, 1_000_003}) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        assertArrayEquals(guest.digest(bytes), auth.check().digest(bytes));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCrashIsATrapAndTheEndOfItsInstanceOnly(AuthGuest guest) {
    try (var auth = Auth.instantiate(guest.auth());
        var other = Auth.instantiate(guest.auth())) {
      assertComplains(
          TrapException.class,
          () -> auth.check().crash("on purpose"),
          "acme:auth/check@1.0.0",
          "crash");
      assertComplains(IllegalStateException.class, () -> auth.check().level(1));
      assertEquals(guest.level(1), other.check().level(1));
    }
  }

  /**
   * In memory that holds what is alive at a time, and not what has been: so whoever doesn't give
   * back what a call was given and has returned is out of it.
   */
  @ParameterizedTest
  @EnumSource(names = {"RUST", "C", "GO"}) // JavaScript and Python take more before they collect
  void nothingPilesUp(AuthGuest guest) {
    StoreConfig config =
        StoreConfig.defaults().withLimits(Limits.defaults().withMemoryBytes(64 << 20));
    byte[] bytes = new byte[4096];
    String name = "n".repeat(4096);
    try (var auth = Auth.instantiate(guest.auth(), config)) {
      var check = auth.check();
      for (int i = 0; i < 20_000; i++) {
        bytes[i % bytes.length] = (byte) i;
        assertArrayEquals(guest.digest(bytes), check.digest(bytes));
        assertEquals(guest.greet(name), check.greet(name));
        assertEquals(name, check.describe(new User(name, i, 0, false)).name());
        assertEquals(Result.err(new Denied.Malformed(name)), check.check(name));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void manySessionsLiveAtOnce(AuthGuest guest) {
    try (var auth = Auth.instantiate(guest.auth())) {
      List<Session> sessions = new ArrayList<>();
      for (int i = 0; i < 3_000; i++) {
        sessions.add(auth.check().open("ada:" + (100 + i)).orElseThrow());
        // Those in between are closed, so that their numbers are used again.
        if (i % 3 == 0) {
          sessions.remove(i / 3).close();
        }
      }
      for (int round = 1; round <= 3; round++) {
        for (Session session : sessions) {
          assertEquals(Result.ok(round), session.allow("read"));
        }
      }
      assertEquals(2_000, sessions.size());
      assertEquals(
          2_000, sessions.stream().mapToLong(session -> session.user().id()).distinct().count());
      sessions.forEach(Session::close);
    }
  }
}
