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
   * @throws UnsatisfiedLinkError as {@link dev.switchblade.Engine#create}
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
    refuse(Unsupported.in(document));
    var code = new WorldCode(document, options);
    refuse(code.unknownMappings());
    refuse(code.tooLarge());
    return new GeneratedSources(code.name(), code.files(), document.sources());
  }

  /** Throws a complaint, if there is one. */
  private static void refuse(String complaint) {
    if (!complaint.isEmpty()) {
      throw new GenerationException(complaint);
    }
  }
}
