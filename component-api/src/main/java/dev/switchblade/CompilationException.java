package dev.switchblade;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bytes or text could not be made into what was asked for: a component, a core module, a world. The
 * message says what is wrong with them, and where.
 */
public final class CompilationException extends SwitchbladeException {

  private static final long serialVersionUID = 1;

  private final Reason reason;

  /**
   * Makes an exception.
   *
   * @param message what is wrong, and where
   * @param reason the kind of it
   */
  public CompilationException(String message, Reason reason) {
    this(message, reason, null);
  }

  /**
   * Makes an exception with a cause.
   *
   * @param message what is wrong, and where
   * @param reason the kind of it
   * @param cause what led to it, or null
   */
  public CompilationException(String message, Reason reason, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /** What kind of thing is wrong. */
  public Reason reason() {
    return reason;
  }

  /** What can be wrong with what was to be compiled. */
  public enum Reason {

    /** It is damaged, not valid, or not WebAssembly at all; of WIT, that it has a mistake. */
    INVALID,

    /** It is a core module, and a component was asked for; {@link Preview1} makes one of some. */
    NOT_A_COMPONENT,

    /**
     * It needs {@link Engine.Builder#concurrency}: it has functions that are {@code async}, futures
     * or streams. An engine that has that never gives this reason.
     */
    NEEDS_CONCURRENCY,

    /**
     * It is valid, and has something that there is no support for: in Wasmtime, in this engine, or,
     * for {@link Component#wit}, in WIT. If it needs a {@link WasmFeature} that is off, the message
     * names it.
     */
    UNSUPPORTED,

    /** It has more bytes than {@link Engine.Builder#maxComponentBytes} allows. */
    TOO_LARGE,

    /**
     * It is an artifact that was not written with this key, for this platform, or by an engine with
     * these settings: compile the component again. Or it is an artifact and was to be compiled,
     * which is for {@link Engine#deserialize}.
     */
    UNFIT_ARTIFACT,
  }
}
