package dev.switchblade.conformance.wasi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchblade.conformance.wasi.Operation.Connect;
import dev.switchblade.conformance.wasi.Operation.Read;
import dev.switchblade.conformance.wasi.Operation.Receive;
import dev.switchblade.conformance.wasi.Operation.Run;
import dev.switchblade.conformance.wasi.Operation.Send;
import dev.switchblade.conformance.wasi.Operation.Stream;
import dev.switchblade.conformance.wasi.Operation.Unsupported;
import dev.switchblade.conformance.wasi.Operation.Wait;
import dev.switchblade.conformance.wasi.Operation.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the {@code .json} beside a program: a list of operations, or the older form, which is
 * arguments and results.
 */
final class ConfigurationFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KEYS = Set.of("world", "proposals", "servers", "operations");
  private static final Set<String> OLDER_KEYS =
      Set.of("args", "env", "root", "dirs", "exit_code", "stdout", "stderr");

  private ConfigurationFile() {}

  /**
   * The configuration of a program; without a file it is run, and expected to succeed.
   *
   * @throws IOException if it can't be read; the message says why
   */
  static Configuration of(Path program) throws IOException {
    String name = program.getFileName().toString();
    Path file = program.resolveSibling(name.replaceFirst("\\.wasm$", ".json"));
    return read(Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode());
  }

  static Configuration read(JsonNode json) throws IOException {
    var keys = new TreeSet<String>();
    json.fieldNames().forEachRemaining(keys::add);
    if (OLDER_KEYS.containsAll(keys)) {
      return new Configuration(Configuration.COMMAND, Set.of(), false, older(json));
    }
    keys.removeAll(KEYS);
    if (!keys.isEmpty()) {
      throw new IOException("the configuration has unknown keys: " + String.join(", ", keys));
    }
    return new Configuration(
        json.path("world").asText(Configuration.COMMAND),
        Set.copyOf(texts(json, "proposals")),
        !json.path("servers").isEmpty(),
        operations(json));
  }

  /** What is not named is not looked at, but for the exit code. */
  private static List<Operation> older(JsonNode json) {
    List<Operation> operations = new ArrayList<>(List.of(run(json)));
    for (Stream stream : Stream.values()) {
      if (json.hasNonNull(stream.toString())) {
        operations.add(new Read(stream, json.path(stream.toString()).asText()));
      }
    }
    operations.add(exit(json));
    return operations;
  }

  private static List<Operation> operations(JsonNode json) throws IOException {
    if (!json.has("operations")) {
      return List.of(run(json), exit(json));
    }
    List<Operation> operations = new ArrayList<>();
    for (JsonNode operation : json.path("operations")) {
      operations.add(operation(operation));
    }
    return operations;
  }

  private static Operation operation(JsonNode json) throws IOException {
    String type = json.path("type").asText();
    String payload = json.path("payload").asText();
    return switch (type) {
      case "run" -> run(json);
      case "write" -> new Write(payload);
      case "read" -> new Read(stream(json.path("id").asText("stdout")), payload);
      case "connect" -> connect(json);
      case "send" -> new Send(id(json), payload);
      case "recv" -> new Receive(id(json), payload);
      case "wait" -> exit(json);
      default -> new Unsupported("the operation \"" + type + '"');
    };
  }

  private static Run run(JsonNode json) {
    Map<String, String> env = new LinkedHashMap<>();
    json.path("env").properties().forEach(one -> env.put(one.getKey(), one.getValue().asText()));
    String root = json.hasNonNull("root") ? json.path("root").asText() : null;
    return new Run(texts(json, "args"), env, root, texts(json, "dirs"));
  }

  private static Wait exit(JsonNode json) {
    return new Wait(json.path("exit_code").asInt(0));
  }

  private static Stream stream(String name) throws IOException {
    for (Stream stream : Stream.values()) {
      if (stream.toString().equals(name)) {
        return stream;
      }
    }
    throw new IOException("the configuration: expected stdout or stderr, got \"" + name + '"');
  }

  private static Operation connect(JsonNode json) {
    String protocol = json.path("protocol_type").asText("tcp");
    return protocol.equals("tcp")
        ? new Connect(json.path("id").asText("server"))
        : new Unsupported("the operation \"connect\" with " + protocol);
  }

  private static String id(JsonNode json) throws IOException {
    if (!json.has("id")) {
      throw new IOException("the configuration: expected an id in " + json);
    }
    return json.path("id").asText();
  }

  private static List<String> texts(JsonNode json, String key) {
    List<String> texts = new ArrayList<>();
    json.path(key).forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
