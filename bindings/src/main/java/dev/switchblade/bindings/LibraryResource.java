package dev.switchblade.bindings;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The native library inside a platform jar.
 *
 * @param loader the class loader that found it
 * @param name the resource's name
 * @param digestUrl where the digest is, which is beside the library
 */
record LibraryResource(ClassLoader loader, String name, URL digestUrl) {

  private static final String DIGEST_SUFFIX = ".sha256";
  private static final int DIGEST_LENGTH = 64;

  /** Asks the class loaders in turn; returns null if none has the library's digest. */
  static @Nullable LibraryResource find(Platform platform, List<ClassLoader> loaders) {
    String name = platform.resourceName();
    String digestName = name.concat(DIGEST_SUFFIX);
    for (int i = 0; i < loaders.size(); i++) {
      ClassLoader loader = loaders.get(i);
      URL digestUrl = loader.getResource(digestName);
      if (digestUrl != null) {
        return new LibraryResource(loader, name, digestUrl);
      }
    }
    return null;
  }

  /** The SHA-256 that the platform jar states for its library: 64 hexadecimal digits. */
  String sha256() throws IOException {
    String text;
    try (InputStream in = open(digestUrl)) {
      text = new String(in.readNBytes(DIGEST_LENGTH), StandardCharsets.ISO_8859_1);
    }
    if (text.length() == DIGEST_LENGTH) {
      text = text.toLowerCase(Locale.ROOT);
    }
    for (int i = 0; i < DIGEST_LENGTH; i++) {
      if (i >= text.length() || "0123456789abcdef".indexOf(text.charAt(i)) < 0) {
        throw new DamagedLibraryException(
            digestUrl + " should start with a SHA-256 in hexadecimal, but is: " + text.strip());
      }
    }
    return text;
  }

  /** The place of the library itself. */
  URL libraryUrl() throws IOException {
    URL url = loader.getResource(name);
    if (url == null) {
      throw new DamagedLibraryException(digestUrl + " is there, but not the library beside it");
    }
    return url;
  }

  InputStream open() throws IOException {
    return open(libraryUrl());
  }

  private static InputStream open(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    // A cached connection would keep the jar open for good, and on Windows undeletable.
    connection.setUseCaches(false);
    return connection.getInputStream();
  }
}
