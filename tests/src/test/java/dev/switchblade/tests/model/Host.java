package dev.switchblade.tests.model;

import dev.switchblade.Engine;
import dev.switchblade.HostCall;
import dev.switchblade.HostResource;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.tests.model.Counter.Kind;
import dev.switchblade.wasi.AccessEvent;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What the guest calls. Each function does what the model says, after the steps that its caller's
 * step has inside.
 */
final class Host {

  static final HostResource<Cart> CARTS = HostResource.of(Cart.class, Host::destroy);

  private Host() {}

  static Linker link(Engine engine) {
    var linker = new Linker(engine);
    linker
        .instance("test:model/host")
        .func("take-stream", call -> stream(call, Kind.STREAM))
        .func("see-stream", call -> stream(call, Kind.BORROWED_STREAM))
        .func("dropped", Host::dropped)
        .func("pause", call -> called(call, () -> null))
        .func("boxed", call -> called(call, () -> answer(call)))
        .funcOverImages("images", Host::images)
        .asyncFunc("later", Host::later);
    linker
        .instance("test:model/carts")
        .resource("cart", CARTS)
        .func("[constructor]cart", call -> called(call, () -> make(call.int32(0))))
        .func("[method]cart.total", call -> called(call, () -> cart(call).number()))
        .func("pay", Host::pay);
    return linker;
  }

  /** What the functions that take a text and numbers return. */
  static String answer(String text, int[] numbers) {
    return text + ":" + numbers.length + ":" + Arrays.stream(numbers).sum();
  }

  private static String answer(HostCall call) {
    return answer(call.string(0), (int[]) call.argument(1));
  }

  /** What a function returns. */
  @FunctionalInterface
  private interface Body {
    @Nullable Object run() throws Exception;
  }

  /** The actor of this thread; none where the JVM releases what was forgotten. */
  private static Actor actor() {
    return Objects.requireNonNull(Actor.current(), "a guest runs where nobody called it");
  }

  private static @Nullable Object called(HostCall call, Body body) throws Exception {
    Actor actor = actor();
    StoreModel store = actor.frame().store();
    View<HostCall> view = store.view(call);
    actor.shelfOf(store).hostCalls().add(view, actor.frame().dice());
    store.hostBegins(actor, view);
    try {
      performInside(actor);
      return body.run();
    } finally {
      store.hostEnds();
    }
  }

  /** Performs steps; what they throw ends the guest's call. */
  private static void performInside(Actor actor) throws Exception {
    try {
      actor.performInside();
    } catch (ScriptedException | ScriptedException.Unchecked e) {
      actor.frame().store().doom();
      throw e;
    }
  }

  private static void images(ImageReader arguments, ImageWriter result) throws Exception {
    Actor actor = actor();
    StoreModel store = actor.frame().store();
    View<ImageReader> reader = store.view(arguments);
    View<ImageWriter> writer = store.view(result);
    actor.shelfOf(store).readers().add(reader, actor.frame().dice());
    actor.shelfOf(store).writers().add(writer, actor.frame().dice());
    store.hostBegins(actor, reader, writer);
    try {
      performInside(actor);
      result.putString(0, answer(arguments.getString(0), arguments.getInts(8)));
    } finally {
      store.hostEnds();
    }
  }

  private static CompletionStage<?> later(HostCall call) throws Exception {
    String answer = (String) Objects.requireNonNull(called(call, () -> answer(call)));
    Actor actor = actor();
    Frame frame = actor.frame();
    var stage = new CompletableFuture<String>();
    switch (frame.dice().below(8)) {
      case 0 -> {
        frame.store().doom();
        stage.completeExceptionally(new ScriptedException());
      }
      case 1, 2, 3 -> {
        Future<?> task = actor.world().aside(actor, () -> stage.complete(answer), frame.next());
        if (task == null) {
          stage.completeAsync(() -> answer);
        } else {
          frame.awaits(task);
        }
      }
      default -> stage.complete(answer);
    }
    return stage;
  }

  private static @Nullable Object stream(HostCall call, Kind kind) throws Exception {
    return called(
        call,
        () -> {
          Actor actor = actor();
          var stream = (Resource) call.argument(0);
          actor.keep(Counter.stream(kind, stream, actor.frame().store()));
          return null;
        });
  }

  private static @Nullable Object dropped(HostCall call) throws Exception {
    Actor actor = actor();
    try {
      actor.world().destroyed(call.int32(0));
      return called(call, () -> null);
    } catch (Violation e) {
      throw actor.world().fail(e);
    } catch (ScriptedException | ScriptedException.Unchecked e) {
      // The call that it ends may not have begun.
      actor.world().surprise();
      throw e;
    }
  }

  private static Cart make(int number) {
    Actor actor = actor();
    Cart cart = actor.world().newCart(number);
    cart.moveTo(actor.frame().store());
    return cart;
  }

  private static Cart cart(HostCall call) {
    return (Cart) call.argument(0);
  }

  private static @Nullable Object pay(HostCall call) throws Exception {
    // The host's from here on, whatever happens.
    cart(call).moveTo(null);
    return called(call, () -> cart(call).number());
  }

  private static void destroy(Cart cart) throws Exception {
    Actor actor = Actor.current();
    cart.destroy();
    if (actor != null) {
      performInside(actor);
    }
  }

  /** Consumes a line of standard output. */
  @SuppressWarnings("unused") // it is the same all the time
  static void print(String line) {
    Actor actor = Actor.current();
    if (actor != null) {
      try {
        actor.performInsideUnchecked();
      } catch (ScriptedException.Unchecked e) {
        actor.frame().store().doom();
        throw e;
      }
    }
  }

  /** Hears what a guest asked for. */
  @SuppressWarnings("unused") // as above
  static void hear(AccessEvent event) {
    actor().performInsideUnchecked();
  }
}
