package dev.switchblade.abi;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map that nobody can change, and that {@link Immutable} knows; its entries have an order. */
final class ImmutableMap<K, V> extends AbstractMap<K, V> {

  private final Map<K, V> entries;

  /**
   * Makes one.
   *
   * @param entries a map that nobody else keeps, in the order that this one has
   */
  ImmutableMap(Map<K, V> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return entries.entrySet();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return entries.containsKey(key);
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    return entries.get(key);
  }
}
