package dev.switchblade.codegen.java;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names in one place of Java: who comes first has the name, who comes next gets a {@code _}. */
final class NameScope {

  private final Set<String> taken = new HashSet<>();
  private final boolean files;

  NameScope(String... taken) {
    this(false, taken);
  }

  private NameScope(boolean files, String... taken) {
    this.files = files;
    List.of(taken).forEach(this::claim);
  }

  /** Of classes, whose files some systems tell apart by more than the case of letters only. */
  static NameScope ofClasses(String... taken) {
    return new NameScope(true, taken);
  }

  private String key(String name) {
    return files ? name.toLowerCase(Locale.ROOT) : name;
  }

  String claim(String wanted) {
    String name = wanted;
    while (!taken.add(key(name))) {
      name += "_";
    }
    return name;
  }

  boolean isTaken(String name) {
    return taken.contains(key(name));
  }
}
