package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
}
