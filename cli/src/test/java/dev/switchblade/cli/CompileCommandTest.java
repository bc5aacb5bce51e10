package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code compile}, and {@code run} and {@code inspect} of what it writes. */
class CompileCommandTest {

  private static final String ADD = "add(20, 22)";

  @TempDir Path folder;
  private Path calculator;
  private Path artifact;
  private Path key;

  @BeforeEach
  void writeGuest() throws IOException {
    calculator = Switchblade.guest(folder, "calculator.wasm");
    artifact = folder.resolve("calculator.cwasm");
    key = folder.resolve("calculator.key");
  }

  /** A cache is still written to by a thread of Wasmtime's after the engine was closed. */
  @AfterEach
  void emptyTheFolder() throws InterruptedException {
    while (!isEmpty()) {
      Thread.sleep(20);
    }
  }

  private boolean isEmpty() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.deleteIfExists(file);
        }
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private CommandRun compile(Object... options) {
    List<Object> words =
        new ArrayList<>(List.of("compile", calculator, "-o", artifact, "--new-key", key));
    words.addAll(List.of(options));
    return Switchblade.run(words.toArray());
  }

  private CommandRun run(Object... options) {
    List<Object> words = new ArrayList<>(List.of("run", artifact, "--key", key, "--invoke", ADD));
    words.addAll(List.of(options));
    return Switchblade.run(words.toArray());
  }

  // ---- What it is for

  @Test
  void whatIsCompiledRunsWithItsKey() throws IOException {
    CommandRun compiled = compile().exits(ExitCode.OK);
    assertTrue(compiled.out().startsWith("made " + key), compiled.out());
    assertTrue(compiled.out().contains("wrote " + artifact), compiled.out());
    assertEquals("", compiled.err());
    CommandRun run = run().exits(ExitCode.OK);
    assertEquals("42\n", run.out());
    assertEquals("", run.err());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(3, files.count(), "something is left over");
    }
  }

  @Test
  void aKeyIsUsedAgain() {
    compile().exits(ExitCode.OK);
    Switchblade.run("compile", calculator, "-o", artifact, "--key", key).exits(ExitCode.OK);
    assertEquals("42\n", run().exits(ExitCode.OK).out());
  }

  /** As `openssl rand -out` or another program makes one. */
  @Test
  void anyFileOfRandomBytesIsAKey() throws IOException {
    Files.write(key, "0123456789abcdef0123456789abcdef\n".getBytes(StandardCharsets.US_ASCII));
    if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    }
    Switchblade.run("compile", calculator, "-o", artifact, "--key", key).exits(ExitCode.OK);
    assertEquals("42\n", run().exits(ExitCode.OK).out());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such permissions")
  void aNewKeyIsForThisUserAlone() throws IOException {
    compile().exits(ExitCode.OK);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    assertEquals(32, Files.size(key));
  }

  @Test
  void anArtifactCanBeInspected() {
    compile().exits(ExitCode.OK);
    String wit = Switchblade.run("inspect", calculator).exits(ExitCode.OK).out();
    assertEquals(wit, Switchblade.run("inspect", artifact, "--key", key).exits(ExitCode.OK).out());
  }

  @Test
  void theBaselineCompilerMakesArtifactsToo() {
    compile("--compiler", "winch").exits(ExitCode.OK);
    assertEquals("42\n", run().exits(ExitCode.OK).out());
    assertEquals("42\n", run("--compiler", "winch").exits(ExitCode.OK).out());
    assertSays(
        run("--compiler", "cranelift").exits(ExitCode.NOT_LINKABLE), "compiler=winch instead of");
    assertEquals(
        "42\n",
        Switchblade.run("run", calculator, "--compiler", "winch", "--invoke", ADD)
            .exits(ExitCode.OK)
            .out());
  }

  @Test
  void runTakesTheSettingsOfWhatItRuns() throws IOException {
    compile(
            "--interruptible",
            "--fuel",
            "--nan-canonicalization",
            "--no-source-lines",
            "--concurrency",
            "--optimize",
            "none",
            "--feature",
            "wide-arithmetic",
            "--pool-memory",
            "16MiB")
        .exits(ExitCode.OK);
    assertEquals("42\n", run().exits(ExitCode.OK).out());
    assertEquals("42\n", run("--deadline", "60", "--fuel", "10000000").exits(ExitCode.OK).out());
    run("--fuel", "1").exits(ExitCode.LIMIT);
  }

  @Test
  void aComponentThatNeedsConcurrencyGetsIt() throws IOException {
    calculator = Switchblade.guest(folder, "async.wat", "(component (import \"f\" (func async)))");
    compile().exits(ExitCode.OK);
    CommandRun inspected = Switchblade.run("inspect", artifact, "--key", key).exits(ExitCode.OK);
    assertTrue(inspected.out().contains("import f: async func();"), inspected.out());
  }

  @Test
  void aCacheIsFilledAndUsed() throws IOException {
    Path cache = folder.resolve("cache");
    CommandRun compiled =
        Switchblade.run("compile", calculator, "--cache", cache).exits(ExitCode.OK);
    assertEquals("", compiled.out() + compiled.err());
    assertEquals(1, keptIn(cache));
    assertEquals(
        "42\n",
        Switchblade.run("run", calculator, "--cache", cache, "--invoke", ADD)
            .exits(ExitCode.OK)
            .out());
    assertEquals(1, keptIn(cache), "it was not found");
    Switchblade.run("compile", calculator, "--cache", cache, "--interruptible").exits(ExitCode.OK);
    assertEquals(2, keptIn(cache), "other settings have other code");
  }

  /** The names of Wasmtime's other files have a dot in them. */
  private static long keptIn(Path cache) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().contains("."))
          .count();
    }
  }

  // ---- What it refuses

  private static void assertSays(CommandRun run, String... words) {
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("switchblade: "), run.err());
    for (String word : words) {
      assertTrue(run.err().contains(word), word + " is missing in: " + run.err());
    }
    assertFalse(run.err().contains("mistake"), run.err());
  }

  @Test
  void aKeyThatIsThereIsNotOverwritten() throws IOException {
    byte[] mine = "my letters to nobody, all of them".getBytes(StandardCharsets.US_ASCII);
    Files.write(key, mine);
    assertSays(compile().exits(ExitCode.USAGE), key.toString(), "already", "--key");
    assertArrayEquals(mine, Files.readAllBytes(key));
    assertFalse(Files.exists(artifact));
  }

  @Test
  void whatFailsLeavesNoKeyAndNoFile() throws IOException {
    Files.write(calculator, new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    assertSays(compile().exits(ExitCode.NOT_LINKABLE), "calculator.wasm");
    assertFalse(Files.exists(key));
    assertFalse(Files.exists(artifact));
  }

  @Test
  void optionsThatMissEachOtherAreWrongUsage() {
    assertSays(Switchblade.run("compile", calculator).exits(ExitCode.USAGE), "-o", "--cache");
    assertSays(
        Switchblade.run("compile", calculator, "-o", artifact).exits(ExitCode.USAGE),
        "--key",
        "--new-key");
    assertSays(
        Switchblade.run("compile", calculator, "--cache", folder, "--key", key)
            .exits(ExitCode.USAGE),
        "-o");
    assertSays(compile("--key", key).exits(ExitCode.USAGE), "--new-key", "one of them");
    assertFalse(Files.exists(key));
  }

  @Test
  void valuesThatOptionsDoNotTakeAreWrongUsage() {
    assertSays(compile("--optimize", "fast").exits(ExitCode.USAGE), "speed-and-size");
    assertSays(compile("--compiler", "gcc").exits(ExitCode.USAGE), "cranelift or winch");
    assertSays(compile("--compiler", "winch", "--fuel").exits(ExitCode.USAGE), "fuel: winch");
    assertSays(
        compile("--compiler", "winch", "--feature", "tail-call").exits(ExitCode.USAGE),
        "with the compiler winch");
    assertSays(compile("--pool-memory", "1KiB").exits(ExitCode.USAGE), "64KiB to 4GiB");
    assertSays(compile("--pool-memory", "5GiB").exits(ExitCode.USAGE), "64KiB to 4GiB");
    assertSays(compile("--feature", "flight").exits(ExitCode.USAGE), "wide-arithmetic");
    assertSays(compile("--cache", "").exits(ExitCode.USAGE), "folder");
    assertSays(compile("--cache", calculator).exits(ExitCode.USAGE), "is no folder");
    assertFalse(Files.exists(key));
  }

  @Test
  void theComponentItselfIsNotOverwritten() throws IOException {
    byte[] before = Files.readAllBytes(calculator);
    for (Path same : new Path[] {calculator, folder.resolve(".").resolve("calculator.wasm")}) {
      assertSays(
          Switchblade.run("compile", calculator, "-o", same, "--new-key", key)
              .exits(ExitCode.USAGE),
          "component itself");
    }
    assertSays(
        Switchblade.run("compile", calculator, "-o", key, "--new-key", key).exits(ExitCode.USAGE),
        "same file");
    assertArrayEquals(before, Files.readAllBytes(calculator));
  }

  @Test
  void whereNothingCanBeWrittenIsTheEnvironmentsFault() {
    artifact = folder.resolve("nowhere").resolve("x.cwasm");
    assertSays(compile().exits(ExitCode.ENVIRONMENT), "there is no folder", "nowhere");
    artifact = folder;
    assertSays(compile().exits(ExitCode.ENVIRONMENT), "is a folder");
    artifact = folder.resolve("x.cwasm");
    key = folder.resolve("nowhere").resolve("x.key");
    assertSays(compile().exits(ExitCode.ENVIRONMENT), "--new-key", "nowhere");
    assertFalse(Files.exists(artifact));
  }

  @Test
  void anArtifactIsRecognizedWithoutItsKey() {
    compile().exits(ExitCode.OK);
    for (String command : new String[] {"run", "inspect"}) {
      assertSays(
          Switchblade.run(command, artifact).exits(ExitCode.USAGE), "compiled already", "--key");
    }
    Path again = folder.resolve("again.cwasm");
    assertSays(
        Switchblade.run("compile", artifact, "-o", again, "--key", key)
            .exits(ExitCode.NOT_LINKABLE),
        "compiled already");
  }

  @Test
  void aKeyIsForWhatIsCompiledOnly() {
    compile().exits(ExitCode.OK);
    assertSays(
        Switchblade.run("run", calculator, "--key", key, "--invoke", ADD)
            .exits(ExitCode.NOT_LINKABLE),
        "leave --key out");
  }

  @Test
  void anotherKeyIsRefused() throws IOException {
    compile().exits(ExitCode.OK);
    Files.write(key, new byte[32]);
    assertSays(run().exits(ExitCode.NOT_LINKABLE), artifact.toString(), "another key");
  }

  @Test
  void whatIsNoKeyIsRefused() throws IOException {
    compile().exits(ExitCode.OK);
    byte[] good = Files.readAllBytes(key);
    Files.write(key, Arrays.copyOf(good, 31));
    assertSays(run().exits(ExitCode.ENVIRONMENT), "--key", "32 to 4096", "has 31");
    Files.write(key, new byte[4097]);
    assertSays(run().exits(ExitCode.ENVIRONMENT), "--key", "has more");
    Files.delete(key);
    assertSays(run().exits(ExitCode.ENVIRONMENT), "--key", "no such file", "--new-key");
    Files.createDirectory(key);
    assertSays(run().exits(ExitCode.ENVIRONMENT), "--key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw----r--", "rw-----w-"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such permissions")
  void aKeyThatOthersHaveIsRefused(String permissions) throws IOException {
    compile().exits(ExitCode.OK);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(permissions));
    assertSays(run().exits(ExitCode.ENVIRONMENT), permissions, "chmod 600");
  }

  @Test
  void whatIsDamagedIsRefused() throws IOException {
    compile().exits(ExitCode.OK);
    byte[] good = Files.readAllBytes(artifact);
    for (int at : new int[] {30, 60, 200, good.length / 2, good.length - 1}) {
      byte[] damaged = good.clone();
      damaged[at] ^= 1;
      Files.write(artifact, damaged);
      assertSays(run().exits(ExitCode.NOT_LINKABLE), artifact.toString(), "has been changed");
    }
    for (int length : new int[] {0, 10, 22, 60, good.length - 1}) {
      Files.write(artifact, Arrays.copyOf(good, length));
      assertSays(run().exits(ExitCode.NOT_LINKABLE), artifact.toString());
    }
  }

  @Test
  void codeOfAnotherVersionIsRefused() throws Exception {
    compile().exits(ExitCode.OK);
    byte[] other = Files.readAllBytes(artifact);
    String major = wasmtimeMajor();
    byte[] version = ((char) major.length() + major).getBytes(StandardCharsets.US_ASCII);
    int found = 0;
    for (int at = 0; at + version.length <= other.length; at++) {
      if (Arrays.equals(other, at, at + version.length, version, 0, version.length)) {
        other[at + 1]++;
        found++;
      }
    }
    assertTrue(found > 0, "the artifact doesn't say that it is of Wasmtime " + major);
    seal(other);
    Files.write(artifact, other);
    assertSays(run().exits(ExitCode.NOT_LINKABLE), artifact.toString(), "version");
  }

  /** Of the version that the native library is built from; minor ones get on with each other. */
  private static String wasmtimeMajor() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..", "native", "Cargo.lock"));
    String line = lines.get(lines.indexOf("name = \"wasmtime\"") + 1);
    return line.substring(line.indexOf('"') + 1, line.indexOf('.'));
  }

  /** As if it had been written so: the digest stands behind the first line. */
  private void seal(byte[] changed) throws IOException, GeneralSecurityException {
    int start = new String(changed, 0, 100, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Files.readAllBytes(key), "HmacSHA256"));
    mac.update(changed, start + 32, changed.length - start - 32);
    System.arraycopy(mac.doFinal(), 0, changed, start, 32);
  }

  @Test
  void limitsThatItWasNotCompiledForAreRefused() {
    compile().exits(ExitCode.OK);
    assertSays(
        run("--deadline", "60").exits(ExitCode.NOT_LINKABLE),
        "other settings",
        "interruptible=true",
        "compile --interruptible");
    assertSays(
        run("--fuel", "1000000").exits(ExitCode.NOT_LINKABLE), "fuel=true", "compile --fuel");
  }
}
