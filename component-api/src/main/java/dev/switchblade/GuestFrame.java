package dev.switchblade;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One function on a guest's stack.
 *
 * @param function its name, demangled, or {@code function N} where the component has no names
 * @param module the name of the core module it is in, or an empty string
 * @param file the source file, or an empty string; known if the component carries DWARF
 * @param line the line in it, counted from 1
 * @param column the column in it, counted from 1
 * @param offset the offset of the instruction in the WebAssembly binary, in bytes
 * @param part the part of a composition that it is in, such as {@code auth}; of compositions within
 *     compositions with {@code /} between, and with {@code or } between those of one component.
 *     Empty if it is in no part
 */
public record GuestFrame(
    String function,
    String module,
    String file,
    OptionalInt line,
    OptionalInt column,
    OptionalLong offset,
    String part) {

  /** A function in no part of a composition. */
  public GuestFrame(
      String function,
      String module,
      String file,
      OptionalInt line,
      OptionalInt column,
      OptionalLong offset) {
    this(function, module, file, line, column, offset, "");
  }

  /** As in {@code resize::decode (src/decode.rs:41)}, or {@code auth: check (src/check.rs:7)}. */
  @Override
  public String toString() {
    var text = new StringBuilder(part.isEmpty() ? "" : part + ": ").append(function);
    if (!file.isEmpty()) {
      text.append(" (").append(file);
      if (line.isPresent()) {
        text.append(':').append(line.getAsInt());
      }
      text.append(')');
    } else if (offset.isPresent()) {
      text.append(" (");
      if (!module.isEmpty()) {
        text.append(module).append(' ');
      }
      text.append("at 0x").append(Long.toHexString(offset.getAsLong())).append(')');
    }
    return text.toString();
  }
}
