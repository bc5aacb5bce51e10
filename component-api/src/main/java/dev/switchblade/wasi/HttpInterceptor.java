package dev.switchblade.wasi;

/** Sees each request of a guest before it is sent, and decides what becomes of it. */
@FunctionalInterface
public interface HttpInterceptor {

  /**
   * Decides about a request. Runs on the thread that is in the guest; nothing may enter the store
   * meanwhile.
   *
   * @throws Exception to stop the guest; whoever called it gets a {@link
   *     dev.switchblade.HostFunctionException} with this cause
   */
  HttpDecision decide(HttpRequest request) throws Exception;
}
