package dev.switchblade.codegen.java;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names in one place of Java: who comes first has the name, who comes next gets a {@code _}. */
final class NameScope {

  private final Set<String> taken = new HashSet<>();

  NameScope(String... taken) {
    this.taken.addAll(List.of(taken));
  }

  String claim(String wanted) {
    String name = wanted;
    while (!taken.add(name)) {
      name += "_";
    }
    return name;
  }

  boolean isTaken(String name) {
    return taken.contains(name);
  }
}
