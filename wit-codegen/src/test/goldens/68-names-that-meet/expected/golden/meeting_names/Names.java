package golden.meeting_names;

import dev.switchblade.Component;
import dev.switchblade.ExportTypes;
import dev.switchblade.Exports;
import dev.switchblade.Generated;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import golden.meeting_names.meeting.Meeting;
import golden.meeting_names.meeting.abi.CodecOfMeeting;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code names}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:meeting-names names")
@NullMarked
public final class Names implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder("Names", "names-that-meet.wit")
      .func("golden:meeting-names/meeting", "get-a", CodecOfMeeting.GET_A)
      .func("golden:meeting-names/meeting", "geta", CodecOfMeeting.GETA)
      .func("golden:meeting-names/meeting", "both", CodecOfMeeting.BOTH)
      .build();

  private final @Nullable Store ownStore;
  private final Meeting meeting;

  private Names(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.meeting = Meeting.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Names instantiate(Component component,
      golden.meeting_names.imports.meeting.Meeting meeting) {
    return instantiate(component, StoreConfig.defaults(), meeting);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Names instantiate(Component component, StoreConfig config,
      golden.meeting_names.imports.meeting.Meeting meeting) {
    try (Prepared prepared = prepare(component, meeting)) {
      return prepared.instantiate(config);
    }
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component,
      golden.meeting_names.imports.meeting.Meeting meeting) {
    var linker = new Linker(component.engine());
    addTo(linker, meeting);
    return prepare(component, linker);
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own. They are
   * asked for by the configuration of the store, maybe at each call of its guest and by the threads
   * of all stores: of one configuration they must always be the same.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared preparePerStore(Component component,
      Function<StoreConfig, ? extends golden.meeting_names.imports.meeting.Meeting> meeting) {
    var linker = new Linker(component.engine());
    addPerStore(linker, meeting);
    return prepare(component, linker);
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component, Linker linker) {
    return new Prepared(component, EXPORTS.bind(component), linker.instantiatePre(component));
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, golden.meeting_names.imports.meeting.Meeting meeting) {
    golden.meeting_names.imports.meeting.Meeting.addTo(linker, meeting);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param meeting what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends golden.meeting_names.imports.meeting.Meeting> meeting) {
    golden.meeting_names.imports.meeting.Meeting.addPerStore(linker, meeting);
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Names bind(Instance instance) {
    return new Names(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code golden:meeting-names/meeting}. */
  public Meeting meeting() {
    return meeting;
  }

  /** Closes the store, if it was made for this instance; a store that was given stays open. */
  @Override
  public void close() {
    if (ownStore != null) {
      ownStore.close();
    }
  }

  /**
   * A component that is linked: instantiating it takes microseconds. Thread-safe; instances go on
   * working after it is closed.
   */
  public static final class Prepared implements AutoCloseable {
    private final Component component;
    private final ExportTypes.Bound exports;
    private final InstancePre linked;

    private Prepared(Component component, ExportTypes.Bound exports, InstancePre linked) {
      this.component = component;
      this.exports = exports;
      this.linked = linked;
    }

    /** Makes an instance in a store of its own, which grants nothing. */
    public Names instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Names instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Names(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Names instantiate(Store store) {
      return new Names(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }
}
