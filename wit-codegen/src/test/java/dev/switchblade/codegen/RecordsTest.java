package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchblade.Result;
import dev.switchblade.Tuple;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the values of generated records are by themselves, without any component. */
final class RecordsTest {

  @TempDir private Path folder;
  private URLClassLoader loader;

  @BeforeEach
  void generate() throws Exception {
    Path wit = folder.resolve("records.wit");
    Files.writeString(
        wit,
        """
        package acme:records;

        interface things {
          record numbers {
            flag: bool, tiny: s8, small: s16, plain: s32, large: s64, single: f32, double: f64,
            letter: char, bytes: list<u8>,
          }
          record one { value: list<f32> }
          flags colours { red, green, blue }
          record collections {
            names: list<string>, set: colours, ages: map<string, u32>, ones: list<one>,
          }
          record deep {
            rows: list<list<string>>, perhaps: option<list<string>>,
            outcome: result<list<string>, colours>, pair: tuple<list<string>, u32>,
            groups: map<string, list<string>>,
          }
          variant choice { names(list<string>), none }
          record nested { rows: list<list<u8>>, perhaps: option<list<u16>>, name: string }
        }
        world w { import things; }
        """);
    var files = Generator.generate(GeneratorOptions.builder(wit).build()).files();
    Path classes = folder.resolve("classes");
    assertEquals(List.of(), JavaSources.compile(files, classes));
    loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
  }

  @AfterEach
  void close() throws Exception {
    loader.close();
  }

  private Object make(String name, Object... components) throws Exception {
    return loader
        .loadClass("acme.records.things." + name)
        .getConstructors()[0]
        .newInstance(components);
  }

  private Object numbers(boolean flag, long large, float single, double twice, byte... bytes)
      throws Exception {
    return make("Numbers", flag, (byte) 1, (short) 2, 3, large, single, twice, (int) 'x', bytes);
  }

  @Test
  void recordsWithArraysAreEqualByTheirContents() throws Exception {
    Object one = numbers(true, 4, 5, 6, (byte) 7);
    Object same = numbers(true, 4, 5, 6, (byte) 7);
    assertEquals(one, same);
    assertEquals(one.hashCode(), same.hashCode());
    assertNotEquals(one, numbers(false, 4, 5, 6, (byte) 7));
    assertNotEquals(one, numbers(true, 5, 5, 6, (byte) 7));
    assertNotEquals(one, numbers(true, 4, 5, 6, (byte) 8));
    assertNotEquals(one, new Object());
  }

  /** As in records that have no equals of their own. */
  @Test
  void floatsAreEqualAsTheirWrappersAre() throws Exception {
    Object one = numbers(true, 4, Float.NaN, Double.NaN);
    assertEquals(one, one);
    assertEquals(one, numbers(true, 4, Float.NaN, Double.NaN));
    assertEquals(one.hashCode(), numbers(true, 4, Float.NaN, Double.NaN).hashCode());
    assertNotEquals(numbers(true, 4, 0.0f, 1), numbers(true, 4, -0.0f, 1));
    assertNotEquals(numbers(true, 4, 1, 0.0), numbers(true, 4, 1, -0.0));
    Object list = make("One", (Object) new float[] {Float.NaN});
    assertEquals(list, make("One", (Object) new float[] {Float.NaN}));
    assertNotEquals(
        make("One", (Object) new float[] {0.0f}), make("One", (Object) new float[] {-0.0f}));
  }

  @Test
  void arraysWithinOtherValuesAreEqualByTheirContents() throws Exception {
    Object one = make("Nested", List.of(new byte[] {1}), Optional.of(new short[] {2}), "a");
    Object same = make("Nested", List.of(new byte[] {1}), Optional.of(new short[] {2}), "a");
    assertEquals(one, same);
    assertEquals(one.hashCode(), same.hashCode());
    assertNotEquals(
        one, make("Nested", List.of(new byte[] {2}), Optional.of(new short[] {2}), "a"));
    assertNotEquals(one, make("Nested", List.of(new byte[] {1}), Optional.empty(), "a"));
  }

  @Test
  void textHasTheElementsOfArrays() throws Exception {
    assertEquals(
        "Numbers[flag=true, tiny=1, small=2, plain=3, large=4, single=5.0, double_=6.0,"
            + " letter=120, bytes=[7]]",
        numbers(true, 4, 5, 6, (byte) 7).toString());
    assertEquals(
        "Nested[rows=[[1]], perhaps=Optional[[2]], name=a]",
        make("Nested", List.of(new byte[] {1}), Optional.of(new short[] {2}), "a").toString());
  }

