/**
 * The {@code switchblade} command: a thin layer over {@link dev.switchblade}.
 *
 * <p>{@link dev.switchblade.cli.RootCommand} holds the options that all commands share; each
 * command is a class, and {@link dev.switchblade.cli.Failure} says what ends in which exit code.
 *
 * <p>What is public here is so for the module {@code tools}, which has commands for work on
 * Switchblade itself.
 */
@NullMarked
package dev.switchblade.cli;

import org.jspecify.annotations.NullMarked;
