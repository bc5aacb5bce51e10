package dev.switchblade;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.wasi.HttpDecision;
import dev.switchblade.wasi.HttpHeader;
import dev.switchblade.wasi.HttpInterceptor;
import dev.switchblade.wasi.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What guests want of the host through WASI. */
final class WasiUpcalls {

  private WasiUpcalls() {}

  private static byte[] bytes(long address, long length) {
    return Native.memory(address, length).toArray(JAVA_BYTE);
  }

  /** Answers {@code SB_UPCALL_OUTPUT}. */
  static void write(StoreState state, boolean error, long address, long length) throws IOException {
    OutputStream stream = error ? state.stderr() : state.stdout();
    if (stream != null) {
      stream.write(bytes(address, length));
      stream.flush();
    }
  }

  /** Answers {@code SB_UPCALL_INPUT}. */
  static void read(StoreState state, long inbox, long most) {
    if (state.config().wasi().stdin instanceof InputStream stream) {
      InputPump.read(stream, inbox, (int) most);
    } else {
      throw new IllegalStateException("there is no stream to read");
    }
  }

  /** Answers {@code SB_UPCALL_ACCESS}. */
  static void tell(StoreState state, boolean granted, long address, long length) {
    var block = new BlockReader(bytes(address, length));
    AccessLog.tell(state.config(), block.string(), block.string(), granted);
  }

  /** Answers {@code SB_UPCALL_REQUEST}. */
  static int decide(StoreState state, long address, long length) throws Exception {
    HttpInterceptor interceptor = state.config().wasi().http.interceptor();
    if (interceptor == null) {
      return SwitchbladeH.SB_DECISION_SEND();
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
      case HttpDecision.Proceed _ -> SwitchbladeH.SB_DECISION_SEND();
      case HttpDecision.Refuse _ -> SwitchbladeH.SB_DECISION_REFUSE();
      case HttpDecision.Answer answer -> {
        var out = new ByteArrayOutputStream();
        Native.number(out, answer.status(), 2);
        write(out, answer.headers());
        Native.number(out, answer.body().length, 4);
        out.writeBytes(answer.body());
        state.answer(out.toByteArray());
        yield SwitchbladeH.SB_DECISION_ANSWER();
      }
      case HttpDecision.Change change -> {
        var out = new ByteArrayOutputStream();
        Native.string(out, change.request().method());
        Native.string(out, change.request().url());
        write(out, change.request().headers());
        state.answer(out.toByteArray());
        yield SwitchbladeH.SB_DECISION_CHANGE();
      }
    };
  }

  private static void write(ByteArrayOutputStream out, List<HttpHeader> headers) {
    Native.number(out, headers.size(), 4);
    for (HttpHeader header : headers) {
      Native.string(out, header.name());
      byte[] value = header.value().getBytes(StandardCharsets.ISO_8859_1);
      Native.number(out, value.length, 4);
      out.writeBytes(value);
    }
  }
}
