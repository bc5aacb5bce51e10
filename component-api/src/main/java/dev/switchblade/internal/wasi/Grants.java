package dev.switchblade.internal.wasi;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.internal.ffi.NativeHandle;
import dev.switchblade.wasi.AccessListener;
import dev.switchblade.wasi.AddressClass;
import dev.switchblade.wasi.HttpOrigin;
import dev.switchblade.wasi.HttpPolicy;
import dev.switchblade.wasi.KeyValueStore;
import dev.switchblade.wasi.Preopen;
import dev.switchblade.wasi.SocketGrant;
import dev.switchblade.wasi.WasiConfig;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What a {@link WasiConfig} grants. Immutable and thread-safe. */
public final class Grants {

  final List<String> arguments;
  final Map<String, String> environment;
  final @Nullable String workingDirectory;
  final @Nullable GuestInput stdin;
  final @Nullable GuestOutput stdout;
  final @Nullable GuestOutput stderr;

  /** An {@code sb_clock}, and what {@code sb_wasi_new} needs to know of it. */
  final int clockKind;

  final long clockNumber;

  /** What the number may be an address in. */
  private final Object clock;

  final @Nullable Long randomSeed;
  final List<Preopen> preopens;
  final List<SocketGrant> sockets;
  final List<String> names;
  final Set<AddressClass> addressClasses;
  final List<HttpOrigin> origins;
  final HttpPolicy http;
  final @Nullable AccessListener listener;
  private final Map<String, String> config;
  private final Map<String, KeyValueStore> buckets;
  private final System.@Nullable Logger logger;

  /** What grants nothing; null if this does. */
  private final @Nullable Grants denied;

  /**
   * Whether it grants nothing; null if nobody has asked yet. Two threads may find out the same; no
   * order is needed, because there is nothing in a Boolean that isn't final. It is read once.
   */
  private @Nullable Boolean grantsNothing;

  /** What native code knows of it; made when the first store is. */
  private volatile @Nullable WeakReference<NativeHandle> handle;

  private final Object identity = new Object();

  /** Takes collections that nobody changes any more. */
  public Grants(
      List<String> arguments,
      Map<String, String> environment,
      @Nullable String workingDirectory,
      @Nullable GuestInput stdin,
      @Nullable GuestOutput stdout,
      @Nullable GuestOutput stderr,
      Object clock,
      int clockKind,
      long clockNumber,
      @Nullable Long randomSeed,
      List<Preopen> preopens,
      List<SocketGrant> sockets,
      List<String> names,
      Set<AddressClass> addressClasses,
      List<HttpOrigin> origins,
      HttpPolicy http,
      @Nullable AccessListener listener,
      Map<String, String> config,
      Map<String, KeyValueStore> buckets,
      System.@Nullable Logger logger,
      @Nullable Grants denied) {
    this.arguments = arguments;
    this.environment = environment;
    this.workingDirectory = workingDirectory;
    this.stdin = stdin;
    this.stdout = stdout;
    this.stderr = stderr;
    this.clock = clock;
    this.clockKind = clockKind;
    this.clockNumber = clockNumber;
    this.randomSeed = randomSeed;
    this.preopens = preopens;
    this.sockets = sockets;
    this.names = names;
    this.addressClasses = addressClasses;
    this.origins = origins;
    this.http = http;
    this.listener = listener;
    this.config = config;
    this.buckets = buckets;
    this.logger = logger;
    this.denied = denied;
  }

  private List<@Nullable Object> parts() {
    return Arrays.asList(
        arguments,
        environment,
        workingDirectory,
        stdin,
        stdout,
        stderr,
        clock,
        randomSeed,
        preopens,
        sockets,
        names,
        addressClasses,
        origins,
        http,
        listener,
        config,
        buckets,
        logger);
  }

  /** What guests read by {@code wasi:config}. */
  public Map<String, String> config() {
    return config;
  }

  /** What guests open by {@code wasi:keyvalue}. */
  public Map<String, KeyValueStore> buckets() {
    return buckets;
  }

  /** Where guests log to by {@code wasi:logging}. */
  public System.@Nullable Logger logger() {
    return logger;
  }

  /** Says whether requests are shown to the host before they are sent. */
  public boolean intercepts() {
    return http.interceptor() != null;
  }

  /** Says whether this is as good as granting nothing, however it was made. */
  public boolean grantsNothing() {
    Boolean known = grantsNothing;
    if (known == null) {
      known = denied == null || equals(denied);
      grantsNothing = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Grants grants && parts().equals(grants.parts()));
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  /**
   * What is granted, and nothing of the rest. Of what may be secret there are the names alone:
   * environment variables, values of the configuration. Arguments are counted.
   */
  @Override
  public String toString() {
    var text = new StringJoiner(", ", "WasiConfig[", "]").setEmptyValue("WasiConfig[nothing]");
    if (!arguments.isEmpty()) {
      text.add("args=" + arguments.size());
    }
    add(text, "env", environment.keySet());
    if (workingDirectory != null) {
      text.add("workingDirectory=" + workingDirectory);
    }
    add(text, "stdin", stdin);
    add(text, "stdout", stdout);
    add(text, "stderr", stderr);
    if (clockKind != SwitchbladeH.SB_CLOCK_REAL()) {
      text.add("clock=" + clock);
    }
    if (randomSeed != null) {
      text.add("randomSeed");
    }
    add(text, "preopens", preopens);
    add(text, "sockets", sockets);
    add(text, "dns", names);
    add(text, "addresses", addressClasses);
    add(text, "outbound", origins);
    if (!http.equals(HttpPolicy.defaults())) {
      text.add("http=" + http);
    }
    add(text, "onAccess", listener);
    add(text, "config", config.keySet());
    add(text, "keyValue", buckets.keySet());
    if (logger != null) {
      text.add("logger=" + logger.getName());
    }
    return text.toString();
  }

  /** Adds what there is several of, if there is any. */
  private static void add(StringJoiner text, String name, Collection<?> parts) {
    if (!parts.isEmpty()) {
      text.add(name + "=" + parts);
    }
  }

  /** Adds an object of the user's by its class, which says nothing that is secret. */
  private static void add(StringJoiner text, String name, @Nullable Object part) {
    if (part != null) {
      text.add(name + "=" + described(part));
    }
  }

  private static String described(Object part) {
    return switch (part) {
      case GuestInput.Bytes(byte[] bytes) -> bytes.length + " bytes";
      case GuestInput.Stream(InputStream stream) -> described(stream);
      case GuestOutput.Bytes(OutputStream stream) -> described(stream);
      case GuestOutput.Lines _ -> "lines";
      default ->
          part.getClass().getSimpleName().isEmpty() ? "set" : part.getClass().getSimpleName();
    };
  }

  /** What native code knows of it, if that is there. */
  public @Nullable NativeHandle handle() {
    WeakReference<NativeHandle> known = handle;
    return known == null ? null : known.get();
  }

  /**
   * What native code knows of it, made if it isn't there. Whoever uses it has it kept, under {@link
   * #identity}.
   */
  public synchronized NativeHandle open() {
    NativeHandle made = handle();
    if (made == null) {
      made = new NativeHandle(NativeHandle.Kind.WASI, WasiBlock.make(this));
      handle = new WeakReference<>(made);
    }
    return made;
  }

  /** An object of its own for these grants, to which others may be equal. */
  public Object identity() {
    return identity;
  }
}
