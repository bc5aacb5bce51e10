package dev.switchblade.internal.describe;

import dev.switchblade.internal.codec.BoolCodec;
import dev.switchblade.internal.codec.CharCodec;
import dev.switchblade.internal.codec.Codec;
import dev.switchblade.internal.codec.Elements;
import dev.switchblade.internal.codec.EnumCodec;
import dev.switchblade.internal.codec.FieldCodecs;
import dev.switchblade.internal.codec.FixedLengthListCodec;
import dev.switchblade.internal.codec.FixedLengthNumberListCodec;
import dev.switchblade.internal.codec.FlagsCodec;
import dev.switchblade.internal.codec.Float32Codec;
import dev.switchblade.internal.codec.Float64Codec;
import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.codec.HandleCodec;
import dev.switchblade.internal.codec.IntCodec;
import dev.switchblade.internal.codec.ListCodec;
import dev.switchblade.internal.codec.LongCodec;
import dev.switchblade.internal.codec.MapCodec;
import dev.switchblade.internal.codec.NumberListCodec;
import dev.switchblade.internal.codec.OptionCodec;
import dev.switchblade.internal.codec.RecordCodec;
import dev.switchblade.internal.codec.ResultCodec;
import dev.switchblade.internal.codec.SmallIntegerCodec;
import dev.switchblade.internal.codec.StringCodec;
import dev.switchblade.internal.codec.TupleCodec;
import dev.switchblade.internal.codec.UnsupportedCodec;
import dev.switchblade.internal.codec.VariantCodec;
import dev.switchblade.internal.ffi.BlockReader;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.image.NumberType;
import dev.switchblade.wit.WitItem;
import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitType.Named;
import dev.switchblade.wit.WitType.Primitive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a component imports and exports: the description that {@code sb_component_new} writes, read.
 */
public final class ComponentDescription {

  private final List<WitItem> imports = new ArrayList<>();
  private final List<WitItem> exports = new ArrayList<>();
  private final List<FunctionCodec> importedFunctions = new ArrayList<>();
  private final List<FunctionCodec> exportedFunctions = new ArrayList<>();
  private final List<ImportedResource> importedResources = new ArrayList<>();
  private final List<ExportedResource> exportedResources = new ArrayList<>();
  private final List<ImportedModule> importedModules = new ArrayList<>();
  private final Set<String> wasi = new LinkedHashSet<>();

  /** By number. */
  private final List<WitType.Resource> resources = new ArrayList<>();

  private final BlockReader block;

  /** Whether the items that are read are imports. */
  private boolean importing = true;

  /** The resources in the type that is read, in its order; one may be there more than once. */
  private final List<Integer> mentioned = new ArrayList<>();

  private static final int[] NONE = {};

  /**
   * A resource that a component imports.
   *
   * @param instance the names of the instances around it, joined by {@code /}; empty at the root
   * @param name its name there
   * @param number which resource it is, within the component
   */
  public record ImportedResource(String instance, String name, int number) {}

  /**
   * A resource that a component exports: its own, or one that it imports.
   *
   * @param instance the names of the instances around it, joined by {@code /}; empty at the root
   * @param name its name there
   * @param number which resource it is, within the component
   */
  public record ExportedResource(String instance, String name, int number) {}

  /**
   * A core module that a component imports.
   *
   * @param instance the names of the instances around it, joined by {@code /}; empty at the root
   * @param name its name there
   */
  public record ImportedModule(String instance, String name) {}

  public ComponentDescription(byte[] description) {
    block = new BlockReader(description);
    int count = block.s32();
    for (int i = 0; i < count; i++) {
      resources.add(new WitType.Resource(block.string(), block.string()));
    }
    items(imports, "", importedFunctions);
    importing = false;
    items(exports, "", exportedFunctions);
  }

  /** The imported interfaces of WASI that the native library provides, by name. */
  public Set<String> wasi() {
    return wasi;
  }

  public List<ImportedModule> importedModules() {
    return importedModules;
  }

  public List<ImportedResource> importedResources() {
    return importedResources;
  }

  public List<ExportedResource> exportedResources() {
    return exportedResources;
  }

  /** A resource by its number: where the component has it first. */
  public WitType.Resource resource(int number) {
    return resources.get(number);
  }

  public int resourceCount() {
    return resources.size();
  }

  public List<WitItem> imports() {
    return imports;
  }

  public List<WitItem> exports() {
    return exports;
  }

  public List<FunctionCodec> importedFunctions() {
    return importedFunctions;
  }

