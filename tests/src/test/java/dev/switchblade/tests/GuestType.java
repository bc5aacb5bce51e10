package dev.switchblade.tests;

import dev.switchblade.wit.WitType;
import java.util.List;

/**
 * The only type of a component.
 *
 * @param definitions what the component's text must have before it
 * @param text as the text format writes it
 * @param flat the core values that it flattens to
 */
record GuestType(String definitions, String text, List<String> flat) {

  /** Reads a type as WIT writes it. */
  static GuestType of(String wit) {
    WitType type = WitParser.parse(wit);
    var types = new GuestTypes();
    String text = types.text(type);
    return new GuestType(types.definitions(), text, CanonicalAbi.flat(type));
  }
}
