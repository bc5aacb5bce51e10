package dev.switchblade.internal.link;

import dev.switchblade.internal.codec.FunctionCodec;

/**
 * A function that a component imports and another one provides.
 *
 * @param imported the import's name and type
 * @param provider what provides it
 * @param export the export that does
 */
record PluggedFunction(FunctionCodec imported, Provider provider, FunctionCodec export) {}
