package dev.switchblade.conformance;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directive of a script, in the JSON that the {@code json-from-wast} crate writes.
 *
 * @see <a
 *     href="https://docs.rs/json-from-wast/0.254.2/json_from_wast/enum.Command.html">json_from_wast::Command</a>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Command.Module.class, name = "module"),
  @JsonSubTypes.Type(value = Command.Definition.class, name = "module_definition"),
  @JsonSubTypes.Type(value = Command.Instantiate.class, name = "module_instance"),
  @JsonSubTypes.Type(value = Command.Register.class, name = "register"),
  @JsonSubTypes.Type(value = Command.Perform.class, name = "action"),
  @JsonSubTypes.Type(value = Command.AssertReturn.class, name = "assert_return"),
  @JsonSubTypes.Type(value = Command.AssertTrap.class, name = "assert_trap"),
  @JsonSubTypes.Type(value = Command.AssertExhaustion.class, name = "assert_exhaustion"),
  @JsonSubTypes.Type(value = Command.AssertException.class, name = "assert_exception"),
  @JsonSubTypes.Type(value = Command.AssertSuspension.class, name = "assert_suspension"),
  @JsonSubTypes.Type(value = Command.AssertUninstantiable.class, name = "assert_uninstantiable"),
  @JsonSubTypes.Type(value = Command.AssertUnlinkable.class, name = "assert_unlinkable"),
  @JsonSubTypes.Type(value = Command.AssertInvalid.class, name = "assert_invalid"),
  @JsonSubTypes.Type(value = Command.AssertMalformed.class, name = "assert_malformed"),
  @JsonSubTypes.Type(value = Command.AssertInvalidCustom.class, name = "assert_invalid_custom"),
  @JsonSubTypes.Type(value = Command.AssertMalformedCustom.class, name = "assert_malformed_custom"),
  @JsonSubTypes.Type(value = Command.ThreadStart.class, name = "thread"),
  @JsonSubTypes.Type(value = Command.Wait.class, name = "wait"),
})
sealed interface Command {

  /** Where it stands in the script, from 1. */
  int line();

  /** A directive with a module or component of its own. */
  sealed interface WithFile extends Command {

    /** The file's name, beside the JSON. */
    String filename();

    /** The file with the binary of a module whose text is in {@link #filename}. */
    @Nullable String binaryFilename();

    /** The file to compile. */
    default String file() {
      String binary = binaryFilename();
      return binary == null ? filename() : binary;
    }
  }

  /** {@code (component …)}: compiles, and instantiates. */
  record Module(
      int line,
      @Nullable String name,
      String filename,
      @JsonProperty("binary_filename") @Nullable String binaryFilename)
      implements WithFile {}

  /** {@code (component definition …)}: compiles. */
  record Definition(
      int line,
      @Nullable String name,
      String filename,
      @JsonProperty("binary_filename") @Nullable String binaryFilename)
      implements WithFile {}

  /** {@code (component instance …)}: instantiates a definition. */
  record Instantiate(int line, @Nullable String instance, @Nullable String module)
      implements Command {}

  /** {@code (register …)}: gives an instance another name. */
  record Register(int line, @Nullable String name, String as) implements Command {}

  /** An action by itself. */
  record Perform(int line, Action action) implements Command {}

  /** An action that returns. */
  record AssertReturn(int line, Action action, List<JsonNode> expected) implements Command {}

  /** An action that traps. */
  record AssertTrap(int line, Action action, String text) implements Command {}

  /** An action that runs out of stack. */
  record AssertExhaustion(int line, Action action, String text) implements Command {}

  /** An action that ends with an exception of the guest's. */
  record AssertException(int line, Action action) implements Command {}

  /** An action that suspends to nobody. */
  record AssertSuspension(int line, Action action, String text) implements Command {}

  /** A component that traps while it is instantiated. */
  record AssertUninstantiable(
      int line,
      String filename,
      @JsonProperty("binary_filename") @Nullable String binaryFilename,
      String text)
      implements WithFile {}

  /** A component that can't be linked. */
  record AssertUnlinkable(
      int line,
      String filename,
      @JsonProperty("binary_filename") @Nullable String binaryFilename,
      String text)
      implements WithFile {}

  /** A component that is not valid. */
  record AssertInvalid(
      int line,
      String filename,
      @JsonProperty("binary_filename") @Nullable String binaryFilename,
      String text)
      implements WithFile {}

  /** A component that can't be parsed. */
  record AssertMalformed(
      int line,
      String filename,
      @JsonProperty("binary_filename") @Nullable String binaryFilename,
      String text)
      implements WithFile {}

  /** A custom section that is not valid. */
  record AssertInvalidCustom(
      int line,
      String filename,
      @JsonProperty("binary_filename") @Nullable String binaryFilename,
      String text)
      implements WithFile {}

  /** A custom section that can't be parsed. */
  record AssertMalformedCustom(
      int line,
      String filename,
      @JsonProperty("binary_filename") @Nullable String binaryFilename,
      String text)
      implements WithFile {}

  /** Directives that run beside the others. */
  record ThreadStart(
      int line,
      String name,
      @JsonProperty("shared_module") @Nullable String sharedModule,
      List<Command> commands)
      implements Command {}

  /** Waits for a {@link ThreadStart}. */
  record Wait(int line, String thread) implements Command {}

  /**
   * What a directive does with an instance.
   *
   * @param type {@code invoke} or {@code get}
   * @param module the name of the instance; null for the latest
   * @param field the export
   * @param args the arguments; null for {@code get}
   */
  record Action(
      String type, @Nullable String module, String field, @Nullable List<JsonNode> args) {}
}
