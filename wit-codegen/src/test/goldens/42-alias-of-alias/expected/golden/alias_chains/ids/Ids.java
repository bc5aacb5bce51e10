package golden.alias_chains.ids;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.alias_chains.Directory;
import golden.alias_chains.ids.abi.CodecOfIds;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:alias-chains/ids}. */
@Generated("interface golden:alias-chains/ids")
@NullMarked
public final class Ids {
  private final Func find;
  private final Func all;

  private Ids(Exports exports) {
    this.find = exports.func(0);
    this.all = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Directory} hands it out. */
  public static Ids of(Exports exports) {
    return new Ids(exports);
  }

  /**
   * {@code find}.
   *
   * @param key unsigned
   */
  public Optional<Customer> find(long key) {
    try (Call call = this.find.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putLong(0, key);
      call.invoke();
      return call.result().getOption(0, 8, CodecOfIds::loadCustomer);
    }
  }

  /** {@code all}. */
  public List<Customer> all(Customer of) {
    Objects.requireNonNull(of, "of");
    try (Call call = this.all.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfIds.storeCustomer(arguments, 0, of);
      call.invoke();
      return call.result().getList(0, 16, CodecOfIds::loadCustomer);
    }
  }
}
