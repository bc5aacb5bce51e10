package dev.switchblade.codegen.wit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interface.
 *
 * @param number which it is
 * @param about its name, which is empty if a world has it inline
 * @param pack the package it is of
 * @param cloneOf the imported interface that this one, which is exported, equals
 * @param types the numbers of its types
 * @param functions its functions
 */
public record Interface(
    int number,
    About about,
    @Nullable PackageName pack,
    @Nullable Integer cloneOf,
    List<Integer> types,
    List<Function> functions) {}
