package dev.switchblade.cli;

import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Preview1;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A component compiled from a file, and its engine.
 *
 * @param engine what compiled it
 * @param component the component
 */
public record ComponentFile(Engine engine, Component component) implements AutoCloseable {

  /** The command line's parameter for it, of type {@link Path}. */
  static PositionalParamSpec parameter() {
    return PositionalParamSpec.builder()
        .paramLabel("FILE")
        .index("0")
        .arity("1")
        .required(true)
        .type(Path.class)
        .description("The component: binary, or in the text format.")
        .build();
  }

  /**
   * Compiles a file.
   *
   * @throws CommandFailedException if the file can't be read, or there is no native library
   */
  static ComponentFile compile(Path file, Engine.Builder settings, Progress progress) {
    requireReadable(file);
    Engine engine = engine(settings);
    try {
      return new ComponentFile(
          engine, progress.during("compiling " + file.getFileName(), () -> load(engine, file)));
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /** Fails if a file isn't there, or can't be read. */
  static void requireReadable(Path file) {
    if (Files.isDirectory(file)) {
      throw unreadable(file, "is a folder, not a component");
    }
    if (!Files.exists(file)) {
      throw unreadable(file, "there is no such file");
    }
    if (!Files.isReadable(file)) {
      throw unreadable(file, "this user may not read it");
    }
  }

  /** Says whether a file is what {@code switchblade compile} writes; not if it can't be read. */
  private static boolean isArtifact(Path file) {
    try (var in = Files.newInputStream(file)) {
      return Component.isSerialized(in.readNBytes(100));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Loads what {@code switchblade compile} has written, into an engine with the settings that it
   * was compiled for.
   *
   * @param key the key it was written with
   * @param settings what the command adds to those settings
   * @throws CommandFailedException if the file can't be read, is no such file, or doesn't fit
   */
  static ComponentFile load(Path file, SecretKey key, UnaryOperator<Engine.Builder> settings) {
    requireReadable(file);
    if (!isArtifact(file)) {
      throw new CommandFailedException(
          ExitCode.NOT_LINKABLE,
          file + ": is nothing that `switchblade compile` has written: leave --key out");
    }
    try {
      byte[] artifact = Files.readAllBytes(file);
      Engine engine = engine(settings.apply(Engine.builder().settingsOf(artifact, key)));
      try {
        return new ComponentFile(engine, engine.deserialize(artifact, key));
      } catch (RuntimeException e) {
        engine.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(file, e.toString());
    } catch (CompilationException e) {
      throw new CommandFailedException(ExitCode.NOT_LINKABLE, file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Fails if a file is to be compiled that is compiled already.
   *
   * @param why what is wrong about it here
   */
  static void requireNoArtifact(Path file, int exitCode, String why) {
    if (isArtifact(file)) {
      throw new CommandFailedException(exitCode, file + ": is compiled already: " + why);
    }
  }

  /** Compiles a file; core modules for WASI 0.1 become components. */
  private static Component load(Engine engine, Path file) {
    try {
      return engine.compile(file);
    } catch (CompilationException e) {
      if (e.reason() != CompilationException.Reason.NOT_A_COMPONENT) {
        throw e;
      }
      return engine.compile(adapted(file, e));
    }
  }

  /**
   * Reads a file; a core module for WASI 0.1 becomes a component, and anything else stays as it is.
   */
  static byte[] read(Path file) {
    requireReadable(file);
    try {
      byte[] bytes = Files.readAllBytes(file);
      try {
        return isCoreModule(bytes) ? Preview1.toComponent(bytes) : bytes;
      } catch (CompilationException _) {
        // Some other core module: whoever is given it says best what to do.
        return bytes;
      }
    } catch (IOException e) {
      throw unreadable(file, e.toString());
    }
  }

  /** The preamble of a binary: layer 0 is a core module. */
  private static boolean isCoreModule(byte[] bytes) {
    return bytes.length >= 8
        && bytes[0] == 0
        && bytes[1] == 'a'
        && bytes[2] == 's'
        && bytes[3] == 'm'
        && bytes[6] == 0
        && bytes[7] == 0;
  }

  private static byte[] adapted(Path file, CompilationException otherwise) {
    try {
      return Preview1.toComponent(Files.readAllBytes(file));
    } catch (IOException e) {
      throw unreadable(file, e.toString());
    } catch (CompilationException _) {
      // Some other core module: the compiler has said best what to do.
      throw otherwise;
    }
  }

  /**
   * Makes an engine, or fails with what is missing.
   *
   * @param settings of the engine
   * @return a new one
   * @throws CommandFailedException if there is no native library, or settings exclude each other
   */
  public static Engine engine(Engine.Builder settings) {
    Throwable cause = Engine.unavailabilityCause();
    if (cause != null) {
      throw new CommandFailedException(
          ExitCode.ENVIRONMENT, String.valueOf(cause.getMessage()), cause);
    }
    try {
      return settings.build();
    } catch (IllegalArgumentException e) {
      // Options that exclude each other.
      throw new CommandFailedException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private static CommandFailedException unreadable(Path file, String problem) {
    return new CommandFailedException(ExitCode.ENVIRONMENT, file + ": " + problem);
  }

  @Override
  public void close() {
    component.close();
    engine.close();
  }
}
