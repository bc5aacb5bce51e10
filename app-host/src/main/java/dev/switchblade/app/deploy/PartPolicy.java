package dev.switchblade.app.deploy;

/**
 * How the parts of a deployment become one program, and so what it takes to upgrade one of them.
 *
 * @see Deployment#builder(dev.switchblade.Linker, String, java.util.Map, Wiring, PartPolicy)
 */
public enum PartPolicy {

  /**
   * The parts are {@linkplain dev.switchblade.Composition composed}, and what comes of it is
   * compiled: calls from part to part are compiled for the two, as cheap as they can be. An upgrade
   * of one part compiles all of them again.
   */
  COMPOSED,

  /**
   * Each part is compiled by itself, stays compiled, and is {@linkplain
   * dev.switchblade.Linker#plug(dev.switchblade.InstancePre) plugged} into the others when it is
   * linked: an upgrade of one part compiles that one alone. A call from part to part takes longer
   * than composed, and what {@code docs/linking-instances.md} says may not cross is refused.
   * Engines with {@linkplain dev.switchblade.Engine.Builder#concurrency concurrency support} can't
   * do it.
   */
  LINKED,
}
