package dev.switchblade.app.deploy;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the component of a version comes from: bytes, a file, an artifact, or anything else that
 * ends in a component. It is compiled on a thread of the upgrade's own, beside the traffic.
 *
 * {@snippet :
 * shops.upgrade(Source.of(Path.of("shop-2.wasm")));
 * shops.upgrade(Source.of("shop-2", bytes).compiledBy(inBackground));
 * shops.upgrade(engine -> engine.deserialize(artifact, key));
 * }
 */
@FunctionalInterface
public interface Source {

  /**
   * Makes the component. Called once for a version; twice if the deployment has its {@linkplain
   * DeploymentBuilder#baselineFirst baseline compiler first}, and that refuses it.
   *
   * @param engine the deployment's engine, or its {@linkplain DeploymentBuilder#baselineFirst
   *     baseline compiler}: the component must be one of it
   * @return a component that the deployment closes once it is linked
   * @throws RuntimeException if there is no component to be had; refuses the version
   */
  Component compile(Engine engine);

  /** What the version is called in events and messages; {@code component} unless overridden. */
  default String name() {
    return "component";
  }

  /**
   * Bytes.
   *
   * @param name what the version is called
   * @param bytes a component: the binary format, or the text format in UTF-8. They are copied
   */
  static Source of(String name, byte[] bytes) {
    byte[] copy = bytes.clone();
    return named(name, engine -> engine.compile(name, copy));
  }

  /**
   * A file, which is read when the upgrade runs, and named after it.
   *
   * @param file a component: the binary format, or the text format in UTF-8
   */
  static Source of(Path file) {
    Path name = file.getFileName();
    return named(name == null ? file.toString() : name.toString(), engine -> engine.compile(file));
  }

  /**
   * An artifact of {@link Component#serialize}: compiled earlier, or elsewhere, by an engine with
   * the same settings.
   *
   * @param name what the version is called
   * @param artifact what it returned; it is copied
   * @param key the key it was written with
   */
  static Source ofArtifact(String name, byte[] artifact, SecretKey key) {
    byte[] copy = artifact.clone();
    Objects.requireNonNull(key, "key");
    return named(name, engine -> engine.deserialize(copy, key));
  }

  /** Another source under a name. */
  static Source named(String name, Source source) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    return new Source() {
      @Override
      public Component compile(Engine engine) {
        return source.compile(engine);
      }

      @Override
      public String name() {
        return name;
      }
    };
  }

  /**
   * The same, compiled by another engine and handed to the deployment's as machine code.
   *
   * <p>An engine with another {@linkplain Engine.Compiler compiler} than that one has no use for
   * its machine code, and compiles by itself, so that this has no part in {@link
   * DeploymentBuilder#baselineFirst}. Otherwise that engine's settings decide how: with {@link
   * Engine.Builder#parallelCompilation parallelCompilation(false)} the compiler has one thread, and
   * leaves the other processors to the traffic; with {@link Engine.OptimizationLevel#NONE} it is
   * done sooner, and the code is slower, until the same source is compiled as usual and upgraded
   * to. With a {@link Engine.Builder#functionCache functionCache} it compiles, of a source of which
   * it has compiled another version, what is new; the deployment's engine needs none for that.
   *
   * @param compiler an engine with the settings of the deployment's but for those two and the
   *     caches. Where that has a pool, this one needs one too, for whose {@linkplain
   *     Engine.Pooling#withMemoryBytes memories} the code is made: one instance of the same size
   *     will do. It stays the caller's
   * @see DeploymentBuilder#baselineFirst
   */
  default Source compiledBy(Engine compiler) {
    Objects.requireNonNull(compiler, "compiler");
    return named(
        name(),
        engine -> {
          if (engine.compiler() != compiler.compiler()) {
            // The code would be of no use there.
            return compile(engine);
          }
          byte[] secret = new byte[32];
          new SecureRandom().nextBytes(secret);
          // Of use to this process alone, for as long as this takes.
          SecretKey key = new SecretKeySpec(secret, "HmacSHA256");
          byte[] artifact;
          try (Component compiled = compile(compiler)) {
            artifact = compiled.serialize(key);
          }
          return engine.deserialize(artifact, key);
        });
  }
}
