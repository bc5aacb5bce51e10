package dev.switchblade.tests.model;

import dev.switchblade.Func;
import dev.switchblade.ListVisitor;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.tests.model.CallModel.State;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Calls over images. */
final class CallDeeds {

  private CallDeeds() {}

  /** All of a call, with what is done inside now and then. */
  static void whole(Actor actor, Step step) throws Exception {
    CallModel call = begun(actor, step);
    if (call == null) {
      return;
    }
    Iterator<Step> inside = step.inside().iterator();
    doNext(actor, inside);
    write(actor, step, call);
    doNext(actor, inside);
    List<Step> rest = inside.hasNext() ? List.of(inside.next()) : List.of();
    var meanwhile = new Step(step.number(), step.deed(), step.entropy(), rest);
    if (step.dice().oneIn(4)) {
      invokeInPlace(actor, meanwhile, call);
    } else {
      invoke(actor, meanwhile, call);
    }
    doNext(actor, inside);
    read(actor, call);
    close(actor, new Step(step.number(), step.deed(), step.entropy(), List.of()), call);
  }

  private static void doNext(Actor actor, Iterator<Step> inside) throws Exception {
    if (inside.hasNext()) {
      Step next = inside.next();
      if (next.deed() != Deed.THROW) {
        next.deed().perform(actor, next);
      }
    }
  }

  static void begin(Actor actor, Step step) {
    CallModel call = begun(actor, step);
    if (call != null && !step.dice().oneIn(4)) {
      write(actor, step, call);
    }
  }

  private static @Nullable CallModel begun(Actor actor, Step step) {
    Dice dice = step.dice();
    InstanceModel instance = actor.shelf(dice).instances().pick(dice);
    if (instance == null) {
      return null;
    }
    StoreModel store = instance.store();
    GuestFunction function = GuestFunction.any(dice);
    Func func = instance.func(function);
    Outcome outcome =
        actor.enter(store, step, func + ".begin", EnumSet.of(End.RETURNS), func::begin);
    if (!(outcome.value() instanceof Call begun)) {
      return null;
    }
    CallModel call = store.call(begun);
    call.open(actor, instance, function);
    if (!store.isLoose()) {
      store.occupy(actor);
    }
    actor.begun().add(call);
    actor.shelfOf(store).calls().add(call, dice);
    return call;
  }

  /** How a method ends that needs the call to be in a state. */
  private static Set<End> ends(Actor actor, CallModel call, State needed, Set<End> then) {
    return call.allows(actor, needed) ? then : EnumSet.of(End.STATE);
  }

  static void write(Actor actor, Step step) {
    CallModel call = pick(actor, step.dice());
    if (call != null) {
      write(actor, step, call);
    }
  }

  private static @Nullable CallModel pick(Actor actor, Dice dice) {
    return actor.shelf(dice).calls().pick(dice);
  }

  private static void write(Actor actor, Step step, CallModel call) {
    InstanceModel instance = call.instance();
    Exchange exchange =
        instance == null
            ? null
            : call.function().exchange(actor, instance, new Dice(step.entropy()));
    if (exchange == null) {
      return;
    }
    StoreModel store = call.store();
    Set<End> valid = EnumSet.of(End.RETURNS);
    if (exchange.isRefused()) {
      valid = EnumSet.of(End.STATE, End.VALUE);
    } else if (call.passesHandles()) {
      // The same one may not be passed twice.
      valid = EnumSet.of(End.RETURNS, End.STATE, End.VALUE);
    }
    Outcome outcome =
        actor.attempt(
            store,
            "Call.arguments of " + call.function(),
            ends(actor, call, State.OPEN, valid),
            () -> {
              ImageWriter writer = call.call().arguments();
              View<ImageWriter> view = store.view(writer);
              view.use(actor);
              call.hasWriter(view);
              actor.shelfOf(store).writers().add(view, step.dice());
              exchange.write(writer);
              return null;
            });
    if (outcome.returned()) {
      call.wrote(exchange);
    } else {
      call.scribbled();
    }
  }

  static void invoke(Actor actor, Step step) {
    CallModel call = pick(actor, step.dice());
    if (call != null) {
      invoke(actor, step, call);
    }
  }

  private static void invoke(Actor actor, Step step, CallModel call) {
    run(
        actor,
        step,
        call,
        "Call.invoke",
        EnumSet.of(End.RETURNS),
        () -> {
          call.call().invoke();
          return null;
        });
  }

  static void invokeInPlace(Actor actor, Step step) {
    CallModel call = pick(actor, step.dice());
    if (call != null) {
      invokeInPlace(actor, step, call);
    }
  }

  private static void invokeInPlace(Actor actor, Step step, CallModel call) {
    Exchange exchange = call.exchange();
    ListVisitor visitor =
        exchange == null ? elements -> {} : Answers.visitor(exchange, call.store());
    Callable<?> body =
        () -> {
          call.call().invokeInPlace(visitor);
          return call;
        };
    if (call.store().rig().isConcurrent()) {
      Set<End> ends = EnumSet.of(End.UNSUPPORTED);
      if (!call.allows(actor, State.OPEN)) {
        ends.add(End.STATE);
      }
      actor.attempt(call.store(), "Call.invokeInPlace", ends, body);
      return;
    }
    boolean begins = call.allows(actor, State.OPEN);
    run(actor, step, call, "Call.invokeInPlace", EnumSet.of(End.RETURNS, End.SCRIPTED), body);
    boolean visited = exchange != null && exchange.visited() != null;
    if (begins && visited && call.state() == State.RETURNED) {
      call.spend();
    }
  }

