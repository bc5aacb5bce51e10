package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.bindings.NativeLibrary;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Applications with different versions of Switchblade in one JVM: each has the native library of
 * the platform jar that its own class loader has, and the traps of each are its own.
 */
final class SeveralVersionsTest {

  private static final String PLATFORM_JAR = "switchblade-native-";

  /** Mac's signatures cover the whole file, so there this test can't make another library of it. */
  @Test
  @DisabledOnOs(OS.MAC)
  void eachClassLoaderHasItsOwnLibrary(@TempDir Path folder) throws Exception {
    assumeTrue(
        ForkedJvm.classPath().contains(PLATFORM_JAR),
        "the native library doesn't come from a platform jar here");
    Trials.assertSurvived(folder, SeveralVersionsTest.class, "twoVersions", folder.toString());
  }

  static void twoVersions(String folder) throws Exception {
    System.setProperty("switchblade.native.cache", Path.of(folder, "natives").toString());
    UnaryOperator<String> first = application(Path.of(folder, "first.jar"), 1);
    UnaryOperator<String> second = application(Path.of(folder, "second.jar"), 2);
    for (int i = 0; i < 20; i++) {
      assertEquals("42", first.apply("add"));
      assertEquals("trapped", first.apply("trap"));
      assertNullPointersAreJavas();
      assertEquals("trapped", second.apply("trap"));
      assertEquals("42", second.apply("add"));
      assertEquals("exhausted", first.apply("recurse"));
      assertNullPointersAreJavas();
      assertEquals("exhausted", second.apply("recurse"));
    }
    assertNotEquals(first.apply("location"), second.apply("location"));
  }

  /** HotSpot finds these by a signal, as Wasmtime does its traps. */
  private static void assertNullPointersAreJavas() {
    Object[] nothing = new Object[1];
    for (int i = 0; i < 1_000; i++) {
      assertThrows(NullPointerException.class, () -> nothing[0].hashCode());
    }
  }

  /**
   * Runs {@link Application} in a class loader of its own, which has a platform jar of its own.
   *
   * @param bytes by how many the library is longer than that of the tests
   */
  @SuppressWarnings("unchecked")
  private static UnaryOperator<String> application(Path jar, int bytes) throws Exception {
    List<URL> places = new ArrayList<>();
    for (String place : ForkedJvm.classPath().split(File.pathSeparator, -1)) {
      Path path = Path.of(place);
      Path name = path.getFileName();
      if (name != null && name.toString().startsWith(PLATFORM_JAR)) {
        lengthen(path, jar, bytes);
        path = jar;
      }
      if (!place.isEmpty()) {
        places.add(path.toUri().toURL());
      }
    }
    var loader =
        new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    var constructor = loader.loadClass(Application.class.getName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    return (UnaryOperator<String>) constructor.newInstance();
  }

  /** Copies a platform jar, with bytes behind its library that change nothing but its digest. */
  private static void lengthen(Path platformJar, Path copy, int bytes) throws Exception {
    try (var in = new JarFile(platformJar.toFile());
        var out = new JarOutputStream(Files.newOutputStream(copy))) {
      out.setLevel(Deflater.BEST_SPEED);
      for (JarEntry digest : in.stream().filter(e -> e.getName().endsWith(".sha256")).toList()) {
        String name = digest.getName().substring(0, digest.getName().length() - ".sha256".length());
        byte[] library;
        try (var content = in.getInputStream(in.getEntry(name))) {
          byte[] all = content.readAllBytes();
          library = Arrays.copyOf(all, all.length + bytes);
        }
        out.putNextEntry(new JarEntry(name));
        out.write(library);
        out.putNextEntry(new JarEntry(digest.getName()));
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(library);
        out.write(HexFormat.of().formatHex(sha256).getBytes(StandardCharsets.US_ASCII));
        out.closeEntry();
      }
    }
  }

  /** What each class loader has a class of its own of; nothing but text goes in and out. */
  static final class Application implements UnaryOperator<String> {

    private static final String GUEST =
        """
        (component
          (core module $m
            (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add)
            (func (export "trap") i32.const 1 i32.const 0 i32.div_s drop)
            (func $recurse (export "recurse") call $recurse))
          (core instance $m (instantiate $m))
          (func (export "add") (param "a" u32) (param "b" u32) (result u32)
            (canon lift (core func $m "add")))
          (func (export "trap") (canon lift (core func $m "trap")))
          (func (export "recurse") (canon lift (core func $m "recurse"))))
        """;

    private final Engine engine = Engine.create();
    private final Component component = engine.compileText(GUEST);

    @Override
    public String apply(String what) {
      if (what.equals("location")) {
        return NativeLibrary.location().toString();
      }
      try (var store = new Store(engine)) {
        Instance instance = new Linker(engine).instantiate(store, component);
        if (what.equals("add")) {
          return instance.func("add").call(40, 2).toString();
        }
        instance.func(what).call();
        return "returned";
      } catch (TrapException e) {
        return e.code() == TrapCode.STACK_OVERFLOW ? "exhausted" : "trapped";
      }
    }
  }
}
