/** Deployments, used as programs do. */
@NullMarked
package dev.switchblade.app.deploy;

import org.jspecify.annotations.NullMarked;
