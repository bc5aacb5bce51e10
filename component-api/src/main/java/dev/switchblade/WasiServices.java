package dev.switchblade;

import dev.switchblade.internal.link.Definitions;
import dev.switchblade.internal.wasi.AccessLog;
import dev.switchblade.internal.wasi.Grants;
import dev.switchblade.wasi.KeyValueStore;
import dev.switchblade.wasi.WasiConfig;
import java.lang.System.Logger.Level;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces of WASI that are host functions like any: {@code wasi:config}, {@code
 * wasi:keyvalue}, {@code wasi:logging}. They are in each linker, and do what the {@link WasiConfig}
 * of the store says whose guest calls.
 */
final class WasiServices {

  private static final BigInteger MAX_U64 = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  private static final HostResource<Bucket> BUCKET = HostResource.of(Bucket.class);

  private static final Map<String, LinkerInstance> INSTANCES =
      Map.of(
          "wasi:config/store", config(),
          "wasi:keyvalue/store", store(),
          "wasi:keyvalue/atomics", atomics(),
          "wasi:keyvalue/batch", batch(),
          "wasi:logging/logging", logging());

  private WasiServices() {}

  /** Why a value can't be incremented; not to be mistaken for what a bucket throws. */
  private static final class NotANumberException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotANumberException(String message) {
      super(message);
    }
  }

  /** A bucket that a guest has opened. */
  private record Bucket(KeyValueStore values) {}

  /** What is provided of an interface, whatever its version: they are drafts. Null for others. */
  static @Nullable Definitions definitions(String importedFrom) {
    if (!importedFrom.startsWith("wasi:")) {
      return null;
    }
    int at = importedFrom.indexOf('@');
    LinkerInstance found = INSTANCES.get(at < 0 ? importedFrom : importedFrom.substring(0, at));
    return found == null ? null : found.definitions();
  }

  private static Grants grants(HostCall call) {
    return call.config().wasi().grants();
  }

  private static LinkerInstance config() {
    return new LinkerInstance("wasi:config/store", null)
        .func(
            "get",
            call -> Result.ok(Optional.ofNullable(grants(call).config().get(call.string(0)))))
        .func(
            "get-all",
            call ->
                Result.ok(
                    grants(call).config().entrySet().stream()
                        .map(entry -> Tuple.of(entry.getKey(), entry.getValue()))
                        .toList()));
  }

  private static LinkerInstance store() {
    return new LinkerInstance("wasi:keyvalue/store", null)
        .resource("bucket", BUCKET)
        .func("open", WasiServices::open)
        .func(
            "[method]bucket.get",
            call -> Result.ok(Optional.ofNullable(bucket(call).get(call.string(1)))))
        .func(
            "[method]bucket.set",
            call -> {
              bucket(call).set(call.string(1), call.bytes(2));
              return Result.ok(null);
            })
        .func(
            "[method]bucket.delete",
            call -> {
              bucket(call).delete(call.string(1));
              return Result.ok(null);
            })
        .func("[method]bucket.exists", call -> Result.ok(bucket(call).get(call.string(1)) != null))
        .func(
            "[method]bucket.list-keys",
            // All of them at once: there is no next page.
            call ->
                Result.ok(WitRecord.of("keys", bucket(call).keys(), "cursor", Optional.empty())));
  }

  private static Object open(HostCall call) {
    String identifier = call.string(0);
    Map<String, KeyValueStore> buckets = grants(call).buckets();
    KeyValueStore values = buckets.get(identifier);
    AccessLog.tell(
        call.config().label(),
        grants(call),
        "keyvalue",
        "open " + AccessLog.shown(identifier),
        values != null);
    if (values != null) {
      return Result.ok(new Bucket(values));
    }
    return Result.err(WitVariant.of(buckets.isEmpty() ? "access-denied" : "no-such-store"));
  }

  private static KeyValueStore bucket(HostCall call) {
    return ((Bucket) call.argument(0)).values();
  }

  private static LinkerInstance atomics() {
    return new LinkerInstance("wasi:keyvalue/atomics", null)
        .func(
            "increment",
            call -> {
              var delta = new BigInteger(Long.toUnsignedString(call.int64(2)));
              long[] sum = new long[1];
              try {
                bucket(call)
                    .update(
                        call.string(1),
                        value -> {
                          BigInteger next = number(value).add(delta);
                          if (next.compareTo(MAX_U64) > 0) {
                            throw new NotANumberException("the sum is larger than a u64");
                          }
                          sum[0] = next.longValue();
                          return next.toString().getBytes(StandardCharsets.UTF_8);
                        });
              } catch (NotANumberException e) {
                return Result.err(WitVariant.of("other", String.valueOf(e.getMessage())));
              }
              return Result.ok(sum[0]);
            });
  }

  private static BigInteger number(byte @Nullable [] value) {
    if (value == null) {
      return BigInteger.ZERO;
    }
    String text = new String(value, StandardCharsets.UTF_8);
    if (!text.matches("[0-9]{1,20}")) {
      throw new NotANumberException("the value is no number");
    }
    return new BigInteger(text);
  }

  private static LinkerInstance batch() {
    return new LinkerInstance("wasi:keyvalue/batch", null)
        .func(
            "get-many",
            call -> {
              List<Object> found = new ArrayList<>();
              for (Object key : (List<?>) call.argument(1)) {
                byte[] value = bucket(call).get((String) key);
                found.add(value == null ? Optional.empty() : Optional.of(Tuple.of(key, value)));
              }
              return Result.ok(found);
            })
        .func(
            "set-many",
            call -> {
              for (Object entry : (List<?>) call.argument(1)) {
                var pair = (Tuple2<?, ?>) entry;
                bucket(call).set((String) pair.first(), (byte[]) pair.second());
              }
              return Result.ok(null);
            })
        .func(
            "delete-many",
            call -> {
              for (Object key : (List<?>) call.argument(1)) {
                bucket(call).delete((String) key);
              }
              return Result.ok(null);
            });
  }

  private static LinkerInstance logging() {
    return new LinkerInstance("wasi:logging/logging", null)
        .func(
            "log",
            call -> {
              System.Logger logger = grants(call).logger();
              if (logger != null) {
                String name = (String) call.argument(0);
                Level level = level(name);
                if (logger.isLoggable(level)) {
                  String context = call.string(1);
                  String message = call.string(2);
                  call.countOutput(utf8Length(name) + utf8Length(context) + utf8Length(message));
                  // Who wrote it stands first: a guest can write what it likes.
                  logger.log(level, "[" + call.config().label() + "] " + context + ": " + message);
                }
              }
              return null;
            });
  }

  /** How many bytes a text of a guest's has, without a copy of it. */
  private static long utf8Length(String text) {
    long length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        // Two more for three bytes; the halves of a pair are two bytes each.
        length += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return length;
  }

  private static Level level(String name) {
    return switch (name) {
      case "trace" -> Level.TRACE;
      case "debug" -> Level.DEBUG;
      case "info" -> Level.INFO;
      case "warn" -> Level.WARNING;
      default -> Level.ERROR;
    };
  }
}
