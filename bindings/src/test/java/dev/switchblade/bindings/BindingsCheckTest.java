package dev.switchblade.bindings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The committed bindings fit the headers; and the check that says so sees differences. The headers
 * of Wasmtime are compared where the build of {@code native/} has put them.
 */
final class BindingsCheckTest {

  private static final Path BINDINGS = Path.of("").toAbsolutePath();
  private static final Path OFFICIAL = BINDINGS.resolve("../native/target/include").normalize();
  private static final Path OUTPUT =
      BINDINGS.resolve("src/generated/java/dev/switchblade/bindings/ffi");

  @TempDir private Path temporary;

  @Test
  void bindingsFitTheHeaders() throws IOException {
    List<String> differences = check(header(), symbols(), OUTPUT);
    if (!differences.isEmpty()) {
      fail(
          "The native interface and its Java bindings differ:\n\n"
              + String.join("\n\n", differences)
              + "\n\nIf the headers are right, run bindings/generate (it needs jextract), look at"
              + " the changes, and commit them. New symbols go into bindings/symbols.txt first.\n");
    }
  }

  @Test
  void seesAChangedParameterType() throws IOException {
    String header =
        replace(header(), "int64_t store, int64_t target", "int64_t store, int32_t target");
    assertSees(
        """
        sb_call: the headers and the bindings differ
            headers:  int64_t (int64_t, int32_t, int64_t)
            bindings: int64_t (int64_t, int64_t, int64_t)\
        """,
        check(header, symbols(), OUTPUT));
  }

  @Test
  void seesAChangedResultType() throws IOException {
    String header = replace(header(), "uint32_t sb_abi_version", "uint64_t sb_abi_version");
    assertSees("headers:  uint64_t ()", check(header, symbols(), OUTPUT));
  }

  @Test
  void seesAChangedConstant() throws IOException {
    String header = replace(header(), "SB_ERROR_TRAP = 1,", "SB_ERROR_TRAP = 77,");
    assertSees(
        "SB_ERROR_TRAP: the headers and the bindings differ", check(header, symbols(), OUTPUT));
  }

  @Test
  void seesAChangedField() throws IOException {
    String header = replace(header(), "uint64_t capacity;", "uint32_t capacity;");
    assertSees(
        "sb_store_io: the headers and the bindings differ", check(header, symbols(), OUTPUT));
  }

  @Test
  void seesAnUnlistedDeclaration() throws IOException {
    String header = header() + "\nWASM_API_EXTERN void sb_new_thing(void);\n";
    assertSees(
        "sb_new_thing: switchblade.h declares this function, symbols.txt does not list it",
        check(header, symbols(), OUTPUT));
  }

  @Test
  void seesAListedSymbolThatWasNotGenerated() throws IOException {
    String list = symbols() + "\nfunction wasm_engine_new\n";
    assertSees(
        "wasm_engine_new: symbols.txt lists this function, the bindings lack it",
        check(header(), list, OUTPUT));
  }

  @Test
  void seesAGeneratedSymbolThatIsNotListed() throws IOException {
    String list = replace(symbols(), "function wasmtime_error_delete\n", "");
    assertSees(
        "wasmtime_error_delete: the bindings have this function, symbols.txt does not",
        check(header(), list, OUTPUT));
  }

  @Test
  void seesCodeThatDoesNotFitItsOwnComment() throws IOException {
    Path copy = copyOfOutput();
    Path file = copy.resolve("sb_store_io.java");
    String code = Files.readString(file);
    Files.writeString(
        file, code.replace("C_LONG_LONG.withName(\"length\")", "C_INT.withName(\"length\")"));
    assertSees(
        "sb_store_io: the bindings' layout doesn't fit the declaration",
        check(header(), symbols(), copy));
  }

  @Test
  void seesAChangedDeclarationOfWasmtime() throws IOException {
    assumeTrue(Files.exists(OFFICIAL), "needs Wasmtime's headers in native/target/include");
    String official =
        replace(
            official(), "wasmtime_error_delete(wasmtime_error_t *", "wasmtime_error_delete(int *");
    var check =
        new BindingsCheck(
            CDeclarations.parse(header()),
            CDeclarations.parse(official),
            SymbolList.parse(symbols()),
            JextractOutput.read(OUTPUT));
    assertSees("wasmtime_error_delete: the headers and the", check.differences());
  }

  private static String replace(String text, String search, String replacement) {
    assertTrue(text.contains(search), search);
    return text.replace(search, replacement);
  }

  private static void assertSees(String expected, List<String> differences) {
    assertFalse(differences.isEmpty(), "no difference seen");
    assertTrue(String.join("\n", differences).contains(expected), differences.toString());
  }

  private static List<String> check(String header, String symbols, Path output) throws IOException {
    return new BindingsCheck(
            CDeclarations.parse(header),
            Files.exists(OFFICIAL) ? CDeclarations.parse(official()) : null,
            SymbolList.parse(symbols),
            JextractOutput.read(output))
        .differences();
  }

  private static String header() throws IOException {
    return Files.readString(BINDINGS.resolve("../native/include/switchblade.h"));
  }

  private static String official() throws IOException {
    var text = new StringBuilder(Files.readString(OFFICIAL.resolve("wasm.h")));
    try (var files = Files.walk(OFFICIAL.resolve("wasmtime"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".h")).sorted().toList()) {
        text.append('\n').append(Files.readString(file));
      }
    }
    return text.toString();
  }

  private static String symbols() throws IOException {
    return Files.readString(BINDINGS.resolve("symbols.txt"));
  }

  private Path copyOfOutput() throws IOException {
    try (var files = Files.list(OUTPUT)) {
      for (Path file : files.toList()) {
        Files.copy(file, temporary.resolve(file.getFileName()));
      }
    }
    return temporary;
  }
}
