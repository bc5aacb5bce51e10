package dev.switchblade.internal.artifact;

import dev.switchblade.CompilationException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * A compiled component in a file: a keyed digest, and what it vouches for.
 *
 * @param name the component's
 * @param settings of the engine that compiled it
 * @param source the component it was compiled from
 * @param compiled Wasmtime's
 */
@SuppressWarnings("ArrayRecordComponent") // internal, and large
public record Artifact(String name, String settings, byte[] source, byte[] compiled) {

  private static final byte[] MAGIC = "switchblade-artifact-1\n".getBytes(StandardCharsets.UTF_8);
  private static final String ALGORITHM = "HmacSHA256";
  private static final int DIGEST_BYTES = 32;

  public byte[] seal(SecretKey key) {
    byte[] title = name.getBytes(StandardCharsets.UTF_8);
    byte[] options = settings.getBytes(StandardCharsets.UTF_8);
    int size = 16 + title.length + options.length + source.length + compiled.length;
    ByteBuffer body = ByteBuffer.allocate(size);
    for (byte[] part : new byte[][] {title, options, source, compiled}) {
      body.putInt(part.length).put(part);
    }
    byte[] digest = digest(key, body.array());
    return ByteBuffer.allocate(MAGIC.length + digest.length + size)
        .put(MAGIC)
        .put(digest)
        .put(body.array())
        .array();
  }

  /** Says whether bytes begin as artifacts do; what is behind that, only the key tells. */
  public static boolean isOne(byte[] bytes) {
    return bytes.length >= MAGIC.length
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** Takes an artifact apart, if it was sealed with the key. */
  public static Artifact open(byte[] artifact, SecretKey key) {
    Objects.requireNonNull(artifact, "artifact");
    int start = MAGIC.length + DIGEST_BYTES;
    if (artifact.length < start || !isOne(artifact)) {
      throw new CompilationException(
          "not an artifact that Component.serialize has written",
          CompilationException.Reason.UNFIT_ARTIFACT);
    }
    byte[] body = Arrays.copyOfRange(artifact, start, artifact.length);
    byte[] digest = Arrays.copyOfRange(artifact, MAGIC.length, start);
    if (!MessageDigest.isEqual(digest, digest(key, body))) {
      throw new CompilationException(
          "the artifact was written with another key, or has been changed: compile the component"
              + " again",
          CompilationException.Reason.UNFIT_ARTIFACT);
    }
    ByteBuffer parts = ByteBuffer.wrap(body);
    return new Artifact(text(parts), text(parts), part(parts), part(parts));
  }

  private static String text(ByteBuffer parts) {
    return new String(part(parts), StandardCharsets.UTF_8);
  }

  private static byte[] part(ByteBuffer parts) {
    byte[] part = new byte[parts.getInt()];
    parts.get(part);
    return part;
  }

  private static byte[] digest(SecretKey key, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(Objects.requireNonNull(key, "key"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the key can't be used for " + ALGORITHM + ": " + e, e);
    }
  }
}
