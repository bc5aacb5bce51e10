package dev.switchblade.internal.wasi;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.internal.ffi.BlockWriter;
import dev.switchblade.internal.ffi.NativeError;
import dev.switchblade.internal.ffi.NativeMemory;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * Reads standard input for a guest, on a thread of its own: the guest's thread must be able to stop
 * waiting.
 */
final class InputPump {

  private InputPump() {}

  /**
   * Answers {@code SB_UPCALL_INPUT}.
   *
   * @param inbox the address of the {@code sb_inbox_t}
   */
  static void read(InputStream stream, long inbox, int most) {
    Thread.ofPlatform()
        .daemon()
        .name("switchblade-stdin")
        .start(() -> give(inbox, answer(stream, most)));
  }

  private static byte[] answer(InputStream stream, int most) {
    try {
      // What is there; a line, say.
      byte[] bytes = new byte[most];
      int count = stream.read(bytes, 0, most);
      return count < 0
          ? block(SwitchbladeH.SB_INPUT_ENDED(), bytes, 0)
          : block(SwitchbladeH.SB_INPUT_BYTES(), bytes, count);
    } catch (Throwable e) {
      // Errors too: the guest waits for an answer.
      byte[] reason = NativeError.describe(e).getBytes(StandardCharsets.UTF_8);
      return block(SwitchbladeH.SB_INPUT_FAILED(), reason, reason.length);
    }
  }

  private static byte[] block(int status, byte[] bytes, int count) {
    var block = new BlockWriter();
    block.number(status, 1);
    block.bytes(bytes, count);
    return block.toByteArray();
  }

  private static void give(long inbox, byte[] answer) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment block = NativeMemory.block(arena, answer);
      NativeError.check(
          SwitchbladeH.sb_input_give(MemorySegment.ofAddress(inbox), block, MemorySegment.NULL),
          "standard input");
    }
  }
}
