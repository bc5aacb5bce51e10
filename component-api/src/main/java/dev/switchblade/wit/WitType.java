package dev.switchblade.wit;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A WIT type.
 *
 * <p>A compiled component keeps the structure of its types, not their names: two records with the
 * same fields are equal. {@code toString} prints a type as WIT where WIT can write it in place
 * ({@code list<u8>}), and otherwise as its definition would read without the name ({@code record {
 * x: u32 }}).
 *
 * @see <a href="https://component-model.bytecodealliance.org/design/wit.html#types">WIT types</a>
 */
public sealed interface WitType {

  /** A type without parts. */
  enum Primitive implements WitType {
    /** {@code bool}. */
    BOOL("bool"),
    /** {@code s8}. */
    S8("s8"),
    /** {@code u8}. */
    U8("u8"),
    /** {@code s16}. */
    S16("s16"),
    /** {@code u16}. */
    U16("u16"),
    /** {@code s32}. */
    S32("s32"),
    /** {@code u32}. */
    U32("u32"),
    /** {@code s64}. */
    S64("s64"),
    /** {@code u64}. */
    U64("u64"),
    /** {@code f32}. */
    F32("f32"),
    /** {@code f64}. */
    F64("f64"),
    /** {@code char}: a Unicode scalar value. */
    CHAR("char"),
    /** {@code string}. */
    STRING("string"),
    /** {@code error-context}. */
    ERROR_CONTEXT("error-context");

    private final String wit;

    Primitive(String wit) {
      this.wit = wit;
    }

    @Override
    public String toString() {
      return wit;
    }
  }

  /**
   * {@code list<element>}.
   *
   * @param element the type of the elements
   */
  record ListOf(WitType element) implements WitType {
    @Override
    public String toString() {
      return "list<" + element + ">";
    }
  }

  /**
   * {@code list<element, length>}.
   *
   * @param element the type of the elements
   * @param length how many there are, unsigned
   */
  record FixedLengthListOf(WitType element, int length) implements WitType {
    @Override
    public String toString() {
      return "list<" + element + ", " + Integer.toUnsignedString(length) + ">";
    }
  }

  /**
   * {@code map<key, value>}.
   *
   * @param key the type of the keys
   * @param value the type of the values
   */
  record MapOf(WitType key, WitType value) implements WitType {
    @Override
    public String toString() {
      return "map<" + key + ", " + value + ">";
    }
  }

  /**
   * {@code option<value>}.
   *
   * @param value the type of what may be there
   */
  record OptionOf(WitType value) implements WitType {
    @Override
    public String toString() {
      return "option<" + value + ">";
    }
  }

  /**
   * {@code result<ok, error>}, each part of which may be missing.
   *
   * @param ok the type of a success
   * @param error the type of a failure
   */
  record ResultOf(Optional<WitType> ok, Optional<WitType> error) implements WitType {
    @Override
    public String toString() {
      if (error.isPresent()) {
        String success = ok.isPresent() ? ok.get().toString() : "_";
        return "result<" + success + ", " + error.get() + ">";
      }
      return ok.isPresent() ? "result<" + ok.get() + ">" : "result";
    }
  }

  /**
   * {@code tuple<…>}.
   *
   * @param elements the types of its elements, in order
   */
  record TupleOf(List<WitType> elements) implements WitType {
    /** Copies the list. */
    public TupleOf {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      var text = new StringJoiner(", ", "tuple<", ">");
      for (WitType element : elements) {
        text.add(element.toString());
      }
      return text.toString();
    }
  }

  /**
   * A name and the type of what it names: a field, a parameter.
   *
   * @param name in WIT's kebab-case
   * @param type its type
   */
  record Named(String name, WitType type) {
    @Override
    public String toString() {
      return name + ": " + type;
    }
  }

  /**
   * {@code record { … }}.
   *
   * @param fields its fields, in order
   */
  record RecordOf(List<Named> fields) implements WitType {
    /** Copies the list. */
    public RecordOf {
      fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
      var text = new StringJoiner(", ", "record { ", " }");
      for (Named field : fields) {
        text.add(field.toString());
      }
      return text.toString();
    }
  }

  /**
   * A case of a variant.
   *
   * @param name in WIT's kebab-case
   * @param payload the type of what comes with it, if anything does
   */
  record Case(String name, Optional<WitType> payload) {
    @Override
    public String toString() {
      return payload.isPresent() ? name + "(" + payload.get() + ")" : name;
    }
  }

  /**
   * {@code variant { … }}.
   *
   * @param cases its cases, in order
   */
  record VariantOf(List<Case> cases) implements WitType {
    /** Copies the list. */
    public VariantOf {
      cases = List.copyOf(cases);
    }

    @Override
    public String toString() {
      var text = new StringJoiner(", ", "variant { ", " }");
      for (Case one : cases) {
        text.add(one.toString());
      }
      return text.toString();
    }
  }

  /**
   * {@code enum { … }}.
   *
   * @param names its cases, in order
   */
  record EnumOf(List<String> names) implements WitType {
    /** Copies the list. */
    public EnumOf {
      names = List.copyOf(names);
    }

    @Override
    public String toString() {
      return "enum { " + String.join(", ", names) + " }";
    }
  }

  /**
   * {@code flags { … }}.
   *
   * @param names its labels, lowest bit first
   */
  record FlagsOf(List<String> names) implements WitType {
    /** Copies the list. */
    public FlagsOf {
      names = List.copyOf(names);
    }

    @Override
    public String toString() {
      return "flags { " + String.join(", ", names) + " }";
    }
  }

  /**
   * Which resource a handle is of. A resource has no structure: its name is all there is.
   *
   * @param instance the interface that has it first, of nested ones with {@code /} between their
   *     names; empty for a resource of the component itself
   * @param name its name there
   */
  record Resource(String instance, String name) {
    /** The name alone, as WIT writes it. */
    @Override
    public String toString() {
      return name.isEmpty() ? "resource" : name;
    }
  }

  /**
   * An owned handle of a resource, which WIT writes as the resource's name.
   *
   * @param resource the resource
   */
  record Own(Resource resource) implements WitType {
    @Override
    public String toString() {
      return resource.toString();
    }
  }

  /**
   * {@code borrow<resource>}.
   *
   * @param resource the resource
   */
  record Borrow(Resource resource) implements WitType {
    @Override
    public String toString() {
      return "borrow<" + resource + ">";
    }
  }

  /**
   * {@code future<value>}.
   *
   * @param value the type of what it ends with, if anything
   */
  record FutureOf(Optional<WitType> value) implements WitType {
    @Override
    public String toString() {
      return value.isPresent() ? "future<" + value.get() + ">" : "future";
    }
  }

  /**
   * {@code stream<element>}.
   *
   * @param element the type of its elements, if they carry anything
   */
  record StreamOf(Optional<WitType> element) implements WitType {
    @Override
    public String toString() {
      return element.isPresent() ? "stream<" + element.get() + ">" : "stream";
    }
  }

  /**
   * The type of a function.
   *
   * @param parameters its parameters, in order
   * @param result the type of its result, or null
   * @param async whether it is an {@code async func}
   */
  record Function(List<Named> parameters, @Nullable WitType result, boolean async) {
    /** Copies the list. */
    public Function {
      parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
      var text = new StringJoiner(", ", async ? "async func(" : "func(", ")");
      for (Named parameter : parameters) {
        text.add(parameter.toString());
      }
      return result == null ? text.toString() : text + " -> " + result;
    }
  }
}
