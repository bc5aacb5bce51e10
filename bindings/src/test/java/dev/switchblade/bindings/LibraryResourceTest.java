package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibraryResourceTest {

  private static final byte[] LIBRARY = {1, 2, 3};

  @TempDir private Path folder;

  @Test
  void isFoundThroughTheFirstLoaderThatHasIt() throws IOException {
    Path jar = PlatformJars.write(folder.resolve("a.jar"), Platform.LINUX_X86_64, LIBRARY);
    try (URLClassLoader none = PlatformJars.loader();
        URLClassLoader some = PlatformJars.loader(jar)) {
      LibraryResource resource = LibraryResource.find(Platform.LINUX_X86_64, List.of(none, some));
      assertNotNull(resource);
      assertEquals(some, resource.loader());
      assertEquals(PlatformJars.sha256(LIBRARY), resource.sha256());
      try (var in = resource.open()) {
        assertArrayEquals(LIBRARY, in.readAllBytes());
      }
    }
  }

  @Test
  void isNotFoundInTheJarOfAnotherPlatform() throws IOException {
    Path jar = PlatformJars.write(folder.resolve("a.jar"), Platform.MACOS_AARCH64, LIBRARY);
    try (URLClassLoader loader = PlatformJars.loader(jar)) {
      assertNull(LibraryResource.find(Platform.LINUX_X86_64, List.of(loader)));
    }
  }

  @Test
  void acceptsTheFormOfSha256sum() throws IOException {
    String digest = PlatformJars.sha256(LIBRARY).toUpperCase(java.util.Locale.ROOT);
    Path jar =
        PlatformJars.write(
            folder.resolve("a.jar"), Platform.LINUX_X86_64, LIBRARY, digest + "  lib.so\n");
    try (URLClassLoader loader = PlatformJars.loader(jar)) {
      LibraryResource resource = LibraryResource.find(Platform.LINUX_X86_64, List.of(loader));
      assertNotNull(resource);
      assertEquals(PlatformJars.sha256(LIBRARY), resource.sha256());
    }
  }

  @Test
  void refusesADigestThatIsNone() throws IOException {
    Path jar =
        PlatformJars.write(folder.resolve("a.jar"), Platform.LINUX_X86_64, LIBRARY, "../../etc\n");
    try (URLClassLoader loader = PlatformJars.loader(jar)) {
      LibraryResource resource = LibraryResource.find(Platform.LINUX_X86_64, List.of(loader));
      assertNotNull(resource);
      var e = assertThrows(DamagedLibraryException.class, resource::sha256);
      assertTrue(e.getMessage().contains("should start with a SHA-256"), e.getMessage());
    }
  }
}
