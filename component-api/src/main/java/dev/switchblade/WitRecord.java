package dev.switchblade;

import dev.switchblade.abi.Contents;
import dev.switchblade.internal.value.Complaints;
import dev.switchblade.internal.value.FieldNames;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * A value of a WIT {@code record} where no Java class stands for it: names and values, in order.
 * Immutable, as far as its values are.
 *
 * {@snippet :
 * Object item = WitRecord.of("sku", "A-1", "cents", 1299L, "tags", List.of("book"));
 * }
 */
public final class WitRecord {

  /** Shared by all records that one codec reads. */
  private final String[] names;

  private final Object[] values;

  private WitRecord(String[] names, Object[] values) {
    this.names = names;
    this.values = values;
  }

  /**
   * Made by codecs. Keeps both arrays.
   *
   * @hidden
   */
  @SuppressWarnings("InvalidBlockTag") // @hidden is one
  public WitRecord(FieldNames names, Object[] values) {
    this(names.names(), values);
  }

  /**
   * Makes a record.
   *
   * @param namesAndValues field names in WIT's kebab-case, each with its value behind it
   * @throws IllegalArgumentException if they are not pairs, or a name comes twice
   */
  public static WitRecord of(Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "names and values are not pairs: there are " + namesAndValues.length + " of them");
    }
    String[] names = new String[namesAndValues.length / 2];
    Object[] values = new Object[names.length];
    for (int i = 0; i < names.length; i++) {
      if (!(namesAndValues[2 * i] instanceof String name)) {
        throw new IllegalArgumentException(
            "expected the name of a field, got " + Complaints.describe(namesAndValues[2 * i]));
      }
      if (indexOf(names, i, name) >= 0) {
        throw new IllegalArgumentException("the field " + name + " comes twice");
      }
      names[i] = name;
      values[i] = Objects.requireNonNull(namesAndValues[2 * i + 1], name);
    }
    return new WitRecord(names, values);
  }

  /** The names of its fields. */
  public List<String> names() {
    return List.of(names);
  }

  /** The values of its fields. */
  public List<Object> values() {
    return List.of(values);
  }

  /** How many fields it has. */
  public int size() {
    return names.length;
  }

  /**
   * The value of a field.
   *
   * @param name the field's, in WIT's kebab-case
   * @throws NoSuchElementException if there is no such field; the message lists those there are
   */
  public Object get(String name) {
    int index = indexOf(names, names.length, name);
    if (index < 0) {
      throw new NoSuchElementException(
          "there is no field " + name + "; there are " + String.join(", ", names));
    }
    return values[index];
  }

  /**
   * The value of a field.
   *
   * @param index the field's position, from 0
   * @throws IndexOutOfBoundsException if there is no such field
   */
  public Object get(int index) {
    return values[index];
  }

  /**
   * The position of a codec's field, or -1.
   *
   * @hidden
   */
  // @hidden is a tag, and records that were read share their codec's names.
  @SuppressWarnings({"InvalidBlockTag", "ReferenceEquality"})
  public int indexOf(FieldNames others, int field) {
    String[] wanted = others.names();
    // Mostly in WIT's order, too, if they aren't the very same.
    if (names == wanted || (field < names.length && names[field].equals(wanted[field]))) {
      return field;
    }
    return indexOf(names, names.length, wanted[field]);
  }

  private static int indexOf(String[] names, int length, String name) {
    for (int i = 0; i < length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Says whether it has the same fields with equal values, in any order; arrays by their contents,
   * wherever they are in them.
   */
  @Override
  public boolean equals(Object other) {
    if (!(other instanceof WitRecord that) || that.names.length != names.length) {
      return false;
    }
    for (int i = 0; i < names.length; i++) {
      int index = indexOf(that.names, that.names.length, names[i]);
      if (index < 0 || !Contents.equal(values[i], that.values[index])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < names.length; i++) {
      hash += names[i].hashCode() ^ Contents.hash(values[i]);
    }
    return hash;
  }

  /** As in <code>{sku: A-1, cents: 1299}</code>. */
  @Override
  public String toString() {
    var text = new StringBuilder("{");
    for (int i = 0; i < names.length; i++) {
      text.append(i == 0 ? "" : ", ")
          .append(names[i])
          .append(": ")
          .append(Contents.text(values[i]));
    }
    return text.append('}').toString();
  }
}
