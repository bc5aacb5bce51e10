package dev.switchblade.app.deploy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files that may change: tells new contents, once they have stood still for long enough. Used by
 * one thread at a time.
 */
final class WatchedFiles {

  private static final String SUFFIX = ".wasm";

  /** The files as they are at the moment. */
  @FunctionalInterface
  private interface Listing {
    List<Path> files() throws IOException;
  }

  /** What a file looks like from outside: another one if somebody has written to it. */
  private record Print(long size, FileTime modified, @Nullable Object key) {

    /** Of a file; null if there is none. */
    static @Nullable Print of(Path file) throws IOException {
      try {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.isRegularFile()
            ? new Print(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey())
            : null;
      } catch (NoSuchFileException e) {
        return null;
      }
    }
  }

  /** What is known of a file. */
  private static final class Known {
    /** How it looked last, and since when. */
    private @Nullable Print last;

    private long since;

    /** How it looked when its content was taken, and that content's digest. */
    private @Nullable Print taken;

    private byte @Nullable [] digest;
  }

  private final Listing listing;
  private final long quietNanos;
  private final Map<Path, Known> known = new HashMap<>();

  private WatchedFiles(Listing listing, long quietNanos) throws IOException {
    this.listing = listing;
    this.quietNanos = quietNanos;
    for (Path file : listing.files()) {
      Known one = known(file);
      Print before = Print.of(file);
      if (before != null) {
        one.digest = digest(read(file));
        one.taken = before;
      }
    }
  }

  /** One file, which needn't be there yet. */
  static WatchedFiles file(Path file, long quietNanos) throws IOException {
    return new WatchedFiles(() -> List.of(file), quietNanos);
  }

  /** The file of a folder that was modified last. */
  static WatchedFiles latest(Path folder, long quietNanos) throws IOException {
    var watched = new WatchedFiles(() -> components(folder), quietNanos);
    // All that are there count as taken; from then on only the latest is looked at.
    return new WatchedFiles(() -> latestOf(folder), quietNanos, watched.known);
  }

  /** The files of a folder that are named after parts. */
  static WatchedFiles parts(Path folder, Set<String> parts, long quietNanos) throws IOException {
    Set<String> names = Set.copyOf(parts);
    return new WatchedFiles(
        () -> components(folder).stream().filter(file -> names.contains(part(file))).toList(),
        quietNanos);
  }

  private WatchedFiles(Listing listing, long quietNanos, Map<Path, Known> known) {
    this.listing = listing;
    this.quietNanos = quietNanos;
    this.known.putAll(known);
  }

  /** The part that a file is named after. */
  static String part(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  private static List<Path> components(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : all) {
        files.add(file);
      }
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  private static List<Path> latestOf(Path folder) throws IOException {
    Path latest = null;
    Print newest = null;
    for (Path file : components(folder)) {
      Print print = Print.of(file);
      if (print != null && (newest == null || print.modified().compareTo(newest.modified()) >= 0)) {
        latest = file;
        newest = print;
      }
    }
    return latest == null ? List.of() : List.of(latest);
  }

  /**
   * The contents that are new, and have stood still. Nothing while any of the files doesn't: those
   * that are written together are taken together.
   *
   * @param now a time in nanoseconds, of a clock that goes forward
   */
  Map<Path, byte[]> look(long now) throws IOException {
    List<Path> changed = new ArrayList<>();
    boolean moving = false;
    for (Path file : listing.files()) {
      Print print = Print.of(file);
      Known one = known(file);
      if (print == null || print.equals(one.taken)) {
        one.last = print;
        one.since = now;
      } else if (!print.equals(one.last)) {
        one.last = print;
        one.since = now;
        moving = true;
      } else if (now - one.since < quietNanos) {
        moving = true;
      } else {
        changed.add(file);
      }
    }
    return moving ? Map.of() : take(changed, now);
  }

  private Map<Path, byte[]> take(List<Path> changed, long now) throws IOException {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    for (Path file : changed) {
      contents.put(file, read(file));
      Known one = known(file);
      Print after = Print.of(file);
      if (after == null || !after.equals(one.last)) {
        // Somebody has written to it while it was read.
        one.last = after;
        one.since = now;
        return Map.of();
      }
    }
    contents.entrySet().removeIf(entry -> !isNew(entry.getKey(), entry.getValue()));
    return contents;
  }

  /** Takes a content; says whether it is another one than before. */
  private boolean isNew(Path file, byte[] content) {
    Known one = known(file);
    byte[] digest = digest(content);
    boolean same = Arrays.equals(digest, one.digest);
    one.taken = one.last;
    one.digest = digest;
    return !same;
  }

  /** Has what was taken told once more. */
  void takeAgain(Collection<Path> files) {
    for (Path file : files) {
      Known one = known(file);
      one.taken = null;
      one.digest = null;
    }
  }

  private Known known(Path file) {
    return known.computeIfAbsent(file, _ -> new Known());
  }

  private static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (OutOfMemoryError e) {
      throw new IOException(file + " has " + Files.size(file) + " bytes, which is too many", e);
    }
  }

  private static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
