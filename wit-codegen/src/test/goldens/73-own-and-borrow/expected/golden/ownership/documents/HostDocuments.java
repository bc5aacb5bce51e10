package golden.ownership.documents;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.ownership.documents.abi.CodecOfDocuments;
import golden.ownership.documents.abi.CodecOfHostDocuments;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:ownership/documents}. */
@Generated("interface golden:ownership/documents")
@NullMarked
public interface HostDocuments {
  /** {@code [constructor]document}. */
  HostDocument newDocument(String title);

  /**
   * Looks at it.
   *
   * @return unsigned
   */
  int length(HostDocument of);

  /** Takes it for good. */
  boolean publish(HostDocument document);

  /** Takes one, gives another. */
  HostDocument translate(HostDocument document, String language);

  /** Both at once. */
  int compare(HostDocument left, HostDocument right);

  /** {@code open}. */
  HostDocument open(String title);

  /** Defines {@code golden:ownership/documents} in a linker. */
  static void addTo(Linker linker, HostDocuments implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:ownership/documents} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostDocuments> implementation) {
    LinkerInstance instance = linker.instance("golden:ownership/documents");
    instance.resource("document", CodecOfHostDocuments.DOCUMENT);
    instance.funcOverImages(
        "[constructor]document",
        CodecOfDocuments.NEW_DOCUMENT,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostDocuments.DOCUMENT,
            implementation.apply(arguments.config()).newDocument(arguments.getString(0))));
    instance.funcOverImages(
        "[method]document.title",
        CodecOfDocuments.DOCUMENT_TITLE,
        (arguments, result) -> result.putString(
            0, arguments.getBorrow(0, CodecOfHostDocuments.DOCUMENT).title()));
    instance.funcOverImages(
        "[method]document.append",
        CodecOfDocuments.DOCUMENT_APPEND,
        (arguments, result) -> arguments.getBorrow(0, CodecOfHostDocuments.DOCUMENT).append(
            arguments.getBorrow(4, CodecOfHostDocuments.DOCUMENT)));
    instance.funcOverImages(
        "[method]document.absorb",
        CodecOfDocuments.DOCUMENT_ABSORB,
        (arguments, result) -> result.putInt(
            0,
            arguments.getBorrow(0, CodecOfHostDocuments.DOCUMENT).absorb(
                arguments.getOwn(4, CodecOfHostDocuments.DOCUMENT))));
    instance.funcOverImages(
        "length",
        CodecOfDocuments.LENGTH,
        (arguments, result) -> result.putInt(
            0,
            implementation.apply(arguments.config()).length(
                arguments.getBorrow(0, CodecOfHostDocuments.DOCUMENT))));
    instance.funcOverImages(
        "publish",
        CodecOfDocuments.PUBLISH,
        (arguments, result) -> result.putBool(
            0,
            implementation.apply(arguments.config()).publish(
                arguments.getOwn(0, CodecOfHostDocuments.DOCUMENT))));
    instance.funcOverImages(
        "translate",
        CodecOfDocuments.TRANSLATE,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostDocuments.DOCUMENT,
            implementation.apply(arguments.config()).translate(
                arguments.getOwn(0, CodecOfHostDocuments.DOCUMENT), arguments.getString(4))));
    instance.funcOverImages(
        "compare",
        CodecOfDocuments.COMPARE,
        (arguments, result) -> result.putInt(
            0,
            implementation.apply(arguments.config()).compare(
                arguments.getBorrow(0, CodecOfHostDocuments.DOCUMENT),
                arguments.getBorrow(4, CodecOfHostDocuments.DOCUMENT))));
    instance.funcOverImages(
        "open",
        CodecOfDocuments.OPEN,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostDocuments.DOCUMENT,
            implementation.apply(arguments.config()).open(arguments.getString(0))));
  }
}
