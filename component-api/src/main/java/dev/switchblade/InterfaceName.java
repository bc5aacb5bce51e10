package dev.switchblade;

import org.jspecify.annotations.Nullable;

/**
 * A versioned name of an interface, {@code ns:package/name@1.2.3}.
 *
 * @param path what stands before the version
 */
record InterfaceName(String path, long major, long minor, long patch)
    implements Comparable<InterfaceName> {

  /** Takes a name apart; null if it has no version, or one with a pre-release. */
  static @Nullable InterfaceName of(String name) {
    int at = name.lastIndexOf('@');
    if (at < 0) {
      return null;
    }
    String version = name.substring(at + 1);
    int build = version.indexOf('+');
    if (build >= 0) {
      version = version.substring(0, build);
    }
    int first = version.indexOf('.');
    int second = version.indexOf('.', first + 1);
    if (first < 0 || second < 0) {
      return null;
    }
    try {
      return new InterfaceName(
          name.substring(0, at),
          Long.parseLong(version.substring(0, first)),
          Long.parseLong(version.substring(first + 1, second)),
          Long.parseLong(version.substring(second + 1)));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  boolean isOtherVersionOf(InterfaceName other) {
    return path.equals(other.path) && !equals(other);
  }

  /**
   * Says whether one version can stand for the other, as Wasmtime sees it: the same major version,
   * or below 1.0.0 the same minor one; below 0.1.0 none but itself.
   *
   * @see <a
   *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/component/struct.Linker.html#names-and-semver">Names
   *     and Semver</a>
   */
  boolean isCompatibleWith(InterfaceName other) {
    if (!path.equals(other.path) || major != other.major) {
      return false;
    }
    if (major != 0) {
      return true;
    }
    return minor == other.minor && (minor != 0 || patch == other.patch);
  }

  @Override
  public int compareTo(InterfaceName other) {
    int order = Long.compare(major, other.major);
    if (order == 0) {
      order = Long.compare(minor, other.minor);
    }
    return order == 0 ? Long.compare(patch, other.patch) : order;
  }
}
