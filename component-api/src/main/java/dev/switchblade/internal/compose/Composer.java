package dev.switchblade.internal.compose;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.switchblade.CompositionException;
import dev.switchblade.CompositionException.Kind;
import dev.switchblade.CompositionException.Problem;
import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.bindings.ffi.wasm_byte_vec_t;
import dev.switchblade.internal.ffi.BlockReader;
import dev.switchblade.internal.ffi.BlockWriter;
import dev.switchblade.internal.ffi.NativeAccess;
import dev.switchblade.internal.ffi.NativeError;
import dev.switchblade.internal.ffi.NativeMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Has native code compose components. */
public final class Composer {

  /** What a composition may have beside its components' bytes. */
  private static final int ROOM = 256 << 20;

  private Composer() {}

  /**
   * An instance of a component.
   *
   * @param name the part's
   * @param bytes the component, binary or text
   */
  @SuppressWarnings("ArrayRecordComponent") // internal, and large
  public record Part(String name, byte[] bytes) {}

  /**
   * What one part provides for another one.
   *
   * @param provider the number of the part that exports it
   * @param consumer the number of the part that imports it
   * @param byName whether it is one thing; else it is all that matches
   * @param exported what it is called where it comes from, or empty
   * @param imported what it is called where it goes to, or empty
   */
  public record Plug(
      int provider, int consumer, boolean byName, String exported, String imported) {}

  /**
   * What is exported.
   *
   * @param part the number of the part
   * @param byName whether it is one thing; else it is all that the part exports
   * @param item what it is called there, or empty
   * @param name what it is exported as; empty if that is the same
   */
  public record Export(int part, boolean byName, String item, String name) {}

  /**
   * Composes.
   *
   * @param mostBytes how large all components together may be
   * @throws CompositionException if that can't be
   */
  public static byte[] compose(
      List<Part> parts, List<Plug> plugs, List<Export> exports, long mostBytes) {
    var sources = new Sources();
    int[] numbers = parts.stream().mapToInt(part -> sources.add(part.bytes())).toArray();
    var request = new BlockWriter();
    sizes(request, sources.distinct(), mostBytes);
    request.number(parts.size(), 4);
    for (int i = 0; i < numbers.length; i++) {
      request.string(parts.get(i).name());
      request.number(numbers[i], 4);
    }
    request.number(plugs.size(), 4);
    for (Plug plug : plugs) {
      request.number(plug.provider(), 4);
      request.number(plug.consumer(), 4);
      request.number(plug.byName() ? 1 : 0, 1);
      request.string(plug.exported());
      request.string(plug.imported());
    }
    request.number(exports.size(), 4);
    for (Export export : exports) {
      request.number(export.part(), 4);
      request.number(export.byName() ? 1 : 0, 1);
      request.string(export.item());
      request.string(export.name());
    }
    return ask(SwitchbladeH::sb_compose, request.toByteArray(), sources.distinct(), "composition");
  }

  /**
   * Composes what a text says.
   *
   * @param dependencies the components that it names, by their names
   * @param mostBytes how large all components together may be
   * @throws CompositionException if that can't be
   */
  public static byte[] compose(String text, Map<String, byte[]> dependencies, long mostBytes) {
    List<byte[]> components = List.copyOf(dependencies.values());
    var request = new BlockWriter();
    request.string(text);
    sizes(request, components, mostBytes);
    dependencies.keySet().forEach(name -> request.string(name));
    return ask(SwitchbladeH::sb_compose_wac, request.toByteArray(), components, "wac");
  }

  private static void sizes(BlockWriter request, List<byte[]> components, long mostBytes) {
    long all = 0;
    request.number(components.size(), 4);
    for (byte[] component : components) {
      request.number(component.length, 8);
      all += component.length;
    }
    // What comes of them is an array.
    if (all > Math.min(mostBytes, Integer.MAX_VALUE - ROOM)) {
      String limit =
          mostBytes < all
              ? "the engine's limit for components is "
                  + mostBytes
                  + " (see Engine.Builder.maxComponentBytes)"
              : "a composition can have 2 GiB";
      throw exception(
          new Problem(
              Kind.TOO_LARGE,
              "",
              "",
              "",
              "",
              "the components have " + all + " bytes, and " + limit));
    }
  }

  private static byte[] ask(
      NativeMemory.Function function, byte[] request, List<byte[]> components, String context) {
    NativeAccess.require();
    byte[] answer;
    try (Arena arena = Arena.ofConfined()) {
      long size = request.length;
      for (byte[] component : components) {
        size += component.length;
      }
      // Not by way of an array, which would be one more copy.
      MemorySegment block = arena.allocate(size);
      long at = copy(request, block, 0);
      for (byte[] component : components) {
        at = copy(component, block, at);
      }
      MemorySegment out = arena.allocate(wasm_byte_vec_t.layout());
      NativeError.check(
          function.apply(MemorySegment.NULL, NativeMemory.block(arena, block), out), context);
      answer = NativeMemory.take(out);
    }
    var block = new BlockReader(answer);
    int count = block.s32();
    if (count == 0) {
      return Arrays.copyOfRange(answer, 4, answer.length);
    }
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < count; i++) {
      Kind kind = kind(block.s32());
      problems.add(
          new Problem(
              kind,
              block.string(),
              block.string(),
              block.string(),
              block.string(),
              block.string()));
    }
    throw exception(problems.toArray(Problem[]::new));
  }

  private static long copy(byte[] from, MemorySegment to, long at) {
    MemorySegment.copy(from, 0, to, JAVA_BYTE, at, from.length);
    return at + from.length;
  }

  /** The exception for all that is wrong. */
  public static CompositionException exception(Problem... problems) {
    var text = new StringBuilder();
    if (problems.length > 1) {
      text.append(
          String.format(Locale.ROOT, "%d things are wrong with the composition.", problems.length));
    }
    for (Problem problem : problems) {
      text.append(text.isEmpty() ? "" : "\n").append(problem.description());
    }
    return new CompositionException(text.toString(), List.of(problems));
  }

  /** What a number of {@code enum sb_composition_problem} stands for. */
  // A switch over constants of the native library is none to Java.
  static Kind kind(int number) {
    return switch (number) {
      case 1 -> Kind.INVALID;
      case 2 -> Kind.CORE_MODULE;
      case 3 -> Kind.UNKNOWN_PART;
      case 4 -> Kind.DUPLICATE;
      case 5 -> Kind.MISSING;
      case 6 -> Kind.NOTHING_MATCHES;
      case 7 -> Kind.AMBIGUOUS;
      case 8 -> Kind.INCOMPATIBLE;
      case 9 -> Kind.OTHER_RESOURCE;
      case 10 -> Kind.CYCLIC;
      case 11 -> Kind.UNUSED;
      case 12 -> Kind.NOTHING_EXPORTED;
      case 13 -> Kind.BAD_NAME;
      case 14 -> Kind.TOO_LARGE;
      case 15 -> Kind.UNSUPPORTED;
      case 16 -> Kind.SYNTAX;
      default -> throw new IllegalStateException("the native library tells of a problem " + number);
    };
  }
}
