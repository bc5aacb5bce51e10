/**
 * The commands of {@code ./switchblade} for work on Switchblade: they run test suites, and guests
 * of all kinds for hours. They are no part of the published command line, whose {@link
 * dev.switchblade.cli.RootCommand} they share.
 */
@NullMarked
package dev.switchblade.tools;

import org.jspecify.annotations.NullMarked;
