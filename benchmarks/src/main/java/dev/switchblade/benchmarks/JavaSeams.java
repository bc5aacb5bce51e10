package dev.switchblade.benchmarks;

/** A function of the host calls the auth. */
public class JavaSeams extends ForwardedSeams {

  @Override
  AuthCalls forwarding(AuthCalls auth) {
    return auth;
  }
}
