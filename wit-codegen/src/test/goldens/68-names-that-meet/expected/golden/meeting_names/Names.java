package golden.meeting_names;

import dev.switchblade.Component;
import dev.switchblade.GuestWorld;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.WorldType;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import golden.meeting_names.meeting.HostMeeting;
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
public final class Names extends GuestWorld {
  private static final WorldType<Names> WORLD = WorldType.of(
      Names::new,
      ExportTypes.builder("Names", "names-that-meet.wit")
          .func("golden:meeting-names/meeting", "get-a", CodecOfMeeting.GET_A)
          .func("golden:meeting-names/meeting", "geta", CodecOfMeeting.GETA)
          .func("golden:meeting-names/meeting", "both", CodecOfMeeting.BOTH)
          .build());

  private final Meeting meeting;

  private Names(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.meeting = Meeting.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Names instantiate(Component component, HostMeeting meeting) {
    return instantiate(component, StoreConfig.defaults(), meeting);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Names instantiate(Component component, StoreConfig config, HostMeeting meeting) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, meeting));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Names> prepare(Component component, HostMeeting meeting) {
    return WORLD.prepare(component, linker -> addTo(linker, meeting));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Names> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostMeeting> meeting) {
    return WORLD.prepare(component, linker -> addPerStore(linker, meeting));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Names> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostMeeting meeting) {
    HostMeeting.addTo(linker, meeting);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param meeting what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostMeeting> meeting) {
    HostMeeting.addPerStore(linker, meeting);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Names bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:meeting-names/meeting}. */
  public Meeting meeting() {
    return meeting;
  }
}
