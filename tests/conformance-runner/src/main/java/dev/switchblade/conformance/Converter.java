package dev.switchblade.conformance;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Translates scripts with {@code switchblade-wast-to-json}, which this jar brings for the platform
 * it was built on. What it makes is kept in a folder of the user's, by the content of the script.
 */
final class Converter {

  /** Names the program, where the jar brings none or another one is wanted. */
  static final String PROPERTY = "switchblade.wast-to-json";

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Path cache;
  private final Path program;
  private final String programDigest;

  /** A script that was translated: its directives, and the folder with its modules. */
  record Script(List<Command> commands, Path folder) {}

  /**
   * Finds the program.
   *
   * @throws IOException if there is none; the message says what to do
   */
  Converter() throws IOException {
    cache = cacheFolder();
    Files.createDirectories(cache);
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      program = Path.of(named);
      programDigest = digest(Files.readAllBytes(program));
      return;
    }
    String name = fileName();
    byte[] bytes;
    try (InputStream stream = Converter.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException(
            "the conformance runner was built without its converter of scripts, "
                + name
                + ", because cargo was not there: install Rust (https://rustup.rs) and build again,"
                + " or name a converter with -D"
                + PROPERTY
                + "=PATH");
      }
      bytes = stream.readAllBytes();
    }
    programDigest = digest(bytes);
    program = cache.resolve(programDigest.substring(0, 16) + "-" + name);
    // What lies there is executed.
    if (!Files.isExecutable(program)
        || !digest(Files.readAllBytes(program)).equals(programDigest)) {
      Path fresh = Files.createTempFile(cache, "converter", ".part");
      Files.write(fresh, bytes);
      if (!fresh.toFile().setExecutable(true, true)) {
        throw new IOException(fresh + " can't be made executable");
      }
      Files.move(fresh, program, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Says whether there is a program, packaged or named. */
  static boolean isPackaged() {
    return System.getProperty(PROPERTY) != null || Converter.class.getResource(fileName()) != null;
  }

  private static String fileName() {
    return "switchblade-wast-to-json" + (isWindows() ? ".exe" : "");
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").startsWith("Windows");
  }

  /** Where programs of this user keep what they can make again. */
  private static Path cacheFolder() {
    Path home = Path.of(System.getProperty("user.home", "."));
    String given = System.getenv("XDG_CACHE_HOME");
    Path base;
    if (isWindows()) {
      String local = System.getenv("LOCALAPPDATA");
      base = local == null ? home : Path.of(local);
    } else if (System.getProperty("os.name", "").startsWith("Mac")) {
      base = home.resolve("Library/Caches");
    } else {
      base = given == null || given.isEmpty() ? home.resolve(".cache") : Path.of(given);
    }
    return base.resolve("switchblade").resolve("conformance");
  }

  /**
   * Translates a script, unless that has been done before.
   *
   * @throws MismatchException if the script can't be parsed
   * @throws IOException if the converter can't be run
   */
  Script translate(Path script, byte[] content) throws IOException, MismatchException {
    Path folder =
        cache.resolve(digest((programDigest + "\n").getBytes(StandardCharsets.UTF_8), content));
    Path json = folder.resolve("script.json");
    if (!Files.exists(json)) {
      Path fresh = Files.createTempDirectory(cache, "script");
      try {
        convert(script, fresh);
        move(fresh, folder);
      } finally {
        delete(fresh);
      }
    }
    JsonNode root = JSON.readTree(json.toFile());
    List<Command> commands = new ArrayList<>();
    for (JsonNode command : root.path("commands")) {
      commands.add(JSON.treeToValue(command, Command.class));
    }
    return new Script(commands, folder);
  }

  private void convert(Path script, Path into) throws IOException, MismatchException {
    Path log = into.resolve("log.txt");
    Process process =
        new ProcessBuilder(program.toString(), script.toString(), into.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int code;
    try {
      code = process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + script + " was translated", e);
    }
    if (code == 0) {
      return;
    }
    String said = Files.readString(log).strip();
    if (code == 2) {
      throw new IOException(program + ": " + said);
    }
    throw new MismatchException("a script that can be parsed", said);
  }

  /** Another process may have been faster; what it left is the same. */
  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      if (!Files.exists(to.resolve("script.json"))) {
        throw e;
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static String digest(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
