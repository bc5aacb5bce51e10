package golden.world_resources.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.world_resources.Ticket;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:world-resources theatre} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:world-resources theatre")
@NullMarked
public final class CodecOfTheatre {
  /** {@code resource ticket}. */
  public static final HostResource<Ticket> TICKET = HostResource.of(Ticket.class);

  /** {@code check}. */
  public static final WitType.Function CHECK = func(BOOL, param("ticket", borrow("", "ticket")));

  /** {@code exchange}. */
  public static final WitType.Function EXCHANGE = func(
      own("", "ticket"), param("ticket", own("", "ticket")));

  /** {@code [constructor]ticket}. */
  public static final WitType.Function NEW_TICKET = func(own("", "ticket"), param("seat", U32));

  /** {@code [method]ticket.seat}. */
  public static final WitType.Function TICKET_SEAT = func(U32, param("self", borrow("", "ticket")));

  private CodecOfTheatre() {}
}
