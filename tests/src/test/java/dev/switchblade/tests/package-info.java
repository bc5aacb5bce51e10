/** End-to-end tests, which use Switchblade as a program does: from the class path, by its API. */
@NullMarked
package dev.switchblade.tests;

import org.jspecify.annotations.NullMarked;
