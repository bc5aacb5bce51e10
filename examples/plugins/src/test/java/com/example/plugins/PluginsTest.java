package com.example.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchblade.ResourceLimitException;
import dev.switchblade.ResourceLimitException.Limit;
import dev.switchblade.Result;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a copy of the folder, whose files change. */
final class PluginsTest {

  @TempDir private Path folder;
  private final List<String> refused = new ArrayList<>();
  private final Tenant ada = new Tenant("ada");
  private final Tenant bob = new Tenant("bob");
  private Plugins plugins;

  @BeforeEach
  void copy() throws IOException {
    Path original = Path.of("plugins");
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(original.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    plugins =
        new Plugins(
            folder,
            event -> {
              if (!event.granted()) {
                refused.add(event.store());
              }
            });
  }

  @AfterEach
  void close() {
    plugins.close();
  }

  private void replace(String name, byte[] component) throws IOException {
    Path next = Files.write(folder.resolve("next"), component);
    // A clock that is too coarse would hide the change.
    Files.setLastModifiedTime(next, FileTime.from(Instant.now().plusSeconds(1)));
    Path file = folder.resolve(name + ".wasm");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void eachTenantHasItsOwnNotes() {
    assertEquals(
        Result.ok("Good morning, Grace! 1 notes so far."), plugins.run("greeter", ada, "Grace"));
    assertEquals(
        Result.ok("Good morning, Edsger! 2 notes so far."), plugins.run("greeter", ada, "Edsger"));
    assertEquals(
        Result.ok("Good morning, Barbara! 1 notes so far."),
        plugins.run("greeter", bob, "Barbara"));
    assertEquals(List.of("greeted Grace", "greeted Edsger"), ada.all());
  }

  @Test
  void whoTakesTooMuchIsEndedAndOthersGoOn() {
    var memory =
        assertThrows(ResourceLimitException.class, () -> plugins.run("greedy", ada, "memory"));
    assertEquals(Limit.TOTAL_MEMORY_BYTES, memory.limit());
    var time = assertThrows(ResourceLimitException.class, () -> plugins.run("greedy", ada, "time"));
    assertEquals(Limit.DEADLINE, time.limit());
    assertInstanceOf(Result.Ok.class, plugins.run("greeter", ada, "Grace"));
  }

  @Test
  void thereIsNoWayOutOfAFolderAndTheHostIsToldOfTheAttempt() {
    assertInstanceOf(Result.Err.class, plugins.run("greedy", ada, "/words/../greedy.properties"));
    assertEquals(List.of("greedy for ada"), refused);
  }

  @Test
  void aTrapEndsOneRunAndNotTheNext() {
    var trap = assertThrows(TrapException.class, () -> plugins.run("faulty", ada, "none"));
    assertEquals(TrapCode.UNREACHABLE, trap.code());
    assertEquals(Result.ok("7"), plugins.run("faulty", ada, "seven is 7"));
  }

  @Test
  void aFileThatHasChangedIsLoaded() throws IOException {
    assertEquals(Result.ok("7"), plugins.run("faulty", ada, "7"));
    replace("faulty", Files.readAllBytes(folder.resolve("greedy.wasm")));
    assertInstanceOf(Result.Err.class, plugins.run("faulty", ada, "7"));
  }

  @Test
  void aFileThatIsBrokenChangesNothing() throws IOException {
    assertEquals(Result.ok("7"), plugins.run("faulty", ada, "7"));
    replace("faulty", new byte[] {1, 2, 3});
    assertEquals(Result.ok("8"), plugins.run("faulty", ada, "8"));
  }

  @Test
  void namesAreNoPaths() {
    for (String name : List.of("none", "../plugins/greeter", "greeter.wasm", "")) {
      assertThrows(IllegalArgumentException.class, () -> plugins.run(name, ada, ""));
    }
  }
}
