package dev.switchblade.tests.nativeimage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Engine;
import dev.switchblade.app.deploy.Deployment;
import dev.switchblade.bindings.NativeLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the jars tell {@code native-image} is what their code needs: no more, no less. */
final class ReachabilityMetadataTest {

  @ParameterizedTest
  @CsvSource({"switchblade-bindings, bindings", "switchblade, component-api"})
  void theFileInTheJarIsWhatItsCodeNeeds(String artifact, String folder) throws Exception {
    Path jar = placeOf(artifact.equals("switchblade") ? Engine.class : NativeLibrary.class);
    String needed = ReachabilityMetadata.of(jar).toJson();
    Path copy =
        Files.createDirectories(Path.of("target/native-image", artifact))
            .resolve("reachability-metadata.json");
    Files.writeString(copy, needed);
    String name = ReachabilityMetadata.name(artifact);
    assertEquals(
        needed,
        ReachabilityMetadata.textOf(name),
        () ->
            "native-image needs to be told something else of the code in "
                + jar
                + " than its "
                + name
                + " says. Look at what differs, then copy "
                + copy.toAbsolutePath()
                + " to "
                + folder
                + "/src/main/resources/"
                + name);
  }

  @Test
  void deploymentsNeedNothing() throws Exception {
    assertEquals(List.of(), DynamicAccess.of(placeOf(Deployment.class)));
  }

  @Test
  void generatedCodeNeedsNothing() throws Exception {
    Path classes = placeOf(ReachabilityMetadataTest.class).resolve("acme");
    assertTrue(Files.isDirectory(classes.resolve("shop")), classes.toString());
    assertEquals(List.of(), DynamicAccess.of(classes));
  }

  @Test
  void anAccessIsSeenWithItsConstants() throws Exception {
    Path here = placeOf(ReachabilityMetadataTest.class);
    String caller = ReachabilityMetadataTest.class.getName();
    assertTrue(
        DynamicAccess.of(here)
            .contains(
                new DynamicAccess(
                    caller, "Class.getResourceAsStream", List.of(caller, "no-such-thing"))));
    assertEquals(null, ReachabilityMetadataTest.class.getResourceAsStream("no-such-thing"));
  }

  private static Path placeOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
