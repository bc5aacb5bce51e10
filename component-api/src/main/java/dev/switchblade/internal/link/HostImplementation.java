package dev.switchblade.internal.link;

import dev.switchblade.abi.ImageFunction;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a host function does, by how it was defined: an object of a user's may be several of these
 * at once.
 */
public sealed interface HostImplementation {

  /** By Java objects. */
  abstract non-sealed class OverValues implements HostImplementation {

    /** Runs the function; returns its result. */
    public abstract @Nullable Object call(HostFrame call) throws Exception;
  }

  /** Over images. */
  record OverImages(ImageFunction function) implements HostImplementation {
    public OverImages {
      Objects.requireNonNull(function, "implementation");
    }
  }

  /** By Java objects, and it may end later than it returns. */
  abstract non-sealed class Async implements HostImplementation {

    /** Starts the function. */
    public abstract CompletionStage<?> start(HostFrame call) throws Exception;
  }
}