  private static void run(
      Actor actor, Step step, CallModel call, String what, Set<End> ends, Callable<?> body) {
    StoreModel store = call.store();
    String which = what + " of " + call.function();
    if (!call.allows(actor, State.OPEN)) {
      actor.stayIfLoose(store, step, which, EnumSet.of(End.STATE), body);
      return;
    }
    Exchange exchange = call.exchange();
    call.run();
    Set<End> can = EnumSet.copyOf(ends);
    if (exchange == null) {
      can = EnumSet.of(End.RETURNS, End.SCRIPTED, End.VALUE, End.GUEST);
      if (call.passesHandles() || call.function().takesHandles()) {
        actor.world().loosen(store);
      }
      if (call.function().makesCounters()) {
        actor.world().numbersMayRepeat();
      }
    } else if (exchange.fails()) {
      can = EnumSet.of(End.GUEST);
    }
    Outcome outcome = actor.stay(store, step, which, can, body);
    switch (outcome.end()) {
      case RETURNS, SCRIPTED -> call.returned(actor);
      case VALUE -> {
        call.undo();
        leave(store);
        probe(actor, call);
      }
      default -> {
        call.end();
        leave(store);
      }
    }
  }

  private static void leave(StoreModel store) {
    if (!store.isLoose()) {
      store.occupy(null);
    }
  }

  /** Whether a store is lost by arguments that make no sense, it says itself. */
  private static void probe(Actor actor, CallModel call) {
    StoreModel store = call.store();
    InstanceModel instance = call.instance();
    if (instance == null) {
      return;
    }
    Func add = instance.func(GuestFunction.ADD);
    Outcome outcome =
        actor.stay(
            store,
            Step.NONE,
            "a call after one that made no sense",
            EnumSet.of(End.RETURNS, End.STATE),
            () -> {
              add.begin().close();
              return null;
            });
    if (outcome.end() == End.STATE) {
      store.become(StoreModel.Status.LOST);
    }
  }

  static void read(Actor actor, Step step) {
    CallModel call = pick(actor, step.dice());
    if (call != null) {
      read(actor, call);
    }
  }

  private static void read(Actor actor, CallModel call) {
    StoreModel store = call.store();
    Exchange exchange = call.exchange();
    Set<End> valid = EnumSet.of(End.RETURNS);
    if (call.isSpent()) {
      // Nothing may be left that can be read once only.
      valid = EnumSet.of(End.STATE, End.RETURNS);
    }
    boolean allowed = call.allows(actor, State.RETURNED);
    Outcome outcome =
        actor.attempt(
            store,
            "Call.result of " + call.function(),
            ends(actor, call, State.RETURNED, valid),
            () -> {
              ImageReader reader = call.call().result();
              View<ImageReader> view = store.view(reader);
              view.use(actor);
              call.hasReader(view);
              actor.shelfOf(store).readers().add(view, new Dice(call.hashCode()));
              return exchange == null ? null : exchange.read(reader);
            });
    if (!outcome.returned() || exchange == null || !allowed || store.isLoose() || call.isSpent()) {
      return;
    }
    Answers.check(actor, call.function() + " by images: ", exchange, outcome.value());
    exchange.returned(outcome.value(), actor);
    if (exchange.hasHandles()) {
      call.spend();
    }
  }

  static void close(Actor actor, Step step) {
    CallModel call = pick(actor, step.dice());
    if (call != null) {
      close(actor, step, call);
    }
  }

  static void close(Actor actor, Step step, CallModel call) {
    StoreModel store = call.store();
    Callable<?> body =
        () -> {
          call.call().close();
          return call;
        };
    Set<End> returns = EnumSet.of(End.RETURNS);
    if (store.isLoose()) {
      actor.stay(store, step, "Call.close", returns, body);
      if (call.isCalledBy(actor)) {
        call.end();
      }
    } else if (call.state() == State.OVER) {
      // It may stand for a call with objects that goes on.
      actor.attempt(
          store,
          "Call.close of one that is over",
          actor.isIn(store) ? EnumSet.of(End.RETURNS, End.STATE) : returns,
          body);
    } else if (!call.isCalledBy(actor)) {
      actor.attempt(store, "Call.close by another thread", returns, body);
    } else if (call.state() == State.RUNNING) {
      actor.attempt(store, "Call.close of one that runs", EnumSet.of(End.STATE), body);
    } else {
      if (call.state() == State.OPEN) {
        call.undo();
      } else {
        call.end();
      }
      actor.stay(store, step, "Call.close", returns, body);
      leave(store);
      if (!step.inside().isEmpty()) {
        // A destructor that was interrupted has lost the store; the call had succeeded.
        probe(actor, call);
      }
    }
  }
}
