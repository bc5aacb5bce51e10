package dev.switchblade.conformance;

import dev.switchblade.Engine;
import dev.switchblade.WasmFeature;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an engine has to support for a script.
 *
 * <p>A script says so in its first lines, as {@code ;;! gc = true}; what it doesn't name is off.
 * Scripts without such lines are run with what the list of this package has for their folder.
 *
 * @param features the proposals that are on; all others are off
 * @param nanCanonicalization whether NaNs have one form
 */
record Features(Set<WasmFeature> features, boolean nanCanonicalization) {

  private static final String MARK = ";;!";

  /** What a line may name that is no feature of an engine: how a script likes to be run. */
  private static final Set<String> REMARKS = Set.of("hogs_memory", "gc_types", "spec_test");

  /**
   * The features that a script names.
   *
   * @param otherwise what a script has that names none
   * @throws MismatchException if one of them doesn't exist
   */
  static Features of(String script, Features otherwise) throws MismatchException {
    List<String> lines = script.lines().takeWhile(line -> line.startsWith(MARK)).toList();
    if (lines.isEmpty()) {
      return otherwise;
    }
    Set<WasmFeature> features = EnumSet.noneOf(WasmFeature.class);
    boolean canonical = false;
    for (String line : lines) {
      String[] parts = line.substring(MARK.length()).split("=", 2);
      String name = parts[0].strip();
      boolean on = parts.length == 2 && parts[1].strip().equals("true");
      if (!on || REMARKS.contains(name)) {
        continue;
      }
      if (name.equals("nan_canonicalization")) {
        canonical = true;
      } else {
        features.add(feature(name));
      }
    }
    return of(features, canonical);
  }

  /** The feature of a name like {@code component_model_map}. */
  static WasmFeature feature(String name) throws MismatchException {
    try {
      return WasmFeature.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new MismatchException("the name of a feature", name);
    }
  }

  /** With what the named ones build on, as Wasmtime's own runner has it. */
  static Features of(Set<WasmFeature> named, boolean nanCanonicalization) {
    Set<WasmFeature> all = EnumSet.noneOf(WasmFeature.class);
    all.addAll(named);
    if (all.contains(WasmFeature.GC)) {
      all.add(WasmFeature.FUNCTION_REFERENCES);
    }
    if (all.contains(WasmFeature.FUNCTION_REFERENCES)
        || all.contains(WasmFeature.COMPONENT_MODEL_ASYNC)) {
      all.add(WasmFeature.REFERENCE_TYPES);
    }
    if (all.contains(WasmFeature.RELAXED_SIMD)) {
      all.add(WasmFeature.SIMD);
    }
    if (all.contains(WasmFeature.STACK_SWITCHING)) {
      all.add(WasmFeature.EXCEPTIONS);
    }
    // Always on, where Wasmtime's runner has no switch for it.
    all.add(WasmFeature.MULTI_VALUE);
    return new Features(all, nanCanonicalization);
  }

  /** Says whether guests run as tasks. */
  private boolean needsConcurrency() {
    return features.contains(WasmFeature.COMPONENT_MODEL_ASYNC)
        || features.contains(WasmFeature.COMPONENT_MODEL_ASYNC_STACKFUL)
        || features.contains(WasmFeature.COMPONENT_MODEL_MORE_ASYNC_BUILTINS)
        || features.contains(WasmFeature.COMPONENT_MODEL_THREADING)
        || features.contains(WasmFeature.COMPONENT_MODEL_ERROR_CONTEXT);
  }

  /** An engine that supports those of them that a compiler has, and nothing else. */
  Engine engine(Engine.Compiler compiler) {
    Set<WasmFeature> lacking = EnumSet.noneOf(WasmFeature.class);
    if (compiler == Engine.Compiler.WINCH) {
      features.stream().filter(feature -> isLacking(compiler, feature)).forEach(lacking::add);
    }
    Engine.Builder builder =
        Engine.builder()
            .compiler(compiler)
            .optimization(Engine.OptimizationLevel.NONE)
            .concurrency(needsConcurrency())
            .nanCanonicalization(nanCanonicalization)
            .sharedMemory(features.contains(WasmFeature.THREADS));
    for (WasmFeature feature : WasmFeature.values()) {
      builder.feature(feature, features.contains(feature) && !lacking.contains(feature));
    }
    return builder.build();
  }

  /** Says whether an engine with a compiler can't have a feature that one with the other can. */
  private static boolean isLacking(Engine.Compiler compiler, WasmFeature feature) {
    return !isPossible(compiler, feature) && isPossible(Engine.Compiler.CRANELIFT, feature);
  }

  private static boolean isPossible(Engine.Compiler compiler, WasmFeature feature) {
    try (Engine _ = Engine.builder().compiler(compiler).feature(feature, true).build()) {
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Their names, in order. */
  List<String> names() {
    Set<String> names = new TreeSet<>();
    for (WasmFeature feature : features) {
      names.add(feature.name().toLowerCase(Locale.ROOT));
    }
    if (nanCanonicalization) {
      names.add("nan_canonicalization");
    }
    return new ArrayList<>(names);
  }
}
