package dev.switchblade.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key in a file, its bytes as they are. Who can read it can make artifacts that are taken for
 * this user's own, and are executed.
 */
final class KeyFile {

  private static final int LEAST_BYTES = 32;
  private static final int MOST_BYTES = 4096;

  /** Who may write to it, or isn't even of its group and reads it, is one too many. */
  private static final Set<PosixFilePermission> NOT_FOR_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private KeyFile() {}

  /**
   * Reads a key.
   *
   * @throws CommandFailedException if there is none that can be used; the message says why
   */
  static SecretKey read(Path file) {
    byte[] key;
    try (var in = Files.newInputStream(file)) {
      if (isPosix(file)) {
        requireOurs(file);
      }
      key = in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw unusable(file, "there is no such file; --new-key of `switchblade compile` makes one");
    } catch (IOException e) {
      throw unusable(file, e.toString());
    }
    if (key.length < LEAST_BYTES || key.length > MOST_BYTES) {
      throw unusable(
          file,
          "a key has "
              + LEAST_BYTES
              + " to "
              + MOST_BYTES
              + " random bytes, and this file has "
              + (key.length > MOST_BYTES ? "more" : key.length));
    }
    return new SecretKeySpec(key, "HmacSHA256");
  }

  private static void requireOurs(Path file) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (permissions.stream().anyMatch(NOT_FOR_OTHERS::contains)) {
      throw unusable(
          file,
          "others may read or change it ("
              + PosixFilePermissions.toString(permissions)
              + "), and whoever has the key can have this user execute anything: chmod 600 it");
    }
  }

  /**
   * Makes a file with a new key, which only this user may read.
   *
   * @throws CommandFailedException if there is such a file, or it can't be written
   */
  static SecretKey create(Path file) {
    byte[] key = new byte[LEAST_BYTES];
    new SecureRandom().nextBytes(key);
    FileAttribute<?>[] attributes =
        isPosix(file)
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createFile(file, attributes);
      Files.write(file, key, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw exists(file);
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.ENVIRONMENT, "--new-key " + file + ": can't be written: " + e, e);
    }
    return new SecretKeySpec(key, "HmacSHA256");
  }

  /** What is written with a key needs it as long as it is used, so none is ever overwritten. */
  static void requireAbsent(Path file) {
    if (Files.exists(file)) {
      throw exists(file);
    }
  }

  private static CommandFailedException exists(Path file) {
    return new CommandFailedException(
        ExitCode.USAGE,
        "--new-key "
            + file
            + ": there is such a file already, and it is not overwritten: use it with --key, or"
            + " name another");
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static CommandFailedException unusable(Path file, String problem) {
    return new CommandFailedException(ExitCode.ENVIRONMENT, "--key " + file + ": " + problem);
  }
}
