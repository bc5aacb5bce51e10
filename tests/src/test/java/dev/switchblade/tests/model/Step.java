package dev.switchblade.tests.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * One thing that is done.
 *
 * @param number its position in the sequence, all steps counted
 * @param deed what is done
 * @param entropy decides to what, and with which values
 * @param inside what is done meanwhile, by what the guest calls
 */
record Step(int number, Deed deed, long entropy, List<Step> inside) {

  /** No step of a sequence: what ends it. */
  static final Step NONE = new Step(-1, Deed.NOTHING, 0, List.of());

  Dice dice() {
    return new Dice(entropy);
  }

  /** The steps of a list that are kept, without those inside that aren't. */
  static List<Step> keep(List<Step> steps, BitSet kept) {
    List<Step> rest = new ArrayList<>();
    for (Step step : steps) {
      if (kept.get(step.number)) {
        rest.add(new Step(step.number, step.deed, step.entropy, keep(step.inside, kept)));
      }
    }
    return rest;
  }

  void describe(StringBuilder text, String indent) {
    text.append(indent).append(number).append(' ').append(deed).append('\n');
    inside.forEach(step -> step.describe(text, indent + "  "));
  }
}
