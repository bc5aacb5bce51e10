package dev.switchblade.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/** The classes that generated code refers to. */
final class Api {

  private Api() {}

  private static final String PACKAGE = "dev.switchblade";
  private static final String ABI = PACKAGE + ".abi";

  static final ClassName CALL = ClassName.get(ABI, "Call");
  static final ClassName COMPONENT = ClassName.get(PACKAGE, "Component");
  static final ClassName COMPONENT_EXCEPTION = ClassName.get(PACKAGE, "ComponentException");
  static final ClassName CONTENTS = ClassName.get(ABI, "Contents");
  static final ClassName EXPORTS = ClassName.get(ABI, "Exports");
  static final ClassName EXPORT_TYPES = ClassName.get(ABI, "ExportTypes");
  static final ClassName FUNC = ClassName.get(PACKAGE, "Func");
  static final ClassName GENERATED = ClassName.get(ABI, "Generated");
  static final ClassName GUEST_HANDLES = ClassName.get(ABI, "GuestHandles");
  static final ClassName GUEST_RESOURCE = ClassName.get(ABI, "GuestResource");
  static final ClassName GUEST_WORLD = ClassName.get(PACKAGE, "GuestWorld");
  static final ClassName HOST_RESOURCE = ClassName.get(PACKAGE, "HostResource");
  static final ClassName IMAGE_READER = ClassName.get(ABI, "ImageReader");
  static final ClassName IMAGE_WRITER = ClassName.get(ABI, "ImageWriter");
  static final ClassName IMMUTABLE = ClassName.get(ABI, "Immutable");
  static final ClassName INSTANCE = ClassName.get(PACKAGE, "Instance");
  static final ClassName LINK_EXCEPTION = ClassName.get(PACKAGE, "LinkException");
  static final ClassName LINKER = ClassName.get(PACKAGE, "Linker");
  static final ClassName LINKER_INSTANCE = ClassName.get(PACKAGE, "LinkerInstance");
  static final ClassName LIST_VISITOR = ClassName.get(PACKAGE, "ListVisitor");
  static final ClassName MEMORY_SEGMENT = ClassName.get("java.lang.foreign", "MemorySegment");
  static final ClassName PREPARED = ClassName.get(PACKAGE, "Prepared");
  static final ClassName RESOURCE = ClassName.get(PACKAGE, "Resource");
  static final ClassName RESULT = ClassName.get(PACKAGE, "Result");
  static final ClassName STORE = ClassName.get(PACKAGE, "Store");
  static final ClassName STORE_CONFIG = ClassName.get(PACKAGE, "StoreConfig");
  static final ClassName TUPLE_N = ClassName.get(PACKAGE, "TupleN");
  static final ClassName WIT_TYPE = ClassName.get(PACKAGE + ".wit", "WitType");
  static final ClassName WIT_FUNCTION = WIT_TYPE.nestedClass("Function");
  static final ClassName PRIMITIVE = WIT_TYPE.nestedClass("Primitive");
  static final ClassName WIT_TYPES = ClassName.get(PACKAGE + ".wit", "WitTypes");
  static final ClassName WORLD_TYPE = ClassName.get(PACKAGE, "WorldType");
  static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");
  static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
  static final TypeName STRING = ClassName.get(String.class);

  /** The class of tuples of a length. */
  static ClassName tuple(int length) {
    return ClassName.get(PACKAGE, "Tuple" + length);
  }
}
