package dev.switchblade.tests;

import dev.switchblade.Component;

/** A component that uses a resource of the host's, {@code cart}. */
final class CartGuest {

  static final String CARTS = "acme:shop/carts@1.0.0";

  /**
   * What it imports: an interface of which {@code %s} is the name. {@code replace} takes an owned
   * and returns another one; {@code both} takes one as own and borrows one.
   */
  static final String IMPORT =
      """
        (import "%s" (instance $carts
          (export "cart" (type $cart (sub resource)))
          (export "[constructor]cart" (func (param "owner" u32) (result (own $cart))))
          (export "[method]cart.total" (func (param "self" (borrow $cart)) (result u32)))
          (export "[static]cart.best" (func (result (own $cart))))
          (export "pay" (func (param "cart" (own $cart)) (result u32)))
          (export "replace" (func (param "cart" (own $cart)) (result (own $cart))))
          (export "own-and-borrow"
            (func (param "a" (own $cart)) (param "b" (borrow $cart)) (result u32)))
          (export "borrow-and-own"
            (func (param "a" (borrow $cart)) (param "b" (own $cart)) (result u32)))
          (export "pay-all" (func (param "carts" (list (own $cart))) (result u32)))))
        (alias export $carts "cart" (type $cart))
      """;

  /** Its functions on {@code $cart} of {@code $carts}; each value is a handle, or a number. */
  static final String BODY =
      Guests.LIBC
          + """
            (core func $new (canon lower (func $carts "[constructor]cart")))
            (core func $total (canon lower (func $carts "[method]cart.total")))
            (core func $best (canon lower (func $carts "[static]cart.best")))
            (core func $pay (canon lower (func $carts "pay")))
            (core func $replace (canon lower (func $carts "replace")))
            (core func $own-and-borrow (canon lower (func $carts "own-and-borrow")))
            (core func $borrow-and-own (canon lower (func $carts "borrow-and-own")))
            (core func $pay-all (canon lower (func $carts "pay-all") %1$s))
            (core func $drop (canon resource.drop $cart))
            (core module $m
              (import "cart" "new" (func $new (param i32) (result i32)))
              (import "cart" "total" (func $total (param i32) (result i32)))
              (import "cart" "best" (func $best (result i32)))
              (import "cart" "pay" (func $pay (param i32) (result i32)))
              (import "cart" "replace" (func $replace (param i32) (result i32)))
              (import "cart" "own-and-borrow" (func $own-and-borrow (param i32 i32) (result i32)))
              (import "cart" "borrow-and-own" (func $borrow-and-own (param i32 i32) (result i32)))
              (import "cart" "pay-all" (func $pay-all (param i32 i32) (result i32)))
              (import "cart" "drop" (func $drop (param i32)))
              (import "libc" "memory" (memory 1))
              (global $kept (mut i32) (i32.const 0))
              (func (export "buy") (param i32) (result i32) (local $cart i32)
                (local.set $cart (call $new (local.get 0)))
                (call $total (local.get $cart))
                (call $drop (local.get $cart)))
              (func (export "make") (param i32) (result i32) (call $new (local.get 0)))
              (func (export "make-and-pay") (param i32) (result i32)
                (call $pay (call $new (local.get 0))))
              (func (export "make-and-replace") (param i32) (result i32)
                (call $replace (call $new (local.get 0))))
              (func (export "best") (result i32) (call $best))
              (func (export "look") (param i32) (result i32)
                (call $total (local.get 0))
                (call $drop (local.get 0)))
              (func (export "look-all") (param i32 i32) (result i32) (local $sum i32)
                (block $done
                  (loop $next
                    (br_if $done (i32.eqz (local.get 1)))
                    (local.set $sum
                      (i32.add (local.get $sum) (call $total (i32.load (local.get 0)))))
                    (call $drop (i32.load (local.get 0)))
                    (local.set 0 (i32.add (local.get 0) (i32.const 4)))
                    (local.set 1 (i32.sub (local.get 1) (i32.const 1)))
                    (br $next)))
                (local.get $sum))
              (func (export "keep") (param i32) (global.set $kept (local.get 0)))
              (func (export "look-at-kept") (result i32) (call $total (global.get $kept)))
              (func (export "drop-kept") (call $drop (global.get $kept)))
              (func (export "pay-kept") (result i32) (call $pay (global.get $kept)))
              (func (export "give-back") (result i32) (global.get $kept))
              (func (export "pay") (param i32) (result i32) (call $pay (local.get 0)))
              (func (export "echo") (param i32) (result i32) (local.get 0))
              (func (export "drop") (param i32) (call $drop (local.get 0)))
              (func (export "drop-twice") (param i32)
                (call $drop (local.get 0))
                (call $drop (local.get 0)))
              (func (export "pay-twice") (param i32) (result i32)
                (i32.add (call $pay (local.get 0)) (call $pay (local.get 0))))
              (func (export "pay-and-look") (param i32) (result i32)
                (i32.add (call $pay (local.get 0)) (call $total (local.get 0))))
              (func (export "own-and-borrow-one") (param i32) (result i32)
                (call $own-and-borrow (local.get 0) (local.get 0)))
              (func (export "borrow-and-own-one") (param i32) (result i32)
                (call $borrow-and-own (local.get 0) (local.get 0)))
              (func (export "pay-all") (param i32 i32) (result i32)
                (call $pay-all (local.get 0) (local.get 1)))
              (func (export "pay-one-as-two") (param i32) (result i32)
                (i32.store (i32.const 16) (local.get 0))
                (i32.store (i32.const 20) (local.get 0))
                (call $pay-all (i32.const 16) (i32.const 2)))
              (func (export "pay-number") (param i32) (result i32) (call $pay (local.get 0)))
              (func (export "look-at-number") (param i32) (result i32) (call $total (local.get 0)))
              (func (export "drop-number") (param i32) (call $drop (local.get 0)))
              (func (export "return-number") (param i32) (result i32) (local.get 0)))
            (core instance $functions
              (export "new" (func $new)) (export "total" (func $total)) (export "best" (func $best))
              (export "pay" (func $pay)) (export "replace" (func $replace))
              (export "own-and-borrow" (func $own-and-borrow))
              (export "borrow-and-own" (func $borrow-and-own))
              (export "pay-all" (func $pay-all)) (export "drop" (func $drop)))
            (core instance $m (instantiate $m
              (with "cart" (instance $functions))
              (with "libc" (instance $libc))))
            (func (export "buy") (param "owner" u32) (result u32) (canon lift (core func $m "buy")))
            (func (export "make") (param "owner" u32) (result (own $cart))
              (canon lift (core func $m "make")))
            (func (export "make-and-pay") (param "owner" u32) (result u32)
              (canon lift (core func $m "make-and-pay")))
            (func (export "make-and-replace") (param "owner" u32) (result (own $cart))
              (canon lift (core func $m "make-and-replace")))
            (func (export "best") (result (own $cart)) (canon lift (core func $m "best")))
            (func (export "look") (param "cart" (borrow $cart)) (result u32)
              (canon lift (core func $m "look")))
            (func (export "look-all") (param "carts" (list (borrow $cart))) (result u32)
              (canon lift (core func $m "look-all") %1$s))
            (func (export "keep") (param "cart" (own $cart)) (canon lift (core func $m "keep")))
            (func (export "keep-borrowed") (param "cart" (borrow $cart))
              (canon lift (core func $m "keep")))
            (func (export "look-at-kept") (result u32) (canon lift (core func $m "look-at-kept")))
            (func (export "drop-kept") (canon lift (core func $m "drop-kept")))
            (func (export "pay-kept") (result u32) (canon lift (core func $m "pay-kept")))
            (func (export "give-back") (result (own $cart)) (canon lift (core func $m "give-back")))
            (func (export "pay") (param "cart" (own $cart)) (result u32)
              (canon lift (core func $m "pay")))
            (func (export "pay-borrowed") (param "cart" (borrow $cart)) (result u32)
              (canon lift (core func $m "pay")))
            (func (export "echo") (param "cart" (own $cart)) (result (own $cart))
              (canon lift (core func $m "echo")))
            (func (export "steal") (param "cart" (borrow $cart)) (result (own $cart))
              (canon lift (core func $m "echo")))
            (func (export "drop") (param "cart" (own $cart)) (canon lift (core func $m "drop")))
            (func (export "drop-twice") (param "cart" (own $cart))
              (canon lift (core func $m "drop-twice")))
            (func (export "drop-borrowed-twice") (param "cart" (borrow $cart))
              (canon lift (core func $m "drop-twice")))
            (func (export "pay-twice") (param "cart" (own $cart)) (result u32)
              (canon lift (core func $m "pay-twice")))
            (func (export "pay-and-look") (param "cart" (own $cart)) (result u32)
              (canon lift (core func $m "pay-and-look")))
            (func (export "own-and-borrow-one") (param "cart" (own $cart)) (result u32)
              (canon lift (core func $m "own-and-borrow-one")))
            (func (export "borrow-and-own-one") (param "cart" (own $cart)) (result u32)
              (canon lift (core func $m "borrow-and-own-one")))
            (func (export "pay-all") (param "carts" (list (own $cart))) (result u32)
              (canon lift (core func $m "pay-all") %1$s))
            (func (export "pay-one-as-two") (param "cart" (own $cart)) (result u32)
              (canon lift (core func $m "pay-one-as-two")))
            (func (export "pay-number") (param "number" s32) (result u32)
              (canon lift (core func $m "pay-number")))
            (func (export "look-at-number") (param "number" s32) (result u32)
              (canon lift (core func $m "look-at-number")))
            (func (export "drop-number") (param "number" s32)
              (canon lift (core func $m "drop-number")))
            (func (export "return-number") (param "number" s32) (result (own $cart))
              (canon lift (core func $m "return-number")))
          """
              .formatted(Guests.WITH_LIBC);

  static final Component COMPONENT = importing(CARTS);

  private CartGuest() {}

  /** The component, with another name for the interface. */
  static Component importing(String name) {
    return Guests.wat("(component\n" + IMPORT.formatted(name) + BODY + ")");
  }
}
