package dev.switchblade.internal.describe;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A versioned name of an interface, {@code ns:package/name@1.2.3}.
 *
 * @param path what stands before the version
 */
public record InterfaceName(String path, long major, long minor, long patch)
    implements Comparable<InterfaceName> {

  /** Takes a name apart; null if it has no version, or one with a pre-release. */
  public static @Nullable InterfaceName of(String name) {
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

  /**
   * Says whether what is offered under one name can stand for what is wanted under another one:
   * they are the same, or versions of one interface that can stand for each other.
   */
  public static boolean fits(String wanted, String offered) {
    InterfaceName one = of(wanted);
    InterfaceName other = of(offered);
    return wanted.equals(offered) || (one != null && other != null && other.isCompatibleWith(one));
  }

  public boolean isOtherVersionOf(InterfaceName other) {
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
  public boolean isCompatibleWith(InterfaceName other) {
    if (!path.equals(other.path) || major != other.major) {
      return false;
    }
    if (major != 0) {
      return true;
    }
    return minor == other.minor && (minor != 0 || patch == other.patch);
  }

  /**
   * Finds what one of many interfaces has, in the highest version that can stand for the wanted
   * one.
   *
   * @param wanted the name that it is looked for by; nothing is found if it has no version
   * @param interfaces where it is looked for
   * @param nameOf the name of one of them
   * @param lookUp what one of them has, or null
   */
  public static <I, T> @Nullable T highestCompatible(
      String wanted,
      Iterable<? extends I> interfaces,
      Function<? super I, String> nameOf,
      Function<? super I, ? extends @Nullable T> lookUp) {
    InterfaceName name = of(wanted);
    InterfaceName best = null;
    T found = null;
    for (I one : interfaces) {
      InterfaceName other = name == null ? null : of(nameOf.apply(one));
      if (name != null
          && other != null
          && other.isCompatibleWith(name)
          && (best == null || other.compareTo(best) > 0)) {
        T candidate = lookUp.apply(one);
        if (candidate != null) {
          best = other;
          found = candidate;
        }
      }
    }
    return found;
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
