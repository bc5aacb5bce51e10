package dev.switchblade.tests.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/**
 * What is done in one world: first by one thread, then perhaps by three at once, then by one.
 *
 * @param seed what it was made from
 * @param size how many steps it had before some were left out
 * @param kept the numbers of the steps that are left
 * @param alone what is done first
 * @param together what three threads do at once; empty if the sequence has but one thread
 * @param after what is done last
 */
record Sequence(
    long seed,
    int size,
    BitSet kept,
    List<Step> alone,
    List<List<Step>> together,
    List<Step> after) {

  private static final int DEEPEST = 3;

  /** Makes the steps of one seed. */
  private static final class Maker {
    private final SplittableRandom random;
    private int number;

    Maker(long seed) {
      random = new SplittableRandom(seed);
    }

    List<Step> steps(int count, int depth) {
      List<Step> steps = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        Deed deed = depth == 0 ? Deed.outside(random) : Deed.inside(random);
        int own = number++;
        long entropy = random.nextLong();
        boolean more = deed.hasInside() && depth < DEEPEST && random.nextInt(1 + depth) == 0;
        List<Step> inside = more ? steps(random.nextInt(5), depth + 1) : List.of();
        steps.add(new Step(own, deed, entropy, inside));
      }
      return steps;
    }
  }

  static Sequence of(long seed) {
    var maker = new Maker(seed);
    boolean racing = maker.random.nextInt(4) == 0;
    List<Step> alone = maker.steps(racing ? 4 + maker.random.nextInt(8) : 8, 0);
    List<List<Step>> together = new ArrayList<>();
    if (racing) {
      for (int i = 0; i < 3; i++) {
        together.add(maker.steps(4 + maker.random.nextInt(6), 0));
      }
    }
    List<Step> after = maker.steps(2 + maker.random.nextInt(racing ? 4 : 12), 0);
    var all = new BitSet();
    all.set(0, maker.number);
    return new Sequence(seed, maker.number, all, alone, together, after);
  }

  /** Reads what {@link #name} gives. */
  static Sequence parse(String name) {
    int slash = name.indexOf('/');
    if (slash < 0) {
      return of(Long.parseLong(name));
    }
    var kept = new BitSet();
    for (String number : name.substring(slash + 1).split(",", -1)) {
      if (!number.isEmpty()) {
        kept.set(Integer.parseInt(number));
      }
    }
    return of(Long.parseLong(name.substring(0, slash))).keep(kept);
  }

  /** The same with these steps only. */
  Sequence keep(BitSet numbers) {
    return new Sequence(
        seed,
        size,
        numbers,
        Step.keep(alone, numbers),
        together.stream().map(steps -> Step.keep(steps, numbers)).toList(),
        Step.keep(after, numbers));
  }

  /** The seed, and the numbers of the steps if some were left out: it repeats the sequence. */
  String name() {
    if (kept.cardinality() == size) {
      return Long.toString(seed);
    }
    var numbers = new StringJoiner(",");
    kept.stream().forEach(number -> numbers.add(Integer.toString(number)));
    return seed + "/" + numbers;
  }

  /** Says whether it does the same each time. */
  boolean isRepeatable() {
    return together.isEmpty();
  }

  /** The steps, one a line. */
  String describe() {
    var text = new StringBuilder();
    alone.forEach(step -> step.describe(text, "  "));
    for (int i = 0; i < together.size(); i++) {
      text.append("  thread ").append(i).append(":\n");
      together.get(i).forEach(step -> step.describe(text, "    "));
    }
    if (!together.isEmpty()) {
      text.append("  afterwards:\n");
    }
    after.forEach(step -> step.describe(text, "  "));
    return text.toString();
  }
}
