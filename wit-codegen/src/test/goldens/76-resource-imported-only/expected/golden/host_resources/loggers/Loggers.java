package golden.host_resources.loggers;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.host_resources.loggers.abi.CodecOfLoggers;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:host-resources/loggers}. */
@Generated("interface golden:host-resources/loggers")
@NullMarked
public interface Loggers {
  /** {@code [constructor]logger}. */
  Logger newLogger(String name);

  /** The static functions of {@code logger}. */
  Logger.Statics logger();

  /** Defines {@code golden:host-resources/loggers} in a linker. */
  static void addTo(Linker linker, Loggers implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:host-resources/loggers} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends Loggers> implementation) {
    LinkerInstance instance = linker.instance("golden:host-resources/loggers");
    instance.resource("logger", CodecOfLoggers.LOGGER);
    instance.funcOverImages(
        "[constructor]logger",
        CodecOfLoggers.NEW_LOGGER,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfLoggers.LOGGER,
            implementation.apply(arguments.config()).newLogger(arguments.getString(0))));
    instance.funcOverImages(
        "[method]logger.log",
        CodecOfLoggers.LOGGER_LOG,
        (arguments, result) -> arguments.getBorrow(
            0, CodecOfLoggers.LOGGER).log(arguments.getString(4)));
    instance.funcOverImages(
        "[method]logger.count",
        CodecOfLoggers.LOGGER_COUNT,
        (arguments, result) -> result.putInt(
            0, arguments.getBorrow(0, CodecOfLoggers.LOGGER).count()));
    instance.funcOverImages(
        "[static]logger.root",
        CodecOfLoggers.LOGGER_ROOT,
        (arguments, result) -> result.putOwn(
            0, CodecOfLoggers.LOGGER, implementation.apply(arguments.config()).logger().root()));
  }
}
