package dev.switchblade.internal.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.WitRecord;
import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.ffi.BlockWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.image.OneImage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The description that {@code sb_component_new} writes, as switchblade.h has it. */
final class ComponentDescriptionTest {

  private final BlockWriter block = new BlockWriter();

  private ComponentDescriptionTest u8(int value) {
    block.number(value, 1);
    return this;
  }

  private ComponentDescriptionTest u32(int... values) {
    for (int value : values) {
      block.number(value, 4);
    }
    return this;
  }

  private ComponentDescriptionTest text(String value) {
    block.string(value);
    return this;
  }

  private ComponentDescription read() {
    return new ComponentDescription(block.toByteArray());
  }

  @Test
  void aComponentMayHaveNothing() {
    ComponentDescription nothing = u32(0, 0, 0).read();
    assertEquals(List.of(), nothing.imports());
    assertEquals(List.of(), nothing.exports());
    assertEquals(Set.of(), nothing.wasi());
  }

  @Test
  void functionsHaveTheirTypesAndTravelAsTheyWereLaidOut() {
    // f: func(at: record { x: u8, y: list<string> }) -> string
    u32(0, 0, 1).text("f").u8(0).u32(0).u8(0).u32(1);
    text("at").u8(WitTags.RECORD).u32(12, 4, 2);
    text("x").u32(0).u8(WitTags.U8);
    text("y").u32(4).u8(WitTags.LIST).u8(WitTags.STRING).u32(8, 4);
    u8(1).u8(WitTags.STRING).u32(12, 4, 0, 8, 4);
    ComponentDescription description = read();

    FunctionCodec function = description.exportedFunctions().getFirst();
    assertEquals("f", function.qualifiedName());
    assertEquals(
        "func(at: record { x: u8, y: list<string> }) -> string", function.type().toString());
    assertEquals("f: " + function.type() + ";", description.exports().getFirst().toString());
    assertEquals(12, function.parametersSize());
    assertTrue(description.importedFunctions().isEmpty());

    WitRecord value = WitRecord.of("x", 200, "y", List.of("a", "b"));
    var image = new OneImage(function::pathOfArgument);
    image.write(12, writer -> function.storeArguments(writer, new Object[] {value}));
    assertEquals(value, image.read(reader -> function.parameters()[0].load(reader, 0)));
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                image.write(
                    12,
                    writer ->
                        function.storeArguments(
                            writer, new Object[] {WitRecord.of("x", 1, "y", List.of("a", 7))})));
    assertTrue(
        refused.getMessage().startsWith("f(at).y[1]: expected string"), refused.getMessage());
  }

  @Test
  void interfacesOfWasiThatAreProvidedAreNamed() {
    u32(0, 2);
    text("wasi:io/streams@0.2.6").u8(1).u8(1).u32(0);
    text("acme:shop/clock@1.0.0").u8(1).u8(0).u32(0);
    ComponentDescription description = u32(0).read();
    assertEquals(Set.of("wasi:io/streams@0.2.6"), description.wasi());
    assertEquals(2, description.imports().size());
  }

  @Test
  void resourcesAndModulesAreImportedByTheirNames() {
    u32(1).text("a:b/c").text("cart");
    u32(2);
    text("a:b/c").u8(1).u8(0).u32(1).text("cart").u8(3).u32(0);
    text("plugin").u8(4);
    ComponentDescription description = u32(0).read();
    assertEquals(1, description.resourceCount());
    assertEquals(
        List.of(new ComponentDescription.ImportedResource("a:b/c", "cart", 0)),
        description.importedResources());
    assertEquals(
        List.of(new ComponentDescription.ImportedModule("", "plugin")),
        description.importedModules());
  }

  @Test
  void typesThatCannotCrossYetAreToldAndNotRefused() {
    u32(0, 0, 1).text("f").u8(0).u32(0).u8(1).u32(0);
    u8(1).u8(WitTags.FUTURE).u8(0).u32(0, 1, 4, 4);
    FunctionCodec function = read().exportedFunctions().getFirst();
    assertEquals("future", function.unsupported());
    assertFalse(function.resultHasHandles());
  }

  @Test
  void aTypeThatIsNotKnownIsABugOfOurs() {
    u32(0, 0, 1).text("t").u8(2).u8(99);
    assertThrows(IllegalStateException.class, this::read);
  }
}
