package dev.switchblade.codegen.wit;

/** A type where it is used. */
public sealed interface TypeRef {

  /** A type without parts. */
  enum Primitive implements TypeRef {
    BOOL,
    S8,
    U8,
    S16,
    U16,
    S32,
    U32,
    S64,
    U64,
    F32,
    F64,
    CHAR,
    STRING,
    ERROR_CONTEXT;

    /** As WIT writes it. */
    public String wit() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A type of the document.
   *
   * @param number its position in {@link Document#types}
   */
  record Defined(int number) implements TypeRef {}
}
