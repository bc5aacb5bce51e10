package golden.host_resources.jobs;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.host_resources.jobs.abi.CodecOfJobs;
import golden.host_resources.loggers.Logger;
import golden.host_resources.loggers.abi.CodecOfLoggers;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:host-resources/jobs}. */
@Generated("interface golden:host-resources/jobs")
@NullMarked
public interface HostJobs {
  /**
   * {@code run}.
   *
   * @return unsigned
   */
  int run(String name, Logger logger);

  /** {@code adopt}. */
  void adopt(Logger logger);

  /** {@code create}. */
  Logger create(String name);

  /** Defines {@code golden:host-resources/jobs} in a linker. */
  static void addTo(Linker linker, HostJobs implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:host-resources/jobs} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostJobs> implementation) {
    LinkerInstance instance = linker.instance("golden:host-resources/jobs");
    instance.funcOverImages(
        "run",
        CodecOfJobs.RUN,
        (arguments, result) -> result.putInt(
            0,
            implementation.apply(arguments.config()).run(
                arguments.getString(0), arguments.getBorrow(8, CodecOfLoggers.LOGGER))));
    instance.funcOverImages(
        "adopt",
        CodecOfJobs.ADOPT,
        (arguments, result) -> implementation.apply(arguments.config()).adopt(
            arguments.getOwn(0, CodecOfLoggers.LOGGER)));
    instance.funcOverImages(
        "create",
        CodecOfJobs.CREATE,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfLoggers.LOGGER,
            implementation.apply(arguments.config()).create(arguments.getString(0))));
  }
}
