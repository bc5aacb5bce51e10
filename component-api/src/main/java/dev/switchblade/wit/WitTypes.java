package dev.switchblade.wit;

import dev.switchblade.wit.WitType.Case;
import dev.switchblade.wit.WitType.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes WIT types, to be imported statically: {@code func(list(U8), param("payload", list(U8)))}.
 */
public final class WitTypes {

  private WitTypes() {}

  /**
   * {@code func(…) -> result}.
   *
   * @param result the type of its result; null if it has none
   * @param parameters its parameters, in order
   */
  public static WitType.Function func(@Nullable WitType result, Named... parameters) {
    return new WitType.Function(List.of(parameters), result, false);
  }

  /** A parameter. */
  public static Named param(String name, WitType type) {
    return new Named(name, type);
  }

  /** A field of a record. */
  public static Named field(String name, WitType type) {
    return new Named(name, type);
  }

  /** {@code record { … }}. */
  public static WitType record(Named... fields) {
    return new WitType.RecordOf(List.of(fields));
  }

  /** {@code variant { … }}. */
  public static WitType variant(Case... cases) {
    return new WitType.VariantOf(List.of(cases));
  }

  /** A case without a payload. */
  public static Case of(String name) {
    return new Case(name, Optional.empty());
  }

  /** A case with a payload. */
  public static Case of(String name, WitType payload) {
    return new Case(name, Optional.of(payload));
  }

  /** {@code enum { … }}. */
  public static WitType enumeration(String... names) {
    return new WitType.EnumOf(List.of(names));
  }

  /** {@code flags { … }}. */
  public static WitType flags(String... names) {
    return new WitType.FlagsOf(List.of(names));
  }

  /** {@code list<element>}. */
  public static WitType list(WitType element) {
    return new WitType.ListOf(element);
  }

  /** {@code list<element, length>}. */
  public static WitType list(WitType element, int length) {
    return new WitType.FixedLengthListOf(element, length);
  }

  /** {@code map<key, value>}. */
  public static WitType map(WitType key, WitType value) {
    return new WitType.MapOf(key, value);
  }

  /** {@code option<value>}. */
  public static WitType option(WitType value) {
    return new WitType.OptionOf(value);
  }

  /**
   * {@code result<ok, err>}.
   *
   * @param ok the type of a success; null if it carries nothing
   * @param err the type of a failure; null if it carries nothing
   */
  public static WitType result(@Nullable WitType ok, @Nullable WitType err) {
    return new WitType.ResultOf(Optional.ofNullable(ok), Optional.ofNullable(err));
  }

  /** {@code tuple<…>}. */
  public static WitType tuple(WitType... elements) {
    return new WitType.TupleOf(List.of(elements));
  }

  /**
   * An owned handle.
   *
   * @param instance the interface that has the resource first; empty for the component itself
   * @param resource its name there
   */
  public static WitType own(String instance, String resource) {
    return new WitType.Own(new WitType.Resource(instance, resource));
  }

  /** {@code borrow<resource>}; as {@link #own}. */
  public static WitType borrow(String instance, String resource) {
    return new WitType.Borrow(new WitType.Resource(instance, resource));
  }
}
