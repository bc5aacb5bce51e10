package dev.switchblade.tests;

import dev.switchblade.Result;
import dev.switchblade.Tuple;
import dev.switchblade.WitRecord;
import dev.switchblade.WitVariant;
import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitType.Primitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Types and values a little simpler than given ones: how a failure becomes one to be read. */
final class Simpler {

  private Simpler() {}

  /**
   * A simpler type.
   *
   * @param conversion makes a value of it from one of the type that was given
   */
  record Step(WitType type, UnaryOperator<Object> conversion) {}

  /** Simpler types, the simplest first. */
  static List<Step> types(WitType type) {
    List<Step> steps = new ArrayList<>();
    switch (type) {
      case Primitive _ -> {}
      case WitType.ListOf list -> {
        toPart(steps, list.element(), value -> NumberLists.elements(list.element(), value));
        for (Step step : types(list.element())) {
          steps.add(
              new Step(
                  new WitType.ListOf(step.type()), value -> convert(list.element(), value, step)));
        }
      }
      case WitType.FixedLengthListOf list -> {
        toPart(steps, list.element(), value -> NumberLists.elements(list.element(), value));
        if (list.length() > 1) {
          steps.add(shortened(list, 1));
          steps.add(shortened(list, list.length() - 1));
        }
        for (Step step : types(list.element())) {
          steps.add(
              new Step(
                  new WitType.FixedLengthListOf(step.type(), list.length()),
                  value -> convert(list.element(), value, step)));
        }
      }
      case WitType.MapOf map -> {
        toPart(steps, map.key(), value -> List.copyOf(((Map<?, ?>) value).keySet()));
        toPart(steps, map.value(), value -> List.copyOf(((Map<?, ?>) value).values()));
        for (Step step : types(map.value())) {
          steps.add(
              new Step(
                  new WitType.MapOf(map.key(), step.type()),
                  value -> {
                    Map<Object, Object> converted = new LinkedHashMap<>();
                    ((Map<?, ?>) value)
                        .forEach((key, one) -> converted.put(key, step.conversion().apply(one)));
                    return converted;
                  }));
        }
      }
      case WitType.OptionOf option -> {
        toPart(steps, option.value(), value -> ((Optional<?>) value).stream().toList());
        for (Step step : types(option.value())) {
          steps.add(
              new Step(
                  new WitType.OptionOf(step.type()),
                  value -> ((Optional<?>) value).map(step.conversion())));
        }
      }
      case WitType.ResultOf result -> ofResult(steps, result);
      case WitType.TupleOf tuple ->
          ofFields(
              steps,
              tuple.elements(),
              WitType.TupleOf::new,
              value -> ((Tuple) value).toList(),
              Tuple::ofAll);
      case WitType.RecordOf record ->
          ofFields(
              steps,
              record.fields().stream().map(WitType.Named::type).toList(),
              Simpler::recordOf,
              value -> ((WitRecord) value).values(),
              Simpler::recordValue);
      case WitType.VariantOf variant -> ofVariant(steps, variant);
      case WitType.EnumOf labels -> {
        for (List<String> fewer : fewer(labels.names())) {
          steps.add(
              new Step(
                  new WitType.EnumOf(fewer),
                  value -> fewer.contains(value) ? value : fewer.getFirst()));
        }
      }
      case WitType.FlagsOf labels -> {
        for (List<String> fewer : fewer(labels.names())) {
          steps.add(
              new Step(
                  new WitType.FlagsOf(fewer),
                  value -> {
                    Set<String> kept = new LinkedHashSet<>(fewer);
                    kept.retainAll((Set<?>) value);
                    return kept;
                  }));
        }
      }
      default -> throw new IllegalArgumentException("no values of " + type);
    }
    return steps;
  }

  /** A step to what is in there, of which a value has any number. */
  private static void toPart(List<Step> steps, WitType part, Function<Object, List<?>> parts) {
    steps.add(
        new Step(
            part,
            value -> {
              List<?> found = parts.apply(value);
              return found.isEmpty() ? plainest(part) : Objects.requireNonNull(found.getFirst());
            }));
  }

  private static Object convert(WitType element, Object list, Step step) {
    return NumberLists.of(
        step.type(), NumberLists.elements(element, list).stream().map(step.conversion()).toList());
  }

  private static Step shortened(WitType.FixedLengthListOf list, int length) {
    return new Step(
        new WitType.FixedLengthListOf(list.element(), length),
        value ->
            NumberLists.of(
                list.element(), NumberLists.elements(list.element(), value).subList(0, length)));
  }

