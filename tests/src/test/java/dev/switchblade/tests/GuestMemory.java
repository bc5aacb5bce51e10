package dev.switchblade.tests;

import dev.switchblade.Tuple;
import dev.switchblade.WitRecord;
import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitType.Primitive;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads values out of a guest's memory, as the <a
 * href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#loading">canonical
 * ABI</a> lifts them.
 */
final class GuestMemory {

  private static final int UTF16_TAG = 1 << 31;

  private final ByteBuffer memory;
  private final String encoding;
  private long copiable;

  /**
   * What a value breaks, if it isn't one.
   *
   * @see GuestMemory#load
   */
  static final class NoValueException extends Exception {
    private static final long serialVersionUID = 1;

    private NoValueException(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Makes one.
   *
   * @param copiable how many bytes strings and lists may have
   */
  GuestMemory(byte[] memory, String encoding, long copiable) {
    this.memory = ByteBuffer.wrap(memory).order(ByteOrder.LITTLE_ENDIAN);
    this.encoding = encoding;
    this.copiable = copiable;
  }

  /** A word. */
  int word(int at) {
    return memory.getInt(at);
  }

  /** Reads a value at an address of the guest's. */
  Object loadAt(int address, WitType type) throws NoValueException {
    range(address, CanonicalAbi.size(type), CanonicalAbi.alignment(type));
    return load(type, address);
  }

  private Object load(WitType type, int at) throws NoValueException {
    return switch (type) {
      case Primitive primitive ->
          switch (primitive) {
            case STRING -> string(memory.getInt(at), memory.getInt(at + 4));
            default -> number(primitive, bits(at, CanonicalAbi.size(primitive)));
          };
      case WitType.ListOf list -> list(list.element(), memory.getInt(at), memory.getInt(at + 4));
      case WitType.FixedLengthListOf list ->
          NumberLists.of(list.element(), elements(list.element(), at, list.length()));
      case WitType.MapOf map -> map(map, memory.getInt(at), memory.getInt(at + 4));
      case WitType.RecordOf _, WitType.TupleOf _ -> {
        List<WitType> fields = CanonicalAbi.fields(type);
        List<Integer> offsets = CanonicalAbi.offsets(fields);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
          values.add(load(fields.get(i), at + offsets.get(i)));
        }
        yield fields(type, values);
      }
      case WitType.FlagsOf flags ->
          flags(flags, bits(at, CanonicalAbi.flagsSize(flags.names().size())));
      default -> {
        List<Optional<WitType>> cases = CanonicalAbi.cases(type);
        int number = checkedCase(cases, bits(at, CanonicalAbi.discriminantSize(cases.size())));
        Optional<WitType> payload = cases.get(number);
        yield ImageValues.valueOfCase(
            type,
            number,
            payload.isEmpty() ? null : load(payload.get(), at + CanonicalAbi.payloadOffset(cases)));
      }
    };
  }

  /** Reads a value from core values, of which each lies in eight bytes of this memory. */
  Object loadFlat(WitType type, int at) throws NoValueException {
    return switch (type) {
      case Primitive primitive ->
          switch (primitive) {
            case STRING -> string(memory.getInt(at), memory.getInt(at + 8));
            default -> number(primitive, memory.getLong(at));
          };
      case WitType.ListOf list -> list(list.element(), memory.getInt(at), memory.getInt(at + 8));
      case WitType.FixedLengthListOf list -> {
        List<Object> elements = new ArrayList<>();
        int slots = 8 * CanonicalAbi.flat(list.element()).size();
        for (int i = 0; i < list.length(); i++) {
          elements.add(loadFlat(list.element(), at + slots * i));
        }
        yield NumberLists.of(list.element(), elements);
      }
      case WitType.MapOf map -> map(map, memory.getInt(at), memory.getInt(at + 8));
      case WitType.RecordOf _, WitType.TupleOf _ -> {
        List<Object> values = new ArrayList<>();
        int next = at;
        for (WitType field : CanonicalAbi.fields(type)) {
          values.add(loadFlat(field, next));
          next += 8 * CanonicalAbi.flat(field).size();
        }
        yield fields(type, values);
      }
      case WitType.FlagsOf flags -> flags(flags, memory.getInt(at));
      default -> {
        List<Optional<WitType>> cases = CanonicalAbi.cases(type);
        int number = checkedCase(cases, Integer.toUnsignedLong(memory.getInt(at)));
        Optional<WitType> payload = cases.get(number);
        yield ImageValues.valueOfCase(
            type, number, payload.isEmpty() ? null : loadFlat(payload.get(), at + 8));
      }
    };
  }

