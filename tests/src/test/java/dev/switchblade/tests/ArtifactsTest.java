package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Linker;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.WasmFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiled code that is kept: it is executed as it is, so it must be this program's own. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class ArtifactsTest {

  private static final SecretKey KEY = key("a key of this program's alone");

  @TempDir Path folder;

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  /** The cache is still written to by a thread of Wasmtime's after an engine was closed. */
  @AfterEach
  void emptyTheFolder() throws InterruptedException {
    while (!isEmpty()) {
      Thread.sleep(20);
    }
  }

  private boolean isEmpty() {
    try (var files = Files.walk(folder)) {
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

  private static SecretKey key(String text) {
    return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  private static byte[] artifact(String guest) {
    try (Component component = Guests.ENGINE.compile(Guests.file(guest))) {
      return component.serialize(KEY);
    }
  }

  private static void assertRefused(Engine engine, byte[] artifact, SecretKey key, String words) {
    var exception =
        assertThrows(CompilationException.class, () -> engine.deserialize(artifact, key));
    assertTrue(exception.getMessage().contains(words), exception.getMessage());
  }

  // ---- What is given back

  @Test
  void whatIsLoadedIsWhatWasCompiled() {
    try (Component component = Guests.ENGINE.compile(Guests.file("calculator.wasm"));
        Component loaded = Guests.ENGINE.deserialize(component.serialize(KEY), KEY);
        var store = new Store(Guests.ENGINE)) {
      assertEquals(component.name(), loaded.name());
      assertEquals(component.wit(), loaded.wit());
      assertEquals(component.imports(), loaded.imports());
      assertEquals(component.exports(), loaded.exports());
      assertEquals(component.requirements(), loaded.requirements());
      var instance = new Linker(Guests.ENGINE).instantiate(store, loaded);
      assertEquals(
          Result.ok("42"),
          instance.func("acme:calculator/calc@1.0.0", "process-text").call("1 + 2 + 39"));
    }
  }

  @Test
  void guestsWithImportsWasiAndResourcesAreLoadedToo() {
    for (String name : new String[] {"processor.wasm", "prober.wasm", "types.wasm"}) {
      try (Component component = Guests.ENGINE.compile(Guests.file(name));
          Component loaded = Guests.ENGINE.deserialize(component.serialize(KEY), KEY)) {
        assertEquals(component.imports().toString(), loaded.imports().toString());
        assertEquals(component.exports().toString(), loaded.exports().toString());
        assertEquals(component.wit(), loaded.wit());
        assertEquals(component.requirements(), loaded.requirements());
      }
    }
    try (Component loaded = Guests.ENGINE.deserialize(artifact("prober.wasm"), KEY);
        var store = new Store(Guests.ENGINE)) {
      var instance = new Linker(Guests.ENGINE).instantiate(store, loaded);
      assertEquals(7L, instance.func("allocate").call(7L));
    }
  }

  /** A component that was loaded can be written again, and is the same. */
  @Test
  void whatWasLoadedCanBeWritten() {
    byte[] first = artifact("calculator.wasm");
    try (Component loaded = Guests.ENGINE.deserialize(first, KEY)) {
      byte[] second = loaded.serialize(key("another key"));
      assertRefused(Guests.ENGINE, second, KEY, "another key");
      try (Component again = Guests.ENGINE.deserialize(second, key("another key"))) {
        assertEquals(loaded.wit(), again.wit());
      }
    }
  }

  @Test
  void anotherEngineWithTheSameSettingsLoadsIt() {
    byte[] artifact = artifact("calculator.wasm");
    try (Engine engine = Engine.create();
        Component loaded = engine.deserialize(artifact, KEY);
        var store = new Store(engine)) {
      var instance = new Linker(engine).instantiate(store, loaded);
      assertEquals(3, instance.func("acme:calculator/calc@1.0.0", "add").call(1, 2));
    }
  }

  @Test
  void itDoesNotMatterWhetherADefaultIsSaid() {
    byte[] artifact = artifact("calculator.wasm");
    var builder =
        Engine.builder()
            .sourceLines(true)
            .fuel(true)
            .fuel(false)
            .interruptible(true)
            .interruptible(false)
            .nanCanonicalization(false)
            .concurrency(false)
            .sharedMemory(false);
    try (Engine engine = builder.build();
        Component component = engine.deserialize(artifact, KEY)) {
      Guests.ENGINE.deserialize(component.serialize(KEY), KEY).close();
    }
  }

  @Test
  void theArtifactOutlivesItsComponentAndItsEngine() {
    byte[] artifact;
    try (Engine engine = Engine.create();
        Component component = engine.compile(Guests.file("calculator.wasm"))) {
      artifact = component.serialize(KEY);
    }
    Guests.ENGINE.deserialize(artifact, KEY).close();
  }

  @Test
  void aClosedComponentIsNotWritten() {
    Component component = Guests.wat("(component)");
    component.close();
    assertThrows(IllegalStateException.class, () -> component.serialize(KEY));
  }

  @Test
  void aClosedEngineLoadsNothing() {
    byte[] artifact = artifact("calculator.wasm");
    Engine engine = Engine.create();
    engine.close();
    assertThrows(IllegalStateException.class, () -> engine.deserialize(artifact, KEY));
  }

  // ---- What is refused

  @Test
  void anotherKeyIsRefused() {
    byte[] artifact = artifact("calculator.wasm");
    for (String other : new String[] {"x", "a key of this program's alonf", "a key"}) {
      assertRefused(Guests.ENGINE, artifact, key(other), "another key");
    }
  }

  /** Wherever it is: in the header, the digest, the name, the lengths, the source, the code. */
  @Test
  void aChangedByteIsRefused() {
    byte[] artifact = artifact("calculator.wasm");
    var positions = new TreeSet<Integer>();
    for (int at = 0; at < 140; at++) {
      positions.add(at);
    }
    for (int at = 1; at <= 20; at++) {
      positions.add(artifact.length - at);
    }
    var random = new Random(7);
    for (int i = 0; i < 200; i++) {
      positions.add(random.nextInt(artifact.length));
    }
    for (int at : positions) {
      byte[] changed = artifact.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      var exception =
          assertThrows(CompilationException.class, () -> Guests.ENGINE.deserialize(changed, KEY));
      assertTrue(
          exception.getMessage().contains("has been changed")
              || exception.getMessage().contains("not an artifact"),
          at + ": " + exception.getMessage());
    }
  }

  @Test
  void whatIsCutOffOrAddedIsRefused() {
    byte[] artifact = artifact("calculator.wasm");
    var lengths = new TreeSet<Integer>();
    for (int length = 0; length < 130; length++) {
      lengths.add(length);
    }
    for (int part = 1; part < 50; part++) {
      lengths.add((int) ((long) artifact.length * part / 50));
    }
    lengths.add(artifact.length - 1);
    lengths.add(artifact.length + 1);
    lengths.add(artifact.length + 1_000);
    for (int length : lengths) {
      byte[] other = Arrays.copyOf(artifact, length);
      assertThrows(
          CompilationException.class,
          () -> Guests.ENGINE.deserialize(other, KEY),
          length + " bytes of " + artifact.length);
    }
  }

  @Test
  void whatIsNoArtifactSaysSo() throws IOException {
    byte[] wasm = Files.readAllBytes(Guests.file("calculator.wasm"));
    for (byte[] bytes : new byte[][] {new byte[0], {1, 2, 3}, new byte[10_000], wasm}) {
      assertRefused(Guests.ENGINE, bytes, KEY, "not an artifact");
    }
  }

  private static void assertOtherSettings(UnaryOperator<Engine.Builder> settings) {
    byte[] artifact = artifact("calculator.wasm");
    try (Engine engine = settings.apply(Engine.builder()).build()) {
      var exception =
          assertThrows(CompilationException.class, () -> engine.deserialize(artifact, KEY));
      assertTrue(exception.getMessage().startsWith("calculator.wasm: "), exception.getMessage());
      assertTrue(
          exception.getMessage().length() > "calculator.wasm: ".length() + 20,
          exception.getMessage());
      // The engine is none the worse for it.
      engine.compile(new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0}).close();
    }
  }

  @Test
  void anEngineWithOtherSettingsRefuses() {
    assertOtherSettings(engine -> engine.fuel(true));
    assertOtherSettings(engine -> engine.interruptible(true));
    assertOtherSettings(engine -> engine.concurrency(true));
    assertOtherSettings(engine -> engine.nanCanonicalization(true));
  }

  /** It says what differs, not only that something does. */
  @Test
  void theSettingThatDiffersIsNamed() {
    byte[] artifact = artifact("calculator.wasm");
    try (Engine engine = Engine.builder().fuel(true).build()) {
      assertRefused(engine, artifact, KEY, "fuel");
    }
    try (Engine engine = Engine.builder().interruptible(true).build()) {
      assertRefused(engine, artifact, KEY, "interruptible");
    }
  }

  // ---- Engines for an artifact

  private static byte[] compiledWith(UnaryOperator<Engine.Builder> settings) {
    try (Engine engine = settings.apply(Engine.builder()).build();
        Component component = engine.compile(Guests.file("calculator.wasm"))) {
      return component.serialize(KEY);
    }
  }

  private static void assertCallsWork(Engine engine, byte[] artifact) {
    try (Component loaded = engine.deserialize(artifact, KEY);
        var store = new Store(engine)) {
      var instance = new Linker(engine).instantiate(store, loaded);
      assertEquals(3, instance.func("acme:calculator/calc@1.0.0", "add").call(1, 2));
    }
  }

  @Test
  void anEngineTakesOverWhatAnArtifactWasCompiledWith() {
    List<UnaryOperator<Engine.Builder>> all =
        List.of(
            engine -> engine,
            engine -> engine.fuel(true),
            engine -> engine.interruptible(true),
            engine -> engine.concurrency(true),
            engine -> engine.nanCanonicalization(true).sourceLines(false),
            engine -> engine.feature(WasmFeature.WIDE_ARITHMETIC, true),
            engine -> engine.pooling(Engine.Pooling.of(2).withMemoryBytes(16 << 20)),
            engine -> engine.pooling(Engine.Pooling.of(2)).fuel(true));
    for (UnaryOperator<Engine.Builder> settings : all) {
      byte[] artifact = compiledWith(settings);
      try (Engine engine = Engine.builder().settingsOf(artifact, KEY).build()) {
        assertCallsWork(engine, artifact);
      }
    }
  }

  @Test
  void whatTheBuilderHadBeforeIsReplaced() {
    byte[] artifact = compiledWith(engine -> engine.fuel(true));
    try (Engine engine =
        Engine.builder()
            .interruptible(true)
            .pooling(Engine.Pooling.of(2).withMemoryBytes(16 << 20))
            .settingsOf(artifact, KEY)
            .build()) {
      assertCallsWork(engine, artifact);
    }
  }

  @Test
  void whatIsSetAfterwardsCounts() {
    byte[] artifact = compiledWith(engine -> engine.fuel(true));
    try (Engine engine = Engine.builder().settingsOf(artifact, KEY).interruptible(true).build()) {
      assertRefused(engine, artifact, KEY, "interruptible=true");
    }
  }

  /** Wasmtime checks the bounds of small memories otherwise than those of large ones. */
  @Test
  void theSizeOfAPoolsMemoriesIsASetting() {
    byte[] artifact = compiledWith(engine -> engine);
    try (Engine engine =
        Engine.builder().pooling(Engine.Pooling.of(2).withMemoryBytes(16 << 20)).build()) {
      assertRefused(engine, artifact, KEY, "pooling-memory-bytes=16777216");
    }
    try (Engine engine = Engine.builder().pooling(Engine.Pooling.forThisMachine()).build()) {
      assertCallsWork(engine, artifact);
    }
  }

  @Test
  void settingsAreTakenFromNoOthersArtifact() {
    byte[] artifact = artifact("calculator.wasm");
    Engine.Builder builder = Engine.builder();
    for (byte[] bytes : new byte[][] {new byte[0], new byte[200]}) {
      assertThrows(CompilationException.class, () -> builder.settingsOf(bytes, KEY));
    }
    SecretKey other = key("another key");
    assertThrows(CompilationException.class, () -> builder.settingsOf(artifact, other));
  }

  @Test
  void anArtifactIsRecognizedAndNotCompiled() throws IOException {
    byte[] artifact = artifact("calculator.wasm");
    assertTrue(Component.isSerialized(artifact));
    assertTrue(Component.isSerialized(Arrays.copyOf(artifact, 100)));
    assertFalse(Component.isSerialized(Arrays.copyOf(artifact, 10)));
    assertFalse(Component.isSerialized(new byte[0]));
    assertFalse(Component.isSerialized(Files.readAllBytes(Guests.file("calculator.wasm"))));
    var exception = assertThrows(CompilationException.class, () -> Guests.ENGINE.compile(artifact));
    assertEquals(CompilationException.Reason.UNFIT_ARTIFACT, exception.reason());
    assertTrue(exception.getMessage().contains("Engine.deserialize"), exception.getMessage());
  }

  // ---- The cache

  private static void compileWith(Path cache) {
    try (Engine engine = Engine.builder().cacheDirectory(cache).build();
        Component component = engine.compile(Guests.file("calculator.wasm"));
        var store = new Store(engine)) {
      var instance = new Linker(engine).instantiate(store, component);
      assertEquals(3, instance.func("acme:calculator/calc@1.0.0", "add").call(1, 2));
    } catch (RuntimeException e) {
      throw new AssertionError("with the cache " + cache, e);
    }
  }

  /** All files; a thread of Wasmtime's makes and removes some of its own at any time. */
  private static List<Path> filesIn(Path cache) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        cache,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path vanished, IOException reason) {
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  /** How many components are kept; the names of Wasmtime's other files have a dot in them. */
  private static long keptIn(Path cache) throws IOException {
    return filesIn(cache).stream()
        .filter(file -> !file.getFileName().toString().contains("."))
        .count();
  }

  @Test
  void compiledCodeIsKeptInTheCache() throws IOException {
    Path cache = folder.resolve("cache");
    compileWith(cache);
    assertEquals(1, keptIn(cache));
    compileWith(cache);
    assertEquals(1, keptIn(cache), "it was not found again");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such permissions")
  void aCacheThatIsNotThereIsMadeForThisUserAlone() throws IOException {
    Path cache = folder.resolve("some").resolve("where").resolve("cache");
    Engine.builder().cacheDirectory(cache);
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)));
    compileWith(cache);
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwx---", "rwx-w----", "rwx----w-", "rwxrwxrwx", "rwxr-xrwx"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such permissions")
  void aCacheThatOthersCanWriteToIsRefused(String permissions) throws IOException {
    Path cache = Files.createDirectory(folder.resolve("cache"));
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString(permissions));
    var builder = Engine.builder();
    var exception =
        assertThrows(IllegalArgumentException.class, () -> builder.cacheDirectory(cache));
    for (String part : new String[] {"cacheDirectory: ", cache.toString(), permissions, "chmod"}) {
      assertTrue(exception.getMessage().contains(part), exception.getMessage());
    }
    assertEquals(List.of(), filesIn(cache), "something was left there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwx------", "rwxr-x---", "rwxr-xr-x"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such permissions")
  void aCacheThatOthersCanReadIsUsed(String permissions) throws IOException {
    Path cache = Files.createDirectory(folder.resolve("cache"));
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString(permissions));
    compileWith(cache);
    assertEquals(1, keptIn(cache));
  }

  /** Whoever may change the link could lead it elsewhere, but what counts is where it leads. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such permissions")
  void aLinkIsAsGoodAsWhatItLeadsTo() throws IOException {
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), open);
    assertThrows(IllegalArgumentException.class, () -> Engine.builder().cacheDirectory(link));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwx------"));
    compileWith(link);
  }

  @Test
  void aFileIsNoCache() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    var exception =
        assertThrows(IllegalArgumentException.class, () -> Engine.builder().cacheDirectory(file));
    assertTrue(exception.getMessage().contains("is no folder"), exception.getMessage());
  }

  /** A cache of damaged files is as good as an empty one. */
  @Test
  void aDamagedCacheIsNotUsed() throws IOException {
    Path cache = folder.resolve("cache");
    compileWith(cache);
    for (Path file : filesIn(cache)) {
      Files.write(file, new byte[] {1, 2, 3});
    }
    compileWith(cache);
    assertEquals(1, keptIn(cache));
  }
}
