package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.WINDOWS, disabledReason = "there are permissions elsewhere")
final class AccessListTest {

  @TempDir private Path temporary;

  /** Below the system's drive: not below this user's home folder. */
  private Path elsewhere;

  @BeforeEach
  void makeAFolderElsewhere() throws IOException {
    Path drive = temporary.toAbsolutePath().getRoot();
    elsewhere = Files.createTempDirectory(drive, "switchblade-test-");
  }

  @AfterEach
  void removeIt() {
    PrivateFolder.delete(elsewhere);
  }

  /** Leaves this user and one more on the list. */
  private static void share(Path folder, UserPrincipal other, Set<AclEntryPermission> permissions)
      throws IOException {
    var view = Files.getFileAttributeView(folder, AclFileAttributeView.class);
    List<AclEntry> entries = new ArrayList<>();
    entries.add(entry(view.getOwner(), Set.of(AclEntryPermission.values())));
    entries.add(entry(other, permissions));
    view.setAcl(entries);
  }

  private static AclEntry entry(UserPrincipal principal, Set<AclEntryPermission> permissions) {
    return AclEntry.newBuilder()
        .setType(AclEntryType.ALLOW)
        .setPrincipal(principal)
        .setPermissions(permissions)
        .build();
  }

  /** Whoever is not this user: everybody on Windows has a group, whose name is translated. */
  private UserPrincipal stranger() throws IOException {
    var users = temporary.getFileSystem().getUserPrincipalLookupService();
    for (String name : List.of("Everyone", "Jeder", "Tout le monde", "Todos")) {
      try {
        return users.lookupPrincipalByName(name);
      } catch (IOException e) {
        // Windows speaks another language.
      }
    }
    throw new IOException("the group of everyone has another name here");
  }

  @Test
  void whoMayReadIsNoStranger() throws IOException {
    Set<AclEntryPermission> read =
        Set.of(
            AclEntryPermission.READ_DATA,
            AclEntryPermission.READ_ATTRIBUTES,
            AclEntryPermission.READ_NAMED_ATTRS,
            AclEntryPermission.READ_ACL,
            AclEntryPermission.EXECUTE,
            AclEntryPermission.SYNCHRONIZE);
    share(elsewhere, stranger(), read);
    assertDoesNotThrow(() -> AccessList.requireNoStrangers(elsewhere));
    assertDoesNotThrow(() -> PrivateFolder.check(elsewhere));
  }

  @Test
  void whoMayWriteIsOneAndNamed() throws IOException {
    share(elsewhere, stranger(), Set.of(AclEntryPermission.values()));
    var e = assertThrows(IOException.class, () -> PrivateFolder.check(elsewhere));
    assertTrue(e.getMessage().startsWith(elsewhere + " may be changed by "), e.getMessage());
    assertTrue(e.getMessage().contains("icacls \"" + elsewhere + '"'), e.getMessage());
  }

  @Test
  void whatIsBelowTheHomeFolderIsNotLookedAt() throws IOException {
    Path home = Path.of(System.getProperty("user.home"));
    Path folder = Files.createTempDirectory(home, "switchblade-test-");
    try {
      share(folder, stranger(), Set.of(AclEntryPermission.values()));
      assertDoesNotThrow(() -> AccessList.requireNoStrangers(folder));
    } finally {
      PrivateFolder.delete(folder);
    }
  }
}
