package dev.switchblade.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A number of bytes as users write it: {@code 65536}, {@code 64KiB}, {@code 64M}.
 *
 * @param bytes the number
 */
record MemorySize(long bytes) {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,18})\\s*([kmg]?)(i?b)?");

  /**
   * Reads a size. Units are powers of 1024, with or without the {@code i}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static MemorySize parse(String text) {
    Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "`" + text + "` is not a size: expected something like 64MiB, 512KiB or 65536");
    }
    int shift =
        switch (matcher.group(2)) {
          case "k" -> 10;
          case "m" -> 20;
          case "g" -> 30;
          default -> 0;
        };
    long number = Long.parseLong(matcher.group(1));
    if (number > Long.MAX_VALUE >> shift) {
      throw new IllegalArgumentException(
          "`" + text + "` is more than there is: expected something like 64MiB");
    }
    return new MemorySize(number << shift);
  }

  /** Reads a size for picocli. */
  static final class Converter implements ITypeConverter<MemorySize> {

    Converter() {}

    @Override
    public MemorySize convert(String text) {
      try {
        return parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
