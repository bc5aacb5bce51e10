package dev.switchblade.tests.nativeimage;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A call in compiled code whose effect {@code native-image} has to be told of.
 *
 * @param caller the name of the class that has the call
 * @param target what is called, as {@code Lookup.findVarHandle}
 * @param constants the classes (by name) and strings that are loaded right before the call
 */
record DynamicAccess(String caller, String target, List<String> constants) {

  /** Methods that need metadata, by class. All of a class, if none is named. */
  static final Map<String, Set<String>> TARGETS =
      Map.ofEntries(
          Map.entry(
              "java.lang.foreign.Linker", Set.of("downcallHandle", "upcallStub", "defaultLookup")),
          Map.entry("java.lang.foreign.Linker$Option", Set.of()),
          Map.entry("dev.switchblade.bindings.ffi.SwitchbladeH", Set.of("upcallHandle")),
          Map.entry(
              "java.lang.foreign.Arena",
              // GraalVM 25 has it behind -H:+SharedArenaSupport.
              Set.of("ofShared")),
          Map.entry(
              "java.lang.Class",
              Set.of(
                  "forName",
                  "getField",
                  "getFields",
                  "getMethod",
                  "getMethods",
                  "getConstructor",
                  "getConstructors",
                  "getDeclaredField",
                  "getDeclaredFields",
                  "getDeclaredMethod",
                  "getDeclaredMethods",
                  "getDeclaredConstructor",
                  "getDeclaredConstructors",
                  "getRecordComponents",
                  "getPermittedSubclasses",
                  "getResource",
                  "getResourceAsStream")),
          Map.entry(
              "java.lang.ClassLoader",
              Set.of(
                  "loadClass",
                  "getResource",
                  "getResources",
                  "getResourceAsStream",
                  "getSystemResource",
                  "getSystemResources",
                  "getSystemResourceAsStream",
                  "resources")),
          Map.entry("java.lang.Module", Set.of("getResourceAsStream")),
          Map.entry(
              "java.lang.invoke.MethodHandles$Lookup",
              Set.of(
                  "findClass",
                  "findConstructor",
                  "findGetter",
                  "findSetter",
                  "findSpecial",
                  "findStatic",
                  "findStaticGetter",
                  "findStaticSetter",
                  "findStaticVarHandle",
                  "findVarHandle",
                  "findVirtual",
                  "defineClass",
                  "defineHiddenClass",
                  "unreflect",
                  "unreflectConstructor",
                  "unreflectGetter",
                  "unreflectSetter",
                  "unreflectSpecial",
                  "unreflectVarHandle")),
          Map.entry("java.lang.reflect.Array", Set.of("newInstance")),
          Map.entry("java.lang.reflect.Proxy", Set.of()),
          Map.entry("java.io.ObjectInputStream", Set.of()),
          Map.entry("java.io.ObjectOutputStream", Set.of()),
          Map.entry("java.util.ResourceBundle", Set.of()),
          Map.entry("java.util.ServiceLoader", Set.of()),
          Map.entry("java.lang.reflect.AccessibleObject", Set.of()));

  /** Finds all of them in a jar, or in a folder of classes. */
  static List<DynamicAccess> of(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      return ofFolder(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return ofFolder(jar.getPath("/"));
    }
  }

  private static List<DynamicAccess> ofFolder(Path folder) throws IOException {
    List<DynamicAccess> found = new ArrayList<>();
    List<Path> classes;
    try (var files = Files.walk(folder)) {
      classes = files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    if (classes.isEmpty()) {
      throw new IOException("there are no classes in " + folder);
    }
    for (Path file : classes) {
      ClassModel model = ClassFile.of().parse(Files.readAllBytes(file));
      String caller = model.thisClass().asInternalName().replace('/', '.');
      for (var method : model.methods()) {
        method.code().ifPresent(code -> addOf(code, caller, found));
      }
    }
    return found;
  }

  private static void addOf(CodeModel code, String caller, List<DynamicAccess> found) {
    List<String> constants = new ArrayList<>();
    for (CodeElement element : code) {
      if (element instanceof ConstantInstruction constant) {
        if (constant.constantValue() instanceof ClassDesc type) {
          constants.add(nameOf(type));
        } else if (constant.constantValue() instanceof String text) {
          constants.add(text);
        }
      } else if (element instanceof InvokeInstruction call) {
        String owner = call.owner().asInternalName().replace('/', '.');
        String name = call.name().stringValue();
        if (isTarget(owner, name)) {
          found.add(new DynamicAccess(caller, target(owner, name), List.copyOf(constants)));
        }
        constants.clear();
      }
    }
  }

  private static String nameOf(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.startsWith("L")
        ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
        : descriptor;
  }

  private static boolean isTarget(String owner, String name) {
    Set<String> names = TARGETS.get(owner);
    return names != null && (names.isEmpty() || names.contains(name));
  }

  /** Short for a method: the class without its package and outer classes, and the name. */
  static String target(String owner, String name) {
    return owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1)
        + "."
        + name;
  }
}
