package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that signs itself, made by the JDK's keytool.
 *
 * @param certificate what clients are to trust
 * @param context what a server uses
 */
record TestCertificate(X509Certificate certificate, SSLContext context) {

  private static final char[] PASSWORD = "changeit".toCharArray();

  /**
   * Makes one.
   *
   * @param folder for keytool's files
   * @param names such as {@code dns:localhost,ip:127.0.0.1}
   * @param start when it begins to be valid, for two days, such as {@code -1d}
   */
  static TestCertificate make(Path folder, String names, String start)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = Files.createTempDirectory(folder, "keys").resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                "test",
                "-dname",
                "CN=Switchblade's tests",
                "-ext",
                "san=" + names,
                "-startdate",
                start,
                "-validity",
                "2",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said;
    try (InputStream output = keytool.getInputStream()) {
      said = new String(output.readAllBytes(), UTF_8);
    }
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
    KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return new TestCertificate((X509Certificate) keys.getCertificate("test"), context);
  }

  List<X509Certificate> asTrusted() {
    return List.of(certificate);
  }
}
