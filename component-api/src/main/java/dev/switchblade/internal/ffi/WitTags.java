package dev.switchblade.internal.ffi;

/** The tags of types in the description that {@code sb_component_new} writes. */
public final class WitTags {

  public static final int BOOL = 0;
  public static final int S8 = 1;
  public static final int U8 = 2;
  public static final int S16 = 3;
  public static final int U16 = 4;
  public static final int S32 = 5;
  public static final int U32 = 6;
  public static final int S64 = 7;
  public static final int U64 = 8;
  public static final int F32 = 9;
  public static final int F64 = 10;
  public static final int CHAR = 11;
  public static final int STRING = 12;
  public static final int LIST = 13;
  public static final int RECORD = 14;
  public static final int TUPLE = 15;
  public static final int VARIANT = 16;
  public static final int ENUM = 17;
  public static final int OPTION = 18;
  public static final int RESULT = 19;
  public static final int FLAGS = 20;
  public static final int OWN = 21;
  public static final int BORROW = 22;
  public static final int MAP = 23;
  public static final int FIXED_LENGTH_LIST = 24;
  public static final int FUTURE = 25;
  public static final int STREAM = 26;
  public static final int ERROR_CONTEXT = 27;

  private WitTags() {}
}
