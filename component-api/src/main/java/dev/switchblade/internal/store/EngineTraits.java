package dev.switchblade.internal.store;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What stores need to know of their engine.
 *
 * @param concurrent whether guests run on stacks of their own
 * @param interruptible whether guests that run can be stopped
 * @param countsFuel whether guests use up fuel
 * @param maxWasmStack the most stack that guests use, in bytes
 * @param pool where guests run that virtual threads call; null if that is where they are called
 */
public record EngineTraits(
    boolean concurrent,
    boolean interruptible,
    boolean countsFuel,
    long maxWasmStack,
    @Nullable Executor pool) {}
