package dev.switchblade.codegen;

import dev.switchblade.ListVisitor;
import dev.switchblade.codegen.wit.Function;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A generated class, for who knows the WIT but not how Java names are made of it. */
final class GeneratedClass {

  private static final String GENERATED = "Ldev/switchblade/abi/Generated;";

  private final Class<?> type;
  private final ClassModel model;

  GeneratedClass(Class<?> type) {
    this.type = type;
    try (InputStream bytes =
        type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
      this.model = ClassFile.of().parse(bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it was generated from: {@code interface acme:shop/carts}; empty if nothing says so. */
  String origin() {
    for (var attribute : model.findAttributes(Attributes.runtimeInvisibleAnnotations())) {
      for (Annotation annotation : attribute.annotations()) {
        if (annotation.className().equalsString(GENERATED)
            && annotation.elements().getFirst().value() instanceof AnnotationValue.OfString value) {
          return value.stringValue();
        }
      }
    }
    return "";
  }

  private static boolean isInPlace(Method method) {
    List<Class<?>> parameters = List.of(method.getParameterTypes());
    return parameters.contains(MemorySegment.class) || parameters.contains(ListVisitor.class);
  }

  /** The method that does the same with lists that stay where they are; null if there is none. */
  static @Nullable Method inPlace(Method plain) {
    String wanted = letters(plain.getName()) + "inplace";
    for (Method method : plain.getDeclaringClass().getDeclaredMethods()) {
      if (letters(method.getName()).equals(wanted) && isInPlace(method)) {
        return method;
      }
    }
    return null;
  }

  /** Public methods that are not static and take values, in the order of the source. */
  private List<Method> methods() {
    Map<String, Method> byDescriptor = new HashMap<>();
    for (Method method : type.getDeclaredMethods()) {
      var signature = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
      byDescriptor.put(method.getName() + signature.descriptorString(), method);
    }
    List<Method> methods = new ArrayList<>();
    for (MethodModel one : model.methods()) {
      Method method =
          byDescriptor.get(one.methodName().stringValue() + one.methodType().stringValue());
      if (method != null
          && !method.isSynthetic()
          && !isInPlace(method)
          && !Modifier.isStatic(method.getModifiers())
          && Modifier.isPublic(method.getModifiers())) {
        methods.add(method);
      }
    }
    return methods;
  }

  /** The methods that give an interface each, by the interfaces' WIT names. */
  Map<String, Method> accessors() {
    Map<String, Method> accessors = new HashMap<>();
    for (Method method : methods()) {
      Class<?> given = method.getReturnType();
      if (method.getParameterCount() == 0 && isInterfaceOfWit(given)) {
        accessors.put(keyOf(given), method);
      }
    }
    return accessors;
  }

  /** The WIT name of the interface that a class has the functions of. */
  static String keyOf(Class<?> functions) {
    return new GeneratedClass(functions).origin().replaceFirst("^interface ", "");
  }

  /** Says whether a class has the functions of a WIT interface, on either side. */
  static boolean isInterfaceOfWit(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) {
      String name = method.getName();
      if (Modifier.isStatic(method.getModifiers()) && (name.equals("of") || name.equals("addTo"))) {
        return !keyOf(type).isEmpty();
      }
    }
    return false;
  }

  /**
   * Which method is which of a list of functions, of which some may be of other classes.
   *
   * @param withSelf whether these are methods of the resource itself, whose first parameter is not
   *     one in Java
   */
  Map<Function, Method> bind(List<Function> functions, boolean withSelf) {
    // In order, since two functions may differ by an underscore that came with the second.
    List<Method> left = new ArrayList<>(methods());
    Map<Function, Method> bound = new HashMap<>();
    for (Function function : functions) {
      int parameters = function.parameters().size() - (withSelf ? 1 : 0);
      String wanted = letters(withSelf ? function.item() : javaLike(function));
      for (Method method : left) {
        if (letters(method.getName()).equals(wanted) && method.getParameterCount() == parameters) {
          bound.put(function, method);
          break;
        }
      }
      left.remove(bound.get(function));
    }
    return bound;
  }

  /** Says whether a class has the static functions of a resource, which is the class around it. */
  static boolean isStatics(Class<?> type) {
    return type.getEnclosingClass() != null && type.getSimpleName().startsWith("Statics");
  }

  /** The method that gives the static functions of a resource. */
  Method statics(String resource) {
    for (Method method : methods()) {
      if (letters(method.getName()).equals(letters(resource))
          && isStatics(method.getReturnType())) {
        return method;
      }
    }
    throw new AssertionError(type + " doesn't give the static functions of " + resource);
  }

  /** {@code [constructor]cart} is {@code newCart}. */
  private static String javaLike(Function function) {
    String name = function.name();
    return function.kind() == Function.Kind.CONSTRUCTOR
        ? "new" + name.substring(name.indexOf(']') + 1)
        : function.item();
  }

  private static String letters(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}
