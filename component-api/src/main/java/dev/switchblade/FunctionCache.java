package dev.switchblade;

/**
 * What an engine remembers of the functions that it has compiled, and what it was good for: {@link
 * Engine#functionCache}, at one moment. All counts are since the engine was made, and are of
 * functions as the compiler sees them: those of the components' code, and the small ones that it
 * makes for calls into them, out of them and between them.
 *
 * @param maxBytes how many bytes it may take, as {@link Engine.Builder#functionCache} was told; 0
 *     if the engine remembers nothing, and then everything else is 0 too
 * @param bytes about how many bytes of native memory it takes, with what is kept beside the code of
 *     each function; 0 to {@code maxBytes}
 * @param functions how many functions are remembered
 * @param hits how many functions were found, and not compiled again
 * @param misses how many functions were looked for and not found, and so were compiled
 * @param evictions how many functions were forgotten to make room for others, those first that
 *     hadn't been used for longest: where it grows with each compilation, {@code maxBytes} is too
 *     small for what the engine compiles again and again
 */
public record FunctionCache(
    long maxBytes, long bytes, long functions, long hits, long misses, long evictions) {}
