/**
 * Components that are swapped while they are called.
 *
 * <p>A {@link dev.switchblade.app.deploy.Deployment} hands out instances of the version that serves
 * and is upgraded beside the traffic: a new version is compiled, compared with what callers use and
 * the host provides, tried by a {@link dev.switchblade.app.deploy.HealthCheck}, and then switched
 * to in one step. A {@link dev.switchblade.app.deploy.Canary} gives it a part of the traffic first,
 * a {@link dev.switchblade.app.deploy.Session} carries the state of an instance that lives long to
 * the next version, a {@link dev.switchblade.app.deploy.Watch} upgrades when files change. A
 * program of parts that are plugged into each other, by a {@link
 * dev.switchblade.app.deploy.Wiring}, is upgraded part by part, as its {@link
 * dev.switchblade.app.deploy.PartPolicy} says. {@link dev.switchblade.app.deploy.DeploymentEvent}
 * tells of all of it.
 *
 * {@snippet :
 * try (var engine = Engine.create();
 *     var v1 = engine.compile(Path.of("shop-1.wasm"));
 *     var shops = Deployment.of(Shop.prepare(v1, clock))) {
 *   shops.onEvent(event -> System.out.println(event.message()));
 *   try (Shop shop = shops.instance()) {
 *     System.out.println(shop.describe(item));
 *   }
 *   shops.upgrade(Path.of("shop-2.wasm"));
 *   shops.rollback();
 * }
 * }
 */
@NullMarked
package dev.switchblade.app.deploy;

import org.jspecify.annotations.NullMarked;
