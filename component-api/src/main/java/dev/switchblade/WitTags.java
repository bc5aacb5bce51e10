package dev.switchblade;

/** The tags of types in the description that {@code sb_component_new} writes. */
final class WitTags {

  static final int BOOL = 0;
  static final int S8 = 1;
  static final int U8 = 2;
  static final int S16 = 3;
  static final int U16 = 4;
  static final int S32 = 5;
  static final int U32 = 6;
  static final int S64 = 7;
  static final int U64 = 8;
  static final int F32 = 9;
  static final int F64 = 10;
  static final int CHAR = 11;
  static final int STRING = 12;
  static final int LIST = 13;
  static final int RECORD = 14;
  static final int TUPLE = 15;
  static final int VARIANT = 16;
  static final int ENUM = 17;
  static final int OPTION = 18;
  static final int RESULT = 19;
  static final int FLAGS = 20;
  static final int OWN = 21;
  static final int BORROW = 22;
  static final int MAP = 23;
  static final int FIXED_LENGTH_LIST = 24;
  static final int FUTURE = 25;
  static final int STREAM = 26;
  static final int ERROR_CONTEXT = 27;

  private WitTags() {}
}
