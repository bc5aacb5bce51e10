package golden.host_resources.jobs;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.host_resources.Worker;
import golden.host_resources.loggers.Logger;
import golden.host_resources.loggers.abi.CodecOfLoggers;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:host-resources/jobs}. */
@Generated("interface golden:host-resources/jobs")
@NullMarked
public final class Jobs {
  private final Func run;
  private final Func adopt;
  private final Func create;

  private Jobs(Exports exports) {
    this.run = exports.func(0);
    this.adopt = exports.func(1);
    this.create = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Worker} hands it out. */
  public static Jobs of(Exports exports) {
    return new Jobs(exports);
  }

  /**
   * {@code run}.
   *
   * @return unsigned
   */
  public int run(String name, Logger logger) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(logger, "logger");
    try (Call call = this.run.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, name);
      arguments.putBorrow(8, CodecOfLoggers.LOGGER, logger);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /** {@code adopt}. */
  public void adopt(Logger logger) {
    Objects.requireNonNull(logger, "logger");
    try (Call call = this.adopt.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOwn(0, CodecOfLoggers.LOGGER, logger);
      call.invoke();
    }
  }

  /** {@code create}. */
  public Logger create(String name) {
    Objects.requireNonNull(name, "name");
    try (Call call = this.create.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, name);
      call.invoke();
      return call.result().getOwn(0, CodecOfLoggers.LOGGER);
    }
  }
}
