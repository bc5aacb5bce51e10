package dev.switchblade.tests.nativeimage;

import dev.switchblade.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a {@code reachability-metadata.json} has to say: entries as they stand in the file, one on a
 * line.
 */
final class ReachabilityMetadata {

  /** The descriptors of calls that aren't jextract's, by the class that links them. */
  private static final Map<String, FunctionDescriptor> OWN_DESCRIPTORS =
      Map.of("dev.switchblade.bindings.SharedLibrary", FunctionDescriptor.of(ValueLayout.JAVA_INT));

  private static final String LIBRARY_RESOURCE = "dev.switchblade.bindings.LibraryResource";
  private static final String SHARED = "dev.switchblade.bindings.ffi.SwitchbladeH$shared";
  private static final String C_LIBRARY = "dev.switchblade.bindings.CLibrary";
  private static final String NUMBER_TYPE = "dev.switchblade.internal.image.NumberType";

  final SortedSet<String> downcalls = new TreeSet<>();
  final SortedSet<String> upcalls = new TreeSet<>();
  final SortedSet<String> reflection = new TreeSet<>();
  final SortedSet<String> resources = new TreeSet<>();

  /** What the code in a jar, or in a folder of classes, needs. */
  static ReachabilityMetadata of(Path place) throws IOException, ReflectiveOperationException {
    var metadata = new ReachabilityMetadata();
    for (DynamicAccess access : DynamicAccess.of(place)) {
      metadata.add(access);
    }
    return metadata;
  }

  // ---- rules: an entry for each access

  private void add(DynamicAccess access) throws ReflectiveOperationException {
    String caller = access.caller();
    switch (access.target()) {
      case "Linker.downcallHandle" -> downcalls.add(call(downcallOf(caller)));
      case "Linker.upcallStub" -> upcalls.add(call(upcallOf(caller)));
      case "SwitchbladeH.upcallHandle" -> {
        expect(access, access.constants().size() == 2);
        List<String> parameters =
            upcallOf(caller).argumentLayouts().stream()
                .map(ReachabilityMetadata::carrierOf)
                .toList();
        reflection.add(method(access.constants().get(0), access.constants().get(1), parameters));
      }
      // The callers of `upcallHandle` say of what.
      case "Lookup.findVirtual" -> expect(access, caller.equals(SHARED));
      case "Lookup.findVarHandle" -> {
        expect(access, access.constants().size() == 2);
        reflection.add(field(access.constants().get(0), access.constants().get(1)));
      }
      // Of numbers, which need no entry.
      case "Array.newInstance" -> expect(access, caller.equals(NUMBER_TYPE));
      case "ClassLoader.getResource" -> {
        expect(access, caller.equals(LIBRARY_RESOURCE));
        for (String name : libraryNames()) {
          // Whatever platform jars there are; a pattern for those that aren't, too, so that looking
          // for one that isn't there is no error.
          resources.add(glob("META-INF/native/*/" + name));
          resources.add(glob("META-INF/native/*/" + name + ".sha256"));
        }
      }
      case "Class.getResourceAsStream" -> {
        expect(access, !access.constants().isEmpty());
        String name = access.constants().getFirst();
        expect(access, name.startsWith("/"));
        resources.add(glob(name.substring(1)));
      }
      // For a symbol of the C library that the process has anyhow: no entry.
      case "Linker.defaultLookup" -> expect(access, caller.equals(C_LIBRARY));
      default -> expect(access, false);
    }
  }

  private static void expect(DynamicAccess access, boolean known) {
    if (!known) {
      throw new AssertionError(
          access.caller()
              + " calls "
              + access.target()
              + " (with the constants "
              + access.constants()
              + "), which native-image has to be told of, and there is no rule for it. Do without"
              + " it if you can; otherwise add to this class's rules which entries it needs.");
    }
  }

  /** jextract gives each function a class with a constant for what it takes and returns. */
  private static FunctionDescriptor downcallOf(String caller) throws ReflectiveOperationException {
    FunctionDescriptor own = OWN_DESCRIPTORS.get(caller);
    if (own != null) {
      return own;
    }
    var field = Class.forName(caller).getDeclaredField("DESC");
    field.setAccessible(true);
    return (FunctionDescriptor) field.get(null);
  }

