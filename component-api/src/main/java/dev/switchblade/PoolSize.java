package dev.switchblade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many memories a pool may have here. The size of a pool costs neither time nor memory; what
 * the system lets a process have is what it takes from.
 *
 * @param mappings how many memory mappings the system allows a process, if it counts them
 * @param addressSpace how many bytes of address space it allows, if it counts them
 */
record PoolSize(OptionalLong mappings, OptionalLong addressSpace) {

  private static final Path MAPPINGS = Path.of("/proc/sys/vm/max_map_count");
  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final Pattern ADDRESS_SPACE =
      Pattern.compile("^Max address space +([0-9]+) ", Pattern.MULTILINE);

  /** As many as where Linux allows what it allows unless told otherwise. */
  private static final int USUAL = 2_000;

  private static final int MOST = 10_000;

  private static final int MOST_BYTES = 8 << 10;

  /**
   * Each memory counts as four mappings, and half of what the system allows is the guests', as
   * mappings.rs has it: a pool of this size takes a quarter of that, so that there is room for
   * another one, and for what is in none.
   */
  private static final int MAPPINGS_PER_MEMORY = 4 * 2 * 4;

  /** 4 GiB and the guard behind them; half of what there is stays the rest's. */
  private static final long ADDRESSES_PER_MEMORY = 2 * ((4L << 30) + (64L << 20));

  /** What this process is allowed. */
  static PoolSize here() {
    return new PoolSize(number(read(MAPPINGS).strip()), addressSpace(read(LIMITS)));
  }

  /** What {@code /proc/PID/limits} says; empty where it is unlimited. */
  static OptionalLong addressSpace(String limits) {
    Matcher line = ADDRESS_SPACE.matcher(limits);
    return line.find() ? number(line.group(1)) : OptionalLong.empty();
  }

  int memories() {
    long memories = USUAL;
    if (mappings.isPresent()) {
      memories = Math.min(MOST, mappings.getAsLong() / MAPPINGS_PER_MEMORY);
    }
    if (addressSpace.isPresent()) {
      memories = Math.min(memories, addressSpace.getAsLong() / ADDRESSES_PER_MEMORY);
    }
    return (int) Math.max(1, memories);
  }

  /** Empty where there is no such file, which is so on all systems but Linux. */
  private static String read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      // At once: the kernel gives what is in /proc/sys to the first read only.
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return "";
    }
  }

  private static OptionalLong number(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