  private static Object fields(WitType type, List<Object> values) {
    if (!(type instanceof WitType.RecordOf record)) {
      return Tuple.ofAll(values);
    }
    List<Object> pairs = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      pairs.add(record.fields().get(i).name());
      pairs.add(values.get(i));
    }
    return WitRecord.of(pairs.toArray());
  }

  private long bits(int at, int size) {
    return switch (size) {
      case 1 -> Byte.toUnsignedLong(memory.get(at));
      case 2 -> Short.toUnsignedLong(memory.getShort(at));
      case 4 -> Integer.toUnsignedLong(memory.getInt(at));
      default -> memory.getLong(at);
    };
  }

  /** A value of its least bits. */
  private static Object number(Primitive type, long bits) throws NoValueException {
    return switch (type) {
      case BOOL -> (int) bits != 0;
      case S8 -> (byte) bits;
      case U8 -> (int) bits & 0xff;
      case S16 -> (short) bits;
      case U16 -> (int) bits & 0xffff;
      case S32, U32 -> (int) bits;
      case S64, U64 -> bits;
      case F32 -> Float.intBitsToFloat((int) bits);
      case F64 -> Double.longBitsToDouble(bits);
      case CHAR -> {
        int code = (int) bits;
        if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) {
          throw new NoValueException("a char that is none");
        }
        yield code;
      }
      default -> throw new IllegalArgumentException("no number: " + type);
    };
  }

  private static Set<String> flags(WitType.FlagsOf flags, long bits) {
    Set<String> set = new LinkedHashSet<>();
    for (int i = 0; i < flags.names().size(); i++) {
      if ((bits >> i & 1) != 0) {
        set.add(flags.names().get(i));
      }
    }
    return set;
  }

  private static int checkedCase(List<Optional<WitType>> cases, long number)
      throws NoValueException {
    if (number >= cases.size()) {
      throw new NoValueException("a discriminant without a case");
    }
    return (int) number;
  }

  private Object list(WitType element, int address, int count) throws NoValueException {
    copy(address, count, CanonicalAbi.size(element), CanonicalAbi.alignment(element));
    return NumberLists.of(element, elements(element, address, count));
  }

  private List<Object> elements(WitType element, int address, int count) throws NoValueException {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(load(element, address + i * CanonicalAbi.size(element)));
    }
    return elements;
  }

  /** A list of entries, of which the last one of a key counts. */
  private Map<Object, Object> map(WitType.MapOf map, int address, int count)
      throws NoValueException {
    WitType entry = CanonicalAbi.entry(map);
    copy(address, count, CanonicalAbi.size(entry), CanonicalAbi.alignment(entry));
    Map<Object, Object> entries = new LinkedHashMap<>();
    for (Object one : elements(entry, address, count)) {
      entries.put(((Tuple) one).get(0), ((Tuple) one).get(1));
    }
    return entries;
  }

  private String string(int address, int length) throws NoValueException {
    boolean wide =
        encoding.equals("utf16") || (encoding.equals("latin1+utf16") && (length & UTF16_TAG) != 0);
    if (encoding.equals("utf8")) {
      return text(address, length, 1, StandardCharsets.UTF_8);
    }
    if (wide) {
      int units = encoding.equals("utf16") ? length : length ^ UTF16_TAG;
      return text(address, units, 2, StandardCharsets.UTF_16LE);
    }
    return text(address, length, 1, StandardCharsets.ISO_8859_1);
  }

  private String text(int address, int units, int unit, Charset charset) throws NoValueException {
    int alignment = encoding.equals("utf8") ? 1 : 2;
    copy(address, units, unit, alignment);
    try {
      CharBuffer text = charset.newDecoder().decode(memory.slice(address, units * unit));
      return text.toString();
    } catch (CharacterCodingException e) {
      throw new NoValueException("a string that is not " + charset);
    }
  }

  private void copy(int address, int count, int size, int alignment) throws NoValueException {
    long bytes = Integer.toUnsignedLong(count) * size;
    range(address, bytes, alignment);
    copiable -= bytes;
    if (copiable < 0) {
      throw new NoValueException("more than may be copied");
    }
  }

  private void range(int address, long size, int alignment) throws NoValueException {
    long start = Integer.toUnsignedLong(address);
    if (start % alignment != 0) {
      throw new NoValueException("an address that is not aligned");
    }
    if (start + size > memory.capacity()) {
      throw new NoValueException("an address out of bounds");
    }
  }
}
