package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeCommandTest {

  @TempDir Path folder;
  private Path source;
  private Path timesTen;
  private Path app;

  @BeforeEach
  void components() throws IOException {
    source =
        Switchblade.guest(
            folder,
            "source.wat",
            """
            (component
              (core module $m (func (export "get") (result i32) (i32.const 4)))
              (core instance $m (instantiate $m))
              (func (export "get") (result u32) (canon lift (core func $m "get"))))
            """);
    timesTen =
        Switchblade.guest(
            folder,
            "times-ten.wat",
            """
            (component
              (import "get" (func $get (result u32)))
              (core func $lowered (canon lower (func $get)))
              (core module $m
                (import "h" "get" (func $get (result i32)))
                (func (export "sum") (result i32) (i32.mul (i32.const 10) (call $get))))
              (core instance $h (export "get" (func $lowered)))
              (core instance $m (instantiate $m (with "h" (instance $h))))
              (func (export "sum") (result u32) (canon lift (core func $m "sum"))))
            """);
    app = folder.resolve("app.wasm");
  }

  @Test
  void componentsArePluggedIntoAnother() {
    CommandRun run =
        Switchblade.run("compose", "-o", app, "--plug", source, timesTen).exits(ExitCode.OK);
    assertTrue(run.out().startsWith(app + ": "), run.out());
    assertEquals("40\n", Switchblade.run("run", app, "--invoke", "sum()").exits(ExitCode.OK).out());
  }

  @Test
  void aTextIsDone() throws IOException {
    Path text =
        Switchblade.guest(
            folder,
            "app.wac",
            """
            package acme:app;
            let source = new acme:source {};
            let ten = new acme:ten { get: source.get };
            export ten...;
            """);
    Switchblade.run(
            "compose",
            text,
            "-o",
            app,
            "--dep",
            "acme:source=" + source,
            "--dep",
            "acme:ten=" + timesTen)
        .exits(ExitCode.OK);
    assertEquals("40\n", Switchblade.run("run", app, "--invoke", "sum()").exits(ExitCode.OK).out());
  }

  @Test
  void whatDoesNotFitIsToldWithBothEnds() throws IOException {
    Path other =
        Switchblade.guest(
            folder, "other.wat", Files.readString(source).replace("(result u32)", "(result s32)"));
    CommandRun run =
        Switchblade.run("compose", "-o", app, "--plug", other, timesTen)
            .exits(ExitCode.NOT_LINKABLE);
    assertTrue(run.err().contains("get: func() -> u32   (times-ten)"), run.err());
    assertTrue(run.err().contains("get: func() -> s32   (other)"), run.err());
    assertTrue(Files.notExists(app));
  }

  @Test
  void adviceInJavaIsToldToBeThat() {
    CommandRun run =
        Switchblade.run("compose", "-o", app, "--plug", source, "--plug", source, timesTen)
            .exits(ExitCode.NOT_LINKABLE);
    assertTrue(run.err().contains("both source and source-2 are plugged in for it"), run.err());
    assertTrue(run.err().contains("Here a text says the same"), run.err());
  }

  @Test
  void aTextIsComposedBesideItself() throws IOException {
    Path text =
        Switchblade.guest(
            folder,
            "app.wac",
            "package acme:app;\nlet source = new acme:source {};\nexport source...;");
    Switchblade.run("compose", text, "--dep", "acme:source=" + source).exits(ExitCode.OK);
    assertEquals("4\n", Switchblade.run("run", app, "--invoke", "get()").exits(ExitCode.OK).out());
    CommandRun none =
        Switchblade.run("compose", folder.resolve("none.wac")).exits(ExitCode.ENVIRONMENT);
    assertTrue(none.err().contains("there is no such file"), none.err());
  }

  @Test
  void filesMayHaveAnyName() throws IOException {
    Path unnamed = Files.copy(source, folder.resolve(".wat"));
    Path longest = Files.copy(timesTen, folder.resolve("x".repeat(220) + ".wat"));
    Switchblade.run("compose", "-o", app, "--plug", unnamed, longest).exits(ExitCode.OK);
    assertEquals("40\n", Switchblade.run("run", app, "--invoke", "sum()").exits(ExitCode.OK).out());
  }

  @Test
  void aGraphShowsWhereThePartsOfAPartAreExported() throws IOException {
    Path all = folder.resolve("all.wasm");
    Path outer = folder.resolve("outer.wat");
    Switchblade.run("compose", "-o", app, "--plug", source, timesTen).exits(ExitCode.OK);
    String text =
        """
        (component (import "sum" (func $f (result u32))) (core module) (export "all" (func $f)))
        """;
    Files.writeString(outer, text);
    Switchblade.run("compose", "-o", all, "--plug", app, outer).exits(ExitCode.OK);
    String graph = Switchblade.run("inspect", "--mermaid", all).exits(ExitCode.OK).out();
    assertTrue(graph.contains("subgraph p0[\"app\"]"), graph);
    assertTrue(graph.contains("p0x([exports])"), graph);
    assertTrue(graph.contains("p0x -->|\"sum\"| p2"), graph);
  }

  @Test
  void mistakesInATextAreToldWithTheirPlaces() throws IOException {
    Path text = Switchblade.guest(folder, "wrong.wac", "package a:b;\nlet x = y;\n");
    CommandRun run = Switchblade.run("compose", text, "-o", app).exits(ExitCode.NOT_LINKABLE);
    assertTrue(run.err().contains("line 2, column 9"), run.err());
  }

  @Test
  void anInputIsNotOverwritten() throws IOException {
    byte[] before = Files.readAllBytes(timesTen);
    CommandRun run =
        Switchblade.run("compose", "-o", timesTen, "--plug", source, timesTen)
            .exits(ExitCode.USAGE);
    assertTrue(run.err().contains("write to another file"), run.err());
    assertArrayEquals(before, Files.readAllBytes(timesTen));
  }

  @Test
  void wrongUsageIsTold() throws IOException {
    Path text = Switchblade.guest(folder, "app.wac", "package a:b;");
    Switchblade.run("compose", "-o", app, timesTen).exits(ExitCode.USAGE);
    Switchblade.run("compose", "--plug", source, timesTen).exits(ExitCode.USAGE);
    Switchblade.run("compose", text, "--plug", source).exits(ExitCode.USAGE);
    Switchblade.run("compose", "-o", app, "--dep", "a:b=" + source, timesTen).exits(ExitCode.USAGE);
    Switchblade.run("compose", text, "-o", app, "--dep", "acme").exits(ExitCode.USAGE);
    Switchblade.run("compose", "-o", app, "--plug", folder.resolve("none"), timesTen)
        .exits(ExitCode.ENVIRONMENT);
    Switchblade.run("compose", folder.resolve("none.wac")).exits(ExitCode.ENVIRONMENT);
    Switchblade.run("compose", "-o", folder.resolve("none/app.wasm"), "--plug", source, timesTen)
        .exits(ExitCode.ENVIRONMENT);
  }

  @Test
  void aCompositionIsShownAsATreeAndAsGraphs() {
    Switchblade.run("compose", "-o", app, "--plug", source, timesTen).exits(ExitCode.OK);
    String tree = Switchblade.run("inspect", app).exits(ExitCode.OK).out();
    assertTrue(
        tree.endsWith(
            """
            // What it is made of, and where each part's imports come from:
            //   exports
            //     sum <- times-ten
            //   times-ten
            //     get <- source
            //   source
            """),
        tree);
    assertEquals(
        """
        flowchart LR
          p0["source"]
          p1["times-ten"]
          exports([exports])
          host([host])
          exports -->|"sum"| p1
          p1 -->|"get"| p0
        """,
        Switchblade.run("inspect", "--mermaid", app).exits(ExitCode.OK).out());
    assertEquals(
        """
        digraph composition {
          rankdir=LR;
          node [shape=box];
          p0 [label="source"];
          p1 [label="times-ten"];
          exports [shape=plaintext];
          host [shape=plaintext];
          exports -> p1 [label="sum"];
          p1 -> p0 [label="get"];
        }
        """,
        Switchblade.run("inspect", "--dot", app).exits(ExitCode.OK).out());
    Switchblade.run("inspect", "--dot", "--mermaid", app).exits(ExitCode.USAGE);
    String alone = Switchblade.run("inspect", source).exits(ExitCode.OK).out();
    assertTrue(!alone.contains("What it is made of"), alone);
  }
}
