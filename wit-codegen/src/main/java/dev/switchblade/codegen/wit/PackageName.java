package dev.switchblade.codegen.wit;

import org.jspecify.annotations.Nullable;

/** The name of a package, such as {@code acme:shop@1.0.0}. */
public record PackageName(String namespace, String name, @Nullable String version) {
  @Override
  public String toString() {
    return namespace + ":" + name + (version == null ? "" : "@" + version);
  }
}
