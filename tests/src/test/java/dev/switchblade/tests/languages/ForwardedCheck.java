package dev.switchblade.tests.languages;

import acme.auth.Auth;
import acme.processor.check.Check;
import acme.processor.check.Denied;
import acme.processor.check.Session;
import acme.processor.check.User;
import dev.switchblade.Result;

/** An auth as what a processor imports: each call goes through Java. */
final class ForwardedCheck implements Check {

  private final acme.auth.check.Check check;

  ForwardedCheck(Auth auth) {
    check = auth.check();
  }

  @Override
  public Result<User, Denied> check(String token) {
    return check.check(token).map(ForwardedCheck::user).mapErr(ForwardedCheck::denied);
  }

  @Override
  public Result<Session, Denied> open(String token) {
    return check.open(token).<Session>map(ForwardedSession::new).mapErr(ForwardedCheck::denied);
  }

  @Override
  public String version() {
    return check.version();
  }

  @Override
  public int level(int n) {
    return check.level(n);
  }

  @Override
  public String greet(String name) {
    return check.greet(name);
  }

  @Override
  public User describe(User user) {
    return user(
        check.describe(
            new acme.auth.check.User(user.name(), user.id(), user.level(), user.admin())));
  }

  @Override
  public byte[] digest(byte[] bytes) {
    return check.digest(bytes);
  }

  @Override
  public void crash(String reason) {
    check.crash(reason);
  }

  private static User user(acme.auth.check.User user) {
    return new User(user.name(), user.id(), user.level(), user.admin());
  }

  private static Denied denied(acme.auth.check.Denied denied) {
    return switch (denied) {
      case acme.auth.check.Denied.Malformed(String token) -> new Denied.Malformed(token);
      case acme.auth.check.Denied.Unknown(String name) -> new Denied.Unknown(name);
      case acme.auth.check.Denied.Locked() -> new Denied.Locked();
      case acme.auth.check.Denied.Expired(long by) -> new Denied.Expired(by);
      case acme.auth.check.Denied.Forbidden(String action) -> new Denied.Forbidden(action);
    };
  }

  /** Closed when the processor drops its handle. */
  private record ForwardedSession(acme.auth.check.Session session)
      implements Session, AutoCloseable {

    @Override
    public User user() {
      return ForwardedCheck.user(session.user());
    }

    @Override
    public Result<Integer, Denied> allow(String action) {
      return session.allow(action).mapErr(ForwardedCheck::denied);
    }

    @Override
    public int allowed() {
      return session.allowed();
    }

    @Override
    public void close() {
      session.close();
    }
  }
}
