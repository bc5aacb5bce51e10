package dev.switchblade.wasi;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What time it is for guests. Thread-safe. */
public final class WasiClock {

  private static final VarHandle NUMBER = ValueLayout.JAVA_LONG.varHandle();
  private static final WasiClock REAL =
      new WasiClock(SwitchbladeH.SB_CLOCK_REAL(), 0, MemorySegment.NULL);

  /** An {@code sb_clock}. */
  private final int kind;

  private final long wall;

  /**
   * The wall clock and the monotonic clock, in nanoseconds. Native code reads each with acquire
   * ({@code wasi/clocks.rs}), paired with {@link #advance}: a guest that has seen a time sees what
   * was done before the clock was moved to it. Of the two, one may be seen before the other.
   */
  private final MemorySegment numbers;

  private WasiClock(int kind, long wall, MemorySegment numbers) {
    this.kind = kind;
    this.wall = wall;
    this.numbers = numbers;
  }

  /** The machine's clocks. */
  public static WasiClock real() {
    return REAL;
  }

  /**
   * Clocks that stand still. A guest that sleeps sleeps in real time.
   *
   * @param now what the wall clock says, from 1970 to 2262
   */
  public static WasiClock fixed(Instant now) {
    return new WasiClock(SwitchbladeH.SB_CLOCK_FIXED(), nanoseconds(now), MemorySegment.NULL);
  }

  /**
   * Clocks that go when {@link #advance} is called. A guest that sleeps sleeps until then.
   *
   * @param start what the wall clock says at first, from 1970 to 2262
   */
  public static WasiClock stepped(Instant start) {
    MemorySegment numbers = Arena.ofAuto().allocate(16, 8);
    numbers.set(ValueLayout.JAVA_LONG, 0, nanoseconds(start));
    return new WasiClock(SwitchbladeH.SB_CLOCK_STEPPED(), 0, numbers);
  }

  private static long nanoseconds(Instant instant) {
    long nanoseconds;
    try {
      nanoseconds =
          Math.addExact(
              Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    } catch (ArithmeticException e) {
      nanoseconds = -1;
    }
    if (nanoseconds < 0) {
      throw new IllegalArgumentException(
          "clock: expected a time from 1970 to 2262, got " + instant);
    }
    return nanoseconds;
  }

  /**
   * Moves the clocks on.
   *
   * @param by how far, not negative
   * @throws IllegalStateException if the clocks are not {@link #stepped}
   */
  public void advance(Duration by) {
    Objects.requireNonNull(by, "by");
    if (!isStepped()) {
      throw new IllegalStateException("only a stepped clock can be moved on");
    }
    if (by.isNegative()) {
      throw new IllegalArgumentException("clock: expected a duration of 0 or more, got " + by);
    }
    long _ = (long) NUMBER.getAndAdd(numbers, 0L, by.toNanos());
    long _ = (long) NUMBER.getAndAdd(numbers, 8L, by.toNanos());
  }

  /** Which clocks these are, and what the wall clock says unless they are the machine's. */
  @Override
  public String toString() {
    if (this == REAL) {
      return "real";
    }
    long now = isStepped() ? (long) NUMBER.getVolatile(numbers, 0L) : wall;
    Instant instant = Instant.EPOCH.plusNanos(now);
    return (isStepped() ? "stepped, " : "fixed, ") + instant;
  }

  private boolean isStepped() {
    return kind == SwitchbladeH.SB_CLOCK_STEPPED();
  }

  /** Which {@code sb_clock} it is. */
  int kind() {
    return kind;
  }

  /** What {@code sb_wasi_new} needs to know of it; an address is valid as long as this. */
  long number() {
    return isStepped() ? numbers.address() : wall;
  }
}
