package dev.switchblade.cli;

import dev.switchblade.Engine.Compiler;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what compiles. */
public final class CompilerConverter implements ITypeConverter<Compiler> {

  /** Makes one. */
  public CompilerConverter() {}

  @Override
  public Compiler convert(String text) {
    for (Compiler compiler : Compiler.values()) {
      if (compiler.name().toLowerCase(Locale.ROOT).equals(text)) {
        return compiler;
      }
    }
    throw new TypeConversionException("'" + text + "' is no compiler: expected cranelift or winch");
  }
}