  private static void ofResult(List<Step> steps, WitType.ResultOf result) {
    result
        .ok()
        .ifPresent(
            ok -> {
              toPart(
                  steps,
                  ok,
                  value -> value instanceof Result.Ok<?, ?>(Object in) ? List.of(in) : List.of());
              for (Step step : types(ok)) {
                steps.add(
                    new Step(
                        new WitType.ResultOf(Optional.of(step.type()), result.error()),
                        value ->
                            value instanceof Result.Ok<?, ?>(Object in)
                                ? Result.ok(step.conversion().apply(in))
                                : value));
              }
            });
    result
        .error()
        .ifPresent(
            error -> {
              toPart(
                  steps,
                  error,
                  value -> value instanceof Result.Err<?, ?>(Object in) ? List.of(in) : List.of());
              for (Step step : types(error)) {
                steps.add(
                    new Step(
                        new WitType.ResultOf(result.ok(), Optional.of(step.type())),
                        value ->
                            value instanceof Result.Err<?, ?>(Object in)
                                ? Result.err(step.conversion().apply(in))
                                : value));
              }
            });
  }

  private static WitType recordOf(List<WitType> fields) {
    List<WitType.Named> named = new ArrayList<>();
    for (WitType field : fields) {
      named.add(new WitType.Named("f" + named.size(), field));
    }
    return new WitType.RecordOf(named);
  }

  private static Object recordValue(List<?> values) {
    List<Object> pairs = new ArrayList<>();
    for (Object value : values) {
      pairs.add("f" + pairs.size() / 2);
      pairs.add(value);
    }
    return WitRecord.of(pairs.toArray());
  }

  private static void ofFields(
      List<Step> steps,
      List<WitType> fields,
      Function<List<WitType>, WitType> type,
      Function<Object, List<Object>> parts,
      Function<List<?>, Object> whole) {
    for (int i = 0; i < fields.size(); i++) {
      int index = i;
      toPart(steps, fields.get(i), value -> List.of(parts.apply(value).get(index)));
    }
    for (int i = 0; i < fields.size() && fields.size() > 1; i++) {
      int index = i;
      List<WitType> fewer = new ArrayList<>(fields);
      fewer.remove(i);
      steps.add(
          new Step(
              type.apply(fewer),
              value -> {
                List<Object> values = new ArrayList<>(parts.apply(value));
                values.remove(index);
                return whole.apply(values);
              }));
    }
    for (int i = 0; i < fields.size(); i++) {
      int index = i;
      for (Step step : types(fields.get(i))) {
        List<WitType> changed = new ArrayList<>(fields);
        changed.set(i, step.type());
        steps.add(
            new Step(
                type.apply(changed),
                value -> {
                  List<Object> values = new ArrayList<>(parts.apply(value));
                  values.set(index, step.conversion().apply(values.get(index)));
                  return whole.apply(values);
                }));
      }
    }
  }

  private static void ofVariant(List<Step> steps, WitType.VariantOf variant) {
    List<WitType.Case> cases = variant.cases();
    for (WitType.Case one : cases) {
      one.payload()
          .ifPresent(
              payload ->
                  toPart(
                      steps,
                      payload,
                      value ->
                          value instanceof WitVariant(String name, Object in)
                                  && name.equals(one.name())
                              ? List.of(in)
                              : List.of()));
    }
    for (List<WitType.Case> fewer : fewer(cases)) {
      WitType.VariantOf smaller = new WitType.VariantOf(fewer);
      steps.add(
          new Step(
              smaller,
              value ->
                  fewer.stream().anyMatch(one -> one.name().equals(((WitVariant) value).name()))
                      ? value
                      : plainest(smaller)));
    }
    for (int i = 0; i < cases.size(); i++) {
      WitType.Case one = cases.get(i);
      List<Step> payloads = one.payload().map(Simpler::types).orElse(List.of());
      for (Step step : payloads) {
        List<WitType.Case> changed = new ArrayList<>(cases);
        changed.set(i, new WitType.Case(one.name(), Optional.of(step.type())));
        steps.add(
            new Step(
                new WitType.VariantOf(changed),
                value ->
                    value instanceof WitVariant(String name, Object in) && name.equals(one.name())
                        ? WitVariant.of(name, step.conversion().apply(in))
                        : value));
      }
    }
  }

  /** The first half, the second half, and all but one. */
  private static <T> List<List<T>> fewer(List<T> all) {
    List<List<T>> lists = new ArrayList<>();
    int half = all.size() / 2;
    if (half > 0) {
      lists.add(all.subList(0, half));
      lists.add(all.subList(half, all.size()));
    }
    for (int i = 0; i < all.size() && all.size() > 2 && all.size() < 40; i++) {
      List<T> rest = new ArrayList<>(all);
      rest.remove(i);
      lists.add(rest);
    }
    return lists;
  }

