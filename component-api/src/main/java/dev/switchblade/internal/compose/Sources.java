package dev.switchblade.internal.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The components of a composition, each once: several parts can be instances of one. */
final class Sources {

  private final List<byte[]> distinct = new ArrayList<>();

  /** The numbers of those whose contents have a hash. */
  private final Map<Integer, List<Integer>> byHash = new HashMap<>();

  /** The number of a component. */
  int add(byte[] bytes) {
    List<Integer> alike = byHash.computeIfAbsent(Arrays.hashCode(bytes), _ -> new ArrayList<>());
    for (int number : alike) {
      if (Arrays.equals(distinct.get(number), bytes)) {
        return number;
      }
    }
    alike.add(distinct.size());
    distinct.add(bytes);
    return distinct.size() - 1;
  }

  /** By number. */
  List<byte[]> distinct() {
    return distinct;
  }
}