  /** By index. */
  public List<FunctionCodec> exportedFunctions() {
    return exportedFunctions;
  }

  private void items(List<WitItem> into, String instance, List<FunctionCodec> functions) {
    int count = block.s32();
    for (int i = 0; i < count; i++) {
      into.add(item(instance, functions));
    }
  }

  private WitItem item(String instance, List<FunctionCodec> functions) {
    String name = block.string();
    int sort = block.u8();
    return switch (sort) {
      case 0 -> {
        FunctionCodec function = function(instance, name);
        // The library numbers those that can be called or provided, in this order.
        if (function.index() == functions.size()) {
          functions.add(function);
        }
        yield new WitItem.Function(name, function.type());
      }
      case 1 -> {
        if (block.flag()) {
          wasi.add(name);
        }
        List<WitItem> items = new ArrayList<>();
        items(items, instance.isEmpty() ? name : instance + "/" + name, functions);
        yield new WitItem.Instance(name, items);
      }
      case 2 -> new WitItem.Type(name, type().type());
      case 3 -> {
        int number = block.s32();
        if (importing) {
          importedResources.add(new ImportedResource(instance, name, number));
        } else {
          exportedResources.add(new ExportedResource(instance, name, number));
        }
        yield new WitItem.Resource(name);
      }
      case 4 -> {
        if (importing) {
          importedModules.add(new ImportedModule(instance, name));
        }
        yield new WitItem.CoreModule(name);
      }
      case 5 -> new WitItem.NestedComponent(name);
      default -> new WitItem.CoreFunction(name);
    };
  }

  private FunctionCodec function(String instance, String name) {
    int index = block.s32();
    boolean async = block.flag();
    mentioned.clear();
    int count = block.s32();
    List<Named> named = new ArrayList<>(count);
    Codec[] parameters = new Codec[count];
    for (int i = 0; i < count; i++) {
      String parameter = block.string();
      parameters[i] = type();
      named.add(new Named(parameter, parameters[i].type()));
    }
    Codec result = block.flag() ? type() : null;
    int parametersSize = block.s32();
    block.s32();
    int[] offsets = new int[count];
    for (int i = 0; i < count; i++) {
      offsets[i] = block.s32();
    }
    int resultsSize = block.s32();
    block.s32();
    var type = new WitType.Function(named, result == null ? null : result.type(), async);
    return new FunctionCodec(
        instance,
        name,
        index,
        type,
        parameters,
        offsets,
        parametersSize,
        result,
        resultsSize,
        mentioned());
  }

  /** What the type that was read mentions, by numbers. No stream: starting programs get here. */
  private int[] mentioned() {
    if (mentioned.isEmpty()) {
      return NONE;
    }
    int[] numbers = new int[mentioned.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = mentioned.get(i);
    }
    return numbers;
  }

  private @Nullable Codec optional() {
    return block.flag() ? type() : null;
  }

  private static Optional<WitType> typeOf(@Nullable Codec codec) {
    return codec == null ? Optional.empty() : Optional.of(codec.type());
  }

