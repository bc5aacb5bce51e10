package dev.switchblade.tests;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.Store;

/**
 * A guest that opens what it is let, and keeps it. Each function tries so many times, and returns
 * how often it succeeded before it failed for the first time.
 */
final class HoardingGuest {

  /** Where an engine's guests run. */
  @SuppressWarnings("ImmutableEnumChecker") // what it holds is never closed
  enum On {
    THREADS(Guests.ENGINE),
    FIBERS(Engine.builder().concurrency(true).build());

    final Engine engine;
    private final Component component;

    On(Engine engine) {
      this.engine = engine;
      this.component = engine.compileText(TEXT);
    }

    /** A guest whose first folder has a {@code file} in it. */
    Instance guest(Store store) {
      return new Linker(engine).instantiate(store, component);
    }
  }

  /** What {@code wasi:filesystem/types} of both versions begins with; {@code $code} is its own. */
  static final String FILE_FLAGS =
      """
          (type $path-flags-of (flags "symlink-follow"))
          (export "path-flags" (type $path-flags (eq $path-flags-of)))
          (type $open-flags-of (flags "create" "directory" "exclusive" "truncate"))
          (export "open-flags" (type $open-flags (eq $open-flags-of)))
          (type $flags-of
            (flags "read" "write" "file-integrity-sync" "data-integrity-sync"
              "requested-write-sync" "mutate-directory"))
          (export "descriptor-flags" (type $flags (eq $flags-of)))
          (export "descriptor" (type $descriptor (sub resource)))
      """;

