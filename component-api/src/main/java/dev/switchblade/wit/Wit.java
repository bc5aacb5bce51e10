package dev.switchblade.wit;

import dev.switchblade.CompilationException;
import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.bindings.ffi.wasm_byte_vec_t;
import dev.switchblade.internal.ffi.BlockWriter;
import dev.switchblade.internal.ffi.NativeAccess;
import dev.switchblade.internal.ffi.NativeError;
import dev.switchblade.internal.ffi.NativeMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collection;

/**
 * WIT, resolved by {@code wit-parser}: what code generators are made from.
 *
 * @see <a href="https://docs.rs/wit-parser/0.254.2/wit_parser/">wit-parser</a>
 */
public final class Wit {

  private Wit() {}

  /**
   * Resolves a world and everything it speaks of.
   *
   * @param path a WIT folder with its {@code deps}, a {@code .wit} file, or a WIT package or a
   *     component in WebAssembly, binary or text
   * @param world the world's name; empty if there is only one
   * @param features the features that are on, for what is {@code @unstable}
   * @param allFeatures whether all of them are
   * @return JSON in UTF-8, as {@code switchblade.h} documents it at {@code sb_wit_resolve}
   * @throws CompilationException if it is no WIT; the message points at file, line and column
   * @throws UnsatisfiedLinkError as {@link dev.switchblade.Engine#create}
   */
  public static byte[] resolve(
      Path path, String world, Collection<String> features, boolean allFeatures) {
    var request = new BlockWriter();
    request.string(path.toString());
    request.string(world);
    request.number(allFeatures ? 1 : 0, 1);
    request.number(features.size(), 4);
    features.forEach(feature -> request.string(feature));
    NativeAccess.require();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(wasm_byte_vec_t.layout());
      MemorySegment error =
          SwitchbladeH.sb_wit_resolve(
              MemorySegment.NULL, NativeMemory.block(arena, request.toByteArray()), out);
      if (error.address() != 0) {
        // With its lines: they show the place.
        throw new CompilationException(
            NativeError.take(error).details().strip(), CompilationException.Reason.INVALID);
      }
      return NativeMemory.take(out);
    }
  }
}
