package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.image.ImageSink;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.Nullable;

/** A function of a component: its name, its type, and how its values travel. */
public final class FunctionCodec {

  private final String instance;
  private final String name;
  private final int index;
  private final WitType.Function type;
  private final Codec[] parameters;
  private final int[] offsets;
  private final int parametersSize;
  private final @Nullable Codec result;
  private final int resultsSize;
  private final int[] resources;
  private final boolean parametersHaveHandles;

  /**
   * Makes a function.
   *
   * @param instance the names of the instances around it, joined by {@code /}; empty at the root
   * @param name its name
   * @param index its number among the component's exported, or imported, functions
   * @param resources the numbers of the resources in its type, in the type's order
   */
  public FunctionCodec(
      String instance,
      String name,
      int index,
      WitType.Function type,
      Codec[] parameters,
      int[] offsets,
      int parametersSize,
      @Nullable Codec result,
      int resultsSize,
      int[] resources) {
    this.instance = instance;
    this.name = name;
    this.index = index;
    this.type = type;
    this.parameters = parameters;
    this.offsets = offsets;
    this.parametersSize = parametersSize;
    this.result = result;
    this.resultsSize = resultsSize;
    this.resources = resources;
    boolean handles = false;
    for (Codec parameter : parameters) {
      handles |= parameter.hasHandles();
    }
    this.parametersHaveHandles = handles;
  }

  public String instance() {
    return instance;
  }

  public String name() {
    return name;
  }

  /** As in {@code acme:shop/carts@1.0.0#pay}. */
  public String qualifiedName() {
    return qualified(instance, name);
  }

  /** As in {@code acme:shop/carts@1.0.0#total}. */
  public static String qualified(String instance, String name) {
    if (instance.isEmpty() || name.isEmpty()) {
      return instance + name;
    }
    return instance + "#" + name;
  }

  public int index() {
    return index;
  }

  public WitType.Function type() {
    return type;
  }

  public Codec[] parameters() {
    return parameters;
  }

  public int offset(int parameter) {
    return offsets[parameter];
  }

  public int parametersSize() {
    return parametersSize;
  }

  public int resultsSize() {
    return resultsSize;
  }

  /**
   * The numbers of the resources in its type, in the type's order: of two functions of one type
   * they are as many, and each belongs to the one in its place.
   */
  public int[] resources() {
    return resources;
  }

  /** The name of a type that can't cross yet, or null. */
  public @Nullable String unsupported() {
    for (Codec parameter : parameters) {
      if (parameter.unsupported() != null) {
        return parameter.unsupported();
      }
    }
    return result == null ? null : result.unsupported();
  }

  /** Says whether its result may have a list of numbers in it, which may be large. */
  public boolean resultHasNumbers() {
    return result != null && result.hasNumbers();
  }

  /** Gives up what nobody has read of a result. */
  public void releaseUnreadResult(ImageReader image) {
    if (result != null) {
      result.releaseUnread(image, 0);
    }
  }

  /** Gives up what a host function has not read of its arguments. */
  public void releaseUnreadArguments(ImageReader image) {
    for (int i = 0; i < parameters.length; i++) {
      parameters[i].releaseUnread(image, offsets[i]);
    }
  }

  /** Says whether its result may have handles in it. */
  public boolean resultHasHandles() {
    return result != null && result.hasHandles();
  }

  /** Says whether its parameters may have handles in them. */
  public boolean parametersHaveHandles() {
    return parametersHaveHandles;
  }

  /** As in {@code process(payload)}: where an argument's path starts. */
  private String place(int parameter) {
    return qualifiedName() + "(" + type.parameters().get(parameter).name() + ")";
  }

  /** Where in the arguments an offset of their image is. */
  public String pathOfArgument(ImageSink image, long at) {
    for (int i = 0; i < parameters.length; i++) {
      String path = parameters[i].pathTo(image, offsets[i], at);
      if (path != null) {
        return place(i) + path;
      }
    }
    return qualifiedName();
  }

  /** What the result of a host function is called. */
  public String nameOfResult() {
    return "the result of the host function " + qualifiedName();
  }

  /** Where in the result of a host function an offset of its image is. */
  public String pathOfResult(ImageSink image, long at) {
    String path = result == null ? null : result.pathTo(image, 0, at);
    return nameOfResult() + (path == null ? "" : path);
  }

  public void storeArguments(ImageWriter image, @Nullable Object @Nullable [] arguments) {
    if (arguments == null || arguments.length != parameters.length) {
      throw new IllegalArgumentException(
          qualifiedName()
              + " takes "
              + (parameters.length == 1 ? "1 argument" : parameters.length + " arguments")
              + ", got "
              + (arguments == null ? "null" : arguments.length)
              + ": "
              + type);
    }
    for (int i = 0; i < parameters.length; i++) {
      try {
        parameters[i].store(image, offsets[i], arguments[i]);
      } catch (BadValueException e) {
        throw e.at(place(i));
      }
    }
  }

  public @Nullable Object loadResult(ImageReader image) {
    return result == null ? null : result.load(image, 0);
  }

  /** Writes what a host function returned. */
  public void storeResult(ImageWriter image, @Nullable Object value) {
    if (result == null) {
      if (value != null) {
        throw new IllegalArgumentException(
            "the host function "
                + qualifiedName()
                + " has no result and must return null, got "
                + value.getClass().getTypeName());
      }
      return;
    }
    try {
      result.store(image, 0, value);
    } catch (BadValueException e) {
      throw e.at(nameOfResult());
    }
  }
}
