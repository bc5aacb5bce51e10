/**
 * A model of what Switchblade's public methods must do, in whatever order and on whatever thread
 * they are called, and random sequences of calls that are held against it.
 *
 * <p>A {@link dev.switchblade.tests.model.Sequence} is made from a seed: steps, each of which is a
 * {@link dev.switchblade.tests.model.Deed} and the entropy that decides what it is done to, with
 * steps inside that are performed by whatever the guest calls meanwhile. An {@link
 * dev.switchblade.tests.model.Actor} performs them in a {@link dev.switchblade.tests.model.World}.
 */
@NullMarked
package dev.switchblade.tests.model;

import org.jspecify.annotations.NullMarked;
