package dev.switchblade;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms of this module and the direction between them, as docs/architecture.md has them. */
final class RoomsTest {

  private static final String ROOT = "dev.switchblade";
  private static final String INTERNAL = ROOT + ".internal";

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  /** What users hold, which stands above all rooms: these, and what is nested in them. */
  private static final Set<String> HANDLES =
      Set.of(
          "dev.switchblade.Component",
          "dev.switchblade.Composition",
          "dev.switchblade.CompositionScript",
          "dev.switchblade.CoreModule",
          "dev.switchblade.Engine",
          "dev.switchblade.Func",
          "dev.switchblade.GuestWorld",
          "dev.switchblade.HostCall",
          "dev.switchblade.Instance",
          "dev.switchblade.InstancePre",
          "dev.switchblade.Linker",
          "dev.switchblade.LinkerInstance",
          "dev.switchblade.Prepared",
          "dev.switchblade.Preview1",
          "dev.switchblade.Resource",
          "dev.switchblade.Store",
          "dev.switchblade.WasiServices",
          "dev.switchblade.WorldType",
          "dev.switchblade.abi.Call",
          "dev.switchblade.abi.ExportTypes",
          "dev.switchblade.abi.Exports",
          "dev.switchblade.abi.GuestHandles",
          "dev.switchblade.abi.GuestResource",
          "dev.switchblade.wit.Wave",
          "dev.switchblade.wit.Wit");

  /**
   * Data that is made of a room's class, which keeps from users what only this module may see: with
   * the rooms that it may know, all of which are below those that use it.
   */
  private static final Map<String, Set<String>> DATA_WITH_A_ROOM =
      Map.of(
          "dev.switchblade.HostResource", Set.of("handle"),
          "dev.switchblade.WitRecord", Set.of("value"),
          "dev.switchblade.abi.ImageReader", Set.of("image", "handle"),
          "dev.switchblade.abi.ImageWriter", Set.of("image", "handle"),
          "dev.switchblade.wasi.WasiConfig", Set.of("wasi"));

  /**
   * Members of exported classes that are this module's alone: their signatures name a type of a
   * room, which users can't.
   */
  private static final List<String> OURS_ALONE =
      List.of(
          "dev.switchblade.Component.compiled()",
          "dev.switchblade.Func.<init>(ExportedFunction)",
          "dev.switchblade.Instance.linked()",
          "dev.switchblade.Resource.<init>(Object, int, StoreHandles, int, boolean)",
          "dev.switchblade.WitRecord.<init>(FieldNames, [Ljava.lang.Object;)",
          "dev.switchblade.WitRecord.indexOf(FieldNames, int)",
          "dev.switchblade.abi.Call.<init>(StoreState)",
          "dev.switchblade.abi.ImageReader.<init>(ImageBuffer, ResourceScope, StoreConfig, int)",
          "dev.switchblade.abi.ImageWriter.<init>(ImageBuffer, ResourceScope, int)",
          "dev.switchblade.wasi.WasiConfig.grants()");

  private static boolean isInternal(JavaClass type) {
    return type.getPackageName().startsWith(INTERNAL);
  }

  private static boolean isExported(JavaClass type) {
    return type.getPackageName().startsWith(ROOT)
        && !isInternal(type)
        && !type.getPackageName().startsWith(ROOT + ".bindings");
  }

  private static String topLevel(JavaClass type) {
    String name = type.getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  private static DescribedPredicate<JavaClass> handles() {
    return describe("handles of the API", type -> HANDLES.contains(topLevel(type)));
  }

  @Test
  void everyRoomDependsOnLowerOnesOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("value")
        .definedBy(INTERNAL + ".value")
        .layer("owner")
        .definedBy(INTERNAL + ".owner")
        .layer("upcall")
        .definedBy(INTERNAL + ".upcall")
        .layer("ffi")
        .definedBy(INTERNAL + ".ffi")
        .layer("compose")
        .definedBy(INTERNAL + ".compose")
        .layer("artifact")
        .definedBy(INTERNAL + ".artifact")
        .layer("wasi")
        .definedBy(INTERNAL + ".wasi")
        .layer("handle")
        .definedBy(INTERNAL + ".handle")
        .layer("image")
        .definedBy(INTERNAL + ".image")
        .layer("codec")
        .definedBy(INTERNAL + ".codec")
        .layer("describe")
        .definedBy(INTERNAL + ".describe")
        .layer("store")
        .definedBy(INTERNAL + ".store")
        .layer("link")
        .definedBy(INTERNAL + ".link")
        .whereLayer("value")
        .mayNotAccessAnyLayer()
        .whereLayer("owner")
        .mayNotAccessAnyLayer()
        .whereLayer("upcall")
        .mayNotAccessAnyLayer()
        .whereLayer("ffi")
        .mayNotAccessAnyLayer()
        .whereLayer("artifact")
        .mayNotAccessAnyLayer()
        .whereLayer("compose")
        .mayOnlyAccessLayers("ffi")
        .whereLayer("wasi")
        .mayOnlyAccessLayers("ffi")
        .whereLayer("handle")
        .mayOnlyAccessLayers("owner", "ffi")
        .whereLayer("image")
        .mayOnlyAccessLayers("handle", "owner", "upcall", "ffi")
        .whereLayer("codec")
        .mayOnlyAccessLayers("value", "image", "ffi")
        .whereLayer("describe")
        .mayOnlyAccessLayers("codec", "image", "ffi")
        .whereLayer("store")
        .mayOnlyAccessLayers("wasi", "image", "handle", "owner", "upcall", "ffi")
        .whereLayer("link")
        .mayOnlyAccessLayers(
            "store", "describe", "codec", "image", "handle", "owner", "upcall", "ffi")
        .ensureAllClassesAreContainedInArchitectureIgnoring(
            describe("what is exported", type -> !isInternal(type)))
        .check(CLASSES);
  }

