/** Java made of a document: names, types, codecs, classes. */
@NullMarked
package dev.switchblade.codegen.java;

import org.jspecify.annotations.NullMarked;
