package dev.switchblade.codegen;

import dev.switchblade.codegen.wit.Document;
import dev.switchblade.wit.Wit;
import java.nio.file.Path;
import java.util.List;

/**
 * What is generated for.
 *
 * @param path a WIT folder or file
 * @param world empty if there is only one
 * @param features those that are on
 * @param allFeatures whether all are
 * @param throwErrors whether functions throw the errors of their results
 */
record WitInput(
    Path path, String world, List<String> features, boolean allFeatures, boolean throwErrors) {

  /** Options that generate for it. */
  GeneratorOptions.Builder options() {
    var options =
        GeneratorOptions.builder(path)
            .world(world)
            .allFeatures(allFeatures)
            .implementWasi(true)
            .throwErrors(throwErrors);
    features.forEach(options::feature);
    return options;
  }

  /** What it says. */
  Document document() {
    return Document.read(Wit.resolve(path, world, features, allFeatures));
  }
}
