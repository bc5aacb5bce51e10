package dev.switchblade.wasi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of {@code wasi:keyvalue}. Called on the threads that are in guests: thread-safe, if
 * several stores have it.
 *
 * <p>What a method throws stops the guest with a {@link dev.switchblade.HostFunctionException}.
 */
public interface KeyValueStore {

  /** The value of a key, or null. */
  byte @Nullable [] get(String key);

  /** Sets the value of a key. */
  void set(String key, byte[] value);

  /** Removes a key; does nothing if it isn't there. */
  void delete(String key);

  /** All keys. */
  List<String> keys();

  /**
   * Replaces the value of a key, with nobody in between.
   *
   * @param change given the value, or null; returns the new one
   */
  void update(String key, UnaryOperator<byte @Nullable []> change);

  /**
   * A bucket in memory.
   *
   * @param initial what is in it at first; copied
   */
  static KeyValueStore inMemory(Map<String, byte[]> initial) {
    var values = new ConcurrentHashMap<String, byte[]>();
    initial.forEach((key, value) -> values.put(key, value.clone()));
    return new KeyValueStore() {
      @Override
      public byte @Nullable [] get(String key) {
        byte[] value = values.get(key);
        return value == null ? null : value.clone();
      }

      @Override
      public void set(String key, byte[] value) {
        values.put(key, value.clone());
      }

      @Override
      public void delete(String key) {
        values.remove(key);
      }

      @Override
      public List<String> keys() {
        return new ArrayList<>(values.keySet());
      }

      @Override
      public void update(String key, UnaryOperator<byte @Nullable []> change) {
        values.compute(key, (_, value) -> change.apply(value));
      }
    };
  }
}
