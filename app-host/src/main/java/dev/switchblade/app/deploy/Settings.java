package dev.switchblade.app.deploy;

import dev.switchblade.StoreConfig;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment is made with.
 *
 * @param name what it is called
 * @param check tries each version; null if none is made an instance of
 * @param checkConfig what the stores of health checks are made with
 * @param kept how many earlier versions are kept ready
 * @param handOver how sessions change versions; null if they don't
 * @param progress how often events tell that a version still compiles
 * @param parts how a version is made of parts; null if there are none
 * @param listener hears of everything; null if nobody does
 * @param anyEngine whether versions may be of any engine
 */
record Settings<I>(
    String name,
    @Nullable HealthCheck<? super I> check,
    StoreConfig checkConfig,
    int kept,
    @Nullable HandOver<? super I> handOver,
    Duration progress,
    @Nullable PartsOrigin<I> parts,
    @Nullable Consumer<? super DeploymentEvent> listener,
    boolean anyEngine) {}
