package dev.switchblade.codegen;

import dev.switchblade.CompilationException;
import dev.switchblade.codegen.java.WorldCode;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.wit.Wit;

/** Makes Java from WIT. */
public final class Generator {

  private Generator() {}

  /**
   * Makes the Java of a world. What is made depends on nothing but the WIT and the options.
   *
   * @throws GenerationException if the WIT is wrong, or has something that Java can't have yet
   * @throws UnsatisfiedLinkError if there is no native library for this platform
   */
  public static GeneratedSources generate(GeneratorOptions options) {
    byte[] json;
    try {
      json =
          Wit.resolve(options.input(), options.world(), options.features(), options.allFeatures());
    } catch (CompilationException e) {
      throw new GenerationException(String.valueOf(e.getMessage()), e);
    }
    Document document = Document.read(json);
    String unsupported = Unsupported.in(document);
    if (!unsupported.isEmpty()) {
      throw new GenerationException(unsupported);
    }
    String unknown = WorldCode.unknownMappings(document, options);
    if (!unknown.isEmpty()) {
      throw new GenerationException(unknown);
    }
    String tooLarge = WorldCode.tooLarge(document, options);
    if (!tooLarge.isEmpty()) {
      throw new GenerationException(tooLarge);
    }
    return new GeneratedSources(
        WorldCode.nameOf(document, options), WorldCode.of(document, options), document.sources());
  }
}
