package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is imported and exported has one name on each side, and its data one on both. */
final class BothSidesTest {

  @TempDir private Path folder;

  /** Generates, compiles, and names the files below a package. */
  private List<String> generate(String wit) throws Exception {
    Path file = folder.resolve("both.wit");
    Files.writeString(file, "package acme:both;\n" + wit);
    SortedMap<String, String> files =
        Generator.generate(GeneratorOptions.builder(file).build()).files();
    assertEquals(List.of(), JavaSources.compile(files, folder.resolve("classes")));
    return files.keySet().stream()
        .filter(path -> path.startsWith("acme/both/") && !path.contains("/abi/"))
        .map(path -> path.substring("acme/both/".length()).replace(".java", ""))
        .toList();
  }

  @Test
  void theHostsSideIsNamedSo() throws Exception {
    assertEquals(
        List.of(
            "W",
            "carts/Cart",
            "carts/Carts",
            "carts/Entry",
            "carts/HostCart",
            "carts/HostCarts",
            "carts/HostEntry",
            "carts/Item"),
        generate(
            """
            interface carts {
              resource cart { constructor(); }
              record item { sku: string }
              record entry { cart: own<cart>, item: item }
              take: func(entry: entry) -> item;
            }
            world w { import carts; export carts; }
            """));
  }

  /** Only what is on both sides needs two names. */
  @Test
  void oneSideAloneHasTheNameOfTheWit() throws Exception {
    for (String side : List.of("import", "export")) {
      assertEquals(
          List.of("W", "carts/Cart", "carts/Carts"),
          generate(
              """
              interface carts { resource cart { constructor(); } }
              world w { %s carts; }
              """
                  .formatted(side)));
    }
  }

  @Test
  void typesOfThatNameAreThereFirst() throws Exception {
    assertEquals(
        List.of("W", "carts/Carts", "carts/HostCarts", "carts/HostCartsFunctions"),
        generate(
            """
            interface carts {
              record host-carts { count: u32 }
              get: func() -> host-carts;
            }
            world w { import carts; export carts; }
            """));
  }

  /** Two interfaces without a package are what the world says of each. */
  @Test
  void dataOfInlineInterfacesIsOneIfItIsAlike() throws Exception {
    List<String> files =
        generate(
            """
            world w {
              import limits: interface {
                record limit { most: u32, unit: unit }
                record other { value: u8 }
                enum unit { bytes }
                variant kind { a(limit), b }
                get: func() -> tuple<limit, other, kind>;
              }
              export limits: interface {
                enum unit { bytes }
                record limit { most: u32, unit: unit }
                record other { value: u16 }
                variant kind { a(limit), c }
                get: func() -> tuple<limit, other, kind>;
              }
            }
            """);
    assertEquals(
        List.of(
            "W",
            "limits/HostKind",
            "limits/HostLimits",
            "limits/HostOther",
            "limits/Kind",
            "limits/Limit",
            "limits/Limits",
            "limits/Other",
            "limits/Unit"),
        files);
  }

  @Test
  void noNameIsWrittenWithItsPackage() throws Exception {
    Path file = folder.resolve("qualified.wit");
    Files.writeString(
        file,
        """
        package acme:both;
        interface carts {
          resource cart { constructor(owner: string); total: func() -> u64; }
          record item { sku: string }
          find: func(sku: string) -> option<item>;
        }
        world w { import carts; export carts; }
        """);
    Generator.generate(GeneratorOptions.builder(file).build())
        .files()
        .forEach(
            (path, text) ->
                assertTrue(
                    text.lines()
                        .filter(line -> line.contains("acme.both."))
                        .allMatch(
                            line -> line.startsWith("import ") || line.startsWith("package ")),
                    path));
  }
}
