package dev.switchblade.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the name of a file or a folder. The empty one, which Java takes for this folder, is none.
 */
final class FileConverter implements ITypeConverter<Path> {

  FileConverter() {}

  @Override
  public Path convert(String text) {
    if (text.isEmpty()) {
      throw new TypeConversionException("expected the name of a file or folder, got none");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + text + "' can't be the name of a file or folder");
    }
  }
}
