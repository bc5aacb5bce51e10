package dev.switchblade.internal.value;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Names that may have been meant. */
public final class SimilarNames {

  /** Of a long name more may be wrong than of a short one; of what is longer, no more. */
  private static final int LONGEST = 40;

  private SimilarNames() {}

  /**
   * The name that is nearest to another one, if it is so near that a slip of the finger may have
   * made the difference; otherwise null.
   */
  public static @Nullable String nearest(String name, Collection<String> known) {
    int least = 2 + Math.min(name.length(), LONGEST) / 4;
    String nearest = null;
    for (String other : known) {
      int distance = distance(name, other, least);
      if (distance < least) {
        least = distance;
        nearest = other;
      }
    }
    return nearest;
  }

  /**
   * How many characters have to be put in, left out, replaced or swapped with their neighbour;
   * {@code enough} if that is as many or more.
   */
  static int distance(String one, String other, int enough) {
    if (Math.abs(one.length() - other.length()) >= enough) {
      return enough;
    }
    int[] before = new int[other.length() + 1];
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j < previous.length; j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[previous.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(previous[j - 1] + replaced, Math.min(previous[j] + 1, row[j - 1] + 1));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = previous;
      previous = row;
    }
    return Math.min(enough, previous[other.length()]);
  }
}
