package dev.switchblade.bindings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What jextract wrote: the C declarations in its comments, and the layouts in its code. */
final class JextractOutput {

  /** The comments' declarations, each as C. */
  final CDeclarations declarations;

  /** The layouts of result and parameters of functions and function pointers. */
  final Map<String, List<String>> descriptors = new LinkedHashMap<>();

  /** The layouts of fields and the padding between them, as {@code layout name}. */
  final Map<String, List<String>> layouts = new LinkedHashMap<>();

  /** The values in the code. */
  final Map<String, Long> constants = new LinkedHashMap<>();

  private static final Pattern SNIPPET =
      Pattern.compile("\\{@snippet lang=c :\n(.*?)\n *\\* \\}\n *\\*/", Pattern.DOTALL);
  private static final Pattern FUNCTION =
      Pattern.compile(
          "class (\\w+) \\{\\s+public static final FunctionDescriptor DESC ="
              + " FunctionDescriptor\\.(of|ofVoid)\\(([^)]*)\\);");
  private static final Pattern FUNCTION_POINTER =
      Pattern.compile("FunctionDescriptor \\$DESC = FunctionDescriptor\\.(of|ofVoid)\\(([^)]*)\\)");
  private static final Pattern STRUCT =
      Pattern.compile(
          "GroupLayout \\$LAYOUT = MemoryLayout\\.structLayout\\((.*?)\n    \\)", Pattern.DOTALL);
  private static final Pattern CONSTANT =
      Pattern.compile("private static final (?:int|long) (\\w+) = (?:\\(\\w+\\))?(-?\\d+)L?;");

  private JextractOutput(CDeclarations declarations) {
    this.declarations = declarations;
  }

  static JextractOutput read(Path folder) throws IOException {
    var sources = new LinkedHashMap<String, String>();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        sources.put(name, Files.readString(file).replace("\r\n", "\n"));
      }
    }
    var c = new StringBuilder();
    for (String source : sources.values()) {
      for (Matcher m = SNIPPET.matcher(source); m.find(); ) {
        String declaration = m.group(1).replaceAll("(?m)^ *\\* ?", "").strip();
        if (declaration.startsWith("enum ")) {
          // "enum kind.CONSTANT = 1" is not C.
          declaration = "enum { " + declaration.substring(declaration.indexOf('.') + 1) + " }";
        }
        c.append(declaration).append(declaration.startsWith("#") ? "\n" : ";\n");
      }
    }
    var output = new JextractOutput(CDeclarations.parse(c.toString()));
    sources.forEach(output::readCode);
    return output;
  }

  private void readCode(String className, String source) {
    for (Matcher m = FUNCTION.matcher(source); m.find(); ) {
      descriptors.put(m.group(1), descriptor(m.group(2), m.group(3)));
    }
    for (Matcher m = FUNCTION_POINTER.matcher(source); m.find(); ) {
      descriptors.put(className, descriptor(m.group(1), m.group(2)));
    }
    for (Matcher m = STRUCT.matcher(source); m.find(); ) {
      layouts.put(className, members(m.group(1)));
    }
    for (Matcher m = CONSTANT.matcher(source); m.find(); ) {
      constants.put(m.group(1), Long.valueOf(m.group(2)));
    }
  }

  private static List<String> descriptor(String form, String layouts) {
    var all = new ArrayList<String>();
    if (form.equals("ofVoid")) {
      all.add("void");
    }
    for (String layout : layouts.split(",", -1)) {
      if (!layout.isBlank()) {
        all.add(layout.strip().replace("SwitchbladeH.", ""));
      }
    }
    return all;
  }

  private static List<String> members(String code) {
    var members = new ArrayList<String>();
    for (String line : code.strip().lines().toList()) {
      String member = line.strip().replaceAll(",$", "").replace("SwitchbladeH.", "");
      members.add(
          member
              .replaceAll("^MemoryLayout\\.paddingLayout\\((\\d+)\\)$", "padding $1")
              .replaceAll("^(.*)\\.withName\\(\"(\\w+)\"\\)$", "$1 $2"));
    }
    return members;
  }
}
