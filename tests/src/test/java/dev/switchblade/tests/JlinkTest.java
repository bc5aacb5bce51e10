package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchblade.Engine;
import dev.switchblade.bindings.NativeLibrary;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run-time image of a program and Switchblade, as {@code jlink} makes one. */
final class JlinkTest {

  private static final String PROGRAM =
      """
      package com.example.app;

      import dev.switchblade.Engine;
      import dev.switchblade.Linker;
      import dev.switchblade.Store;

      class Main {
        public static void main(String[] arguments) {
          String text =
              "(component (core module $m (func (export \\"f\\") (result i32) (i32.const 42)))"
                  + "(core instance $m (instantiate $m))"
                  + "(func (export \\"f\\") (result u32) (canon lift (core func $m \\"f\\"))))";
          try (var engine = Engine.create();
              var component = engine.compileText(text);
              var store = new Store(engine)) {
            System.out.println(
                new Linker(engine).instantiate(store, component).func("f").call());
          }
        }
      }
      """;

  @TempDir private Path folder;

  /** The platform jar; none, if the native library comes from elsewhere. */
  private static List<Path> platformJars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> path.getFileName().toString().startsWith("switchblade-native-"))
        .toList();
  }

  private static void run(String tool, String... arguments) {
    var output = new StringWriter();
    var writer = new PrintWriter(output);
    int code = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments);
    assertEquals(0, code, output::toString);
  }

  @Test
  void anImageRunsAComponent() throws Exception {
    List<Path> platform = platformJars();
    assumeTrue(!platform.isEmpty(), "the native library doesn't come from a platform jar here");
    assumeTrue(ToolProvider.findFirst("jlink").isPresent(), "this JDK has no jlink");
    String natives = onlyModuleOf(platform.getFirst()).descriptor().name();
    Path source = Files.createDirectories(folder.resolve("source/com/example/app"));
    Files.writeString(source.resolve("Main.java"), PROGRAM);
    Path descriptor = folder.resolve("source/module-info.java");
    Files.writeString(
        descriptor,
        "module com.example.app { requires dev.switchblade; requires " + natives + "; }");
    String modules =
        List.of(
                ForkedJvm.placeOf(Engine.class),
                ForkedJvm.placeOf(NativeLibrary.class),
                ForkedJvm.placeOf(NullMarked.class),
                platform.getFirst())
            .stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    Path classes = folder.resolve("classes");
    run(
        "javac",
        "-d",
        classes.toString(),
        "--module-path",
        modules,
        descriptor.toString(),
        source.resolve("Main.java").toString());
    Path image = folder.resolve("image");
    run(
        "jlink",
        "--module-path",
        modules + File.pathSeparator + classes,
        "--add-modules",
        "com.example.app",
        "--output",
        image.toString());
    Process process =
        new ProcessBuilder(
                image.resolve("bin/java").toString(),
                "-Dswitchblade.native.cache=" + folder.resolve("cache"),
                "--enable-native-access=dev.switchblade.bindings,dev.switchblade",
                "--module",
                "com.example.app/com.example.app.Main")
            .redirectErrorStream(true)
            .start();
    String output;
    try (var in = process.getInputStream()) {
      output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertEquals("42", output.strip());
    assertEquals(0, process.waitFor());
  }

  private static ModuleReference onlyModuleOf(Path jar) {
    return ModuleFinder.of(jar).findAll().iterator().next();
  }
}
