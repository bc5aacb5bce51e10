package golden.host_resources.jobs.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:host-resources/jobs} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:host-resources/jobs")
@NullMarked
public final class CodecOfJobs {
  /** {@code run}. */
  public static final WitType.Function RUN = func(
      U32,
      param("name", STRING),
      param("logger", borrow("golden:host-resources/loggers", "logger")));

  /** {@code adopt}. */
  public static final WitType.Function ADOPT = func(
      null, param("logger", own("golden:host-resources/loggers", "logger")));

  /** {@code create}. */
  public static final WitType.Function CREATE = func(
      own("golden:host-resources/loggers", "logger"), param("name", STRING));

  private CodecOfJobs() {}
}
