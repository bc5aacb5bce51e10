/** How a value of each WIT type travels between Java objects and images: a class per type. */
@NullMarked
package dev.switchblade.internal.codec;

import org.jspecify.annotations.NullMarked;
