package dev.switchblade.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Fetches the jar with the native library for the platform that Maven runs on. */
final class PlatformJar {

  private static final String REMEDY =
      " To use a library that is built already: -Dnative.library=PATH.";

  private PlatformJar() {}

  /**
   * @param version the version of the generator, which the library must have
   * @param places the repositories to ask
   */
  static Path resolve(
      RepositorySystem repositories,
      RepositorySystemSession session,
      List<RemoteRepository> places,
      String version)
      throws MojoExecutionException {
    String osName = System.getProperty("os.name", "");
    String osArch = System.getProperty("os.arch", "");
    String classifier =
        Platform.classifier(osName, osArch, Platform.isAlpine())
            .orElseThrow(
                () ->
                    new MojoExecutionException(
                        "The code generator has no native library for %s on %s.%s"
                            .formatted(osName, osArch, REMEDY)));
    var artifact =
        new DefaultArtifact("dev.switchblade", "switchblade-native", classifier, "jar", version);
    try {
      return repositories
          .resolveArtifact(session, new ArtifactRequest(artifact, places, null))
          .getArtifact()
          .getFile()
          .toPath();
    } catch (ArtifactResolutionException e) {
      throw new MojoExecutionException(
          "The code generator's native library can't be fetched: " + e.getMessage() + "." + REMEDY,
          e);
    }
  }
}
