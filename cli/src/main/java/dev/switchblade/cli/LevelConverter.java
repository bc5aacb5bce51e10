package dev.switchblade.cli;

import dev.switchblade.Engine.OptimizationLevel;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how much to optimize. */
final class LevelConverter implements ITypeConverter<OptimizationLevel> {

  LevelConverter() {}

  @Override
  public OptimizationLevel convert(String text) {
    for (OptimizationLevel level : OptimizationLevel.values()) {
      if (level.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
        return level;
      }
    }
    throw new TypeConversionException(
        "'" + text + "' is no level: expected one of none, speed, speed-and-size");
  }
}
