package dev.switchblade.internal.wasi;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.internal.ffi.BlockReader;
import dev.switchblade.internal.ffi.BlockWriter;
import dev.switchblade.internal.ffi.NativeMemory;
import dev.switchblade.wasi.HttpDecision;
import dev.switchblade.wasi.HttpHeader;
import dev.switchblade.wasi.HttpInterceptor;
import dev.switchblade.wasi.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the guests of one store want of the host through WASI. */
public final class GuestIo {

  private final String label;
  private final Grants grants;
  private final @Nullable OutputStream stdout;
  private final @Nullable OutputStream stderr;

  /**
   * Opens the streams of a store.
   *
   * @param label what the store is called in events
   */
  public GuestIo(String label, Grants grants) {
    this.label = label;
    this.grants = grants;
    this.stdout = GuestOutput.open(grants.stdout);
    this.stderr = GuestOutput.open(grants.stderr);
  }

  private static byte[] bytes(long address, long length) {
    return NativeMemory.memory(address, length).toArray(JAVA_BYTE);
  }

  /**
   * Answers {@code SB_UPCALL_OUTPUT}.
   *
   * @throws IOException if it can't be written
   */
  public void write(boolean error, long address, long length) throws IOException {
    OutputStream stream = error ? stderr : stdout;
    if (stream == null) {
      return;
    }
    stream.write(bytes(address, length));
    stream.flush();
    // These keep their failures to themselves.
    if (stream instanceof PrintStream printing && printing.checkError()) {
      throw new IOException("the PrintStream has failed, and doesn't tell why");
    }
  }

  /** Answers {@code SB_UPCALL_INPUT}. */
  public void read(long inbox, int most) {
    if (grants.stdin instanceof GuestInput.Stream(InputStream stream)) {
      InputPump.read(stream, inbox, most);
    } else {
      throw new IllegalStateException("there is no stream to read");
    }
  }

  /** Answers {@code SB_UPCALL_ACCESS}. */
  public void tell(boolean granted, long address, long length) {
    var block = new BlockReader(bytes(address, length));
    AccessLog.tell(label, grants, block.string(), block.string(), granted);
  }

  /**
   * What becomes of a request.
   *
   * @param number {@code enum sb_decision}
   * @param block what {@code SB_DECISION_ANSWER} and {@code SB_DECISION_CHANGE} come with, or null
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once
  public record Decision(int number, byte @Nullable [] block) {}

  /** Answers {@code SB_UPCALL_REQUEST}. */
  public Decision decide(long address, long length) throws Exception {
    HttpInterceptor interceptor = grants.http.interceptor();
    if (interceptor == null) {
      return new Decision(SwitchbladeH.SB_DECISION_SEND(), null);
    }
    var block = new BlockReader(bytes(address, length));
    String method = block.string();
    String url = block.string();
    int count = block.s32();
    List<HttpHeader> headers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = block.string();
      headers.add(new HttpHeader(name, new String(block.bytes(), StandardCharsets.ISO_8859_1)));
    }
    HttpDecision decision = interceptor.decide(new HttpRequest(method, url, headers));
    return switch (Objects.requireNonNull(decision, "the interceptor's decision")) {
      case HttpDecision.Proceed _ -> new Decision(SwitchbladeH.SB_DECISION_SEND(), null);
      case HttpDecision.Refuse _ -> new Decision(SwitchbladeH.SB_DECISION_REFUSE(), null);
      case HttpDecision.Answer answer -> {
        var out = new BlockWriter();
        out.number(answer.status(), 2);
        write(out, answer.headers());
        out.bytes(answer.body());
        yield new Decision(SwitchbladeH.SB_DECISION_ANSWER(), out.toByteArray());
      }
      case HttpDecision.Change change -> {
        var out = new BlockWriter();
        out.string(change.request().method());
        out.string(change.request().url());
        write(out, change.request().headers());
        yield new Decision(SwitchbladeH.SB_DECISION_CHANGE(), out.toByteArray());
      }
    };
  }

  private static void write(BlockWriter out, List<HttpHeader> headers) {
    out.number(headers.size(), 4);
    for (HttpHeader header : headers) {
      out.string(header.name());
      out.bytes(header.value().getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** Says whether {@link #end} has anything to do. */
  public boolean hasEnd() {
    return stdout instanceof LineStream || stderr instanceof LineStream;
  }

  /** Hands over the lines that have no end, when the store is closed. */
  public void end() {
    LineStream.end(stdout);
    LineStream.end(stderr);
  }
}
