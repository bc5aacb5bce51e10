package dev.switchblade.bindings;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Platform jars for tests, with any bytes as the library. */
final class PlatformJars {

  private PlatformJars() {}

  /** Writes a platform jar with the right digest. */
  static Path write(Path jar, Platform platform, byte[] library) throws IOException {
    return write(jar, platform, library, sha256(library));
  }

  /** Writes a platform jar that says of its library what the caller says. */
  static Path write(Path jar, Platform platform, byte[] library, String digest) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(platform.resourceName()));
      out.write(library);
      out.putNextEntry(new JarEntry(platform.resourceName() + ".sha256"));
      out.write(digest.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      out.closeEntry();
    }
    return jar;
  }

  /** A class loader that sees these jars and nothing else. */
  static URLClassLoader loader(Path... jars) throws MalformedURLException {
    var urls = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      urls[i] = jars[i].toUri().toURL();
    }
    return new URLClassLoader("test", urls, null);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
