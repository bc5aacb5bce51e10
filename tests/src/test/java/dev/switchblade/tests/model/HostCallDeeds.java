package dev.switchblade.tests.model;

import dev.switchblade.HostCall;
import java.util.EnumSet;
import java.util.Set;

/** What is done to the arguments of host functions, in their time and beyond it. */
final class HostCallDeeds {

  private HostCallDeeds() {}

  static void ask(Actor actor, Step step) {
    Dice dice = step.dice();
    View<HostCall> view = actor.shelf(dice).hostCalls().pick(dice);
    if (view == null) {
      return;
    }
    HostCall call = view.object();
    int index = dice.of(0, 0, 1, -1, 2, Integer.MAX_VALUE, Integer.MIN_VALUE);
    int kind = dice.below(7);
    // Whether there is such a parameter, and of which type, depends on the function.
    Set<End> valid =
        kind == 0 ? EnumSet.of(End.RETURNS) : EnumSet.of(End.RETURNS, End.VALUE, End.POSITION);
    actor.attempt(
        view.store(),
        "HostCall method " + kind + " for argument " + index,
        view.ends(actor, valid),
        () ->
            switch (kind) {
              case 0 -> call.count();
              case 1 -> call.argument(index);
              case 2 -> call.string(index);
              case 3 -> call.int32(index);
              case 4 -> call.bytes(index);
              case 5 -> call.float64(index);
              default -> call.bool(index);
            });
  }
}