  /** jextract gives each type of functions a class with a method for it. */
  private static FunctionDescriptor upcallOf(String caller) throws ReflectiveOperationException {
    return (FunctionDescriptor) Class.forName(caller).getMethod("descriptor").invoke(null);
  }

  private static List<String> libraryNames() throws ReflectiveOperationException {
    Class<?> platform = Class.forName("dev.switchblade.bindings.Platform");
    Method name = platform.getDeclaredMethod("libraryName");
    name.setAccessible(true);
    var names = new TreeSet<String>();
    for (Object each : platform.getEnumConstants()) {
      names.add((String) name.invoke(each));
    }
    return List.copyOf(names);
  }

  // ---- entries

  private static String call(FunctionDescriptor descriptor) {
    return call(
        descriptor.returnLayout().map(ReachabilityMetadata::carrierOf).orElse("void"),
        descriptor.argumentLayouts().stream().map(ReachabilityMetadata::carrierOf).toList());
  }

  private static String carrierOf(MemoryLayout layout) {
    if (layout instanceof ValueLayout value) {
      return value.carrier().getName();
    }
    throw new AssertionError("add a rule for what is passed by value: " + layout);
  }

  /**
   * An entry of {@code downcalls} or {@code upcalls}.
   *
   * @param result the name of the Java type that is returned
   * @param parameters the names of those that are passed
   */
  static String call(String result, List<String> parameters) {
    return "{ \"returnType\": "
        + quoted(typeOf(result))
        + ", \"parameterTypes\": "
        + list(parameters.stream().map(ReachabilityMetadata::typeOf))
        + " }";
  }

  /** The C type of that size on all platforms. */
  private static String typeOf(String carrier) {
    return switch (carrier) {
      case "java.lang.foreign.MemorySegment" -> "void*";
      case "boolean" -> "bool";
      case "byte" -> "char";
      case "long" -> "long long";
      case "void", "short", "int", "float", "double" -> carrier;
      default -> throw new AssertionError("add a rule for " + carrier);
    };
  }

  static String method(String type, String name, List<String> parameters) {
    return "{ \"type\": "
        + quoted(type)
        + ", \"methods\": [{ \"name\": "
        + quoted(name)
        + ", \"parameterTypes\": "
        + list(parameters.stream())
        + " }] }";
  }

  static String field(String type, String name) {
    return "{ \"type\": " + quoted(type) + ", \"fields\": [{ \"name\": " + quoted(name) + " }] }";
  }

  static String glob(String pattern) {
    return "{ \"glob\": " + quoted(pattern) + " }";
  }

  private static String list(Stream<String> texts) {
    return texts.map(ReachabilityMetadata::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  // ---- the file

  /** The name of an artifact's file as a resource. */
  static String name(String artifact) {
    return "META-INF/native-image/dev.switchblade/" + artifact + "/reachability-metadata.json";
  }

  /** What is in such a file; nothing if there is none. */
  static String textOf(String name) throws IOException {
    try (InputStream in = Engine.class.getClassLoader().getResourceAsStream(name)) {
      return in == null
          ? ""
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }

  /** What should be in it. */
  String toJson() {
    List<String> sections = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    addSection(foreign, "    ", "downcalls", downcalls);
    addSection(foreign, "    ", "upcalls", upcalls);
    if (!foreign.isEmpty()) {
      sections.add("  \"foreign\": {\n" + String.join(",\n", foreign) + "\n  }");
    }
    addSection(sections, "  ", "reflection", reflection);
    addSection(sections, "  ", "resources", resources);
    return "{\n" + String.join(",\n", sections) + "\n}\n";
  }

  private static void addSection(
      List<String> sections, String indent, String name, SortedSet<String> entries) {
    if (!entries.isEmpty()) {
      sections.add(
          entries.stream()
              .map(entry -> indent + "  " + entry)
              .collect(
                  Collectors.joining(
                      ",\n", indent + "\"" + name + "\": [\n", "\n" + indent + "]")));
    }
  }
}
