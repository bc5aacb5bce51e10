package golden.ownership.documents.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import golden.ownership.documents.HostDocument;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:ownership/documents} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:ownership/documents")
@NullMarked
public final class CodecOfHostDocuments {
  /** {@code resource document}. */
  public static final HostResource<HostDocument> DOCUMENT = HostResource.of(HostDocument.class);

  private CodecOfHostDocuments() {}
}
