package dev.switchblade.app.deploy;

import dev.switchblade.LinkException;
import dev.switchblade.SwitchbladeException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A deployment was not upgraded. The version that served goes on serving; of the refused one
 * nothing is left. The message says why, and the {@linkplain #getCause() cause} is what was thrown.
 */
public final class UpgradeException extends SwitchbladeException {

  private static final long serialVersionUID = 1;

  private final Reason reason;

  /**
   * Makes an exception.
   *
   * @param message which version was refused, why, and which one goes on serving
   * @param reason the kind of it
   * @param cause what led to it, or null
   */
  public UpgradeException(String message, Reason reason, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /** What kind of thing went wrong. */
  public Reason reason() {
    return reason;
  }

  /**
   * Each difference between what the new version imports and exports and what the host provides and
   * callers use; empty if that isn't why it was refused.
   */
  public List<LinkException.Problem> problems() {
    return getCause() instanceof LinkException link ? link.problems() : List.of();
  }

  /** Why a deployment is not upgraded. */
  public enum Reason {

    /** Another upgrade is under way, or a version is tried on a part of the traffic. */
    IN_PROGRESS,

    /**
     * There is no component to be had: a file can't be read, it is damaged, it can't be compiled,
     * or the parts of it don't fit together.
     */
    NOT_COMPILED,

    /**
     * It differs from what callers use, or imports what the host doesn't provide; or it is of parts
     * that are {@linkplain PartPolicy#LINKED linked}, and these don't fit together.
     */
    NOT_LINKED,

    /** Its health check failed. */
    UNHEALTHY,

    /** The upgrade was given up: by {@link Deployment#cancelUpgrade}, a rollback, an interrupt. */
    CANCELLED,

    /** The deployment was closed meanwhile. */
    CLOSED,
  }
}
