package golden.many_parameters.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:many-parameters wide} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:many-parameters wide")
@NullMarked
public final class CodecOfWide {
  /** {@code sum}. */
  public static final WitType.Function SUM = func(
      STRING,
      param("p1", U8),
      param("p2", S16),
      param("p3", U32),
      param("p4", U64),
      param("p5", F32),
      param("p6", F64),
      param("p7", BOOL),
      param("p8", CHAR),
      param("p9", STRING),
      param("p10", list(U8)),
      param("p11", U8),
      param("p12", S16),
      param("p13", U32),
      param("p14", U64),
      param("p15", F32),
      param("p16", F64),
      param("p17", BOOL),
      param("p18", CHAR),
      param("p19", STRING),
      param("p20", list(U8)));

  private CodecOfWide() {}
}
