/**
 * One WIT world, {@code tests/guests/wit/shop}, implemented in several languages, and all of them
 * called through the one class that the generator makes of it.
 */
@NullMarked
package dev.switchblade.tests.languages;

import org.jspecify.annotations.NullMarked;
