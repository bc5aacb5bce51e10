package dev.switchblade.app.deploy;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A version of parts that are compiled by themselves and plugged into each other.
 *
 * @param name what it is called
 * @param parts the bytes of each
 * @param wiring which is plugged into which
 * @param host what the host provides, for all parts
 * @param linking how the exported part becomes ready
 */
record PartsApart<I>(
    String name, Map<String, byte[]> parts, Wiring wiring, Linker host, PartLinking<I> linking)
    implements Origin<I> {

  /** How much more than an optimizing compiler it compiles in the same time (live-upgrade.md). */
  private static final long BASELINE_SPEED = 4;

  @Override
  public boolean isSoonerBy(Engine baseline, Engine engine, List<Ready<I>> living) {
    List<CompiledParts> known = LinkedParts.compiled(living);
    // Instances of two engines can't be linked: where one part is new, the baseline compiles all.
    return CompiledParts.bytesToCompile(baseline, parts, known)
        < BASELINE_SPEED * CompiledParts.bytesToCompile(engine, parts, known);
  }

  @Override
  public Compiled<I> compile(Engine engine, List<Ready<I>> living) {
    CompiledParts compiled = CompiledParts.of(engine, parts, LinkedParts.compiled(living));
    return new Compiled<>() {
      private boolean linked;

      @Override
      public Ready<I> link(@Nullable Ready<I> serving) {
        var ready = new LinkedParts<>(compiled, linkAll(compiled, serving));
        linked = true;
        return ready;
      }

      @Override
      public boolean isOf(Engine by) {
        return compiled.areOf(by);
      }

      @Override
      public Compiled<I> recompile(Engine by, List<Ready<I>> others) {
        // Of the same bytes, which nobody changes.
        return compile(by, others);
      }

      @Override
      public void close() {
        if (!linked) {
          compiled.close();
        }
      }
    };
  }

  /** Links each part after those that are plugged into it; the exported one is the last. */
  private Ready<I> linkAll(CompiledParts compiled, @Nullable Ready<I> current) {
    Map<String, InstancePre> providers = new LinkedHashMap<>();
    List<LinkException> complaints = new ArrayList<>();
    Ready<I> exported = null;
    try {
      for (String part : wiring.order()) {
        if (wiring.into(part).stream().anyMatch(plug -> !providers.containsKey(plug.provider()))) {
          // Nothing can be said of it: what it needs doesn't fit.
          continue;
        }
        try {
          if (part.equals(wiring.exported())) {
            Ready<I> serving = LinkedParts.exported(current);
            exported =
                linkOne(
                    part,
                    compiled,
                    providers,
                    (component, linker) -> linking.link(component, linker, serving));
          } else {
            providers.put(
                part,
                linkOne(
                    part,
                    compiled,
                    providers,
                    (component, linker) -> linker.instantiatePre(component)));
          }
        } catch (LinkException complaint) {
          complaints.add(complaint);
        }
      }
      if (!complaints.isEmpty()) {
        throw LinkException.all(complaints);
      }
      return Objects.requireNonNull(exported);
    } finally {
      // What is linked with them keeps what it needs.
      providers.values().forEach(InstancePre::close);
    }
  }

  private <T> T linkOne(
      String part,
      CompiledParts compiled,
      Map<String, InstancePre> providers,
      BiFunction<Component, Linker, T> link) {
    var seams = new Seams(part, wiring.into(part), compiled);
    Component component = compiled.get(part).component();
    Linker linker = seams.linker(host.forEngine(component.engine()), providers);
    try {
      return link.apply(component, linker);
    } catch (LinkException complaint) {
      throw seams.withBothEnds(complaint);
    }
  }
}
