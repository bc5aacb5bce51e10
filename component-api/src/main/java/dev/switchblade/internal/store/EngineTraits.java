package dev.switchblade.internal.store;

/**
 * What stores need to know of their engine.
 *
 * @param concurrent whether guests run on stacks of their own
 * @param interruptible whether guests that run can be stopped
 * @param countsFuel whether guests use up fuel
 * @param maxWasmStack the most stack that guests use, in bytes
 */
public record EngineTraits(
    boolean concurrent, boolean interruptible, boolean countsFuel, long maxWasmStack) {}
