package dev.switchblade.app.deploy;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import java.util.Map;

/**
 * How a component is made of named parts, such as a processor and the authorisation that it calls.
 * A deployment that has one can be upgraded part by part: {@link Deployment#upgrade(String,
 * byte[])} assembles the new part with those that stay.
 *
 * <p>Parts that are plugged into each other have a {@link Wiring}, which needs no code.
 */
@FunctionalInterface
public interface Assembly {

  /**
   * Makes the component of a version.
   *
   * @param engine the deployment's engine, or its {@linkplain DeploymentBuilder#baselineFirst
   *     baseline compiler}: the component must be one of it
   * @param parts the bytes of each part by its name, in the order in which the deployment was given
   *     them. The map can't be changed; the arrays are the deployment's, and not to be written to
   * @return a component that the deployment closes once it is linked
   * @throws RuntimeException if these parts don't fit together; refuses the version
   */
  Component assemble(Engine engine, Map<String, byte[]> parts);
}
