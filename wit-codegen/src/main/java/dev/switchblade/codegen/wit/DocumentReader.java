package dev.switchblade.codegen.wit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchblade.codegen.wit.TypeRef.Defined;
import dev.switchblade.codegen.wit.TypeRef.Primitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document from the JSON that {@code switchblade.h} documents at {@code sb_wit_resolve}.
 */
final class DocumentReader {

  private final JsonNode root;

  DocumentReader(byte[] json) {
    try {
      root = new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("the native library wrote no JSON", e);
    }
  }

  Document read() {
    List<TypeDef> types = new ArrayList<>();
    for (JsonNode type : root.get("types")) {
      types.add(typeDef(types.size(), type));
    }
    return new Document(
        world(root.get("world")),
        Document.byNumber(all(root.get("interfaces"), this::interfaceOf)),
        types,
        all(root.get("sources"), node -> Path.of(node.asText())));
  }

  private interface Reader<T> {
    T read(JsonNode node);
  }

  private static <T> List<T> all(JsonNode array, Reader<T> reader) {
    List<T> list = new ArrayList<>();
    for (JsonNode node : array) {
      list.add(reader.read(node));
    }
    return list;
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }

  private static @Nullable Integer number(JsonNode node, String name) {
    return node.hasNonNull(name) && node.get(name).isInt() ? node.get(name).asInt() : null;
  }

  private static About about(JsonNode node) {
    String at = text(node, "at");
    String name = text(node, "name");
    return new About(
        name == null ? "" : name,
        text(node, "docs"),
        text(node, "deprecated"),
        at == null ? null : Place.parse(at));
  }

  private static PackageName pack(JsonNode node) {
    return new PackageName(
        node.get("namespace").asText(), node.get("name").asText(), text(node, "version"));
  }

  private World world(JsonNode node) {
    return new World(
        about(node),
        pack(node.get("package")),
        all(node.get("imports"), this::item),
        all(node.get("exports"), this::item));
  }

  private World.Item item(JsonNode node) {
    if (node.has("interface")) {
      return new World.InterfaceItem(
          node.get("interface").asInt(),
          node.get("key").asText(),
          text(node, "docs"),
          node.get("provided").asBoolean());
    }
    return node.has("type")
        ? new World.TypeItem(node.get("type").asInt())
        : new World.FunctionItem(function(node.get("function")));
  }

  private Interface interfaceOf(JsonNode node) {
    return new Interface(
        node.get("id").asInt(),
        about(node),
        node.hasNonNull("package") ? pack(node.get("package")) : null,
        number(node, "cloneOf"),
        all(node.get("types"), JsonNode::asInt),
        all(node.get("functions"), this::function));
  }

  private Function function(JsonNode node) {
    return new Function(
        about(node),
        node.get("item").asText(),
        Function.Kind.valueOf(node.get("kind").asText().toUpperCase(Locale.ROOT)),
        node.get("async").asBoolean(),
        number(node, "resource"),
        all(
            node.get("params"),
            one ->
                new Function.Parameter(
                    one.get("name").asText(), type(one.get("type")), one.get("offset").asInt())),
        optional(node, "result"));
  }

  private static TypeRef type(JsonNode node) {
    return node.isInt()
        ? new Defined(node.asInt())
        : Primitive.valueOf(node.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static @Nullable TypeRef optional(JsonNode node, String name) {
    return node.hasNonNull(name) ? type(node.get(name)) : null;
  }

  private TypeDef typeDef(int position, JsonNode node) {
    return new TypeDef(position, about(node), number(node, "owner"), kind(node));
  }

  private static List<TypeDef.Label> labels(JsonNode node) {
    return all(
        node.get("labels"), one -> new TypeDef.Label(one.get("name").asText(), text(one, "docs")));
  }

  private TypeDef.Kind kind(JsonNode node) {
    String kind = node.get("kind").asText();
    return switch (kind) {
      case "record" ->
          new TypeDef.RecordOf(
              all(
                  node.get("fields"),
                  one ->
                      new TypeDef.Field(
                          one.get("name").asText(),
                          text(one, "docs"),
                          type(one.get("type")),
                          one.get("offset").asInt())));
      case "tuple" ->
          new TypeDef.TupleOf(
              all(node.get("elements"), DocumentReader::type),
              all(node.get("offsets"), JsonNode::asInt));
      case "variant" ->
          new TypeDef.VariantOf(
              all(
                  node.get("cases"),
                  one ->
                      new TypeDef.Case(
                          one.get("name").asText(), text(one, "docs"), optional(one, "type"))),
              node.get("discriminant").asInt(),
              node.get("payload").asInt());
      case "enum" -> new TypeDef.EnumOf(labels(node), node.get("discriminant").asInt());
      case "flags" -> new TypeDef.FlagsOf(labels(node));
      case "option" -> new TypeDef.OptionOf(type(node.get("element")), node.get("payload").asInt());
      case "result" ->
          new TypeDef.ResultOf(
              optional(node, "ok"), optional(node, "err"), node.get("payload").asInt());
      case "list" ->
          new TypeDef.ListOf(
              type(node.get("element")),
              node.get("elementSize").asInt(),
              node.get("elementAlign").asInt());
      case "fixed-length list" ->
          new TypeDef.FixedLengthList(
              type(node.get("element")),
              node.get("elementSize").asInt(),
              node.get("length").asInt());
      case "map" ->
          new TypeDef.MapOf(
              type(node.get("key")),
              type(node.get("value")),
              node.get("entrySize").asInt(),
              node.get("entryAlign").asInt(),
              node.get("valueOffset").asInt());
      case "resource" -> new TypeDef.Resource();
      case "own", "borrow" -> new TypeDef.Handle(node.get("resource").asInt(), kind.equals("own"));
      case "future", "stream" -> new TypeDef.Channel(kind);
      case "type" -> new TypeDef.Alias(type(node.get("target")));
      default -> throw new IllegalStateException("the native library named a kind " + kind);
    };
  }
}
