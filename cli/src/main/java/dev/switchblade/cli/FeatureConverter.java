package dev.switchblade.cli;

import dev.switchblade.WasmFeature;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a proposal to WebAssembly, such as {@code component-model-gc}. */
final class FeatureConverter implements ITypeConverter<WasmFeature> {

  FeatureConverter() {}

  @Override
  public WasmFeature convert(String text) {
    for (WasmFeature feature : WasmFeature.values()) {
      if (name(feature).equals(text)) {
        return feature;
      }
    }
    String known =
        Arrays.stream(WasmFeature.values())
            .map(FeatureConverter::name)
            .collect(Collectors.joining(", "));
    throw new TypeConversionException("'" + text + "' is no feature: expected one of " + known);
  }

  private static String name(WasmFeature feature) {
    return feature.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
