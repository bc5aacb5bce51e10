package dev.switchblade.app.deploy;

import dev.switchblade.GuestWorld;
import dev.switchblade.Prepared;
import dev.switchblade.StoreConfig;

/**
 * What generated code has prepared.
 *
 * @param prepared is closed with this
 */
record PreparedReady<W extends GuestWorld>(Prepared<W> prepared) implements Ready<W> {

  @Override
  public W instantiate(StoreConfig config, Runnable onClose) {
    return prepared.instantiate(config, onClose);
  }

  @Override
  public void close() {
    prepared.close();
  }
}