  /** The value with the least in it. */
  static Object plainest(WitType type) {
    return switch (type) {
      case Primitive primitive ->
          switch (primitive) {
            case BOOL -> false;
            case S8 -> (byte) 0;
            case S16 -> (short) 0;
            case S64, U64 -> 0L;
            case F32 -> 0f;
            case F64 -> 0d;
            case STRING -> "";
            default -> 0;
          };
      case WitType.ListOf list -> NumberLists.of(list.element(), List.of());
      case WitType.FixedLengthListOf list ->
          NumberLists.of(list.element(), EchoGuest.times(list.length(), plainest(list.element())));
      case WitType.MapOf _ -> Map.of();
      case WitType.OptionOf _ -> Optional.empty();
      case WitType.ResultOf result -> Result.ok(result.ok().map(Simpler::plainest).orElse(null));
      case WitType.TupleOf tuple ->
          Tuple.ofAll(tuple.elements().stream().map(Simpler::plainest).toList());
      case WitType.RecordOf record -> {
        List<Object> pairs = new ArrayList<>();
        for (WitType.Named field : record.fields()) {
          pairs.add(field.name());
          pairs.add(plainest(field.type()));
        }
        yield WitRecord.of(pairs.toArray());
      }
      case WitType.VariantOf variant -> {
        WitType.Case first = variant.cases().getFirst();
        yield new WitVariant(first.name(), first.payload().map(Simpler::plainest).orElse(null));
      }
      case WitType.EnumOf labels -> labels.names().getFirst();
      case WitType.FlagsOf _ -> Set.of();
      default -> throw new IllegalArgumentException("no values of " + type);
    };
  }

  /** Simpler values of the same type. */
  static List<Object> values(WitType type, Object value) {
    List<Object> simpler = new ArrayList<>();
    if (weight(type, value) == 0) {
      return simpler;
    }
    simpler.add(plainest(type));
    switch (type) {
      case Primitive.STRING -> {
        String text = (String) value;
        int half = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
        simpler.add(text.substring(0, half));
        simpler.add(text.substring(half));
        if (text.length() > 1) {
          simpler.add(text.substring(text.offsetByCodePoints(0, 1)));
          simpler.add(text.substring(0, text.offsetByCodePoints(text.length(), -1)));
        }
      }
      case Primitive _ -> {}
      case WitType.ListOf list -> {
        List<Object> elements = NumberLists.elements(list.element(), value);
        for (List<Object> less : fewer(elements)) {
          simpler.add(NumberLists.of(list.element(), less));
        }
        ofElements(simpler, list.element(), elements);
      }
      case WitType.FixedLengthListOf list ->
          ofElements(simpler, list.element(), NumberLists.elements(list.element(), value));
      case WitType.MapOf map -> {
        Map<?, ?> entries = (Map<?, ?>) value;
        for (Object key : entries.keySet()) {
          Map<Object, Object> less = new LinkedHashMap<>(entries);
          Object dropped = Objects.requireNonNull(less.remove(key));
          simpler.add(less);
          for (Object one : values(map.value(), dropped)) {
            Map<Object, Object> changed = new LinkedHashMap<>(entries);
            changed.put(key, one);
            simpler.add(changed);
          }
        }
      }
      case WitType.OptionOf option ->
          ((Optional<?>) value)
              .ifPresent(
                  in -> values(option.value(), in).forEach(one -> simpler.add(Optional.of(one))));
      case WitType.ResultOf result -> {
        switch ((Result<?, ?>) value) {
          case Result.Ok<?, ?>(Object in) ->
              result
                  .ok()
                  .ifPresent(ok -> values(ok, in).forEach(one -> simpler.add(Result.ok(one))));
          case Result.Err<?, ?>(Object in) ->
              result
                  .error()
                  .ifPresent(
                      error -> values(error, in).forEach(one -> simpler.add(Result.err(one))));
        }
      }
      case WitType.TupleOf tuple -> {
        List<Object> elements = ((Tuple) value).toList();
        for (int i = 0; i < elements.size(); i++) {
          for (Object one : values(tuple.elements().get(i), elements.get(i))) {
            List<Object> changed = new ArrayList<>(elements);
            changed.set(i, one);
            simpler.add(Tuple.ofAll(changed));
          }
        }
      }
      case WitType.RecordOf record -> {
        WitRecord fields = (WitRecord) value;
        for (int i = 0; i < fields.size(); i++) {
          for (Object one : values(record.fields().get(i).type(), fields.get(i))) {
            List<Object> pairs = new ArrayList<>();
            for (int j = 0; j < fields.size(); j++) {
              pairs.add(record.fields().get(j).name());
              pairs.add(j == i ? one : fields.get(j));
            }
            simpler.add(WitRecord.of(pairs.toArray()));
          }
        }
      }
      case WitType.VariantOf variant -> {
        WitVariant is = (WitVariant) value;
        for (WitType.Case one : variant.cases()) {
          if (one.name().equals(is.name()) && is.value() != null) {
            values(one.payload().orElseThrow(), is.value())
                .forEach(in -> simpler.add(WitVariant.of(is.name(), in)));
          }
        }
      }
      default -> {}
    }
    return simpler;
  }

  private static void ofElements(List<Object> simpler, WitType element, List<Object> elements) {
    for (int i = 0; i < Math.min(elements.size(), 40); i++) {
      for (Object one : values(element, elements.get(i))) {
        List<Object> changed = new ArrayList<>(elements);
        changed.set(i, one);
        simpler.add(NumberLists.of(element, changed));
      }
    }
  }

  /** How far a value is from the plainest one. */
  static long weight(WitType type, @Nullable Object value) {
    if (value == null || Values.same(value, plainest(type))) {
      return 0;
    }
    return Values.parts(value);
  }
}
