package dev.switchblade.wit;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.switchblade.Func;
import dev.switchblade.GuestException;
import dev.switchblade.Instance;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.describe.CompiledComponent;
import dev.switchblade.internal.ffi.BlockReader;
import dev.switchblade.internal.ffi.NativeMemory;
import dev.switchblade.internal.image.ImageAccess;
import dev.switchblade.internal.link.ExportedFunction;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Calls in WAVE notation, the text form of component values: for command lines and tests.
 *
 * @see <a href="https://github.com/bytecodealliance/wasm-tools/tree/main/crates/wasm-wave">WAVE</a>
 */
public final class Wave {

  /** Where the image starts in the blocks that cross: behind the function's index. */
  private static final int IMAGE_AT = 8;

  private Wave() {}

  /**
   * Calls an exported function.
   *
   * @param instance whose function
   * @param call such as {@code add(1, 2)}, or {@code acme:shop/carts@1.0.0#total()} where the name
   *     alone is ambiguous. A string literal is taken for a {@code list<u8>}, as its UTF-8
   * @return the result in WAVE, an empty string if the function has none
   * @throws IllegalArgumentException if the text can't be parsed or has an unpaired surrogate,
   *     names no exported function, or has values of other types than the function's
   * @throws ResourceLimitException if the result takes more than 512 MiB as text, with the values
   *     that it is made of: about 8 million numbers
   * @throws GuestException as {@link Func#call}
   * @throws dev.switchblade.ClosedException if the store is closed, or the component that the
   *     instance is one of: its types are needed to read the text
   */
  public static String call(Instance instance, String call) {
    CompiledComponent component = instance.linked().component();
    MemorySegment pointer = component.handle().acquire();
    try {
      byte[] encoded =
          NativeMemory.transform(SwitchbladeH::sb_wave_encode, pointer, utf8(call), "the call");
      int index = new BlockReader(encoded).s32();
      FunctionCodec export = component.description().exportedFunctions().get(index);
      var func = new ExportedFunction(instance.linked(), export, null);
      byte[] image = run(func, encoded);
      byte[] text =
          NativeMemory.transform(
              SwitchbladeH::sb_wave_decode, pointer, image, "the result of " + func);
      return new String(text, StandardCharsets.UTF_8);
    } finally {
      component.handle().release();
    }
  }

  private static byte[] utf8(String call) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(call));
      byte[] encoded = new byte[bytes.remaining()];
      bytes.get(encoded);
      return encoded;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "the call has an unpaired surrogate, for which UTF-8 has no form", e);
    }
  }

  private static byte[] run(ExportedFunction function, byte[] encoded) {
    try (Call call = new Func(function).begin()) {
      int length = encoded.length - IMAGE_AT;
      ImageWriter arguments = call.arguments();
      long missing = length - ImageAccess.length(arguments);
      if (missing > 0) {
        arguments.allocate(missing, 1);
      }
      ImageAccess.putImage(arguments, encoded, IMAGE_AT, length);
      function.invokeUndrained();
      MemorySegment result = ImageAccess.image(call.result());
      byte[] image = Arrays.copyOf(encoded, IMAGE_AT + (int) result.byteSize());
      MemorySegment.copy(result, JAVA_BYTE, 0, image, IMAGE_AT, (int) result.byteSize());
      return image;
    }
  }
}
