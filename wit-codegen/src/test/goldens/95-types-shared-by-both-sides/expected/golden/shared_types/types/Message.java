package golden.shared_types.types;

import dev.switchblade.abi.Generated;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** {@code record message}. */
@Generated("interface golden:shared-types/types")
@NullMarked
public record Message(String topic, byte[] body) {
  /** Refuses null. */
  public Message {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(body, "body");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Message that
        && this.topic.equals(that.topic)
        && Arrays.equals(this.body, that.body);
  }

  @Override
  public int hashCode() {
    int hash = this.topic.hashCode();
    hash = 31 * hash + Arrays.hashCode(this.body);
    return hash;
  }

  @Override
  public String toString() {
    return "Message[topic=" + this.topic
        + ", body=" + Arrays.toString(this.body) + "]";
  }
}
