import org.jspecify.annotations.NullMarked;

/**
 * Applications of components, on the public API alone: deployments whose versions are swapped while
 * they run. Start at {@link dev.switchblade.app.deploy.Deployment}.
 */
@NullMarked
module dev.switchblade.app {
  requires transitive dev.switchblade;
  requires static transitive org.jspecify;

  exports dev.switchblade.app.deploy;
}
