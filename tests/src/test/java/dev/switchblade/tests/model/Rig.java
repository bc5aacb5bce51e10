package dev.switchblade.tests.model;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** An engine, and what is made once for all stores on it. */
final class Rig {

  /** What an engine was made with, as far as the model needs to know. */
  private record Kind(boolean concurrent, boolean interruptible, boolean countsFuel) {
    Engine.Builder builder() {
      return Engine.builder()
          .concurrency(concurrent)
          .interruptible(interruptible)
          .fuel(countsFuel)
          .parallelCompilation(false);
    }
  }

  private static final Kind ORDINARY = new Kind(false, false, false);

  private static final List<Rig> SHARED =
      List.of(
          compile(ORDINARY, ORDINARY.builder()),
          compile(new Kind(false, true, true)),
          compile(ORDINARY, ORDINARY.builder().pooling(pool())),
          compile(new Kind(true, false, false)),
          compile(new Kind(true, true, false)));

  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "HmacSHA256");
  private static final byte[] ARTIFACT = SHARED.getFirst().component.serialize(KEY);

  private final Kind kind;
  private final Engine engine;
  private final Component component;
  private final Linker linker;
  private final InstancePre pre;

  /** Not shared, so that it may be closed. */
  private final boolean closeable;

  private volatile boolean engineClosed;
  private volatile boolean componentClosed;
  private volatile boolean preClosed;

  private Rig(Kind kind, Engine engine, Component component, boolean closeable) {
    this.kind = kind;
    this.engine = engine;
    this.component = component;
    this.closeable = closeable;
    linker = Host.link(engine);
    pre = linker.instantiatePre(component);
  }

  private static Engine.Pooling pool() {
    return Engine.Pooling.of(1_000).withMemoryBytes(1 << 20);
  }

  private static Rig compile(Kind kind) {
    return compile(kind, kind.builder());
  }

  private static Rig compile(Kind kind, Engine.Builder builder) {
    Engine engine = builder.build();
    try (InputStream guest = Rig.class.getResourceAsStream("guest.wat")) {
      byte[] text = Objects.requireNonNull(guest, "guest.wat").readAllBytes();
      return new Rig(kind, engine, engine.compile(text), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of those that all sequences share: an ordinary one, as often as not. */
  static Rig shared(Dice dice) {
    return SHARED.get(dice.oneIn(2) ? 0 : dice.below(SHARED.size()));
  }

  /** One that a sequence may close. */
  static Rig closeable() {
    Engine engine = ORDINARY.builder().build();
    return new Rig(ORDINARY, engine, engine.deserialize(ARTIFACT, KEY), true);
  }

  /** Closes one of its parts, which may be closed already. */
  void close(int part) {
    switch (part) {
      case 0 -> {
        engine.close();
        engineClosed = true;
      }
      case 1 -> {
        component.close();
        componentClosed = true;
      }
      default -> {
        pre.close();
        preClosed = true;
      }
    }
  }

  void closeAll() {
    for (int part = 0; part < 3; part++) {
      close(part);
    }
  }

  Engine engine() {
    return engine;
  }

  Component component() {
    return component;
  }

  Linker linker() {
    return linker;
  }

  InstancePre pre() {
    return pre;
  }

  boolean isConcurrent() {
    return kind.concurrent;
  }

  boolean countsFuel() {
    return kind.countsFuel;
  }

  boolean isCloseable() {
    return closeable;
  }

  boolean isEngineClosed() {
    return engineClosed;
  }

  boolean isComponentClosed() {
    return componentClosed;
  }

  boolean isPreClosed() {
    return preClosed;
  }
}
