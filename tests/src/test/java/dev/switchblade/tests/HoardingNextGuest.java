package dev.switchblade.tests;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.WasmFeature;

/** Does by WASI 0.3 what {@link HoardingGuest} does by 0.2. */
final class HoardingNextGuest {

  /** With reads that wait. */
  static final Engine ENGINE =
      Engine.builder()
          .concurrency(true)
          .feature(WasmFeature.COMPONENT_MODEL_MORE_ASYNC_BUILTINS, true)
          .build();

  private static final String TEXT =
      """
      (component
        (import "wasi:filesystem/types@0.3.0" (instance $files
          (type $code-of (variant (case "access") (case "already") (case "bad-descriptor")
            (case "busy") (case "deadlock") (case "quota") (case "exist") (case "file-too-large")
            (case "illegal-byte-sequence") (case "in-progress") (case "interrupted")
            (case "invalid") (case "io") (case "is-directory") (case "loop")
            (case "too-many-links") (case "message-size") (case "name-too-long")
            (case "no-device") (case "no-entry") (case "no-lock") (case "insufficient-memory")
            (case "insufficient-space") (case "not-directory") (case "not-empty")
            (case "not-recoverable") (case "unsupported") (case "no-tty") (case "no-such-device")
            (case "overflow") (case "not-permitted") (case "pipe") (case "read-only")
            (case "invalid-seek") (case "text-file-busy") (case "cross-device")
            (case "other" (option string))))
          (export "error-code" (type $code (eq $code-of)))
          (type $kind-of (variant (case "block-device") (case "character-device")
            (case "directory") (case "fifo") (case "symbolic-link") (case "regular-file")
            (case "socket") (case "other" (option string))))
          (export "descriptor-type" (type $kind (eq $kind-of)))
          (type $entry-of (record (field "type" $kind) (field "name" string)))
          (export "directory-entry" (type $entry (eq $entry-of)))
      """
          + HoardingGuest.FILE_FLAGS
          + """
              (export "[method]descriptor.open-at"
                (func async (param "self" (borrow $descriptor)) (param "path-flags" $path-flags)
                  (param "path" string) (param "open-flags" $open-flags) (param "flags" $flags)
                  (result (result (own $descriptor) (error $code)))))
              (export "[method]descriptor.read-via-stream"
                (func (param "self" (borrow $descriptor)) (param "offset" u64)
                  (result (tuple (stream u8) (future (result (error $code)))))))
              (export "[method]descriptor.read-directory"
                (func (param "self" (borrow $descriptor))
                  (result (tuple (stream $entry) (future (result (error $code)))))))
              (export "[method]descriptor.sync"
                (func async (param "self" (borrow $descriptor)) (result (result (error $code)))))
              (export "[method]descriptor.sync-data"
                (func async (param "self" (borrow $descriptor)) (result (result (error $code)))))))
            (alias export $files "descriptor" (type $descriptor))
            (alias export $files "directory-entry" (type $entry))
            (import "wasi:filesystem/preopens@0.3.0" (instance $preopens
              (alias outer 1 $descriptor (type $descriptor))
              (export "get-directories" (func (result (list (tuple (own $descriptor) string)))))))

            (import "wasi:sockets/types@0.3.0" (instance $sockets
              (type $code-of (variant (case "access-denied") (case "not-supported")
                (case "invalid-argument") (case "out-of-memory") (case "timeout")
                (case "invalid-state") (case "address-not-bindable") (case "address-in-use")
                (case "remote-unreachable") (case "connection-refused") (case "connection-broken")
                (case "connection-reset") (case "connection-aborted") (case "datagram-too-large")
                (case "other" (option string))))
              (export "error-code" (type $code (eq $code-of)))
              (type $family-of (enum "ipv4" "ipv6"))
              (export "ip-address-family" (type $family (eq $family-of)))
              (type $ip4-of (tuple u8 u8 u8 u8))
              (export "ipv4-address" (type $ip4 (eq $ip4-of)))
              (type $ip6-of (tuple u16 u16 u16 u16 u16 u16 u16 u16))
              (export "ipv6-address" (type $ip6 (eq $ip6-of)))
              (type $ip-of (variant (case "ipv4" $ip4) (case "ipv6" $ip6)))
              (export "ip-address" (type $ip (eq $ip-of)))
              (type $at4-of (record (field "port" u16) (field "address" $ip4)))
              (export "ipv4-socket-address" (type $at4 (eq $at4-of)))
              (type $at6-of (record (field "port" u16) (field "flow-info" u32)
                (field "address" $ip6) (field "scope-id" u32)))
              (export "ipv6-socket-address" (type $at6 (eq $at6-of)))
              (type $at-of (variant (case "ipv4" $at4) (case "ipv6" $at6)))
              (export "ip-socket-address" (type $at (eq $at-of)))
              (export "tcp-socket" (type $tcp (sub resource)))
              (export "udp-socket" (type $udp (sub resource)))
              (export "[static]tcp-socket.create"
                (func (param "address-family" $family) (result (result (own $tcp) (error $code)))))
              (export "[static]udp-socket.create"
                (func (param "address-family" $family) (result (result (own $udp) (error $code)))))
              (export "[method]tcp-socket.connect"
                (func async (param "self" (borrow $tcp)) (param "remote-address" $at)
                  (result (result (error $code)))))
              (export "[method]tcp-socket.receive"
                (func (param "self" (borrow $tcp))
                  (result (tuple (stream u8) (future (result (error $code)))))))))
            (alias export $sockets "tcp-socket" (type $tcp-socket))
            (alias export $sockets "error-code" (type $socket-code))
            (alias export $sockets "ip-address" (type $ip))
            (import "wasi:sockets/ip-name-lookup@0.3.0" (instance $names
              (alias outer 1 $ip (type $ip))
              (type $code-of (variant (case "access-denied") (case "invalid-argument")
                (case "name-unresolvable") (case "temporary-resolver-failure")
                (case "permanent-resolver-failure") (case "other" (option string))))
              (export "error-code" (type $code (eq $code-of)))
              (export "resolve-addresses"
                (func async (param "name" string) (result (result (list $ip) (error $code)))))))
            (type $bytes (stream u8))
            (type $entries (stream $entry))
            (type $end (future (result (error $socket-code))))
          """
          + Guests.LIBC
          + """
            (core func $directories
              (canon lower (func $preopens "get-directories") WITH-LIBC))
            (core func $open-at
              (canon lower (func $files "[method]descriptor.open-at") WITH-LIBC))
            (core func $read-via
              (canon lower (func $files "[method]descriptor.read-via-stream") WITH-LIBC))
            (core func $read-directory
              (canon lower (func $files "[method]descriptor.read-directory") WITH-LIBC))
            (core func $read-entry (canon stream.read $entries WITH-LIBC))
            (core func $drop-entries (canon stream.drop-readable $entries))
            (core func $sync
              (canon lower (func $files "[method]descriptor.sync") WITH-LIBC))
            (core func $sync-data
              (canon lower (func $files "[method]descriptor.sync-data") WITH-LIBC))
            (core func $create-tcp
              (canon lower (func $sockets "[static]tcp-socket.create") WITH-LIBC))
            (core func $create-udp
              (canon lower (func $sockets "[static]udp-socket.create") WITH-LIBC))
            (core func $connect
              (canon lower (func $sockets "[method]tcp-socket.connect") WITH-LIBC))
            (core func $receive
              (canon lower (func $sockets "[method]tcp-socket.receive") WITH-LIBC))
            (core func $resolve
              (canon lower (func $names "resolve-addresses") WITH-LIBC))
            (core func $drop (canon resource.drop $descriptor))
            (core func $drop-tcp (canon resource.drop $tcp-socket))
            (core func $drop-bytes (canon stream.drop-readable $bytes))
            (core func $drop-end (canon future.drop-readable $end))
            (core module $module
              (import "libc" "memory" (memory 2))
              (import "host" "directories" (func $directories (param i32)))
              (import "host" "open-at"
                (func $open-at (param i32 i32 i32 i32 i32 i32 i32)))
              (import "host" "read-via" (func $read-via (param i32 i64 i32)))
              (import "host" "read-directory" (func $read-directory (param i32 i32)))
              (import "host" "read-entry" (func $read-entry (param i32 i32 i32) (result i32)))
              (import "host" "drop-entries" (func $drop-entries (param i32)))
              (import "host" "sync" (func $sync (param i32 i32)))
              (import "host" "sync-data" (func $sync-data (param i32 i32)))
              (import "host" "create-tcp" (func $create-tcp (param i32 i32)))
              (import "host" "create-udp" (func $create-udp (param i32 i32)))
              (import "host" "connect"
                (func $connect
                  (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)))
              (import "host" "receive" (func $receive (param i32 i32)))
              (import "host" "resolve" (func $resolve (param i32 i32 i32)))
              (import "host" "drop" (func $drop (param i32)))
              (import "host" "drop-tcp" (func $drop-tcp (param i32)))
              (import "host" "drop-bytes" (func $drop-bytes (param i32)))
              (import "host" "drop-end" (func $drop-end (param i32)))
              (data (i32.const 64) "file")
              (data (i32.const 80) "localhost")
              (global $folder (mut i32) (i32.const 0))
              (global $port (mut i32) (i32.const 0))
              (func $first-folder (result i32)
                (if (i32.eqz (global.get $folder))
                  (then
                    (call $directories (i32.const 0))
                    (global.set $folder (i32.load (i32.load (i32.const 0))))))
                (global.get $folder))
              (func $file (result i32)
                (call $open-at (call $first-folder) (i32.const 0) (i32.const 64) (i32.const 4)
                  (i32.const 0) (i32.const 1) (i32.const 0))
                (i32.eqz (i32.load8_u (i32.const 0))))
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
                (i32.const 1))
              ;; There is an entry, or none: none too if it failed. The stream is kept.
              (func $listing (result i32)
                (call $read-directory (call $first-folder) (i32.const 0))
                (i32.eq
                  (call $read-entry (i32.load (i32.const 0)) (i32.const 16) (i32.const 1))
                  (i32.const 0x10)))
              (func $listing-and-close (result i32)
                (local $listed i32)
                (local.set $listed (call $listing))
                (call $drop-entries (i32.load (i32.const 0)))
                (local.get $listed))
              (func $tcp (result i32)
                (call $create-tcp (i32.const 0) (i32.const 0))
                (i32.eqz (i32.load8_u (i32.const 0))))
              (func $udp (result i32)
                (call $create-udp (i32.const 0) (i32.const 0))
                (i32.eqz (i32.load8_u (i32.const 0))))
              ;; Keeps a stream of a connection, and drops the connection.
              (func $connection (result i32)
                (local $socket i32)
                (if (i32.eqz (call $tcp)) (then (return (i32.const 0))))
                (local.set $socket (i32.load (i32.const 4)))
                (call $connect (local.get $socket) (i32.const 0) (global.get $port)
                  (i32.const 127) (i32.const 0) (i32.const 0) (i32.const 1)
                  (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
                  (i32.const 0))
                (if (i32.load8_u (i32.const 0)) (then unreachable))
                (call $receive (local.get $socket) (i32.const 0))
                (call $drop-tcp (local.get $socket))
                (i32.const 1))
              (func $connection-and-close (result i32)
                (if (i32.eqz (call $connection)) (then (return (i32.const 0))))
                (call $drop-bytes (i32.load (i32.const 0)))
                (call $drop-end (i32.load (i32.const 4)))
                (i32.const 1))
              (table funcref (elem $file $file-and-close $stream $listing $listing-and-close $tcp
                $udp $connection $connection-and-close))
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
              (func (export "udp-sockets") (param i32) (result i32)
                (call $times (local.get 0) (i32.const 6)))
              (func (export "connections") (param $count i32) (param $port i32) (result i32)
                (global.set $port (local.get $port))
                (call $times (local.get $count) (i32.const 7)))
              (func (export "connections-one-by-one")
                (param $count i32) (param $port i32) (result i32)
                (global.set $port (local.get $port))
                (call $times (local.get $count) (i32.const 8)))
              (func (export "insist") (param i32)
                (if (i32.ne (call $times (local.get 0) (i32.const 0)) (local.get 0))
                  (then unreachable)))
              (func $outcome (result i32)
                (if (i32.eqz (i32.load8_u (i32.const 0))) (then (return (i32.const 0))))
                (i32.add (i32.load8_u (i32.const 4)) (i32.const 1)))
              (func $opened (result i32)
                (if (i32.eqz (call $file)) (then unreachable))
                (i32.load (i32.const 4)))
              (func (export "sync") (result i32)
                (call $sync (call $opened) (i32.const 0))
                (call $outcome))
              (func (export "sync-data") (result i32)
                (call $sync-data (call $opened) (i32.const 0))
                (call $outcome))
              (func (export "resolve") (result i32)
                (call $resolve (i32.const 80) (i32.const 9) (i32.const 0))
                (if (i32.load8_u (i32.const 0)) (then (return (call $outcome))))
                (if (i32.eqz (i32.load (i32.const 8))) (then unreachable))
                (i32.const 0)))
            (core instance $m (instantiate $module
              (with "libc" (instance $libc))
              (with "host" (instance
                (export "directories" (func $directories)) (export "open-at" (func $open-at))
                (export "read-via" (func $read-via)) (export "read-directory" (func $read-directory))
                (export "read-entry" (func $read-entry)) (export "drop-entries" (func $drop-entries))
                (export "sync" (func $sync)) (export "sync-data" (func $sync-data))
                (export "create-tcp" (func $create-tcp)) (export "create-udp" (func $create-udp))
                (export "connect" (func $connect)) (export "receive" (func $receive))
                (export "resolve" (func $resolve)) (export "drop" (func $drop))
                (export "drop-tcp" (func $drop-tcp)) (export "drop-bytes" (func $drop-bytes))
                (export "drop-end" (func $drop-end))))))
            (func (export "files") async (param "count" u32) (result u32)
              (canon lift (core func $m "files")))
            (func (export "files-one-by-one") async (param "count" u32) (result u32)
              (canon lift (core func $m "files-one-by-one")))
            (func (export "streams") async (param "count" u32) (result u32)
              (canon lift (core func $m "streams")))
            (func (export "listings") async (param "count" u32) (result u32)
              (canon lift (core func $m "listings")))
            (func (export "listings-one-by-one") async (param "count" u32) (result u32)
              (canon lift (core func $m "listings-one-by-one")))
            (func (export "tcp-sockets") async (param "count" u32) (result u32)
              (canon lift (core func $m "tcp-sockets")))
            (func (export "udp-sockets") async (param "count" u32) (result u32)
              (canon lift (core func $m "udp-sockets")))
            (func (export "connections") async (param "count" u32) (param "port" u32) (result u32)
              (canon lift (core func $m "connections")))
            (func (export "connections-one-by-one") async
              (param "count" u32) (param "port" u32) (result u32)
              (canon lift (core func $m "connections-one-by-one")))
            (func (export "insist") async (param "count" u32) (canon lift (core func $m "insist")))
            (func (export "sync") async (result u32) (canon lift (core func $m "sync")))
            (func (export "sync-data") async (result u32) (canon lift (core func $m "sync-data")))
            (func (export "resolve") async (result u32) (canon lift (core func $m "resolve"))))
          """
              .replace("WITH-LIBC", Guests.WITH_LIBC);

  private static final Component COMPONENT = ENGINE.compileText(TEXT);

  private HoardingNextGuest() {}

  /** A guest whose first folder has a {@code file} in it. */
  static Instance guest(Store store) {
    return new Linker(ENGINE).instantiate(store, COMPONENT);
  }
}
