package dev.switchblade.tests;

import dev.switchblade.wit.WitType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * A type, and values of it.
 *
 * @param values at least one, as the API takes them
 */
record Specimen(WitType type, List<Object> values) {

  /**
   * Random specimens.
   *
   * @param count how many values each has
   */
  static Arbitrary<Specimen> random(int count) {
    return random(count, RandomTypes::next);
  }

  /** The same of types that have nothing but numbers in them. */
  static Arbitrary<Specimen> plain(int count) {
    return random(count, RandomTypes::nextPlain);
  }

  private static Arbitrary<Specimen> random(int count, Function<RandomTypes, WitType> types) {
    return Arbitraries.fromGenerator(
        random -> {
          WitType type = types.apply(new RandomTypes(random));
          var values = new RandomValues(random);
          List<Object> some = new ArrayList<>();
          for (int i = 0; i < count; i++) {
            some.add(values.next(type));
          }
          return new Smaller(new Specimen(type, List.copyOf(some)));
        });
  }

  /** One of its values: any number names one. */
  Object value(int number) {
    return values.get(number % values.size());
  }

  /** Specimens that are a little simpler; those with the largest step first. */
  private Stream<Specimen> simpler() {
    Stream<Specimen> single =
        values.size() == 1
            ? Stream.empty()
            : values.stream().map(value -> new Specimen(type, List.of(value)));
    Stream<Specimen> types =
        Simpler.types(type).stream()
            .map(
                step -> new Specimen(step.type(), values.stream().map(step.conversion()).toList()));
    Stream<Specimen> simplerValues =
        Stream.iterate(0, i -> i + 1)
            .limit(values.size())
            .flatMap(
                i -> Simpler.values(type, values.get(i)).stream().map(value -> with(i, value)));
    return Stream.of(single, types, simplerValues).flatMap(specimens -> specimens);
  }

  private Specimen with(int index, Object value) {
    List<Object> changed = new ArrayList<>(values);
    changed.set(index, value);
    return new Specimen(type, List.copyOf(changed));
  }

  @Override
  public String toString() {
    return type + " " + values.stream().map(Values::show).toList();
  }

  /** What jqwik asks for specimens that are smaller than one that failed. */
  private record Smaller(Specimen value) implements Shrinkable<Specimen> {
    @Override
    public Stream<Shrinkable<Specimen>> shrink() {
      return value.simpler().map(Smaller::new);
    }

    @Override
    public ShrinkingDistance distance() {
      long size = 0;
      for (Object one : value.values) {
        size += Simpler.weight(value.type, one);
      }
      return ShrinkingDistance.of(value.values.size(), value.type.toString().length(), size);
    }
  }
}
