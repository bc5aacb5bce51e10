package dev.switchblade;

import java.util.concurrent.CompletionStage;

/**
 * A function of the host that may end later than it returns: the natural form of an {@code async
 * func}, whose caller goes on meanwhile.
 *
 * <p>It runs on the thread that called the guest, on that thread's own stack. What ends the stage
 * may be any thread; it need not wait for anything, and can't touch the store. A caller that has
 * nothing else to do blocks until the stage is done, as does one that imports the function without
 * {@code async}. Only a store whose engine has {@linkplain Engine.Builder#concurrency concurrency
 * support} can run guests meanwhile. Waiting blocks the caller's thread, of a virtual thread its
 * carrier too: what ends the stage must not need that carrier.
 *
 * @see <a
 *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/component/struct.LinkerInstance.html#method.func_wrap_concurrent">LinkerInstance::func_wrap_concurrent</a>
 */
@FunctionalInterface
public interface AsyncHostFunction {

  /**
   * Starts the function.
   *
   * @param call the arguments; valid until this method returns, so what is needed later must be
   *     read before. That goes for what it borrows, too
   * @return gives the result, of the Java type that {@linkplain dev.switchblade the package page}
   *     names, or null if the function has none. A stage that fails stops the guest, as an
   *     exception does. If the guest gives up waiting, its {@link
   *     java.util.concurrent.CompletableFuture} is cancelled, and nobody looks at the result
   * @throws Exception to stop the guest; whoever called it gets a {@link HostFunctionException}
   *     with this cause
   */
  CompletionStage<?> call(HostCall call) throws Exception;
}
