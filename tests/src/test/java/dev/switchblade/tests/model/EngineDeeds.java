package dev.switchblade.tests.model;

import java.util.EnumSet;

/** What is done to engines, components and pre-instantiations, and to no store. */
final class EngineDeeds {

  private EngineDeeds() {}

  static void make(Actor actor, Step step) {
    Dice dice = step.dice();
    if (dice.oneIn(8)) {
      actor.home().rigs().add(Rig.closeable(), dice);
    }
  }

  static void close(Actor actor, Step step) {
    Dice dice = step.dice();
    Rig rig = actor.shelf(dice).rigs().pick(dice);
    if (rig != null) {
      actor.attempt(
          "closing an engine, a component or a pre-instantiation",
          EnumSet.of(End.RETURNS),
          () -> {
            rig.close(dice.below(3));
            return null;
          });
    }
  }

  static void lookUp(Actor actor, Step step) {
    Dice dice = step.dice();
    InstanceModel instance = actor.shelf(dice).instances().pick(dice);
    if (instance == null) {
      return;
    }
    if (dice.oneIn(2)) {
      actor.attempt(
          "Instance.func of no function",
          EnumSet.of(End.LINK),
          () -> instance.instance().func("nothing of the kind"));
    } else {
      GuestFunction function = GuestFunction.any(dice);
      actor.attempt(
          "Instance.func",
          EnumSet.of(End.RETURNS),
          () -> instance.instance().func(function.witName()).type().toString());
    }
  }

  static void elsewhere(Actor actor, Step step) {
    actor.elsewhere(step.inside());
  }

  /** Seldom: it takes longer than all the rest of a sequence. */
  static void collectGarbage(Actor actor, Step step) {
    if (step.dice().oneIn(40)) {
      System.gc();
    }
  }

  static void throwSomething(Actor actor, Step step) throws Exception {
    throw step.dice().oneIn(2) ? new ScriptedException() : new ScriptedException.Unchecked();
  }

  static void nothing(Actor actor, Step step) {}
}
