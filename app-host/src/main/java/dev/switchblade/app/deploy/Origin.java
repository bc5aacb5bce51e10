package dev.switchblade.app.deploy;

import dev.switchblade.Component;
import java.util.Map;

/**
 * What a version is made of.
 *
 * @param source where its component comes from
 * @param keepsComponent whether that is the caller's, who closes it
 * @param parts what it is assembled of, by name; empty if it is all of a piece
 */
record Origin(Source source, boolean keepsComponent, Map<String, byte[]> parts) {

  static Origin of(Source source) {
    return new Origin(source, false, Map.of());
  }

  static Origin of(Component component) {
    return new Origin(Source.named(component.name(), _ -> component), true, Map.of());
  }

  static Origin of(String name, Map<String, byte[]> parts, Assembly assembly) {
    return new Origin(Source.named(name, engine -> assembly.assemble(engine, parts)), false, parts);
  }

  String name() {
    return source.name();
  }
}
