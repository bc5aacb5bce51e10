package dev.switchblade;

import java.util.Objects;

/**
 * What a store is made with.
 *
 * @param label what the store is called in events and logs, such as a tenant's name
 * @param limits what it may use up
 * @param wasi what it may touch
 */
public record StoreConfig(String label, Limits limits, WasiConfig wasi) {

  private static final StoreConfig DEFAULT =
      new StoreConfig("store", Limits.defaults(), WasiConfig.denied());

  /** Requires all of it. */
  public StoreConfig {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(wasi, "wasi");
  }

  /** The {@linkplain Limits#defaults() default limits}, and nothing granted. */
  public static StoreConfig defaults() {
    return DEFAULT;
  }

  /** The same with another {@link #label}. */
  public StoreConfig withLabel(String name) {
    return new StoreConfig(name, limits, wasi);
  }

  /** The same with other {@link #limits}. */
  public StoreConfig withLimits(Limits most) {
    return new StoreConfig(label, most, wasi);
  }

  /** The same with other {@link #wasi} grants. */
  public StoreConfig withWasi(WasiConfig grants) {
    return new StoreConfig(label, limits, grants);
  }
}
