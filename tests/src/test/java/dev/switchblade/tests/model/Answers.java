package dev.switchblade.tests.model;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.switchblade.ListVisitor;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds what guests answer against the model. */
final class Answers {

  private Answers() {}

  static void check(Actor actor, String what, Exchange exchange, @Nullable Object result) {
    if (!exchange.isAnswer(result)) {
      String text =
          result instanceof int[] numbers ? Arrays.toString(numbers) : String.valueOf(result);
      actor
          .world()
          .judge(
              new Violation(
                  what + Arrays.deepToString(exchange.arguments()) + " returned " + text, null));
    }
  }

  /** Looks at the list of a result that is called for in place, and keeps it. */
  static ListVisitor visitor(Exchange exchange, StoreModel store) {
    return elements -> {
      Actor actor = Objects.requireNonNull(Actor.current());
      var visit = new Visit(elements, actor);
      actor.shelfOf(store).visits().add(visit, actor.frame().dice());
      try {
        actor.performInsideUnchecked();
        byte[] expected = exchange.visited();
        byte[] seen = elements.toArray(JAVA_BYTE);
        if (!store.isLoose() && !Arrays.equals(expected, seen)) {
          String message =
              "a list that is seen in place differs at byte %d: %d bytes instead of %d"
                  .formatted(Arrays.mismatch(expected, seen), seen.length, expected.length);
          throw actor.world().fail(new Violation(message, null));
        }
      } finally {
        visit.end();
      }
    };
  }
}
