package dev.switchblade.benchmarks;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.HostFunction;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Store;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import java.util.List;

/** Compiled apart, with functions of the host in between: static codecs, as in generated code. */
public abstract class ForwardedSeams extends Seams {

  /** What is measured of {@code acme:auth/check}. */
  interface AuthCalls {
    int level(int n);

    String greet(String name);

    User describe(User user);

    byte[] digest(byte[] bytes);
  }

  /** {@code record user}. */
  record User(String name, long id, int level, boolean admin) {

    static User load(ImageReader image, long at) {
      return new User(
          image.getString(at),
          image.getLong(at + 8),
          image.getInt(at + 16),
          image.getBool(at + 20));
    }

    void store(ImageWriter image, long at) {
      image.putString(at, name);
      image.putLong(at + 8, id);
      image.putInt(at + 16, level);
      image.putBool(at + 20, admin);
    }
  }

  /** Stands for a session. */
  private static final class Session {}

  private Store authStore;

  /**
   * Makes what the host functions call.
   *
   * @param auth the auth itself
   */
  abstract AuthCalls forwarding(AuthCalls auth);

  @Override
  Instance processor(Engine engine, Store store, Component auth, Component processor) {
    authStore = store(engine);
    AuthCalls calls = forwarding(new Guest(new Linker(engine).instantiate(authStore, auth)));
    var linker = new Linker(engine);
    LinkerInstance check = linker.instance(AUTH).resource("session", Session.class);
    check
        .funcOverImages(
            "level", (arguments, result) -> result.putInt(0, calls.level(arguments.getInt(0))))
        .funcOverImages(
            "greet",
            (arguments, result) -> result.putString(0, calls.greet(arguments.getString(0))))
        .funcOverImages(
            "describe",
            (arguments, result) -> calls.describe(User.load(arguments, 0)).store(result, 0))
        .funcOverImages(
            "digest",
            (arguments, result) -> result.putBytes(0, calls.digest(arguments.getBytes(0))));
    HostFunction unused =
        call -> {
          throw new UnsupportedOperationException("nothing of this is measured");
        };
    List.of("check", "open", "version", "crash").forEach(name -> check.func(name, unused));
    List.of("user", "allow", "allowed")
        .forEach(name -> check.func("[method]session." + name, unused));
    return linker.instantiate(store, processor);
  }

  @Override
  void release() {
    authStore.close();
  }

  /** The auth, called directly. */
  private static final class Guest implements AuthCalls {

    private final Func level;
    private final Func greet;
    private final Func describe;
    private final Func digest;

    Guest(Instance auth) {
      level = auth.func(AUTH, "level");
      greet = auth.func(AUTH, "greet");
      describe = auth.func(AUTH, "describe");
      digest = auth.func(AUTH, "digest");
    }

    @Override
    public int level(int n) {
      try (Call call = level.begin()) {
        call.arguments().putInt(0, n);
        call.invoke();
        return call.result().getInt(0);
      }
    }

    @Override
    public String greet(String name) {
      try (Call call = greet.begin()) {
        call.arguments().putString(0, name);
        call.invoke();
        return call.result().getString(0);
      }
    }

    @Override
    public User describe(User user) {
      try (Call call = describe.begin()) {
        user.store(call.arguments(), 0);
        call.invoke();
        return User.load(call.result(), 0);
      }
    }

    @Override
    public byte[] digest(byte[] bytes) {
      try (Call call = digest.begin()) {
        call.arguments().putBytes(0, bytes);
        call.invoke();
        return call.result().getBytes(0);
      }
    }
  }
}
