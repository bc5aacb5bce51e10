/**
 * Handles of resources: those that a store has of what its guests implement, those that guests have
 * of the host's objects, and what becomes of both when they cross.
 */
@NullMarked
package dev.switchblade.internal.handle;

import org.jspecify.annotations.NullMarked;
