package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

  private static final String TRAPPING =
      """
      (component
        (core module $m
          (func $inner (unreachable))
          (func $outer (export "give-up") (call $inner)))
        (core instance $m (instantiate $m))
        (func (export "give-up") (canon lift (core func $m "give-up"))))
      """;

  private static final String IMPORTING_CLOCK =
      """
      (component
        (import "acme:shop/clock@1.0.0" (instance $clock
          (export "now" (func (result u64)))))
        (core module $m (func (export "f")))
        (core instance $m (instantiate $m))
        (func (export "f") (canon lift (core func $m "f"))))
      """;

  private static final String COUNTER =
      """
      (component
        (core module $m
          (global $count (mut i32) (i32.const 0))
          (func (export "next") (result i32)
            (global.set $count (i32.add (global.get $count) (i32.const 1)))
            (global.get $count)))
        (core instance $m (instantiate $m))
        (func (export "next") (result u32) (canon lift (core func $m "next"))))
      """;

  @TempDir Path folder;
  private Path calculator;
  private Path processor;

  @BeforeEach
  void writeGuests() throws IOException {
    calculator = Switchblade.guest(folder, "calculator.wasm");
    processor = Switchblade.guest(folder, "processor.wasm");
  }

  /** Java has U+FFFD in the place of bytes that are nothing in the encoding of the process. */
  @Test
  void callsThatCannotBeReadAreWrongUsage() throws IOException {
    Path calculator = Switchblade.guest(folder, "calculator.wasm");
    CommandRun run =
        Switchblade.run("run", calculator, "--invoke", "add(\"\uFFFD\")").exits(ExitCode.USAGE);
    assertTrue(run.err().contains("LC_ALL=C.UTF-8"), run.err());
  }

  @Test
  void resultsGoToStdoutInWave() {
    CommandRun run = Switchblade.run("run", calculator, "--invoke", "add(1, 2)").exits(ExitCode.OK);
    assertEquals("3\n", run.out());
    assertEquals("", run.err());
  }

  @Test
  void aCallMayNameItsInterface() {
    assertEquals(
        "3\n",
        Switchblade.run("run", calculator, "--invoke", "acme:calculator/calc@1.0.0#add(1, 2)")
            .exits(ExitCode.OK)
            .out());
  }

  @Test
  void anErrorThatIsAValueIsAResult() {
    assertEquals(
        "err(not-a-number(\"two\"))\n",
        Switchblade.run("run", calculator, "--invoke", "process-data(\"1 + two\")")
            .exits(ExitCode.OK)
            .out());
  }

  @Test
  void bytesMayBeWrittenAsTextAndMessagesGoToStderr() {
    CommandRun run =
        Switchblade.run("run", processor, "--invoke", "process(\"hi\")").exits(ExitCode.OK);
    assertEquals("[151, 150]\n", run.out());
    assertTrue(run.err().startsWith("logger: "), run.err());
  }

  @Test
  void callsRunInOrderOnOneInstance() throws IOException {
    Path counter = Switchblade.guest(folder, "counter.wat", COUNTER);
    assertEquals(
        "1\n2\n3\n",
        Switchblade.run(
                "run", counter, "--invoke", "next()", "--invoke", "next()", "--invoke", "next()")
            .exits(ExitCode.OK)
            .out());
  }

  /** As a binary one does. */
  @Test
  void aProgramForWasi01RunsFromItsText() throws IOException {
    Path program =
        Switchblade.guest(
            folder,
            "program.wat",
            """
            (module
              (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
              (memory (export "memory") 1)
              (func (export "_start") (drop (call $yield))))
            """);
    assertEquals("", Switchblade.run("run", program).exits(ExitCode.OK).err());
  }

  @Test
  void withoutACallTheFunctionsAreListed() {
    CommandRun run = Switchblade.run("run", calculator).exits(ExitCode.USAGE);
    assertEquals("", run.out());
    assertTrue(run.err().contains("add: func(a: u32, b: u32) -> u32"), run.err());
    assertTrue(run.err().contains("--invoke 'add(1, 1)'"), run.err());
  }

  @Test
  void theExampleOfTheListCanBeRun() {
    String list = Switchblade.run("run", processor).exits(ExitCode.USAGE).err();
    String call = list.substring(list.indexOf('\'') + 1, list.lastIndexOf('\''));
    Switchblade.run("run", processor, "--invoke", call).exits(ExitCode.OK);
  }

  @Test
  void aTrapIsToldWithTheGuestsTrace() throws IOException {
    Path trapping = Switchblade.guest(folder, "trapping.wat", TRAPPING);
    CommandRun run = Switchblade.run("run", trapping, "--invoke", "give-up()").exits(ExitCode.TRAP);
    assertTrue(run.err().startsWith("switchblade: give-up: "), run.err());
    assertTrue(run.err().contains("in guest inner"), run.err());
    assertTrue(run.err().contains("in guest outer"), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  @Test
  void debugAddsJavasStackTrace() throws IOException {
    Path trapping = Switchblade.guest(folder, "trapping.wat", TRAPPING);
    String err =
        Switchblade.run("run", "--debug", trapping, "--invoke", "give-up()")
            .exits(ExitCode.TRAP)
            .err();
    assertTrue(err.contains("\tat dev.switchblade."), err);
  }

  @Test
  void memoryIsLimited() {
    String err =
        Switchblade.run("run", processor, "--max-memory", "64KiB", "--invoke", "process(\"hi\")")
            .exits(ExitCode.LIMIT)
            .err();
    assertTrue(err.contains("--max-memory allows more"), err);
    Switchblade.run("run", processor, "--max-memory", "64MiB", "--invoke", "process(\"hi\")")
        .exits(ExitCode.OK);
  }

  @Test
  void malformedWaveIsWrongUsage() {
    CommandRun run = Switchblade.run("run", calculator, "--invoke", "add(1,").exits(ExitCode.USAGE);
    assertTrue(run.err().startsWith("switchblade: "), run.err());
    assertTrue(run.err().contains("`add(1,`"), run.err());
  }

  @Test
  void argumentsOfOtherTypesAreWrongUsage() {
    Switchblade.run("run", calculator, "--invoke", "add(1, \"two\")").exits(ExitCode.USAGE);
    Switchblade.run("run", calculator, "--invoke", "add(1)").exits(ExitCode.USAGE);
    Switchblade.run("run", calculator, "--invoke", "add(1, 2, 3)").exits(ExitCode.USAGE);
    Switchblade.run("run", calculator, "--invoke", "add(1, 4294967296)").exits(ExitCode.USAGE);
  }

  @Test
  void anUnknownFunctionIsWrongUsageAndTheKnownAreNamed() {
    String err =
        Switchblade.run("run", calculator, "--invoke", "ad(1)").exits(ExitCode.USAGE).err();
    assertTrue(err.contains("acme:calculator/calc@1.0.0#add"), err);
  }

  @Test
  void whatWasPrintedBeforeAFailureStays() {
    CommandRun run =
        Switchblade.run("run", calculator, "--invoke", "add(1, 2)", "--invoke", "nothing()")
            .exits(ExitCode.USAGE);
    assertEquals("3\n", run.out());
  }

  @Test
  void aMissingFileIsTheEnvironmentsFault() {
    String err =
        Switchblade.run("run", folder.resolve("none.wasm")).exits(ExitCode.ENVIRONMENT).err();
    assertTrue(err.contains("none.wasm: there is no such file"), err);
  }

  @Test
  void aFolderIsTheEnvironmentsFault() {
    Switchblade.run("run", folder, "--invoke", "f()").exits(ExitCode.ENVIRONMENT);
  }

  @Test
  void whatIsNoWebAssemblyIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "Dear diary, today\n");
    CommandRun run = Switchblade.run("run", text, "--invoke", "f()").exits(ExitCode.NOT_LINKABLE);
    assertTrue(run.err().startsWith("switchblade: notes.txt: "), run.err());
  }

  @Test
  void aTruncatedComponentIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(calculator);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    Path truncated = Files.write(folder.resolve("half.wasm"), half);
    Switchblade.run("run", truncated, "--invoke", "add(1, 2)").exits(ExitCode.NOT_LINKABLE);
  }

  @Test
  void aCoreModuleIsRefusedByThatName() throws IOException {
    Path module =
        Files.write(folder.resolve("core.wasm"), new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    String err =
        Switchblade.run("run", module, "--invoke", "f()").exits(ExitCode.NOT_LINKABLE).err();
    assertTrue(err.contains("core"), err);
    assertTrue(err.contains("not a component"), err);
  }

  @Test
  void anImportThatNothingProvidesIsNamedWithAHint() throws IOException {
    Path importing = Switchblade.guest(folder, "shop.wat", IMPORTING_CLOCK);
    String err =
        Switchblade.run("run", importing, "--invoke", "f()").exits(ExitCode.NOT_LINKABLE).err();
    assertTrue(err.contains("acme:shop/clock@1.0.0"), err);
    assertTrue(err.contains("func(msg: string)"), err);
  }

  @Test
  void aProgramRunsWithItsArgumentsAndExitsWithItsStatus() {
    Path program = Path.of("..", "tests", "guests", "wasm", "command.wasm");
    Switchblade.run("run", program, "0", "two").exits(ExitCode.OK);
    CommandRun run = Switchblade.run("run", program, "7").exits(1);
    assertEquals("", run.err());
  }

  @Test
  void aGuestThatExitsWhenItIsCalledEndsTheCommandWithItsStatus() {
    Path prober = Path.of("..", "tests", "guests", "wasm", "prober.wasm");
    CommandRun ok =
        Switchblade.run("run", prober, "--invoke", "args()", "--invoke", "exit-with(0)")
            .exits(ExitCode.OK);
    assertEquals("", ok.err());
    CommandRun last =
        Switchblade.run(
                "run", prober, "--invoke", "exit-with(0)", "--invoke", "args()", "--invoke", "f()")
            .exits(ExitCode.OK);
    assertEquals("", last.out());
    assertEquals(
        "switchblade: the component has ended itself, so these were not called: args(), f()\n",
        last.err());
    assertEquals("", Switchblade.run("run", prober, "--invoke", "exit-with(1)").exits(1).err());
  }

  @Test
  void aProgramIsNotToldWhereItLies() throws IOException {
    Path prober = Path.of("..", "tests", "guests", "wasm", "prober.wasm").toAbsolutePath();
    assertEquals(
        "[\"prober.wasm\", \"one\"]\n",
        Switchblade.run("run", prober, "one", "--invoke", "args()").exits(ExitCode.OK).out());
  }

  @Test
  void aMisspeltFunctionIsGuessed() {
    String err =
        Switchblade.run("run", calculator, "--invoke", "proces-data(\"1\")")
            .exits(ExitCode.USAGE)
            .err();
    assertTrue(err.contains("did you mean process-data?"), err);
    err =
        Switchblade.run("run", calculator, "--invoke", "acme:calculator/calc@1.0.0#ad(1, 2)")
            .exits(ExitCode.USAGE)
            .err();
    assertTrue(err.contains("did you mean acme:calculator/calc@1.0.0#add?"), err);
  }

  @Test
  void whatNeedsAFeatureSaysHowToTurnItOnAndRunsThen() throws IOException {
    Path needy =
        Switchblade.guest(
            folder,
            "needy.wat",
            """
            (component
              (core module $m
                (func (export "f") (result i32)
                  (local i64 i64)
                  (i64.add128 (i64.const 1) (i64.const 0) (i64.const 2) (i64.const 0))
                  (local.set 0) (i32.wrap_i64)))
              (core instance $i (instantiate $m))
              (func (export "f") (result u32) (canon lift (core func $i "f"))))
            """);
    String err =
        Switchblade.run("run", needy, "--invoke", "f()").exits(ExitCode.NOT_LINKABLE).err();
    assertTrue(err.contains("WasmFeature.WIDE_ARITHMETIC"), err);
    assertTrue(err.contains("--feature wide-arithmetic"), err);
    CommandRun run =
        Switchblade.run("run", needy, "--feature", "wide-arithmetic", "--invoke", "f()")
            .exits(ExitCode.OK);
    assertEquals("3\n", run.out());
  }

  @Test
  void aProgramSeesTheFoldersThatAreNamed() throws IOException {
    Files.writeString(folder.resolve("note.txt"), "hello");
    Path prober = Path.of("..", "tests", "guests", "wasm", "prober.wasm");
    String read = "read-file(\"/data/note.txt\")";
    String seen =
        Switchblade.run("run", prober, "--dir", folder + "::/data", "--invoke", read)
            .exits(ExitCode.OK)
            .out();
    assertTrue(seen.startsWith("ok([104"), seen);
    String unseen = Switchblade.run("run", prober, "--invoke", read).exits(ExitCode.OK).out();
    assertTrue(unseen.startsWith("err("), unseen);
    String kept =
        Switchblade.run(
                "run",
                prober,
                "--dir",
                folder + "::/data",
                "--invoke",
                "remove-file(\"/data/note.txt\")")
            .exits(ExitCode.OK)
            .out();
    assertTrue(kept.startsWith("err("), kept);
    assertTrue(Files.exists(folder.resolve("note.txt")));
  }

  @Test
  void fuelThatIsEnoughIsNotMissed() {
    Switchblade.run("run", calculator, "--fuel", "1000000", "--invoke", "add(1, 2)")
        .exits(ExitCode.OK);
  }

  @Test
  void aProgramThatTakesTooLongIsStopped() throws IOException {
    Path spinning =
        Switchblade.guest(
            folder,
            "spin.wat",
            """
            (component
              (core module $m (func (export "f") (loop $l (br $l))))
              (core instance $i (instantiate $m))
              (func (export "f") (canon lift (core func $i "f"))))
            """);
    String err =
        Switchblade.run("run", spinning, "--deadline", "0.05", "--invoke", "f()")
            .exits(ExitCode.LIMIT)
            .err();
    assertTrue(err.contains("--deadline allows more"), err);
    err =
        Switchblade.run("run", spinning, "--fuel", "100000", "--invoke", "f()")
            .exits(ExitCode.LIMIT)
            .err();
    assertTrue(err.contains("--fuel allows more"), err);
  }

  @Test
  void messageFunctionsOfInterfacesAreProvidedToo() throws IOException {
    Path logging =
        Switchblade.guest(
            folder,
            "logging.wat",
            """
            (component
              (import "acme:log/sink" (instance $sink
                (export "warn" (func (param "text" string)))))
              (core module $memory
                (memory (export "memory") 1)
                (data (i32.const 8) "one\\nt\\1b[2Jwo"))
              (core instance $memory (instantiate $memory))
              (core func $warn
                (canon lower (func $sink "warn") (memory (core memory $memory "memory"))))
              (core module $m
                (import "sink" "warn" (func $warn (param i32 i32)))
                (func (export "work") (call $warn (i32.const 8) (i32.const 11))))
              (core instance $m
                (instantiate $m (with "sink" (instance (export "warn" (func $warn))))))
              (func (export "work") (canon lift (core func $m "work"))))
            """);
    CommandRun run = Switchblade.run("run", logging, "--invoke", "work()").exits(ExitCode.OK);
    assertEquals("", run.out());
    assertEquals("warn: one\nwarn: t\\u{1b}[2Jwo\n", run.err());
  }

  @Test
  void theStepsCanBeTimed() {
    String err =
        Switchblade.run("run", calculator, "--time", "--invoke", "add(1, 2)")
            .exits(ExitCode.OK)
            .err();
    assertTrue(
        err.matches("loading calculator\\.wasm: .* m?s\ninstantiating: .*s\nadd\\(1, 2\\): .*s\n"),
        err);
  }

  @Test
  void aSizeThatIsNoneIsWrongUsage() {
    String err =
        Switchblade.run("run", calculator, "--max-memory", "lots").exits(ExitCode.USAGE).err();
    assertTrue(err.contains("64MiB"), err);
  }

  @Test
  void anAtSignDoesNotNameAFile() {
    String err = Switchblade.run("run", "@" + calculator).exits(ExitCode.ENVIRONMENT).err();
    assertTrue(err.contains("@"), err);
  }
}