  @Test
  void roomsHaveNoCycles() {
    slices().matching(INTERNAL + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void roomsUseDataOfTheApiAndNeverItsHandles() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(INTERNAL + "..")
        .should()
        .dependOnClassesThat(handles())
        .check(CLASSES);
  }

  @Test
  void dataOfTheApiDoesNotKnowTheRooms() {
    DescribedPredicate<JavaClass> data =
        describe(
            "data of the API",
            type ->
                isExported(type)
                    && !HANDLES.contains(topLevel(type))
                    && !DATA_WITH_A_ROOM.containsKey(topLevel(type)));
    ArchRuleDefinition.noClasses()
        .that(data)
        .should()
        .dependOnClassesThat(resideInAPackage(INTERNAL + ".."))
        .check(CLASSES);
  }

  @Test
  void dataThatIsMadeOfARoomKnowsNoOther() {
    DATA_WITH_A_ROOM.forEach(
        (data, rooms) ->
            ArchRuleDefinition.noClasses()
                .that(describe(data, type -> topLevel(type).equals(data)))
                .should()
                .dependOnClassesThat(
                    describe(
                        "another room than " + rooms,
                        type -> isInternal(type) && !rooms.contains(room(type))))
                .check(CLASSES));
  }

  private static String room(JavaClass type) {
    return type.getPackageName().substring(INTERNAL.length() + 1);
  }

  @Test
  void upcallsDependOnTheBindingsAlone() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(INTERNAL + ".upcall")
        .should()
        .dependOnClassesThat(
            describe(
                "what is no binding",
                type ->
                    type.getPackageName().startsWith(ROOT)
                        && !type.getPackageName().equals(INTERNAL + ".upcall")
                        && !type.getPackageName().startsWith(ROOT + ".bindings")))
        .check(CLASSES);
  }

  @Test
  void onlyWhatIsListedHereNamesARoomInWhatUsersSee() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (isExported(type) && type.getModifiers().contains(JavaModifier.PUBLIC)) {
        for (JavaCodeUnit member : type.getCodeUnits()) {
          if (member.getModifiers().contains(JavaModifier.PUBLIC) && namesARoom(member)) {
            found.add(signature(type, member));
          }
        }
      }
    }
    assertEquals(OURS_ALONE, List.copyOf(found));
  }

  @Test
  void whatUsersHoldInheritsNothingPublicFromARoom() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (isExported(type) && type.getModifiers().contains(JavaModifier.PUBLIC)) {
        type.getAllRawSuperclasses().stream()
            .filter(RoomsTest::isInternal)
            .forEach(
                base ->
                    Stream.concat(base.getMethods().stream(), base.getFields().stream())
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                        .forEach(member -> found.add(member.getFullName())));
      }
    }
    assertEquals(Set.of(), found);
  }

  @Test
  void noFieldThatUsersSeeIsOfARoom() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (isExported(type)) {
        type.getFields().stream()
            .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(field -> isInternal(field.getRawType()))
            .forEach(field -> found.add(field.getFullName()));
      }
    }
    assertEquals(Set.of(), found);
  }

  private static boolean namesARoom(JavaCodeUnit member) {
    return isInternal(member.getRawReturnType())
        || member.getRawParameterTypes().stream().anyMatch(RoomsTest::isInternal);
  }

  private static String signature(JavaClass type, JavaCodeUnit member) {
    return type.getName()
        + "."
        + member.getName()
        + "("
        + String.join(
            ", ",
            member.getRawParameterTypes().stream()
                .map(one -> one.isArray() ? one.getName() : one.getSimpleName())
                .toList())
        + ")";
  }
}
