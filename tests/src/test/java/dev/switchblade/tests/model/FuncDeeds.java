package dev.switchblade.tests.model;

import dev.switchblade.Func;
import dev.switchblade.ListVisitor;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls with Java objects. */
final class FuncDeeds {

  private FuncDeeds() {}

  static void call(Actor actor, Step step) {
    Dice dice = step.dice();
    InstanceModel instance = actor.shelf(dice).instances().pick(dice);
    if (instance == null) {
      return;
    }
    GuestFunction function = GuestFunction.any(dice);
    Exchange exchange = function.exchange(actor, instance, dice);
    if (exchange == null) {
      return;
    }
    Func func = instance.func(function);
    Outcome outcome =
        whole(actor, step, instance, exchange, func, () -> func.call(exchange.arguments()));
    if (outcome.returned() && !exchange.isRefused() && !instance.store().isLoose()) {
      Answers.check(actor, func.toString(), exchange, outcome.value());
    }
    if (outcome.returned() && !exchange.isRefused()) {
      exchange.returned(outcome.value(), actor);
    }
  }

  static void callInPlace(Actor actor, Step step) {
    Dice dice = step.dice();
    InstanceModel instance = actor.shelf(dice).instances().pick(dice);
    if (instance == null) {
      return;
    }
    GuestFunction function =
        dice.of(GuestFunction.NUMBERS, GuestFunction.ECHO_BYTES, GuestFunction.ADD);
    Exchange exchange = function.exchange(actor, instance, dice);
    if (exchange == null) {
      return;
    }
    Func func = instance.func(function);
    ListVisitor visitor = Answers.visitor(exchange, instance.store());
    whole(
        actor,
        step,
        instance,
        exchange,
        func,
        () -> {
          func.callInPlace(visitor, exchange.arguments());
          return null;
        },
        instance.store().rig().isConcurrent()
            ? EnumSet.of(End.UNSUPPORTED)
            : EnumSet.of(End.RETURNS, End.SCRIPTED));
  }

  private static Outcome whole(
      Actor actor,
      Step step,
      InstanceModel instance,
      Exchange exchange,
      Func func,
      java.util.concurrent.Callable<? extends @Nullable Object> body) {
    return whole(
        actor,
        step,
        instance,
        exchange,
        func,
        body,
        exchange.isRefused() ? EnumSet.of(End.STATE, End.VALUE) : EnumSet.of(End.RETURNS));
  }

  private static Outcome whole(
      Actor actor,
      Step step,
      InstanceModel instance,
      Exchange exchange,
      Func func,
      java.util.concurrent.Callable<? extends @Nullable Object> body,
      Set<End> ends) {
    StoreModel store = instance.store();
    boolean begins = store.isLoose() || store.admits();
    if (begins && !exchange.isRefused()) {
      exchange.written();
      exchange.crossing();
    }
    Outcome outcome =
        actor.enter(
            store,
            step,
            func + " by Func.call",
            exchange.fails() ? EnumSet.of(End.GUEST) : ends,
            body);
    if (begins && !exchange.isRefused()) {
      if (outcome.returned()) {
        exchange.succeeded();
      } else if (outcome.end() != End.GUEST) {
        exchange.undone();
      }
    }
    return outcome;
  }

  /** Arguments of wrong types, or too few: refused before anything runs. */
  static void callWrongly(Actor actor, Step step) {
    Dice dice = step.dice();
    InstanceModel instance = actor.shelf(dice).instances().pick(dice);
    if (instance == null) {
      return;
    }
    Func func =
        instance.func(
            dice.of(
                GuestFunction.ADD,
                GuestFunction.ECHO_TEXT,
                GuestFunction.RELAY_IMAGES,
                GuestFunction.KEEP,
                GuestFunction.TAKE_COUNTER));
    @Nullable Object[] wrong =
        dice.of(
            new @Nullable Object[] {},
            new @Nullable Object[] {null, null},
            new @Nullable Object[] {1.5},
            new @Nullable Object[] {"\ud800", new int[3]});
    actor.enter(
        instance.store(),
        step,
        func + " with wrong arguments",
        EnumSet.of(End.VALUE),
        () -> func.call(wrong));
  }
}
