package dev.switchblade.wasi;

import dev.switchblade.HostFunctionException;
import dev.switchblade.Preview1;
import dev.switchblade.internal.wasi.Grants;
import dev.switchblade.internal.wasi.GuestInput;
import dev.switchblade.internal.wasi.GuestOutput;
import dev.switchblade.internal.wasi.StandardInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What guests may touch of the world, through WASI. Nothing is granted that is not named here: by
 * default guests have no arguments, no environment, no files, no sockets and no HTTP; what they
 * write is discarded. They have clocks and random numbers.
 *
 * <p>A component that imports an interface of WASI which is not granted still instantiates; it gets
 * the error of the standard when it tries.
 *
 * <p>WASI 0.2 is provided to every component, WASI 0.3 to those of engines with {@linkplain
 * dev.switchblade.Engine.Builder#concurrency concurrency support}. With 0.3, rights to folders are
 * {@link Access#READ} alone or all of them, names can be looked up if all can ({@code
 * allowDns("*")}), and opened files are not told to {@link Builder#onAccess}. Programs for WASI 0.1
 * become components by {@link Preview1}.
 *
 * <p>Immutable and thread-safe; make one and use it for many stores.
 *
 * {@snippet :
 * var wasi = WasiConfig.builder()
 *     .preopen(Path.of("images"), "/images", Access.READ)
 *     .env("LANG", "C")
 *     .stdout(line -> System.out.println("guest: " + line))
 *     .build();
 * try (var store = new Store(engine, StoreConfig.defaults().withWasi(wasi))) {
 *   // …
 * }
 * }
 *
 * @see <a
 *     href="https://docs.rs/wasmtime-wasi/48.0.8/wasmtime_wasi/struct.WasiCtxBuilder.html">wasmtime_wasi::WasiCtxBuilder</a>
 */
public final class WasiConfig {

  private static final WasiConfig DENIED = new WasiConfig(builder(), null);

  private final Grants grants;

  private WasiConfig(Builder from, @Nullable Grants denied) {
    grants =
        new Grants(
            List.copyOf(from.arguments),
            Collections.unmodifiableMap(new LinkedHashMap<>(from.environment)),
            from.workingDirectory,
            from.stdin,
            from.stdout,
            from.stderr,
            from.clock,
            from.clock.kind(),
            from.clock.number(),
            from.randomSeed,
            List.copyOf(from.preopens),
            List.copyOf(from.sockets),
            List.copyOf(from.names),
            Collections.unmodifiableSet(from.addressClasses.clone()),
            List.copyOf(from.origins),
            from.http,
            from.listener,
            Collections.unmodifiableMap(new TreeMap<>(from.config)),
            Map.copyOf(from.buckets),
            from.logger,
            denied);
  }

  /** Grants nothing. */
  public static WasiConfig denied() {
    return DENIED;
  }

  /**
   * What it grants, as this module sees it.
   *
   * @hidden
   */
  @SuppressWarnings("InvalidBlockTag") // @hidden is one
  public Grants grants() {
    return grants;
  }

  /**
   * Says whether another one grants the same. Streams, clocks, listeners, loggers and key-value
   * stores are the same if they say so of each other.
   */
  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof WasiConfig that && grants.equals(that.grants));
  }

  @Override
  public int hashCode() {
    return grants.hashCode();
  }

  /**
   * What is granted. Nothing in it is secret: of environment variables and configuration values
   * there are the names alone, of arguments the number.
   */
  @Override
  public String toString() {
    return grants.toString();
  }

  /** Starts to name what is granted. */
  public static Builder builder() {
    return new Builder();
  }

  /** Names what is granted. Not thread-safe. */
  public static final class Builder {

    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private @Nullable String workingDirectory;
    private @Nullable GuestInput stdin;
    private @Nullable GuestOutput stdout;
    private @Nullable GuestOutput stderr;
    private WasiClock clock = WasiClock.real();
    private @Nullable Long randomSeed;
    private final List<Preopen> preopens = new ArrayList<>();
    private final List<SocketGrant> sockets = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final EnumSet<AddressClass> addressClasses = EnumSet.noneOf(AddressClass.class);
    private final List<HttpOrigin> origins = new ArrayList<>();
    private HttpPolicy http = HttpPolicy.defaults();
    private @Nullable AccessListener listener;
    private final Map<String, String> config = new TreeMap<>();
    private final Map<String, KeyValueStore> buckets = new LinkedHashMap<>();
    private System.@Nullable Logger logger;

    private Builder() {}

    /**
     * Adds arguments. The first one of all is the program's name, as anywhere.
     *
     * @throws IllegalArgumentException if one has a zero character
     */
    public Builder args(String... more) {
      for (String argument : more) {
        arguments.add(noZero("args", argument));
      }
      return this;
    }

    /**
     * Sets an environment variable.
     *
     * @throws IllegalArgumentException if the name is empty or has {@code =}, or one of them has a
     *     zero character
     */
    public Builder env(String name, String value) {
      if (noZero("env", name).isEmpty() || name.indexOf('=') >= 0) {
        throw new IllegalArgumentException("env: expected a name without =, got \"" + name + '"');
      }
      environment.put(name, noZero("env " + name, value));
      return this;
    }

    /**
     * Sets all environment variables of this process: secrets among them. What Windows keeps there
     * for itself, the current folder of each drive as {@code =C:}, is left out.
     */
    public Builder inheritEnv() {
      System.getenv()
          .forEach(
              (name, value) -> {
                if (!name.startsWith("=")) {
                  environment.put(name, value);
                }
              });
      return this;
    }

    /**
     * Sets what guests are told is their working directory. It grants nothing.
     *
     * @param path as guests see it, such as {@code /data}
     */
    public Builder workingDirectory(String path) {
      workingDirectory = noZero("workingDirectory", path);
      return this;
    }

    /** Sets what guests read from standard input; empty unless set. */
    public Builder stdin(byte[] bytes) {
      stdin = new GuestInput.Bytes(bytes);
      return this;
    }

    /**
     * Lets guests read standard input from a stream. It is read when a guest reads, on a thread of
     * its own, up to 64 KiB at a time; what a guest leaves of that is lost. Not closed.
     */
    public Builder stdin(InputStream stream) {
      stdin = new GuestInput.Stream(stream);
      return this;
    }

    /**
     * Lets guests read {@link System#in}. If this process was started with its standard input
     * closed there is nothing to read.
     */
    public Builder inheritStdin() {
      return stdin(StandardInput.stream());
    }

    /**
     * Writes guests' standard output to a stream, on the thread that is in the guest; discarded
     * unless set. Flushed when the guest's call is over at the latest, not closed.
     *
     * <p>If it throws an {@link IOException}, guests get the error of the standard ({@code
     * last-operation-failed}, and {@code closed} from then on) and may go on; the store writes
     * nothing more to it. If the guest has returned without waiting for its output to be written,
     * the call ends with a {@link HostFunctionException} instead. Anything else that it throws
     * stops the guest with a {@link HostFunctionException}. A {@link java.io.PrintStream} throws
     * nothing: it has failed if it {@linkplain java.io.PrintStream#checkError says so}, which it
     * does for ever after the first time.
     */
    public Builder stdout(OutputStream stream) {
      stdout = new GuestOutput.Bytes(stream);
      return this;
    }

    /**
     * Hands lines of guests' standard output, read as UTF-8, to a consumer, such as a logger's.
     *
     * @param line called for each line without its end; what has no end after 8 KiB is a line, and
     *     so is what has none when the store is closed
     */
    public Builder stdout(Consumer<String> line) {
      stdout = new GuestOutput.Lines(line);
      return this;
    }

    /** Writes guests' standard output to {@link System#out}, as {@link #stdout(OutputStream)}. */
    public Builder inheritStdout() {
      return stdout(System.out);
    }

    /** Writes guests' standard error to a stream, as {@link #stdout(OutputStream)}. */
    public Builder stderr(OutputStream stream) {
      stderr = new GuestOutput.Bytes(stream);
      return this;
    }

    /** Hands lines of guests' standard error to a consumer, as {@link #stdout(Consumer)}. */
    public Builder stderr(Consumer<String> line) {
      stderr = new GuestOutput.Lines(line);
      return this;
    }

    /** Writes guests' standard error to {@link System#err}, as {@link #stdout(OutputStream)}. */
    public Builder inheritStderr() {
      return stderr(System.err);
    }

    /** Sets what time it is; the machine's clocks unless set. */
    public Builder clock(WasiClock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Makes random numbers the same in each store, the secure ones too: for tests. With the same
     * version of this library they are the same everywhere.
     */
    public Builder randomSeed(long seed) {
      randomSeed = seed;
      return this;
    }

    /**
     * Lets guests see a folder.
     *
     * @param host the folder
     * @param guest its path as guests see it, such as {@code /images}
     * @param rights to folders and files alike; {@link Access#READ} if none is named
     * @see #build() what holds of folders that overlap
     */
    public Builder preopen(Path host, String guest, Access... rights) {
      Set<Access> both = rights.length == 0 ? Set.of(Access.READ) : Set.of(rights);
      return preopen(new Preopen(host, guest, both, both));
    }

    /** Lets guests see a folder, with rights to folders and files apart. */
    public Builder preopen(Preopen folder) {
      preopens.add(Objects.requireNonNull(folder, "folder"));
      return this;
    }

    /** Lets guests use sockets. */
    public Builder allowSocket(SocketGrant grant) {
      sockets.add(Objects.requireNonNull(grant, "grant"));
      return this;
    }

    /**
     * Lets guests look up names.
     *
     * @param names such as {@code db.example.com}, {@code *.example.com}, or {@code *}
     */
    public Builder allowDns(String... names) {
      for (String name : names) {
        if (name.isEmpty()) {
          throw new IllegalArgumentException("allowDns: expected a name, got an empty string");
        }
        this.names.add(name);
      }
      return this;
    }

    /**
     * Has grants of any address, of names, and of origins with names also mean these addresses.
     * Without, a name that leads to such an address, by mistake or by design, leads nowhere.
     */
    public Builder allowAddresses(AddressClass... classes) {
      addressClasses.addAll(List.of(classes));
      return this;
    }

    /**
     * Lets guests make HTTP requests to origins; see {@link HttpOrigin}. Each request is looked at,
     * also those that follow a redirect.
     *
     * @throws IllegalArgumentException if one is no origin
     */
    public Builder allowOutbound(String... origins) {
      for (String origin : origins) {
        this.origins.add(HttpOrigin.parse(origin));
      }
      return this;
    }

    /** Sets how requests are made. */
    public Builder http(HttpPolicy policy) {
      http = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Tells what guests ask for, and whether they got it. Without a listener it is logged to the
     * {@link System.Logger} {@code dev.switchblade.access} at debug level.
     */
    public Builder onAccess(AccessListener listener) {
      this.listener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /** Sets values that guests read by {@code wasi:config/store}; none unless set. */
    public Builder config(Map<String, String> values) {
      config.putAll(values);
      return this;
    }

    /**
     * Lets guests use a bucket of {@code wasi:keyvalue}.
     *
     * @param identifier what guests open it by; many open the one that is called {@code ""} or
     *     {@code default}
     */
    public Builder keyValue(String identifier, KeyValueStore bucket) {
      buckets.put(identifier, Objects.requireNonNull(bucket, "bucket"));
      return this;
    }

    /** Logs what guests log by {@code wasi:logging}; discarded unless set. */
    public Builder logger(System.Logger logger) {
      this.logger = Objects.requireNonNull(logger, "logger");
      return this;
    }

    private static String noZero(String what, String text) {
      if (text.indexOf('\0') >= 0) {
        throw new IllegalArgumentException(
            what + ": expected no zero character in \"" + text + '"');
      }
      return text;
    }

    /**
     * Makes the configuration.
     *
     * @throws IllegalArgumentException if what was named can't be used; the message says what. Two
     *     folders of which one is the other, or lies in it, under whatever names, must have the
     *     same rights: guests could do by the one what the other doesn't grant
     */
    public WasiConfig build() {
      checkFolders();
      return new WasiConfig(this, DENIED.grants);
    }

    private void checkFolders() {
      List<Path> real = preopens.stream().map(folder -> real(folder.host())).toList();
      for (int i = 0; i < real.size(); i++) {
        for (int j = 0; j < i; j++) {
          Preopen one = preopens.get(j);
          Preopen other = preopens.get(i);
          boolean overlap =
              real.get(i).startsWith(real.get(j)) || real.get(j).startsWith(real.get(i));
          if (overlap
              && !(one.folders().equals(other.folders()) && one.files().equals(other.files()))) {
            throw new IllegalArgumentException(
                "preopen: the folders of "
                    + described(one)
                    + " and "
                    + described(other)
                    + " overlap, so the wider rights would hold in both: grant both the same"
                    + " rights, or folders of which none lies in the other");
          }
        }
      }
    }

    private static String described(Preopen folder) {
      return folder.guest()
          + " ("
          + folder.host()
          + ", folders "
          + new TreeSet<>(folder.folders())
          + ", files "
          + new TreeSet<>(folder.files())
          + ')';
    }

    /** Where a path leads, links resolved, as far as there is something. */
    private static Path real(Path path) {
      Path absolute = path.toAbsolutePath();
      for (Path there = absolute; there != null; there = there.getParent()) {
        try {
          return there.toRealPath().resolve(there.relativize(absolute)).normalize();
        } catch (IOException e) {
          // What isn't there, or may not be looked at, leads nowhere else; its parent may.
        }
      }
      return absolute.normalize();
    }
  }
}
