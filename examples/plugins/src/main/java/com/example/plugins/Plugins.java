package com.example.plugins;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Prepared;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.SwitchbladeException;
import dev.switchblade.wasi.AccessListener;
import example.plugins.Plugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The plug-ins of a folder, {@code NAME.wasm} with its {@linkplain Policy policy} beside it. Each
 * run has an instance of its own; a file that has changed is loaded when its plug-in runs next.
 * Thread-safe.
 */
public final class Plugins implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Plugins.class.getName());
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  private final Path folder;
  private final AccessListener listener;
  private final Engine engine = Engine.builder().interruptible(true).build();
  private final Map<String, Loaded> loaded = new HashMap<>();

  /** Which version of its files a plug-in is. */
  private record Version(FileTime component, FileTime policy) {}

  private record Loaded(
      Version version, Component component, Prepared<Plugin> plugin, StoreConfig config) {

    Loaded as(Version other) {
      return new Loaded(other, component, plugin, config);
    }

    /** Instances that run go on to their end. */
    void close() {
      plugin.close();
      component.close();
    }
  }

  /**
   * The plug-ins of a folder; none is loaded before it is asked for.
   *
   * @param listener hears what plug-ins ask for, and whether they got it
   */
  public Plugins(Path folder, AccessListener listener) {
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * Runs a plug-in for a tenant.
   *
   * @throws IllegalArgumentException if there is no plug-in of that name
   * @throws SwitchbladeException if the plug-in can't be loaded, or was ended
   */
  public Result<String, String> run(String name, Tenant tenant, String input) {
    try (Plugin plugin = instantiate(name, tenant)) {
      return plugin.run(input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Plugin instantiate(String name, Tenant tenant) throws IOException {
    Loaded current = current(name);
    return current
        .plugin()
        .instantiate(
            current.config().toBuilder()
                .label(name + " for " + tenant.name())
                .data(Tenant.class, tenant)
                .build());
  }

  private Loaded current(String name) throws IOException {
    Path file = folder.resolve(name + ".wasm");
    Path policy = folder.resolve(name + ".properties");
    if (!NAME.matcher(name).matches() || !Files.exists(file)) {
      throw new IllegalArgumentException("there is no plug-in " + name);
    }
    var version = new Version(Files.getLastModifiedTime(file), Files.getLastModifiedTime(policy));
    Loaded old = loaded.get(name);
    if (old != null && old.version().equals(version)) {
      return old;
    }
    Loaded next;
    try {
      next = load(version, file, policy);
    } catch (RuntimeException e) {
      if (old == null) {
        throw e;
      }
      LOG.log(Level.WARNING, name + " stays as it was: " + e.getMessage());
      next = old.as(version);
    }
    loaded.put(name, next);
    if (old != null && old.plugin() != next.plugin()) {
      old.close();
    }
    return next;
  }

  private Loaded load(Version version, Path file, Path policy) throws IOException {
    StoreConfig config = Policy.read(policy, listener);
    Component component = engine.compile(file);
    try {
      // All tenants share what is linked; the notes are those of the tenant that a store is for.
      var plugin = Plugin.preparePerStore(component, store -> store.data(Tenant.class));
      return new Loaded(version, component, plugin, config);
    } catch (Throwable e) {
      component.close();
      throw e;
    }
  }

  @Override
  public synchronized void close() {
    loaded.values().forEach(Loaded::close);
    loaded.clear();
    engine.close();
  }
}
