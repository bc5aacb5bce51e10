package dev.switchblade.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of units of fuel. */
final class FuelConverter implements ITypeConverter<Long> {

  private static final Pattern FORM = Pattern.compile("[0-9]{1,18}");

  FuelConverter() {}

  @Override
  public Long convert(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no number of units: expected one such as 1000000");
    }
    return Long.valueOf(text);
  }
}