  private Codec type() {
    int tag = block.u8();
    return switch (tag) {
      case WitTags.BOOL -> new BoolCodec();
      case WitTags.S8 -> new SmallIntegerCodec(tag, Primitive.S8, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case WitTags.U8 -> new SmallIntegerCodec(tag, Primitive.U8, 0, 0xff);
      case WitTags.S16 ->
          new SmallIntegerCodec(tag, Primitive.S16, Short.MIN_VALUE, Short.MAX_VALUE);
      case WitTags.U16 -> new SmallIntegerCodec(tag, Primitive.U16, 0, 0xffff);
      case WitTags.S32 -> new IntCodec(tag, Primitive.S32);
      case WitTags.U32 -> new IntCodec(tag, Primitive.U32);
      case WitTags.S64 -> new LongCodec(tag, Primitive.S64);
      case WitTags.U64 -> new LongCodec(tag, Primitive.U64);
      case WitTags.F32 -> new Float32Codec();
      case WitTags.F64 -> new Float64Codec();
      case WitTags.CHAR -> new CharCodec();
      case WitTags.STRING -> new StringCodec();
      case WitTags.LIST -> list();
      case WitTags.RECORD -> record();
      case WitTags.TUPLE -> tuple();
      case WitTags.VARIANT -> variant();
      case WitTags.ENUM -> enumeration();
      case WitTags.OPTION -> option();
      case WitTags.RESULT -> result();
      case WitTags.FLAGS -> flags();
      case WitTags.OWN, WitTags.BORROW -> handle(tag);
      case WitTags.MAP -> map();
      case WitTags.FIXED_LENGTH_LIST -> fixedLengthList();
      case WitTags.FUTURE -> new UnsupportedCodec(tag, new WitType.FutureOf(typeOf(optional())));
      case WitTags.STREAM -> new UnsupportedCodec(tag, new WitType.StreamOf(typeOf(optional())));
      case WitTags.ERROR_CONTEXT -> new UnsupportedCodec(tag, Primitive.ERROR_CONTEXT);
      default -> throw new IllegalStateException("the native library described a type " + tag);
    };
  }

  private Codec list() {
    Codec element = type();
    int size = block.s32();
    int alignment = block.s32();
    var type = new WitType.ListOf(element.type());
    NumberType number = NumberType.ofTag(element.tag());
    return number != null
        ? new NumberListCodec(type, number, element.tag())
        : new ListCodec(type, new Elements(element, size), alignment);
  }

  private Codec option() {
    sizeAndAlignment();
    int payload = block.s32();
    Codec value = type();
    return new OptionCodec(new WitType.OptionOf(value.type()), value, payload);
  }

  private Codec result() {
    sizeAndAlignment();
    int payload = block.s32();
    Codec ok = optional();
    Codec error = optional();
    var type = new WitType.ResultOf(typeOf(ok), typeOf(error));
    return new ResultCodec(type, ok, error, payload);
  }

  private Codec record() {
    sizeAndAlignment();
    int count = block.s32();
    List<Named> named = new ArrayList<>(count);
    Codec[] codecs = new Codec[count];
    int[] offsets = new int[count];
    for (int i = 0; i < count; i++) {
      String name = block.string();
      offsets[i] = block.s32();
      codecs[i] = type();
      named.add(new Named(name, codecs[i].type()));
    }
    return new RecordCodec(new WitType.RecordOf(named), new FieldCodecs(codecs, offsets));
  }

  private Codec tuple() {
    sizeAndAlignment();
    int count = block.s32();
    List<WitType> elements = new ArrayList<>(count);
    Codec[] codecs = new Codec[count];
    int[] offsets = new int[count];
    for (int i = 0; i < count; i++) {
      offsets[i] = block.s32();
      codecs[i] = type();
      elements.add(codecs[i].type());
    }
    return new TupleCodec(new WitType.TupleOf(elements), new FieldCodecs(codecs, offsets));
  }

  private Codec variant() {
    sizeAndAlignment();
    int discriminant = block.s32();
    int payload = block.s32();
    int count = block.s32();
    List<WitType.Case> cases = new ArrayList<>(count);
    @Nullable Codec[] payloads = new Codec[count];
    for (int i = 0; i < count; i++) {
      String name = block.string();
      payloads[i] = optional();
      cases.add(new WitType.Case(name, typeOf(payloads[i])));
    }
    return new VariantCodec(new WitType.VariantOf(cases), payloads, discriminant, payload);
  }

  private Codec enumeration() {
    int size = block.s32();
    return new EnumCodec(new WitType.EnumOf(names()), size);
  }

  private Codec flags() {
    int size = block.s32();
    block.s32();
    return new FlagsCodec(new WitType.FlagsOf(names()), size);
  }

  private Codec handle(int tag) {
    int number = block.s32();
    mentioned.add(number);
    WitType.Resource resource = resources.get(number);
    WitType type = tag == WitTags.OWN ? new WitType.Own(resource) : new WitType.Borrow(resource);
    return new HandleCodec(tag, type, number);
  }

  private Codec map() {
    Codec key = type();
    Codec value = type();
    int size = block.s32();
    int alignment = block.s32();
    var entry = new FieldCodecs(new Codec[] {key, value}, new int[] {0, block.s32()});
    return new MapCodec(new WitType.MapOf(key.type(), value.type()), entry, size, alignment);
  }

  private Codec fixedLengthList() {
    Codec element = type();
    int length = block.s32();
    int size = block.s32();
    block.s32();
    var type = new WitType.FixedLengthListOf(element.type(), length);
    NumberType number = NumberType.ofTag(element.tag());
    return number != null
        ? new FixedLengthNumberListCodec(type, number, length)
        : new FixedLengthListCodec(type, new Elements(element, size), length);
  }

  private List<String> names() {
    int count = block.s32();
    List<String> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(block.string());
    }
    return names;
  }

  /** Skips what only lists of the type need, which are told it again. */
  private void sizeAndAlignment() {
    block.s32();
    block.s32();
  }
}
