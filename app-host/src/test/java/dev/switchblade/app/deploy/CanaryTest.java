package dev.switchblade.app.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.StoreConfig;
import dev.switchblade.app.deploy.DeploymentEvent.CanaryAborted;
import dev.switchblade.app.deploy.DeploymentEvent.CanaryStarted;
import dev.switchblade.app.deploy.DeploymentEvent.Switched;
import dev.switchblade.app.deploy.UpgradeException.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A version that is tried on a part of the traffic. */
final class CanaryTest {

  private static final Version ONE = new Version(1, "component");
  private static final Version TWO = new Version(2, "counter-2");

  private static int served(Deployment<Counter> deployment, StoreConfig config) {
    try (Counter counter = deployment.instance(config)) {
      return counter.version();
    }
  }

  private static int served(Deployment<Counter> deployment) {
    return served(deployment, StoreConfig.defaults());
  }

  /** How many of so many instances are of version 2. */
  private static long ofTwo(Deployment<Counter> deployment, int instances) {
    long two = 0;
    for (int i = 0; i < instances; i++) {
      two += served(deployment) == 2 ? 1 : 0;
    }
    return two;
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.1, 10", "0.25, 25", "0.5, 50", "1, 100"})
  void aShareIsEvenlySpread(double share, int ofAHundred) {
    try (Deployment<Counter> deployment = Counter.deployed(1);
        Canary canary = deployment.canary(Counter.source(2), CanaryPolicy.share(share))) {
      assertEquals(TWO, canary.version());
      assertEquals(ONE, deployment.version());
      assertEquals(Optional.of(TWO), deployment.status().canary());
      assertEquals(ofAHundred, ofTwo(deployment, 100));
      assertEquals(ofAHundred, ofTwo(deployment, 100));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
  void aShareIsAPart(double share) {
    var wrong = assertThrows(IllegalArgumentException.class, () -> CanaryPolicy.share(share));
    assertEquals("share: expected 0 to 1, got " + share, wrong.getMessage());
  }

  @Test
  void aPolicyMayGoByTheStore() {
    try (Deployment<Counter> deployment = Counter.deployed(1);
        Canary canary =
            deployment.canary(Counter.source(2), config -> config.label().startsWith("beta"))) {
      assertEquals(2, served(deployment, StoreConfig.defaults().withLabel("beta-7")));
      assertEquals(1, served(deployment, StoreConfig.defaults().withLabel("tenant-7")));
      canary.redirect(_ -> true);
      assertEquals(2, served(deployment));
      canary.redirect(CanaryPolicy.share(0));
      assertEquals(1, served(deployment));
    }
  }

  @Test
  void whatIsPromotedServesEverything() {
    var heard = new Heard();
    try (Deployment<Counter> deployment = Counter.builder(1).onEvent(heard).start();
        Canary canary = deployment.canary(Counter.source(2), CanaryPolicy.share(0))) {
      canary.promote();
      assertEquals(2, served(deployment));
      assertEquals(TWO, deployment.version());
      assertEquals(List.of(ONE), deployment.status().earlier());
      assertFalse(canary.abort());
      var over = assertThrows(IllegalStateException.class, canary::promote);
      assertTrue(over.getMessage().contains("isn't tried any more"), over.getMessage());
      assertThrows(IllegalStateException.class, () -> canary.redirect(CanaryPolicy.share(1)));
      assertEquals(ONE, deployment.rollback());
      assertEquals(1, served(deployment));
    }
    assertEquals(new CanaryStarted("component", ONE, TWO), heard.next(CanaryStarted.class));
    assertEquals(new Switched("component", ONE, TWO), heard.next(Switched.class));
  }

  @Test
  void whatIsAbortedGoesWithItsLastInstance() {
    var heard = new Heard();
    try (Deployment<Counter> deployment = Counter.builder(1).onEvent(heard).start()) {
      Counter open;
      try (Canary _ = deployment.canary(Counter.source(2), CanaryPolicy.share(1))) {
        open = deployment.instance();
      }
      assertEquals(1, served(deployment));
      assertEquals(2, open.same());
      assertEquals(2, deployment.status().uses().size());
      open.close();
      assertEquals(1, deployment.status().uses().size());
      assertEquals(List.of(), deployment.status().earlier());
    }
    assertEquals(new CanaryAborted("component", ONE, TWO), heard.next(CanaryAborted.class));
    assertEquals(
        new DeploymentEvent.Released("component", TWO, 2),
        heard.next(DeploymentEvent.Released.class));
  }

  /** It takes back the last change that traffic has seen, and no more. */
  @Test
  void rollingBackAborts() {
    try (Deployment<Counter> deployment = Counter.deployed(1)) {
      deployment.upgrade(Counter.source(2));
      Canary canary = deployment.canary(Counter.source(3), CanaryPolicy.share(1));
      assertEquals(3, served(deployment));
      assertEquals(TWO, deployment.rollback());
      assertEquals(2, served(deployment));
      assertFalse(canary.abort());
      assertEquals(ONE, deployment.rollback());
    }
  }

  @Test
  void nothingElseIsUpgradedMeanwhile() {
    try (Deployment<Counter> deployment = Counter.deployed(1);
        Canary canary = deployment.canary(Counter.source(2), CanaryPolicy.share(0))) {
      for (var upgrade :
          List.<Runnable>of(
              () -> deployment.upgrade(Counter.source(3)),
              () -> deployment.canary(Counter.source(3), CanaryPolicy.share(0)))) {
        var refused = assertThrows(UpgradeException.class, upgrade::run);
        assertEquals(Reason.IN_PROGRESS, refused.reason());
        assertTrue(
            refused.getMessage().contains("version 2 (counter-2) is being tried"),
            refused.getMessage());
      }
      assertTrue(canary.abort());
      // Each attempt has a number of its own.
      assertEquals(5, deployment.upgrade(Counter.source(5)).number());
    }
  }

  @Test
  void whatIsUnhealthyIsNotTried() {
    try (Deployment<Counter> deployment = Counter.builder(1).check(Counter::next).start()) {
      Source trapping = engine -> engine.compileText(Counter.text(2, "", "unreachable"));
      var refused =
          assertThrows(
              UpgradeException.class, () -> deployment.canary(trapping, CanaryPolicy.share(1)));
      assertEquals(Reason.UNHEALTHY, refused.reason());
      assertEquals(1, served(deployment));
    }
  }

  @Test
  void itEndsWithItsDeployment() {
    Deployment<Counter> deployment = Counter.deployed(1);
    Canary canary = deployment.canary(Counter.source(2), CanaryPolicy.share(1));
    deployment.close();
    assertEquals(List.of(), deployment.status().uses());
    assertFalse(canary.abort());
    assertThrows(IllegalStateException.class, canary::promote);
    canary.close();
  }

  /** What a policy throws is its caller's, and does no harm. */
  @Test
  void aPolicyThatFailsIsHeardOf() {
    try (Deployment<Counter> deployment = Counter.deployed(1);
        Canary canary =
            deployment.canary(
                Counter.source(2),
                _ -> {
                  throw new UnsupportedOperationException("policy");
                })) {
      assertThrows(UnsupportedOperationException.class, deployment::instance);
      canary.abort();
      assertEquals(1, served(deployment));
      assertEquals(1, deployment.status().uses().size());
    }
  }
}
