package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ComponentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions throw the errors of their results. */
final class ThrowErrorsTest {

  private static final String WIT =
      """
      package acme:till;

      interface types {
        variant declined { limit(u64), unknown }
        record error { text: string }
        enum exception { a }
      }

      interface till {
        use types.{declined, error as fault, exception};
        pay: func(cents: u64) -> result<string, declined>;
        fail: func() -> result<_, fault>;
        except: func() -> result<_, exception>;
        count: func() -> result<_, u32>;
        read: func() -> result<_, list<u8>>;
        lock: func() -> result;
      }

      world w { import till; export till; }
      world other { import till; }
      """;

  @TempDir private Path folder;
  private Path wit;

  @BeforeEach
  void write() throws Exception {
    wit = folder.resolve("till.wit");
    Files.writeString(wit, WIT);
  }

  private GeneratorOptions.Builder options(String world) {
    return GeneratorOptions.builder(wit).world(world).throwErrors(true);
  }

  private static List<String> exceptions(SortedMap<String, String> files) {
    return files.keySet().stream().filter(path -> path.endsWith("Exception.java")).toList();
  }

  private URLClassLoader compile(SortedMap<String, String> files) throws Exception {
    Path classes = folder.resolve("classes");
    assertEquals(List.of(), JavaSources.compile(files, classes));
    return new URLClassLoader(new URL[] {classes.toUri().toURL()});
  }

  @Test
  void exceptionsAreNamedAfterTheErrorsAndBesideThem() {
    assertEquals(
        List.of(
            "acme/till/till/FailedException.java",
            "acme/till/till/ListOfU8Exception.java",
            "acme/till/till/U32Exception.java",
            "acme/till/types/DeclinedException.java",
            "acme/till/types/ErrorException.java",
            "acme/till/types/ExceptionException.java"),
        exceptions(Generator.generate(options("w").build()).files()));
  }

  @Test
  void nothingIsThrownUnlessItIsAskedFor() {
    SortedMap<String, String> files =
        Generator.generate(GeneratorOptions.builder(wit).world("w").build()).files();
    assertEquals(List.of(), exceptions(files));
    String till = files.get("acme/till/till/Till.java");
    assertTrue(till.contains(" Result<String, Declined> pay(long cents) {"), till);
  }

  @Test
  void bothSidesThrowTheSame() {
    SortedMap<String, String> files = Generator.generate(options("w").build()).files();
    String guest = files.get("acme/till/till/Till.java");
    String host = files.get("acme/till/till/HostTill.java");
    assertTrue(guest.contains("  public String pay(long cents) throws DeclinedException {"), guest);
    assertTrue(host.contains("  String pay(long cents) throws DeclinedException;"), host);
    assertTrue(host.contains("  void lock() throws FailedException;"), host);
    assertFalse(host.contains("Result"), host);
  }

  /** Errors that are called the same may be two types. */
  @Test
  void namesThatMeetAreTold() throws Exception {
    Files.writeString(
        wit,
        """
        package acme:till;
        interface till {
          enum declined-exception { a }
          enum declined { a, b }
          resource drawer;
          get: func() -> result<declined-exception, declined>;
          open: func() -> result<_, list<drawer>>;
        }
        world w { import till; export till; }
        """);
    SortedMap<String, String> files = Generator.generate(options("w").build()).files();
    compile(files).close();
    assertEquals(
        List.of(
            "acme/till/till/DeclinedException.java",
            "acme/till/till/DeclinedException_.java",
            "acme/till/till/ListOfDrawerException.java",
            "acme/till/till/ListOfDrawerException_.java"),
        files.keySet().stream().filter(path -> path.matches(".*Exception_?\\.java")).toList());
  }

  @Test
  void aMappedInterfaceHasItsExceptionsElsewhere() throws Exception {
    SortedMap<String, String> all =
        new TreeMap<>(Generator.generate(options("other").packageName("com.base").build()).files());
    SortedMap<String, String> second =
        Generator.generate(
                options("w")
                    .packageName("com.second")
                    .map("acme:till/types", "com.base.types")
                    .build())
            .files();
    assertEquals(
        List.of(
            "com/second/till/FailedException.java",
            "com/second/till/ListOfU8Exception.java",
            "com/second/till/U32Exception.java"),
        exceptions(second));
    String till = second.get("com/second/till/Till.java");
    assertTrue(till.contains("\nimport com.base.types.DeclinedException;\n"), till);
    all.putAll(second);
    compile(all).close();
  }

  @Test
  void aMappedErrorIsThatOfItsClass() {
    SortedMap<String, String> files =
        Generator.generate(
                options("w")
                    .map("acme:till/types.error", "java.time.Instant:com.acme.Instants")
                    .build())
            .files();
    String exception = files.get("acme/till/types/ErrorException.java");
    assertTrue(exception.contains("  public Instant error() {"), exception);
  }

  @Test
  void exceptionsSayWhatTheErrorIs() throws Exception {
    try (URLClassLoader loader = compile(Generator.generate(options("w").build()).files())) {
      Class<?> declined = loader.loadClass("acme.till.types.Declined$Limit");
      Object limit = declined.getConstructors()[0].newInstance(50_000L);
      ComponentException exception = make(loader, "types.DeclinedException", limit);
      assertEquals("declined: Limit[value=50000]", exception.getMessage());
      assertEquals(limit, exception.payload());
      assertEquals(limit, exception.getClass().getMethod("error").invoke(exception));

      ComponentException bytes = make(loader, "till.ListOfU8Exception", (Object) new byte[] {1});
      assertEquals("list-of-u8: [1]", bytes.getMessage());
      assertArrayEquals(new byte[] {1}, (byte[]) bytes.payload());

      ComponentException failed = make(loader, "till.FailedException");
      assertEquals("failed", failed.getMessage());
      assertNull(failed.payload());

      assertEquals("u32: 7", make(loader, "till.U32Exception", 7).getMessage());
      var wrong =
          assertThrows(
              InvocationTargetException.class,
              () -> make(loader, "types.DeclinedException", (Object) null));
      assertInstanceOf(NullPointerException.class, wrong.getCause());
    }
  }

  @Test
  void messagesSurviveSerialization() throws Exception {
    try (URLClassLoader loader = compile(Generator.generate(options("w").build()).files())) {
      var bytes = new ByteArrayOutputStream();
      try (var out = new ObjectOutputStream(bytes)) {
        out.writeObject(make(loader, "till.U32Exception", 7));
      }
      try (var in = new Reader(new ByteArrayInputStream(bytes.toByteArray()), loader)) {
        var read = (ComponentException) in.readObject();
        assertEquals("u32: 7", read.getMessage());
        assertNull(read.payload());
      }
    }
  }

  private static ComponentException make(ClassLoader loader, String name, Object... arguments)
      throws Exception {
    return (ComponentException)
        loader.loadClass("acme.till." + name).getConstructors()[0].newInstance(arguments);
  }

  /** Reads objects of classes that were generated. */
  private static final class Reader extends ObjectInputStream {
    private final ClassLoader loader;

    Reader(InputStream in, ClassLoader loader) throws Exception {
      super(in);
      this.loader = loader;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
      return Class.forName(type.getName(), false, loader);
    }
  }
}
