package dev.switchblade.maven;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Describes what a run of the generator depends on: equal lines mean an equal result. */
final class Inputs {

  private Inputs() {}

  /**
   * Returns a line for each argument, each part of the generator and each file of WIT.
   *
   * @param generator the generator's class path, and its native library if that isn't in there
   * @param wit a folder or a file
   */
  static List<String> describe(List<String> arguments, List<Path> generator, Path wit)
      throws IOException {
    var lines = new ArrayList<String>();
    for (String argument : arguments) {
      lines.add("argument " + argument.replace('\r', ' ').replace('\n', ' '));
    }
    for (Path part : generator) {
      if (Files.isDirectory(part)) {
        // The classes of another module, in a build that makes no jars.
        addContents(lines, "generator ", part);
      } else {
        // A released jar never changes, and one of a snapshot gets a new time; digests of 50 MB
        // would cost every build some 100 ms.
        lines.add(
            "generator "
                + part.getFileName()
                + " "
                + Files.size(part)
                + " "
                + Files.getLastModifiedTime(part));
      }
    }
    addContents(lines, "wit ", wit);
    return List.copyOf(lines);
  }

  private static void addContents(List<String> lines, String label, Path root) throws IOException {
    for (Path file : files(root)) {
      lines.add(label + name(root, file) + " " + sha256(file));
    }
  }

  /**
   * The files in a folder and below it, or the file itself, in an order that is always the same.
   */
  static List<Path> files(Path root) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** The name of a file below a folder, the same on every system. */
  static String name(Path root, Path file) {
    return root.equals(file)
        ? String.valueOf(file.getFileName())
        : root.relativize(file).toString().replace('\\', '/');
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    digest.update(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
