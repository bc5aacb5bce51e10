package dev.switchblade.codegen.wit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type: one that WIT names, or one that is written where it is used.
 *
 * @param number its position in {@link Document#types}
 * @param about its name and documentation; the name is empty if it has none
 * @param owner the number of the interface that defines it; null in a world, or if it has no name
 * @param kind what it is
 */
public record TypeDef(int number, About about, @Nullable Integer owner, Kind kind) {

  /** What a type is; sizes, alignments and offsets are those of the canonical ABI, in bytes. */
  public sealed interface Kind {}

  /** A field of a record, in its place. */
  public record Field(String name, @Nullable String docs, TypeRef type, int offset) {}

  /** A case of a variant. */
  public record Case(String name, @Nullable String docs, @Nullable TypeRef payload) {}

  /** A label of an enum, or of flags. */
  public record Label(String name, @Nullable String docs) {}

  /** {@code record}. */
  public record RecordOf(List<Field> fields) implements Kind {}

  /** {@code tuple}. */
  public record TupleOf(List<TypeRef> elements, List<Integer> offsets) implements Kind {}

  /** {@code variant}; the payload's offset is that of all cases. */
  public record VariantOf(List<Case> cases, int discriminant, int payload) implements Kind {}

  /** {@code enum}. */
  public record EnumOf(List<Label> labels, int discriminant) implements Kind {}

  /** {@code flags}. */
  public record FlagsOf(List<Label> labels) implements Kind {
    /** Bytes of the word that they are. */
    public int size() {
      return labels.size() <= 8 ? 1 : labels.size() <= 16 ? 2 : 4;
    }
  }

  /** {@code option}. */
  public record OptionOf(TypeRef value, int payload) implements Kind {}

  /** {@code result}. */
  public record ResultOf(@Nullable TypeRef ok, @Nullable TypeRef err, int payload)
      implements Kind {}

  /** {@code list}. */
  public record ListOf(TypeRef element, int elementSize, int elementAlign) implements Kind {}

  /** {@code list} of a fixed length. */
  public record FixedLengthList(TypeRef element, int elementSize, int length) implements Kind {}

  /** {@code map}. */
  public record MapOf(TypeRef key, TypeRef value, int entrySize, int entryAlign, int valueOffset)
      implements Kind {}

  /** {@code resource}. */
  public record Resource() implements Kind {}

  /** A handle; the resource may be an alias. */
  public record Handle(int resource, boolean owned) implements Kind {}

  /** {@code future} and {@code stream}. */
  public record Channel(String word) implements Kind {}

  /** A name for another type. */
  public record Alias(TypeRef target) implements Kind {}
}
