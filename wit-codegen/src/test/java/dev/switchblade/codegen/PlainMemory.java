package dev.switchblade.codegen;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.TypeDef;
import dev.switchblade.codegen.wit.TypeRef;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Lists of numbers, or of records and tuples of numbers, as a guest has them in its memory. */
final class PlainMemory {

  private final Document document;
  private final TypeRef element;
  private final int size;

  /**
   * Speaks of a list.
   *
   * @param type a list of such elements
   */
  PlainMemory(Document document, TypeRef type) {
    this.document = document;
    TypeDef def = document.definition(type);
    if (def == null || !(def.kind() instanceof TypeDef.ListOf list)) {
      throw new AssertionError("no list: " + type);
    }
    this.element = list.element();
    this.size = list.elementSize();
  }

  /** Lays a list out; between its numbers are bytes that say nothing. */
  MemorySegment of(Object value) {
    List<?> elements = (List<?>) Likeness.plain(value);
    // An odd address: nothing is to be aligned in any way.
    MemorySegment memory =
        Arena.ofAuto().allocate((long) size * elements.size() + 1, 8).asSlice(1).fill((byte) 0xa5);
    for (int i = 0; i < elements.size(); i++) {
      List<Number> numbers = new ArrayList<>();
      collect(elements.get(i), numbers);
      Iterator<Number> rest = numbers.iterator();
      write(element, memory, (long) i * size, rest);
      if (rest.hasNext()) {
        throw new AssertionError("more than " + element + ": " + elements.get(i));
      }
    }
    return memory;
  }

  /** The bits of all numbers, in order. */
  List<Long> numbers(MemorySegment memory) {
    if (memory.byteSize() % size != 0) {
      throw new AssertionError(memory.byteSize() + " bytes are no elements of " + size);
    }
    List<Long> numbers = new ArrayList<>();
    for (long at = 0; at < memory.byteSize(); at += size) {
      read(element, memory, at, numbers);
    }
    return numbers;
  }

  private static void collect(Object plain, List<Number> numbers) {
    switch (plain) {
      case Number number -> numbers.add(number);
      case List<?> parts -> parts.forEach(part -> collect(part, numbers));
      default -> {
        // The name of a class.
      }
    }
  }

  private void write(TypeRef ref, MemorySegment memory, long at, Iterator<Number> numbers) {
    if (document.resolved(ref) instanceof TypeRef.Primitive primitive) {
      Number number = numbers.next();
      switch (primitive) {
        case S8, U8 -> memory.set(JAVA_BYTE, at, number.byteValue());
        case S16, U16 -> memory.set(JAVA_SHORT_UNALIGNED, at, number.shortValue());
        case S32, U32 -> memory.set(JAVA_INT_UNALIGNED, at, number.intValue());
        case S64, U64 -> memory.set(JAVA_LONG_UNALIGNED, at, number.longValue());
        case F32 -> memory.set(JAVA_FLOAT_UNALIGNED, at, number.floatValue());
        case F64 -> memory.set(JAVA_DOUBLE_UNALIGNED, at, number.doubleValue());
        case BOOL, CHAR, STRING, ERROR_CONTEXT -> throw new AssertionError("no number: " + ref);
      }
    } else {
      for (Part part : parts(ref)) {
        write(part.type(), memory, at + part.offset(), numbers);
      }
    }
  }

  private void read(TypeRef ref, MemorySegment memory, long at, List<Long> numbers) {
    if (document.resolved(ref) instanceof TypeRef.Primitive primitive) {
      numbers.add(
          switch (primitive) {
            case S8, U8 -> (long) memory.get(JAVA_BYTE, at);
            case S16, U16 -> (long) memory.get(JAVA_SHORT_UNALIGNED, at);
            case S32, U32, F32 -> (long) memory.get(JAVA_INT_UNALIGNED, at);
            case S64, U64, F64 -> memory.get(JAVA_LONG_UNALIGNED, at);
            case BOOL, CHAR, STRING, ERROR_CONTEXT -> throw new AssertionError("no number: " + ref);
          });
    } else {
      for (Part part : parts(ref)) {
        read(part.type(), memory, at + part.offset(), numbers);
      }
    }
  }

  private record Part(TypeRef type, long offset) {}

  private List<Part> parts(TypeRef ref) {
    TypeDef def = document.definition(ref);
    List<Part> parts = new ArrayList<>();
    switch (def == null ? null : def.kind()) {
      case TypeDef.RecordOf(var fields) ->
          fields.forEach(field -> parts.add(new Part(field.type(), field.offset())));
      case TypeDef.TupleOf(var elements, var offsets) -> {
        for (int i = 0; i < elements.size(); i++) {
          parts.add(new Part(elements.get(i), offsets.get(i)));
        }
      }
      case TypeDef.FixedLengthList list -> {
        for (int i = 0; i < list.length(); i++) {
          parts.add(new Part(list.element(), (long) i * list.elementSize()));
        }
      }
      case null, default -> throw new AssertionError("not of numbers: " + ref);
    }
    return parts;
  }
}