  private Object get(Object one, String component) throws Exception {
    return one.getClass().getMethod(component).invoke(one);
  }

  private <E extends Enum<E>> EnumSet<E> colours(String... names) throws Exception {
    @SuppressWarnings("unchecked") // the generated enum
    var type = (Class<E>) loader.loadClass("acme.records.things.Colours");
    EnumSet<E> set = EnumSet.noneOf(type);
    for (String name : names) {
      set.add(Enum.valueOf(type, name));
    }
    return set;
  }

  @Test
  void listsMapsAndFlagsAreCopied() throws Exception {
    var names = new ArrayList<>(List.of("a", "b"));
    var set = colours("RED", "BLUE");
    var ages = new LinkedHashMap<>(Map.of("z", 1));
    ages.put("a", 2);
    var ones = new ArrayList<>(List.of(make("One", (Object) new float[] {1})));
    Object record = make("Collections", names, set, ages, ones);
    String text = record.toString();
    names.clear();
    set.clear();
    ages.clear();
    ones.clear();
    assertEquals(text, record.toString());
    assertEquals(List.of("a", "b"), get(record, "names"));
    assertEquals(colours("RED", "BLUE"), get(record, "set"));
    assertEquals(get(record, "set"), colours("RED", "BLUE"));
    assertEquals(List.of("z", "a"), List.copyOf(((Map<?, ?>) get(record, "ages")).keySet()));
  }

  @Test
  void nobodyCanChangeThem() throws Exception {
    Object record = make("Collections", List.of("a"), colours("RED"), Map.of("a", 1), List.of());
    for (String component : List.of("names", "set")) {
      var collection = (Collection<?>) get(record, component);
      assertThrows(UnsupportedOperationException.class, collection::clear);
      assertThrows(
          UnsupportedOperationException.class,
          () -> {
            var elements = collection.iterator();
            elements.next();
            elements.remove();
          });
    }
    var ages = (Map<?, ?>) get(record, "ages");
    assertThrows(UnsupportedOperationException.class, ages::clear);
    assertThrows(UnsupportedOperationException.class, () -> ages.keySet().clear());
    assertThrows(UnsupportedOperationException.class, () -> ages.remove("a"));
  }

  @Test
  void listsWithinOtherValuesAreCopied() throws Exception {
    var list = new ArrayList<>(List.of("a"));
    Object record =
        make(
            "Deep",
            List.of(list),
            Optional.of(list),
            Result.ok(list),
            Tuple.of(list, 1),
            Map.of("a", list));
    Object other =
        make(
            "Deep",
            List.of(),
            Optional.empty(),
            Result.err(colours("GREEN")),
            Tuple.of(List.of(), 1),
            Map.of());
    list.set(0, "b");
    assertEquals(
        "Deep[rows=[[a]], perhaps=Optional[[a]], outcome=Ok[value=[a]], pair=([a], 1),"
            + " groups={a=[a]}]",
        record.toString());
    assertEquals(
        "Deep[rows=[], perhaps=Optional.empty, outcome=Err[error=[GREEN]], pair=([], 1),"
            + " groups={}]",
        other.toString());
  }

  @Test
  void payloadsOfVariantsAreCopied() throws Exception {
    var names = new ArrayList<>(List.of("a"));
    Object payload = make("Choice$Names", names);
    names.clear();
    assertEquals(List.of("a"), get(payload, "value"));
  }

  @Test
  void nullIsNoElement() {
    for (Object list : List.of(Arrays.asList("a", null), Collections.singletonList(null))) {
      var exception =
          assertThrows(
              InvocationTargetException.class,
              () -> make("Collections", list, Set.of(), Map.of(), List.of()));
      assertInstanceOf(NullPointerException.class, exception.getCause());
      String index = list.equals(Arrays.asList("a", null)) ? "1" : "0";
      assertEquals("names[" + index + "]", exception.getCause().getMessage());
    }
  }

  /** What has been copied, or was read from an image, is copied no more. */
  @Test
  void copiesAreKeptAsTheyAre() throws Exception {
    Object record = make("Collections", List.of("a"), colours("RED"), Map.of("a", 1), List.of());
    Object second =
        make(
            "Collections",
            get(record, "names"),
            get(record, "set"),
            get(record, "ages"),
            get(record, "ones"));
    for (String component : List.of("names", "set", "ages", "ones")) {
      assertSame(get(record, component), get(second, component), component);
    }
  }
}
