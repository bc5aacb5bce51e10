import java.io.IOException;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a jar with the API of a module: the classes that its exported packages show, and of these
/// only what users can name. Code is left out, so that the jar changes when the API does, and only
/// then. The same classes give the same bytes.
///
/// Usage: `java ApiJar.java CLASSES JAR`, with the folder of the module's compiled classes.
class ApiJar {

  /// A class in a descriptor or in a generic signature.
  private static final Pattern NAMED_CLASS = Pattern.compile("L([^;<]+)");

  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Set<String> exported;
  private final Map<String, ClassModel> classes;

  /// The names of the classes that the jar has.
  private final Set<String> shown = new TreeSet<>();

  private ApiJar(Set<String> exported, Map<String, ClassModel> classes) {
    this.exported = exported;
    this.classes = classes;
    for (ClassModel model : classes.values()) {
      if (isExported(name(model)) && isAccessible(model)) {
        show(model);
      }
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path jar = Path.of(arguments[1]);
    Map<String, ClassModel> classes = read(folder);
    ClassModel module = classes.remove("module-info");
    if (module == null) {
      throw new IOException(folder + ": there is no module-info.class");
    }
    new ApiJar(exportedBy(module), classes).write(jar);
  }

  private static Map<String, ClassModel> read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(file -> file.toString().endsWith(".class")).toList();
    }
    Map<String, ClassModel> classes = new TreeMap<>();
    for (Path file : files) {
      ClassModel model = ClassFile.of().parse(file);
      classes.put(name(model), model);
    }
    return classes;
  }

  /// The packages that everybody may use, not those that are exported to some modules.
  private static Set<String> exportedBy(ClassModel module) {
    return module.findAttribute(Attributes.module()).stream()
        .map(ModuleAttribute::exports)
        .flatMap(List::stream)
        .filter(export -> export.exportsTo().isEmpty())
        .map(export -> export.exportedPackage().name().stringValue())
        .collect(Collectors.toUnmodifiableSet());
  }

  // ---- Which classes

  private static String name(ClassModel model) {
    return model.thisClass().asInternalName();
  }

  private boolean isExported(String name) {
    int slash = name.lastIndexOf('/');
    return slash > 0 && exported.contains(name.substring(0, slash));
  }

  private boolean isAccessible(ClassModel model) {
    Optional<InnerClassInfo> nested = nesting(model);
    if (nested.isEmpty()) {
      return model.flags().has(AccessFlag.PUBLIC);
    }
    // Local and anonymous classes have no outer class.
    Optional<ClassEntry> outer = nested.get().outerClass();
    return outer.isPresent()
        && (nested.get().has(AccessFlag.PUBLIC) || nested.get().has(AccessFlag.PROTECTED))
        && isAccessible(classes.get(outer.get().asInternalName()));
  }

  /// What a nested class says of itself: its access flags lack `protected` and `static`.
  private static Optional<InnerClassInfo> nesting(ClassModel model) {
    return model.findAttribute(Attributes.innerClasses()).stream()
        .map(InnerClassesAttribute::classes)
        .flatMap(List::stream)
        .filter(nested -> nested.innerClass().asInternalName().equals(name(model)))
        .findFirst();
  }

  /// With a class come those that it inherits from, whether users can name them or not.
  private void show(ClassModel model) {
    if (shown.add(name(model))) {
      var supertypes = new ArrayList<>(model.interfaces());
      model.superclass().ifPresent(supertypes::add);
      for (ClassEntry supertype : supertypes) {
        ClassModel known = classes.get(supertype.asInternalName());
        if (known != null && isExported(name(known))) {
          show(known);
        }
      }
    }
  }

  // ---- What of a class

  private byte[] api(ClassModel model) {
    // A new pool has no constants of the code.
    return ClassFile.of(ConstantPoolSharingOption.NEW_POOL).transformClass(model, this::write);
  }

  private void write(ClassBuilder builder, ClassElement element) {
    switch (element) {
      case MethodModel method -> {
        if (isShown(method.flags(), method.methodType(), method)) {
          builder.transformMethod(
              method,
              (methodBuilder, part) -> {
                if (!(part instanceof CodeModel)) {
                  methodBuilder.with(part);
                }
              });
        }
      }
      case FieldModel field -> {
        // Exceptions can be serialized: that is a promise, too, though the field is private.
        if (isShown(field.flags(), field.fieldType(), field)
            || field.fieldName().equalsString("serialVersionUID")) {
          builder.with(field);
        }
      }
      case InnerClassesAttribute nested -> {
        List<InnerClassInfo> known =
            nested.classes().stream()
                .filter(each -> shown.contains(each.innerClass().asInternalName()))
                .sorted(Comparator.comparing(each -> each.innerClass().asInternalName()))
                .toList();
        if (!known.isEmpty()) {
          builder.with(InnerClassesAttribute.of(known));
        }
      }
      // Perhaps an empty list: a sealed class stays one.
      case PermittedSubclassesAttribute permitted ->
          builder.with(
              PermittedSubclassesAttribute.of(
                  permitted.permittedSubclasses().stream()
                      .filter(each -> shown.contains(each.asInternalName()))
                      .toList()));
      case SourceFileAttribute _, NestHostAttribute _, NestMembersAttribute _ -> {}
      default -> builder.with(element);
    }
  }

  /// What users can't name isn't shown, and what they can't call for want of an argument either.
  private boolean isShown(AccessFlags flags, Utf8Entry descriptor, AttributedElement member) {
    return (flags.has(AccessFlag.PUBLIC) || flags.has(AccessFlag.PROTECTED))
        && !flags.has(AccessFlag.SYNTHETIC)
        && !namesInternal(descriptor.stringValue())
        && member
            .findAttribute(Attributes.signature())
            .filter(generic -> namesInternal(generic.signature().stringValue()))
            .isEmpty();
  }

  private boolean namesInternal(String types) {
    Matcher named = NAMED_CLASS.matcher(types);
    while (named.find()) {
      if (classes.containsKey(named.group(1)) && !isExported(named.group(1))) {
        return true;
      }
    }
    return false;
  }

  // ---- The jar

  /// Stored, for what compresses is not the same everywhere.
  private void write(Path jar) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String name : shown) {
        byte[] bytes = api(classes.get(name));
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry(name + ".class");
        entry.setTimeLocal(TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
      }
    }
  }
}
