/** What values are made of that their users do not see. Depends on nothing. */
@NullMarked
package dev.switchblade.internal.value;

import org.jspecify.annotations.NullMarked;
