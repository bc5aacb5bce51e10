package dev.switchblade;

import dev.switchblade.wasi.WasiConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a store is made with: what it is called, what it may use up, what it may touch, and what
 * host functions are to know about whose guest calls them. Immutable and thread-safe, apart from
 * what is in its data.
 *
 * {@snippet :
 * var config = StoreConfig.builder()
 *     .label("tenant-7")
 *     .limits(Limits.defaults().withMemoryBytes(64 << 20))
 *     .data(Tenant.class, tenant)
 *     .build();
 * linker.root().func("logger", call -> {
 *   call.data(Tenant.class).log(call.string(0));
 *   return null;
 * });
 * }
 */
public final class StoreConfig {

  private static final StoreConfig DEFAULT = builder().build();

  private final String label;
  private final Limits limits;
  private final WasiConfig wasi;
  private final Map<Class<?>, Object> data;

  private StoreConfig(Builder builder) {
    this.label = builder.label;
    this.limits = builder.limits;
    this.wasi = builder.wasi;
    this.data = Map.copyOf(builder.data);
  }

  /**
   * The {@linkplain Limits#defaults() default limits}, nothing granted, no data, and the label
   * {@code store}.
   */
  public static StoreConfig defaults() {
    return DEFAULT;
  }

  /** Starts from the {@linkplain #defaults() defaults}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts from what this has. */
  public Builder toBuilder() {
    Builder builder = new Builder().label(label).limits(limits).wasi(wasi);
    builder.data = data;
    return builder;
  }

  /** What the store is called in events and logs, such as a tenant's name. */
  public String label() {
    return label;
  }

  /** What it may use up. */
  public Limits limits() {
    return limits;
  }

  /** What it may touch. */
  public WasiConfig wasi() {
    return wasi;
  }

  /**
   * What host functions are to know about the store, of one class.
   *
   * @param type the class that it was {@linkplain Builder#data added} with
   * @param <T> that class
   * @throws IllegalStateException if there is nothing of that class
   */
  public <T> T data(Class<T> type) {
    Object value = data.get(Objects.requireNonNull(type, "type"));
    if (value == null) {
      throw new IllegalStateException(
          "the store "
              + label
              + " was made without data of "
              + type
              + ": add it with StoreConfig.Builder.data");
    }
    return type.cast(value);
  }

  /** Says whether there is data of a class. */
  public boolean hasData(Class<?> type) {
    return data.containsKey(Objects.requireNonNull(type, "type"));
  }

  /** The same with another {@link #label}. */
  public StoreConfig withLabel(String name) {
    return toBuilder().label(name).build();
  }

  /** The same with other {@link #limits}. */
  public StoreConfig withLimits(Limits most) {
    return toBuilder().limits(most).build();
  }

  /** The same with other {@link #wasi} grants. */
  public StoreConfig withWasi(WasiConfig grants) {
    return toBuilder().wasi(grants).build();
  }

  /**
   * The same with data for host functions; see {@link Builder#data}.
   *
   * @param type the class by which host functions ask for it
   * @param value the data
   * @param <T> the class
   */
  public <T> StoreConfig withData(Class<T> type, T value) {
    return toBuilder().data(type, value).build();
  }

  /** Says whether another one has the same label, limits, grants and data. */
  @Override
  public boolean equals(Object other) {
    return other instanceof StoreConfig config
        && label.equals(config.label)
        && limits.equals(config.limits)
        && wasi.equals(config.wasi)
        && data.equals(config.data);
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, limits, wasi, data);
  }

  /** The label, the limits, and what is granted. Data is not shown: it may be secret. */
  @Override
  public String toString() {
    return "StoreConfig[label=" + label + ", limits=" + limits + ", wasi=" + wasi + "]";
  }

  /** A configuration that is being made. Not thread-safe. */
  public static final class Builder {
    private String label = "store";
    private Limits limits = Limits.defaults();
    private WasiConfig wasi = WasiConfig.denied();

    /** Copied before it is changed. */
    private Map<Class<?>, Object> data = Map.of();

    private Builder() {}

    /**
     * Sets what the store is called in events and logs.
     *
     * @param name such as a tenant's name
     * @return this
     */
    public Builder label(String name) {
      label = Objects.requireNonNull(name, "label");
      return this;
    }

    /**
     * Sets what the store may use up.
     *
     * @param most the limits
     * @return this
     */
    public Builder limits(Limits most) {
      limits = Objects.requireNonNull(most, "limits");
      return this;
    }

    /**
     * Sets what the store may touch.
     *
     * @param grants the capabilities
     * @return this
     */
    public Builder wasi(WasiConfig grants) {
      wasi = Objects.requireNonNull(grants, "wasi");
      return this;
    }

    /**
     * Adds what host functions are to know about the store, by {@link HostCall#data} or {@link
     * dev.switchblade.abi.ImageReader#config}: whose guest it is that calls them. A linker is
     * shared by all stores; what belongs to one of them goes here. Guests see nothing of it.
     *
     * @param type the very class by which host functions ask for it. Of each class there is one:
     *     what was added before by the same class is replaced. So it is best a class of the
     *     program's own, and not {@link String}
     * @param value the data; several threads use it at once if the stores that are made with this
     *     configuration are used so
     * @param <T> the class
     * @return this
     */
    public <T> Builder data(Class<T> type, T value) {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(value, "value");
      if (!type.isInstance(value)) {
        throw new IllegalArgumentException(
            "expected data of " + type + ", got an object of " + value.getClass());
      }
      Map<Class<?>, Object> more = new HashMap<>(data);
      more.put(type, value);
      data = more;
      return this;
    }

    /** Makes the configuration. */
    public StoreConfig build() {
      return new StoreConfig(this);
    }
  }
}
