import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Gives the classes of a jar the version and the stack maps of current ones.
///
/// picocli is compiled for Java 5. The JDK leaves classes of that age out of its AOT cache, and
/// verifies them the slow way: it is 100 of the 300 ms that `switchblade run` took with a cache.
class UpgradeClasses {

  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    boolean changed = false;
    Path upgraded = Path.of(arguments[0] + ".new");
    try (var classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        var in = new JarFile(jar.toFile());
        var out = new JarOutputStream(Files.newOutputStream(upgraded))) {
      ClassFile format =
          ClassFile.of(
              StackMapsOption.GENERATE_STACK_MAPS,
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(classes)
                      .orElse(ClassHierarchyResolver.defaultResolver())));
      for (JarEntry entry : Collections.list(in.entries())) {
        byte[] bytes = in.getInputStream(entry).readAllBytes();
        boolean isOld = entry.getName().endsWith(".class") && isOld(bytes);
        changed |= isOld;
        JarEntry copy = new JarEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(copy);
        out.write(isOld ? upgrade(format, bytes) : bytes);
        out.closeEntry();
      }
    }
    if (changed) {
      Files.move(upgraded, jar, StandardCopyOption.REPLACE_EXISTING);
    } else {
      // A second build: whoever compares times must not see another file.
      Files.delete(upgraded);
    }
  }

  /// Before Java 6 there were no stack maps.
  private static boolean isOld(byte[] bytes) {
    return ((bytes[6] & 0xff) << 8 | bytes[7] & 0xff) < ClassFile.JAVA_6_VERSION;
  }

  private static byte[] upgrade(ClassFile format, byte[] bytes) {
    return format.transformClass(format.parse(bytes), UpgradeClasses::upgrade);
  }

  private static void upgrade(ClassBuilder builder, ClassElement element) {
    switch (element) {
      case ClassFileVersion _ -> builder.withVersion(ClassFile.latestMajorVersion(), 0);
      // Unless its code passes through a builder it is copied as it is, without stack maps.
      case MethodModel method ->
          builder.transformMethod(
              method,
              (methodBuilder, part) -> {
                if (part instanceof CodeModel code) {
                  methodBuilder.transformCode(code, CodeBuilder::with);
                } else {
                  methodBuilder.with(part);
                }
              });
      default -> builder.with(element);
    }
  }
}
