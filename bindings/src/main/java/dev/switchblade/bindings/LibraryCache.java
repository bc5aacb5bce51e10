package dev.switchblade.bindings;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * A folder of unpacked libraries, which processes share: {@code <folder>/<digest>/<library>}, where
 * the digest is the first half of the library's SHA-256.
 *
 * <p>A library is written beside its final place, checked against the platform jar's SHA-256,
 * flushed to the disk, and moved to its place atomically, so that the place never holds half a file
 * and any number of processes may do this at once.
 *
 * <p><b>When it is there already</b> its 24 MB are not read again, which would cost every cold
 * start tens of milliseconds. Only the user (and root) can write to the folder, which is checked
 * each time, so nobody can put another library there who could not also change the program. What
 * remains is accidents: size and time of last change are compared with what they were when the
 * digest was last computed ({@code <library>.verified}), and if they differ the digest is computed
 * again. A library that fails is replaced. {@value LoaderSettings#VERIFY}{@code =true} computes it
 * each time.
 */
final class LibraryCache {

  private static final int DIGEST_PREFIX = 32;
  private static final int COPY_BYTES = 64 * 1024;

  private final Path folder;
  private final boolean verify;

  /**
   * @param verify whether the digest is computed even if the file looks unchanged
   */
  LibraryCache(Path folder, boolean verify) {
    this.folder = folder;
    this.verify = verify;
  }

  /**
   * Returns the path of the library, after unpacking it if needed.
   *
   * @throws DamagedLibraryException if the resource does not have the SHA-256 that is stated for it
   * @throws IOException if the folder is not private, or can't be written
   */
  Path unpack(LibraryResource resource, String fileName) throws IOException {
    String sha256 = resource.sha256();
    Path place = folder.resolve(sha256.substring(0, DIGEST_PREFIX));
    Path library = place.resolve(fileName);
    if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      checkFolders(place);
      if (isIntact(library, sha256)) {
        return library;
      }
    } else {
      PrivateFolder.create(place);
      checkFolders(place);
    }
    write(resource, sha256, library);
    return library;
  }

  private void checkFolders(Path place) throws IOException {
    PrivateFolder.check(folder);
    PrivateFolder.check(place);
  }

  private boolean isIntact(Path library, String sha256) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(library, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        return false;
      }
      PrivateFolder.check(library);
      String stamp = stampOf(attributes);
      Path stampFile = stampFileOf(library);
      if (!verify && stamp.equals(contentOf(stampFile))) {
        return true;
      }
      if (!sha256.equals(sha256Of(library))) {
        return false;
      }
      writeStamp(stampFile, stamp);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void write(LibraryResource resource, String sha256, Path library)
      throws IOException {
    Path temporary = library.resolveSibling(PrivateFolder.temporaryName());
    try {
      String actual;
      try (InputStream in = resource.open();
          FileChannel channel =
              FileChannel.open(
                  temporary,
                  Set.<OpenOption>of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  PrivateFolder.fileAttributes())) {
        actual = copy(in, channel);
        channel.force(true);
      }
      if (!actual.equals(sha256)) {
        throw new DamagedLibraryException(
            resource.libraryUrl()
                + " has the SHA-256 "
                + actual
                + ", but "
                + resource.digestUrl()
                + " says "
                + sha256);
      }
      try {
        Files.move(temporary, library, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        // Windows does not replace a library that another process has open.
        if (!Files.isRegularFile(library) || !sha256.equals(sha256Of(library))) {
          throw e;
        }
      }
      writeStamp(
          stampFileOf(library), stampOf(Files.readAttributes(library, BasicFileAttributes.class)));
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static String copy(InputStream in, FileChannel channel) throws IOException {
    MessageDigest digest = newSha256();
    byte[] bytes = new byte[COPY_BYTES];
    for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
      digest.update(bytes, 0, count);
      ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String sha256Of(Path file) throws IOException {
    MessageDigest digest = newSha256();
    byte[] bytes = new byte[COPY_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        digest.update(bytes, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  // ---- the stamp: what the file looked like when its digest was last computed

  private static Path stampFileOf(Path library) {
    return library.resolveSibling(library.getFileName().toString().concat(".verified"));
  }

  private static String stampOf(BasicFileAttributes attributes) {
    return Long.toString(attributes.size())
        .concat(" ")
        .concat(Long.toString(attributes.lastModifiedTime().toMillis()));
  }

  private static String contentOf(Path stampFile) throws IOException {
    return Files.exists(stampFile)
        ? new String(Files.readAllBytes(stampFile), StandardCharsets.ISO_8859_1)
        : "";
  }

  /** Without a stamp the digest is computed again next time: a folder may be read-only. */
  private static void writeStamp(Path stampFile, String stamp) {
    Path temporary = stampFile.resolveSibling(PrivateFolder.temporaryName());
    try {
      try (OutputStream out =
          Channels.newOutputStream(
              FileChannel.open(
                  temporary,
                  Set.<OpenOption>of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  PrivateFolder.fileAttributes()))) {
        out.write(stamp.getBytes(StandardCharsets.ISO_8859_1));
      }
      Files.move(temporary, stampFile, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException ignored) {
        // An empty hidden file in the user's cache.
      }
    }
  }
}
