package dev.switchblade.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long something may take, in seconds: {@code 2}, {@code 0.5}. */
final class SecondsConverter implements ITypeConverter<Duration> {

  private static final Pattern FORM = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,18})?");

  /** A hundred years, which is what limits can be. */
  private static final BigDecimal MOST_NANOSECONDS =
      BigDecimal.valueOf(Duration.ofDays(36_500).toNanos());

  SecondsConverter() {}

  @Override
  public Duration convert(String text) {
    if (FORM.matcher(text).matches()) {
      BigDecimal nanoseconds = new BigDecimal(text).movePointRight(9);
      if (nanoseconds.compareTo(BigDecimal.ONE) >= 0
          && nanoseconds.compareTo(MOST_NANOSECONDS) <= 0) {
        return Duration.ofNanos(nanoseconds.longValue());
      }
    }
    throw new TypeConversionException(
        "'" + text + "' is no time: expected seconds, more than none, such as 0.5");
  }
}
