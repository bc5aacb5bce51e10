/**
 * What a component may touch: the parts that a {@link dev.switchblade.wasi.WasiConfig} is made of.
 *
 * <p>Nothing is granted that is not named.
 *
 * {@snippet :
 * var wasi = WasiConfig.builder()
 *     .preopen(Path.of("images"), "/images", Access.READ)   // nothing else of the disk exists
 *     .env("LANG", "C")
 *     .allowOutbound("https://api.stripe.com")              // one origin, no other socket
 *     .stdout(line -> System.out.println("guest: " + line))
 *     .onAccess(event -> System.out.println(event))         // granted and refused
 *     .build();
 * }
 */
@NullMarked
package dev.switchblade.wasi;

import org.jspecify.annotations.NullMarked;