  private static final String TEXT =
      """
      (component
        (import "wasi:io/error@0.2.0" (instance $errors (export "error" (type (sub resource)))))
        (alias export $errors "error" (type $error))
        (import "wasi:io/streams@0.2.0" (instance $streams
          (alias outer 1 $error (type $error))
          (export "input-stream" (type (sub resource)))
          (export "output-stream" (type $output (sub resource)))
          (type $failure (variant (case "last-operation-failed" (own $error)) (case "closed")))
          (export "stream-error" (type $stream-error (eq $failure)))
          (export "[method]output-stream.write"
            (func (param "self" (borrow $output)) (param "contents" (list u8))
              (result (result (error $stream-error)))))))
        (alias export $streams "input-stream" (type $input))
        (alias export $streams "output-stream" (type $output))

        (import "wasi:filesystem/types@0.2.0" (instance $files
          (alias outer 1 $input (type $input))
          (alias outer 1 $output (type $output))
          (type $code-of (enum "access" "would-block" "already" "bad-descriptor" "busy" "deadlock"
            "quota" "exist" "file-too-large" "illegal-byte-sequence" "in-progress" "interrupted"
            "invalid" "io" "is-directory" "loop" "too-many-links" "message-size" "name-too-long"
            "no-device" "no-entry" "no-lock" "insufficient-memory" "insufficient-space"
            "not-directory" "not-empty" "not-recoverable" "unsupported" "no-tty" "no-such-device"
            "overflow" "not-permitted" "pipe" "read-only" "invalid-seek" "text-file-busy"
            "cross-device"))
          (export "error-code" (type $code (eq $code-of)))
      """
          + FILE_FLAGS
          + """
              (type $advice-of
                (enum "normal" "sequential" "random" "will-need" "dont-need" "no-reuse"))
              (export "advice" (type $advice (eq $advice-of)))
              (export "directory-entry-stream" (type $listing (sub resource)))
              (export "[method]descriptor.open-at"
                (func (param "self" (borrow $descriptor)) (param "path-flags" $path-flags)
                  (param "path" string) (param "open-flags" $open-flags) (param "flags" $flags)
                  (result (result (own $descriptor) (error $code)))))
              (export "[method]descriptor.read-via-stream"
                (func (param "self" (borrow $descriptor)) (param "offset" u64)
                  (result (result (own $input) (error $code)))))
              (export "[method]descriptor.write-via-stream"
                (func (param "self" (borrow $descriptor)) (param "offset" u64)
                  (result (result (own $output) (error $code)))))
              (export "[method]descriptor.read-directory"
                (func (param "self" (borrow $descriptor))
                  (result (result (own $listing) (error $code)))))
              (export "[method]descriptor.advise"
                (func (param "self" (borrow $descriptor)) (param "offset" u64) (param "length" u64)
                  (param "advice" $advice) (result (result (error $code)))))
              (export "[method]descriptor.sync"
                (func (param "self" (borrow $descriptor)) (result (result (error $code)))))
              (export "[method]descriptor.sync-data"
                (func (param "self" (borrow $descriptor)) (result (result (error $code)))))))
            (alias export $files "descriptor" (type $descriptor))
            (alias export $files "directory-entry-stream" (type $listing))
            (import "wasi:filesystem/preopens@0.2.0" (instance $preopens
              (alias outer 1 $descriptor (type $descriptor))
              (export "get-directories" (func (result (list (tuple (own $descriptor) string)))))))

            (import "wasi:sockets/network@0.2.0" (instance $network
              (type $code-of (enum "unknown" "access-denied" "not-supported" "invalid-argument"
                "out-of-memory" "timeout" "concurrency-conflict" "not-in-progress" "would-block"
                "invalid-state" "new-socket-limit" "address-not-bindable" "address-in-use"
                "remote-unreachable" "connection-refused" "connection-reset" "connection-aborted"
                "datagram-too-large" "name-unresolvable" "temporary-resolver-failure"
                "permanent-resolver-failure"))
              (export "error-code" (type (eq $code-of)))
              (type $family-of (enum "ipv4" "ipv6"))
              (export "ip-address-family" (type (eq $family-of)))))
            (alias export $network "error-code" (type $network-code))
            (alias export $network "ip-address-family" (type $family))
            (import "wasi:sockets/tcp@0.2.0"
              (instance $tcp (export "tcp-socket" (type (sub resource)))))
            (alias export $tcp "tcp-socket" (type $tcp-socket))
            (import "wasi:sockets/udp@0.2.0"
              (instance $udp (export "udp-socket" (type (sub resource)))))
            (alias export $udp "udp-socket" (type $udp-socket))
            (import "wasi:sockets/tcp-create-socket@0.2.0" (instance $create-tcp
              (alias outer 1 $tcp-socket (type $socket))
              (alias outer 1 $family (type $family))
              (alias outer 1 $network-code (type $code))
              (export "create-tcp-socket"
                (func (param "address-family" $family) (result (result (own $socket) (error $code)))))))
            (import "wasi:sockets/udp-create-socket@0.2.0" (instance $create-udp
              (alias outer 1 $udp-socket (type $socket))
              (alias outer 1 $family (type $family))
              (alias outer 1 $network-code (type $code))
              (export "create-udp-socket"
                (func (param "address-family" $family) (result (result (own $socket) (error $code)))))))
          """
          + Guests.LIBC
          + """
            (core func $directories
              (canon lower (func $preopens "get-directories") WITH-LIBC))
            (core func $open-at
              (canon lower (func $files "[method]descriptor.open-at") WITH-LIBC))
            (core func $read-via
              (canon lower (func $files "[method]descriptor.read-via-stream") WITH-LIBC))
            (core func $write-via
              (canon lower (func $files "[method]descriptor.write-via-stream") WITH-LIBC))
            (core func $read-directory
              (canon lower (func $files "[method]descriptor.read-directory") WITH-LIBC))
            (core func $advise
              (canon lower (func $files "[method]descriptor.advise") WITH-LIBC))
            (core func $sync
              (canon lower (func $files "[method]descriptor.sync") WITH-LIBC))
            (core func $sync-data
              (canon lower (func $files "[method]descriptor.sync-data") WITH-LIBC))
            (core func $write
              (canon lower (func $streams "[method]output-stream.write") WITH-LIBC))
            (core func $create-tcp-socket
              (canon lower (func $create-tcp "create-tcp-socket") WITH-LIBC))
            (core func $create-udp-socket
              (canon lower (func $create-udp "create-udp-socket") WITH-LIBC))
            (core func $drop (canon resource.drop $descriptor))
            (core func $drop-tcp (canon resource.drop $tcp-socket))
            (core func $drop-listing (canon resource.drop $listing))
            (core module $module
              (import "libc" "memory" (memory 2))
              (import "host" "directories" (func $directories (param i32)))
              (import "host" "open-at"
                (func $open-at (param i32 i32 i32 i32 i32 i32 i32)))
              (import "host" "read-via" (func $read-via (param i32 i64 i32)))
              (import "host" "write-via" (func $write-via (param i32 i64 i32)))
              (import "host" "read-directory" (func $read-directory (param i32 i32)))
              (import "host" "advise" (func $advise (param i32 i64 i64 i32 i32)))
              (import "host" "sync" (func $sync (param i32 i32)))
              (import "host" "sync-data" (func $sync-data (param i32 i32)))
              (import "host" "write" (func $write (param i32 i32 i32 i32)))
              (import "host" "create-tcp" (func $create-tcp (param i32 i32)))
              (import "host" "create-udp" (func $create-udp (param i32 i32)))
              (import "host" "drop" (func $drop (param i32)))
              (import "host" "drop-tcp" (func $drop-tcp (param i32)))
              (import "host" "drop-listing" (func $drop-listing (param i32)))
              (data (i32.const 16) "file")
              (data (i32.const 24) ".")
              (global $folder (mut i32) (i32.const 0))
              (func $first-folder (result i32)
                (if (i32.eqz (global.get $folder))
                  (then
                    (call $directories (i32.const 0))
                    (global.set $folder (i32.load (i32.load (i32.const 0))))))
                (global.get $folder))
              ;; Results are at 0: whether it failed, and at 4 the handle.
              (func $open (param $flags i32) (result i32)
                (call $open-at (call $first-folder) (i32.const 0) (i32.const 16) (i32.const 4)
                  (i32.const 0) (local.get $flags) (i32.const 0))
                (i32.eqz (i32.load8_u (i32.const 0))))
              (func $file (result i32) (call $open (i32.const 1)))
              (func $file-and-close (result i32)
                (if (call $file)
                  (then (call $drop (i32.load (i32.const 4))) (return (i32.const 1))))
                (i32.const 0))
              (func $stream (result i32)
                (local $file i32)
                (if (i32.eqz (call $file)) (then (return (i32.const 0))))
                (local.set $file (i32.load (i32.const 4)))
                (call $read-via (local.get $file) (i64.const 0) (i32.const 0))
                (call $drop (local.get $file))
                (i32.eqz (i32.load8_u (i32.const 0))))
              (func $listing (result i32)
                (call $read-directory (call $first-folder) (i32.const 0))
                (i32.eqz (i32.load8_u (i32.const 0))))
              (func $listing-and-close (result i32)
                (if (call $listing)
                  (then (call $drop-listing (i32.load (i32.const 4))) (return (i32.const 1))))
                (i32.const 0))
              (func $tcp (result i32)
                (call $create-tcp (i32.const 0) (i32.const 0))
                (i32.eqz (i32.load8_u (i32.const 0))))
              (func $tcp-and-close (result i32)
                (if (call $tcp)
                  (then (call $drop-tcp (i32.load (i32.const 4))) (return (i32.const 1))))
                (i32.const 0))
              (func $udp (result i32)
                (call $create-udp (i32.const 0) (i32.const 0))
                (i32.eqz (i32.load8_u (i32.const 0))))
              (table funcref (elem $file $file-and-close $stream $listing $listing-and-close
                $tcp $tcp-and-close $udp))
              (func $times (param $count i32) (param $what i32) (result i32)
                (local $done i32)
                (loop $again
                  (if (i32.eq (local.get $done) (local.get $count)) (then (return (local.get $done))))
                  (if (call_indirect (result i32) (local.get $what))
                    (then
                      (local.set $done (i32.add (local.get $done) (i32.const 1)))
                      (br $again))))
                (local.get $done))
              (func (export "files") (param i32) (result i32)
                (call $times (local.get 0) (i32.const 0)))
              (func (export "files-one-by-one") (param i32) (result i32)
                (call $times (local.get 0) (i32.const 1)))
              (func (export "streams") (param i32) (result i32)
                (call $times (local.get 0) (i32.const 2)))
              (func (export "listings") (param i32) (result i32)
                (call $times (local.get 0) (i32.const 3)))
              (func (export "listings-one-by-one") (param i32) (result i32)
                (call $times (local.get 0) (i32.const 4)))
              (func (export "tcp-sockets") (param i32) (result i32)
                (call $times (local.get 0) (i32.const 5)))
              (func (export "tcp-sockets-one-by-one") (param i32) (result i32)
                (call $times (local.get 0) (i32.const 6)))
              (func (export "udp-sockets") (param i32) (result i32)
                (call $times (local.get 0) (i32.const 7)))
              (func (export "insist") (param i32)
                (if (i32.ne (call $times (local.get 0) (i32.const 0)) (local.get 0))
                  (then unreachable)))
              ;; The error codes of what they do with the file, from 1; 0 if they may.
              (func $outcome (result i32)
                (if (i32.eqz (i32.load8_u (i32.const 0))) (then (return (i32.const 0))))
                (i32.add (i32.load8_u (i32.const 1)) (i32.const 1)))
              (func $opened (result i32)
                (if (i32.eqz (call $file)) (then unreachable))
                (i32.load (i32.const 4)))
              (func (export "sync") (result i32)
                (call $sync (call $opened) (i32.const 0))
                (call $outcome))
              (func (export "sync-data") (result i32)
                (call $sync-data (call $opened) (i32.const 0))
                (call $outcome))
              (func (export "sync-folder") (result i32)
                (call $sync (call $first-folder) (i32.const 0))
                (call $outcome))
              (func (export "advise") (result i32)
                (call $advise (call $opened) (i64.const 0) (i64.const 1) (i32.const 3) (i32.const 0))
                (call $outcome))
              ;; Writes what nobody has said there is room for.
              (func (export "write-at-once") (param $bytes i32) (result i32)
                (if (i32.eqz (call $open (i32.const 2))) (then unreachable))
                (call $write-via (i32.load (i32.const 4)) (i64.const 0) (i32.const 0))
                (if (i32.load8_u (i32.const 0)) (then unreachable))
                (call $write (i32.load (i32.const 4)) (i32.const 0) (local.get $bytes) (i32.const 0))
                (i32.eqz (i32.load8_u (i32.const 0)))))
            (core instance $m (instantiate $module
              (with "libc" (instance $libc))
              (with "host" (instance
                (export "directories" (func $directories)) (export "open-at" (func $open-at))
                (export "read-via" (func $read-via)) (export "write-via" (func $write-via))
                (export "read-directory" (func $read-directory)) (export "advise" (func $advise))
                (export "sync" (func $sync)) (export "sync-data" (func $sync-data))
                (export "write" (func $write)) (export "create-tcp" (func $create-tcp-socket))
                (export "create-udp" (func $create-udp-socket)) (export "drop" (func $drop))
                (export "drop-tcp" (func $drop-tcp)) (export "drop-listing" (func $drop-listing))))))
            (func (export "files") (param "count" u32) (result u32)
              (canon lift (core func $m "files")))
            (func (export "files-one-by-one") (param "count" u32) (result u32)
              (canon lift (core func $m "files-one-by-one")))
            (func (export "streams") (param "count" u32) (result u32)
              (canon lift (core func $m "streams")))
            (func (export "listings") (param "count" u32) (result u32)
              (canon lift (core func $m "listings")))
            (func (export "listings-one-by-one") (param "count" u32) (result u32)
              (canon lift (core func $m "listings-one-by-one")))
            (func (export "tcp-sockets") (param "count" u32) (result u32)
              (canon lift (core func $m "tcp-sockets")))
            (func (export "tcp-sockets-one-by-one") (param "count" u32) (result u32)
              (canon lift (core func $m "tcp-sockets-one-by-one")))
            (func (export "udp-sockets") (param "count" u32) (result u32)
              (canon lift (core func $m "udp-sockets")))
            (func (export "insist") (param "count" u32) (canon lift (core func $m "insist")))
            (func (export "sync") (result u32) (canon lift (core func $m "sync")))
            (func (export "sync-data") (result u32) (canon lift (core func $m "sync-data")))
            (func (export "sync-folder") (result u32) (canon lift (core func $m "sync-folder")))
            (func (export "advise") (result u32) (canon lift (core func $m "advise")))
            (func (export "write-at-once") (param "bytes" u32) (result bool)
              (canon lift (core func $m "write-at-once"))))
          """
              .replace("WITH-LIBC", Guests.WITH_LIBC);

  private HoardingGuest() {}
}
