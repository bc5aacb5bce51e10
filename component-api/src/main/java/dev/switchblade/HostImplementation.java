package dev.switchblade;

import java.util.Objects;

/**
 * What a host function does, by how it was defined: an object of a user's may be several of these
 * at once.
 */
sealed interface HostImplementation {

  /** By {@link LinkerInstance#func}. */
  record OverValues(HostFunction function) implements HostImplementation {
    public OverValues {
      Objects.requireNonNull(function, "implementation");
    }
  }

  /** By {@link LinkerInstance#funcOverImages}. */
  record OverImages(HostFunction.OverImages function) implements HostImplementation {
    public OverImages {
      Objects.requireNonNull(function, "implementation");
    }
  }

  /** By {@link LinkerInstance#asyncFunc}. */
  record Async(AsyncHostFunction function) implements HostImplementation {
    public Async {
      Objects.requireNonNull(function, "implementation");
    }
  }
}
