package dev.switchblade.bindings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares three accounts of the native interface: the C headers, the list of symbols, and what
 * jextract wrote for it.
 */
final class BindingsCheck {

  private final CDeclarations extension;
  private final @Nullable CDeclarations official;
  private final SymbolList listed;
  private final JextractOutput output;
  private final List<String> differences = new ArrayList<>();

  /**
   * @param extension what {@code switchblade.h} declares
   * @param official what Wasmtime's headers declare, null if they are not there
   */
  BindingsCheck(
      CDeclarations extension,
      @Nullable CDeclarations official,
      SymbolList listed,
      JextractOutput output) {
    this.extension = extension;
    this.official = official;
    this.listed = listed;
    this.output = output;
  }

  /** Says what differs, one text for each symbol; nothing if all is well. */
  List<String> differences() {
    differences.clear();
    CDeclarations written = output.declarations;
    compareNames("function", listed.functions(), written.functions.keySet(), extension.functions);
    compareNames("constant", listed.constants(), output.constants.keySet(), extension.constants);
    compareNames("struct", listed.structs(), output.layouts.keySet(), extension.structs);
    compareNames(
        "typedef",
        listed.typedefs(),
        written.functionPointers.keySet(),
        extension.functionPointers);

    for (String name : listed.functions()) {
      compare(name, declared(name, of -> of.functions), written.functions.get(name));
      compareDescriptor(name, written.functions.get(name));
    }
    for (String name : listed.typedefs()) {
      compare(name, declared(name, of -> of.functionPointers), written.functionPointers.get(name));
      compareDescriptor(name, written.functionPointers.get(name));
    }
    for (String name : listed.constants()) {
      Long inHeader = declared(name, of -> of.constants);
      compare(name, inHeader, written.constants.get(name));
      compare(name, inHeader, output.constants.get(name));
    }
    for (String name : listed.structs()) {
      compare(name, declared(name, of -> of.structs), written.structs.get(name));
      compareLayout(name, written.structs.get(name));
    }
    return List.copyOf(new LinkedHashSet<>(differences));
  }

  private interface Kind<T> {
    Map<String, T> in(CDeclarations declarations);
  }

  private <T> @Nullable T declared(String name, Kind<T> kind) {
    T own = kind.in(extension).get(name);
    return own != null || official == null ? own : kind.in(official).get(name);
  }

  // ---- names

  private void compareNames(
      String kind, Set<String> names, Set<String> written, Map<String, ?> declared) {
    for (String name : names) {
      if (!written.contains(name)) {
        differences.add(name + ": symbols.txt lists this " + kind + ", the bindings lack it");
      }
    }
    for (String name : written) {
      if (!names.contains(name)) {
        differences.add(name + ": the bindings have this " + kind + ", symbols.txt does not");
      }
    }
    for (String name : declared.keySet()) {
      if (!names.contains(name)) {
        differences.add(
            name + ": switchblade.h declares this " + kind + ", symbols.txt does not list it");
      }
    }
  }

  // ---- declarations

  private void compare(String name, @Nullable Object inHeader, @Nullable Object inBindings) {
    boolean isOfficial = name.startsWith("wasm");
    if (inBindings == null || (inHeader == null && isOfficial && official == null)) {
      return; // not to be known here, or said already
    }
    if (!inBindings.equals(inHeader)) {
      differences.add(
          name
              + ": the headers and the bindings differ\n    headers:  "
              + (inHeader == null ? "no such declaration" : inHeader)
              + "\n    bindings: "
              + inBindings);
    }
  }

  // ---- layouts

  private void compareDescriptor(String name, CDeclarations.@Nullable Function function) {
    if (function == null) {
      return;
    }
    var expected = new ArrayList<String>();
    expected.add(layoutOf(function.result()));
    function.parameters().forEach(parameter -> expected.add(layoutOf(parameter)));
    List<String> actual = output.descriptors.get(name);
    if (!expected.equals(actual)) {
      differences.add(
          name
              + ": the bindings' layouts don't fit the declaration "
              + function
              + "\n    expected: "
              + expected
              + "\n    bindings: "
              + actual);
    }
  }

  private void compareLayout(String name, @Nullable List<CDeclarations.Field> fields) {
    if (fields == null) {
      return;
    }
    var expected = new ArrayList<String>();
    long size = size(fields, expected);
    List<String> actual = output.layouts.get(name);
    if (!expected.equals(actual)) {
      differences.add(
          name
              + ": the bindings' layout doesn't fit the declaration "
              + fields
              + "\n    expected: "
              + expected
              + " ("
              + size
              + " bytes)\n    bindings: "
              + actual);
    }
  }

  /** Lays fields out as C does, with {@code padding n} where there is some; returns the size. */
  private long size(List<CDeclarations.Field> fields, List<String> members) {
    long offset = 0;
    long alignment = 1;
    for (CDeclarations.Field field : fields) {
      long own = alignmentOf(field.type());
      alignment = Math.max(alignment, own);
      offset = pad(offset, own, members);
      members.add(layoutOf(field.type()) + " " + field.name());
      offset += sizeOf(field.type());
    }
    return pad(offset, alignment, members);
  }

  private static long pad(long offset, long alignment, List<String> members) {
    long padding = (alignment - offset % alignment) % alignment;
    if (padding > 0) {
      members.add("padding " + padding);
    }
    return offset + padding;
  }

  private long sizeOf(String type) {
    List<CDeclarations.Field> struct = output.declarations.structs.get(type);
    if (struct != null) {
      return size(struct, new ArrayList<>());
    }
    return switch (layoutOf(type)) {
      case "C_POINTER", "C_LONG_LONG", "C_DOUBLE" -> 8;
      case "C_INT", "C_FLOAT" -> 4;
      case "C_SHORT" -> 2;
      default -> 1;
    };
  }

  private long alignmentOf(String type) {
    List<CDeclarations.Field> struct = output.declarations.structs.get(type);
    return struct == null
        ? sizeOf(type)
        : struct.stream().mapToLong(field -> alignmentOf(field.type())).max().orElse(1);
  }

  private String layoutOf(String type) {
    if (type.endsWith("*") || output.declarations.functionPointers.containsKey(type)) {
      return "C_POINTER";
    }
    if (output.declarations.structs.containsKey(type)) {
      return type + ".layout()";
    }
    return switch (type) {
      case "void" -> "void";
      case "int64_t", "uint64_t", "size_t" -> "C_LONG_LONG";
      case "int32_t", "uint32_t", "int", "unsigned int" -> "C_INT";
      case "int16_t", "uint16_t" -> "C_SHORT";
      case "int8_t", "uint8_t", "char" -> "C_CHAR";
      case "bool" -> "C_BOOL";
      case "float" -> "C_FLOAT";
      case "double" -> "C_DOUBLE";
      default -> "(this check knows no layout of " + type + ")";
    };
  }
}
