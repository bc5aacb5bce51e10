package golden.host_resources.loggers.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.host_resources.loggers.Logger;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:host-resources/loggers} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:host-resources/loggers")
@NullMarked
public final class CodecOfLoggers {
  /** {@code resource logger}. */
  public static final HostResource<Logger> LOGGER = HostResource.of(Logger.class);

  /** {@code [constructor]logger}. */
  public static final WitType.Function NEW_LOGGER = func(
      own("golden:host-resources/loggers", "logger"), param("name", STRING));

  /** {@code [method]logger.log}. */
  public static final WitType.Function LOGGER_LOG = func(
      null,
      param("self", borrow("golden:host-resources/loggers", "logger")),
      param("text", STRING));

  /** {@code [method]logger.count}. */
  public static final WitType.Function LOGGER_COUNT = func(
      U32, param("self", borrow("golden:host-resources/loggers", "logger")));

  /** {@code [static]logger.root}. */
  public static final WitType.Function LOGGER_ROOT = func(
      own("golden:host-resources/loggers", "logger"));

  private CodecOfLoggers() {}
}
