/**
 * \file switchblade.h
 *
 * \brief Switchblade's extension of the Wasmtime C API.
 *
 * One native library answers to `wasmtime.h` and to this header. Errors are the
 * same objects on both sides; an engine that this header has made can be used with
 * `wasmtime.h`, and not the other way round.
 *
 * # Conventions
 *
 * - Functions that can fail return a `wasmtime_error_t *` that the caller owns
 *   (release it with `wasmtime_error_delete`, or take it apart with
 *   `sb_error_take`), or `NULL` on success. On failure the `out` argument is
 *   not written.
 * - No function aborts or unwinds: a panic inside the library becomes an error
 *   of the kind `SB_ERROR_INTERNAL`.
 * - All functions but `sb_call` and `sb_abi_version` have one form, `error
 *   *f(subject, input, out)`, and the input is one block of bytes where it can
 *   be. A foreign-function interface pays for every distinct signature when a
 *   process starts. Arguments that a function has no use for are `NULL`.
 * - The functions that release always return `NULL`.
 * - All blocks of bytes are little-endian; the library runs on little-endian
 *   targets only.
 *
 * # Images
 *
 * Values cross as *images*: a block that holds a tuple (all parameters of a
 * function, or its results) in the memory layout of the canonical ABI with
 * 32-bit pointers, see
 * https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#alignment
 * A `string` or `list` is (offset, length): the offset counts bytes from the
 * start of the image, the length counts elements (for a string: bytes of
 * UTF-8). An image of more than 2 GiB is an error. Two forms of offset have
 * the top bit (`SB_IMAGE_SIDE`) set and name, in the other 31 bits, an entry
 * of a table that the host keeps per store: in an argument, a list whose bytes
 * the host writes straight into guest memory (`SB_UPCALL_FILL`), in a result,
 * one that the host has already read straight out of it (`SB_UPCALL_DRAIN`,
 * `SB_UPCALL_VISIT`).
 *
 * A handle of a resource (`own` or `borrow`) is a u32. With the top bit
 * (`SB_HANDLE_GUEST`) set it names an entry of the store's table of resources
 * that components implement; an owned one stays there until it is passed as
 * `own` or dropped (`sb_resources_drop`). Without, it is the number that the
 * host has given to an object of a resource that it implements itself; such
 * numbers are the host's own affair.
 *
 * An image that comes out of a guest has been checked: offsets are in bounds,
 * strings are UTF-8, `bool` is 0 or 1, `char` is a Unicode scalar value,
 * discriminants name a case, flags have no bit without a label, handles exist
 * and are of the right resource. An image that
 * goes in is checked too, and a wrong one is an error of the kind
 * `SB_ERROR_IMAGE`; no access leaves the image.
 */

#ifndef SWITCHBLADE_H
#define SWITCHBLADE_H

#include <stddef.h>
#include <stdint.h>
#include <wasm.h>
#include <wasmtime/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/// \brief The version of this interface; a host compares it with the
/// `SB_ABI_VERSION` it was compiled for before it calls anything else.
#define SB_ABI_VERSION 11

/// \brief Returns the `SB_ABI_VERSION` that the library was built with.
WASM_API_EXTERN uint32_t sb_abi_version(void);

// ----------- errors ----------------------------------------------------------

/// \brief What went wrong, first field of what `sb_error_take` writes.
enum sb_error_kind {
  /// Anything without a kind of its own.
  SB_ERROR_OTHER = 0,
  /// The guest trapped, or broke a rule of the canonical ABI.
  SB_ERROR_TRAP = 1,
  /// A host function failed: `SB_UPCALL_CALL` returned nonzero. The host knows why.
  SB_ERROR_HOST = 2,
  /// The component is not valid, or can't be compiled.
  SB_ERROR_COMPILATION = 3,
  /// The bytes are a core WebAssembly module, not a component.
  SB_ERROR_NOT_A_COMPONENT = 4,
  /// The engine's options can't be used; the message names the option.
  SB_ERROR_CONFIGURATION = 5,
  /// Imports and definitions don't fit.
  SB_ERROR_LINK = 6,
  /// A limit of the store was reached (memory, tables, instances, copied bytes).
  SB_ERROR_LIMIT = 7,
  /// The calling thread has too little stack left for a guest call.
  SB_ERROR_STACK = 8,
  /// The arguments' image is malformed.
  SB_ERROR_IMAGE = 9,
  /// A text (WAVE, WIT, options) can't be parsed.
  SB_ERROR_SYNTAX = 10,
  /// A bug in this library: a caught panic.
  SB_ERROR_INTERNAL = 11,
  /// The call was ended by `sb_store_interrupt`, or because its thread was
  /// interrupted (`SB_UPCALL_INTERRUPTED`).
  SB_ERROR_INTERRUPTED = 12,
  /// The guest has ended itself with `wasi:cli/exit`; the value is its status.
  SB_ERROR_EXIT = 13,
  /// The component needs an engine whose option `concurrency` is on.
  SB_ERROR_CONCURRENCY = 14,
  /// A serialized component is of another version of Wasmtime, another platform,
  /// or an engine with other settings.
  SB_ERROR_ARTIFACT = 15,
  /// The component is valid, and has something that Wasmtime, this engine or WIT
  /// has no support for.
  SB_ERROR_UNSUPPORTED = 16,
  /// The host can't write what a guest has written (`SB_UPCALL_OUTPUT` said so),
  /// and the guest has returned without being told.
  SB_ERROR_OUTPUT = 17,
};

/// \brief Which limit of a store was reached, in what `sb_error_take` writes.
enum sb_limit {
  SB_LIMIT_NONE = 0,
  /// `memory_bytes` of `sb_store_config_t`.
  SB_LIMIT_MEMORY = 1,
  /// `total_memory_bytes`.
  SB_LIMIT_TOTAL_MEMORY = 2,
  /// `table_elements`.
  SB_LIMIT_TABLE_ELEMENTS = 3,
  /// `instances`.
  SB_LIMIT_INSTANCES = 4,
  /// `hostcall_bytes`.
  SB_LIMIT_COPIED_BYTES = 5,
  /// `fuel`.
  SB_LIMIT_FUEL = 6,
  /// `deadline_nanos`.
  SB_LIMIT_DEADLINE = 7,
  /// `handles`.
  SB_LIMIT_HANDLES = 8,
  /// `output_bytes`.
  SB_LIMIT_OUTPUT_BYTES = 9,
  /// `requests`.
  SB_LIMIT_REQUESTS = 10,
  /// `memories`.
  SB_LIMIT_MEMORIES = 11,
  /// `open_files`.
  SB_LIMIT_OPEN_FILES = 12,
  /// Of the process, not of a store: how many memory mappings all stores, pools
  /// and components may need. Half of what the operating system allows.
  SB_LIMIT_PROCESS_MAPPINGS = 13,
  /// Of no setting: the operating system refused memory.
  SB_LIMIT_SYSTEM = 14,
  /// Of no setting: a bound of the library's own, which the message names.
  SB_LIMIT_FIXED = 15,
  /// `tasks`.
  SB_LIMIT_TASKS = 16,
};

/// \brief Takes an error apart and releases it.
///
/// `error` is consumed. `out` receives a block that the caller releases with
/// `sb_bytes_delete`:
///
///     u32 kind            enum sb_error_kind
///     s32 trap            Wasmtime's trap code (`wasmtime/trap.h`), or -1
///     u32 limit           enum sb_limit
///     s64 value           the limit's, or the status of SB_ERROR_EXIT, or 0
///     str message         what happened, one line
///     str details         the whole chain of causes, one per line
///     u32 frames          the guest's stack, innermost first; per frame:
///       str function, str module, str file (each may be empty)
///       s32 line, s32 column (-1: unknown)
///       s64 offset          in the wasm binary (-1: unknown)
///       str part            of a composition: the names of its instances around
///         the function, with `/` between; ` or ` between those that have their
///         code in common; empty if it is in no part
///
/// where `str` is a u32 count of bytes and that many bytes of UTF-8. Always
/// returns `NULL`.
WASM_API_EXTERN wasmtime_error_t *
sb_error_take(wasmtime_error_t *error, const void *unused, wasm_byte_vec_t *out);

// ----------- blocks of bytes --------------------------------------------------

/// \brief Releases a block that the library returned, as `wasm_byte_vec_delete`
/// of `wasm.h` does.
WASM_API_EXTERN wasmtime_error_t *
sb_bytes_delete(wasm_byte_vec_t *bytes, const void *unused, void *unused_out);

// ----------- engines ---------------------------------------------------------

/// \brief Creates an engine from options.
///
/// `options` is text: one `name=value` per line, UTF-8; an empty text gives
/// the defaults. Unlike `wasm_engine_new_with_config` this returns an error
/// (`SB_ERROR_CONFIGURATION`) for what can't be used.
///
/// | option | value | default |
/// | --- | --- | --- |
/// | `abi-version` | the `SB_ABI_VERSION` that the host was compiled for | not compared |
/// | `max-wasm-stack` | bytes of stack a guest may use | 524288 |
/// | `compiler` | `cranelift`, `winch` | `cranelift` |
/// | `opt-level` | `none`, `speed`, `speed-and-size` | `speed` |
/// | `parallel-compilation` | `true`, `false` | `true` |
/// | `debug-info` | source lines in backtraces | `true` |
/// | `cache-directory` | folder of compiled code | none |
/// | `function-cache-bytes` | memory for functions that were compiled, see `sb_engine_function_cache`: 0, or 65536 to 68719476736 | 0 |
/// | `concurrency` | component-model async; makes each call dearer | `false` |
/// | `interruptible` | guests see the end of their time, and interruptions | `false` |
/// | `fuel` | guests use up fuel | `false` |
/// | `wasm-FEATURE` | a proposal, named as `Config::wasm_…` with `-` for `_` | Wasmtime's |
/// | `nan-canonicalization` | `true`, `false` | `false` |
/// | `shared-memory` | `true`, `false` | `false` |
/// | `pooling` | `true`, `false` | `false` |
/// | `pooling-instances` | component instances at once | 1000 |
/// | `pooling-memories` | linear memories at once | 1000 |
/// | `pooling-memory-bytes` | largest linear memory | 4294967296 |
/// | `pooling-keep-resident-bytes` | memory kept mapped per free slot | 0 |
///
/// Winch compiles in one pass: sooner, and to slower code. It lacks some proposals
/// (tail calls, exceptions, garbage collection, function references, relaxed SIMD,
/// stack switching; on ARM threads, too): to turn one on is an error of this
/// function, and a component that needs one an error `SB_ERROR_UNSUPPORTED`. It
/// remembers no functions, and can't be used with `fuel`, of which it takes none
/// for the bytes that `memory.fill` and its like write. Its code needs 4 to 19
/// times the stack. `opt-level` is about what Cranelift compiles for both:
/// the code between components and the host.
///
/// `out` receives an engine for this header, and for those functions of
/// `wasmtime.h` that only use one; release it with `sb_engine_delete`, and not with
/// `wasm_engine_delete`. Functions of this header that take an engine take none but
/// those, and no clones of one (`wasmtime_engine_clone`). Engines are thread-safe
/// and reference-counted: what was made from one keeps what it needs.
WASM_API_EXTERN wasmtime_error_t *sb_engine_new(const void *unused,
                                                const wasm_byte_vec_t *options,
                                                wasm_engine_t **out);

/// \brief Releases an engine. What was made from it stays alive, but for the
/// functions that it remembers: their memory is released.
WASM_API_EXTERN wasmtime_error_t *
sb_engine_delete(wasm_engine_t *engine, const void *unused, void *unused_out);

/// \brief What `sb_engine_function_cache` tells. All counts are since the engine
/// was made.
typedef struct sb_function_cache {
  /// The option `function-cache-bytes`; 0: the engine remembers no functions, and
  /// all other fields are 0.
  uint64_t max_bytes;
  /// About how much memory the functions take that are remembered, with what is
  /// kept beside their code; never more than `max_bytes`.
  uint64_t bytes;
  /// How many are remembered.
  uint64_t functions;
  /// How many functions were found instead of compiled.
  uint64_t hits;
  /// How many were looked up and not found, and then compiled.
  uint64_t misses;
  /// How many were forgotten to make room for others: those that had not been
  /// used for longest.
  uint64_t evictions;
} sb_function_cache_t;

/// \brief Tells what an engine remembers of the functions that it has compiled.
///
/// With the option `function-cache-bytes` an engine keeps the machine code of each
/// function that it compiles, in memory, for as long as the engine is not
/// released; of a component or core module that is compiled later, functions that
/// have not changed are taken from there. A function is known by the SHA-256 of
/// all that its code depends on, so that no component can give another one wrong
/// code; the code is the same as without. Components that share an engine can
/// drive each other's functions out, and tell by the time that a compilation takes
/// whether somebody had the same function compiled. Nothing is read from
/// elsewhere, and nothing written. Engines share nothing.
///
/// Thread-safe. Never fails for an engine of `sb_engine_new` that is not released.
WASM_API_EXTERN wasmtime_error_t *
sb_engine_function_cache(const wasm_engine_t *engine, const void *unused,
                         sb_function_cache_t *out);

// ----------- components ------------------------------------------------------

/// \brief A compiled component and the description of its functions.
/// Thread-safe.
typedef struct sb_component sb_component_t;

/// \brief What `sb_component_new` returns.
typedef struct sb_component_result {
  /// Owned by the caller, release with `sb_component_delete`.
  sb_component_t *component;
  /// See `sb_component_new`; owned by the caller, release with
  /// `sb_bytes_delete`.
  wasm_byte_vec_t description;
} sb_component_result_t;

/// \brief Compiles a component, binary or text, and describes its interface.
///
/// The description is a block:
///
///     u32 count of resources, then for each, in the order of their numbers:
///       str instance that has it first, of nested ones with `/` between their
///       names (empty: the root), str name (empty: none has it)
///     u32 count of imports, then that many items
///     u32 count of exports, then that many items; types of instances are left
///       out
///
///     item:  str name, u8 sort, then by sort
///       0 function:  u32 index, u8 async, u32 params {str name, type},
///                    u8 results {type}, u32 size and u32 alignment of the
///                    parameters' image, u32 offsets of the parameters,
///                    u32 size and u32 alignment of the results' image
///       1 instance:  u8 it is an import, of WASI, that the library provides,
///                    u32 count, that many items
///       2 type:      type
///       3 resource:  u32 number
///       4 core module, 5 component, 6 core function: nothing
///     type:  u8 tag, then by tag
///       0 bool 1 s8 2 u8 3 s16 4 u16 5 s32 6 u32 7 s64 8 u64 9 f32 10 f64
///       11 char 12 string
///       13 list: type; u32 size and u32 alignment of an element
///       14 record: u32 size, u32 alignment, u32 count {str name, u32 offset, type}
///       15 tuple: u32 size, u32 alignment, u32 count {u32 offset, type}
///       16 variant: u32 size, u32 alignment, u32 size of the discriminant,
///          u32 offset of payloads, u32 count {str name, u8 has payload, type?}
///       17 enum: u32 size, u32 count {str name}
///       18 option: u32 size, u32 alignment, u32 offset of the payload, type
///       19 result: u32 size, u32 alignment, u32 offset of payloads,
///          u8 has ok, type?, u8 has err, type?
///       20 flags: u32 size, u32 alignment, u32 count {str name}
///       21 own: u32 resource   22 borrow: u32 resource
///       23 map: key type, value type; u32 size and u32 alignment of an entry,
///          u32 offset of the value in an entry
///       24 fixed-length list: type, u32 length, u32 size and u32 alignment of
///          an element
///       25 future: u8 has payload, type?   26 stream: u8 has payload, type?
///       27 error-context
///
/// The index of an exported function, counted over all exports, is what
/// `sb_call` takes. Errors: `SB_ERROR_COMPILATION`, `SB_ERROR_NOT_A_COMPONENT`,
/// `SB_ERROR_CONCURRENCY`, `SB_ERROR_UNSUPPORTED`.
WASM_API_EXTERN wasmtime_error_t *sb_component_new(const wasm_engine_t *engine,
                                                   const wasm_byte_vec_t *bytes,
                                                   sb_component_result_t *out);

/// \brief Writes the compiled component, for `sb_component_deserialize`.
WASM_API_EXTERN wasmtime_error_t *
sb_component_serialize(const sb_component_t *component, const void *unused,
                       wasm_byte_vec_t *out);

/// \brief Loads what `sb_component_serialize` wrote. `out` is as of
/// `sb_component_new`.
///
/// The bytes are executed as they are: the caller vouches that they are those that
/// `sb_component_serialize` wrote. Error: `SB_ERROR_ARTIFACT`, if they are of
/// another version of Wasmtime, another platform, or an engine with other options.
WASM_API_EXTERN wasmtime_error_t *
sb_component_deserialize(const wasm_engine_t *engine, const wasm_byte_vec_t *compiled,
                         sb_component_result_t *out);

/// \brief Finds the exported function that may have been meant by a name that none
/// has.
///
/// `name` is UTF-8: `f`, or `ns:pkg/iface#f`. `out` receives the full name of the
/// function whose name is nearest, in UTF-8: of one that is named without its
/// instance, the name alone counts. It receives nothing if no name is so near that
/// a slip of the finger may have made the difference. Error: `SB_ERROR_SYNTAX`, if
/// `name` is not UTF-8.
WASM_API_EXTERN wasmtime_error_t *
sb_component_similar_function(const sb_component_t *component, const wasm_byte_vec_t *name,
                              wasm_byte_vec_t *out);

/// \brief Releases a component. What was made from it stays alive.
WASM_API_EXTERN wasmtime_error_t *
sb_component_delete(sb_component_t *component, const void *unused, void *unused_out);

/// \brief Prints the WIT world of a component, binary or text, with the names
/// that its types have in the binary.
///
/// `out` receives UTF-8 text, released with `sb_bytes_delete`. Error:
/// `SB_ERROR_UNSUPPORTED`, if it has parts that WIT has no form for.
WASM_API_EXTERN wasmtime_error_t *sb_wit_print(const void *unused,
                                               const wasm_byte_vec_t *bytes,
                                               wasm_byte_vec_t *out);

/// \brief Resolves WIT for a code generator: one world, and all types and interfaces.
///
/// `request` is a block: string path, string world, u8 whether all features are
/// on, u32 count, that many strings: the features that are on. The path is a WIT
/// folder with its `deps`, a `.wit` file, or a WIT package or component, binary or
/// text. The world may be empty if there is only one; a component has one.
///
/// `out` receives JSON in UTF-8, released with `sb_bytes_delete`:
///
///     {"world": item + {"package", "imports": [entry], "exports": [entry]},
///      "interfaces": [item + {"id", "package", "cloneOf", "types": [number],
///                             "functions": [function]}],
///      "types": [item + {"kind", "owner", …}], "sources": [path]}
///     item:     {"name", "docs", "deprecated": version, "at": "file:line:column"},
///               of which any may be missing
///     entry:    {"interface": number, "key", "docs", "provided"} or
///               {"function": function} or {"type": number}; "provided" says that
///               the library has an implementation of its own (WASI)
///     package:  {"namespace", "name", "version"}
///     function: item + {"kind": "freestanding", "method", "static" or "constructor",
///               "item": name without its resource, "async", "resource": number,
///               "params": [{"name", "type", "offset"}], "result"}
///     type:     a primitive's name, or the number of an entry in "types", whose
///               "kind" is WIT's word for it, and whose other parts are types,
///               names, and bytes of the canonical ABI's layout: "offset",
///               "payload" (its offset), "discriminant" (its size), "elementSize".
///               "owner" is "world", an interface's number, or missing
///
/// Interfaces that are imported and exported are there twice, with types of their
/// own: the copy's "cloneOf" names the imported one.
///
/// Error: `SB_ERROR_COMPILATION`, whose message points at the file, line and column.
WASM_API_EXTERN wasmtime_error_t *sb_wit_resolve(const void *unused,
                                                 const wasm_byte_vec_t *request,
                                                 wasm_byte_vec_t *out);

// ----------- composition -----------------------------------------------------

/// \brief What can be wrong with a composition, in what `sb_compose` writes.
enum sb_composition_problem {
  /// A component is damaged, not valid, or none.
  SB_COMPOSITION_INVALID = 1,
  /// A component is a core module.
  SB_COMPOSITION_CORE_MODULE = 2,
  /// A text names a component that isn't given.
  SB_COMPOSITION_UNKNOWN_PART = 3,
  /// Something is said twice.
  SB_COMPOSITION_DUPLICATE = 4,
  /// What is to be plugged or exported isn't there.
  SB_COMPOSITION_MISSING = 5,
  /// A part is plugged into another one that imports nothing of it.
  SB_COMPOSITION_NOTHING_MATCHES = 6,
  /// Several things could be meant.
  SB_COMPOSITION_AMBIGUOUS = 7,
  /// The two ends of a seam have different types, or versions.
  SB_COMPOSITION_INCOMPATIBLE = 8,
  /// A part gets one resource from two places.
  SB_COMPOSITION_OTHER_RESOURCE = 9,
  /// Parts need each other.
  SB_COMPOSITION_CYCLIC = 10,
  /// Nothing uses a part.
  SB_COMPOSITION_UNUSED = 11,
  /// Nothing is exported.
  SB_COMPOSITION_NOTHING_EXPORTED = 12,
  /// A name can't be one.
  SB_COMPOSITION_BAD_NAME = 13,
  /// It is more than can be composed; the message names the limit.
  SB_COMPOSITION_TOO_LARGE = 14,
  /// A component has something that can't be composed.
  SB_COMPOSITION_UNSUPPORTED = 15,
  /// A text has a mistake.
  SB_COMPOSITION_SYNTAX = 16,
};

/// \brief Plugs components into each other, so that they are one. Nothing is
/// compiled.
///
/// `request` is a block:
///
///     u32 count of components {u64 bytes}
///     u32 count of parts {str name, u32 which component}: instances of them
///     u32 count of plugs {u32 providing part, u32 consuming part, u8 whether one
///       by name, str export, str import}; else all that match are plugged
///     u32 count of exports {u32 part, u8 whether one by name, str item, str name};
///       else everything that the part exports
///     the components' bytes, binary or text, one behind the other
///
/// Names of interfaces may be without their version where only one is meant; one
/// that isn't there stands for one of a compatible version. With equal names of export and import their versions have to be compatible. The name
/// under which an item is exported may be empty: its own. What is imported and not
/// plugged is left to the host, once for all parts. The component has the names of
/// its parts as those of its instances.
///
/// `out` receives a block, released with `sb_bytes_delete`:
///
///     u32 count of problems; if it is 0, the component's bytes follow to the end
///     per problem: u32 enum sb_composition_problem, str consuming part, str its
///       import, str providing part, str its export (each may be empty), str
///       message, in one or several lines
///
/// At most 1,000 parts, 10,000 plugs and 10,000 exports. Error: `SB_ERROR_SYNTAX`,
/// if the block is malformed.
WASM_API_EXTERN wasmtime_error_t *sb_compose(const void *unused,
                                             const wasm_byte_vec_t *request,
                                             wasm_byte_vec_t *out);

/// \brief Composes what a text in the WAC language says, see
/// https://github.com/bytecodealliance/wac/blob/main/LANGUAGE.md
///
/// `request` is a block: str text, of at most 64 KiB; u32 count of components {u64
/// bytes}; for each component, str the package name that it has in the text, with
/// `@` and a version if it has one there; the components' bytes, one behind the
/// other. `out` is as of `sb_compose`; messages begin with line and column. Texts
/// that define types, interfaces or worlds are SB_COMPOSITION_UNSUPPORTED.
WASM_API_EXTERN wasmtime_error_t *sb_compose_wac(const void *unused,
                                                 const wasm_byte_vec_t *request,
                                                 wasm_byte_vec_t *out);

/// \brief Tells what a composition is made of: a component, binary or text, of
/// `sb_compose` or another tool.
///
/// `out` receives a block, released with `sb_bytes_delete`:
///
///     tree:   u32 count of imports {str name}, u32 count of parts {part},
///             u32 count of exports {str name, source}
///     part:   str name, u32 count of imports {str name, source}, tree: what it is
///             made of itself
///     source: str part and str its export (empty: all of it); without a part str
///             import, which is the host's, or empty: the component's own
///
/// Components that have no code in them are no parts. Instances without a name are
/// called as their components are, or `component N`; where several are called
/// alike, the second one has a number behind its name. Exports are instances and
/// functions; types, core modules and components are left out. Errors:
/// `SB_ERROR_COMPILATION`, `SB_ERROR_NOT_A_COMPONENT`.
WASM_API_EXTERN wasmtime_error_t *sb_composition_tree(const void *unused,
                                                      const wasm_byte_vec_t *bytes,
                                                      wasm_byte_vec_t *out);

// ----------- core modules ----------------------------------------------------

/// \brief A compiled core module. Thread-safe.
typedef struct sb_module sb_module_t;

/// \brief Compiles a core module, binary or text. Errors: `SB_ERROR_COMPILATION`,
/// `SB_ERROR_UNSUPPORTED`.
WASM_API_EXTERN wasmtime_error_t *sb_module_new(const wasm_engine_t *engine,
                                                const wasm_byte_vec_t *bytes,
                                                sb_module_t **out);

/// \brief Releases a core module. What was made from it stays alive.
WASM_API_EXTERN wasmtime_error_t *
sb_module_delete(sb_module_t *module, const void *unused, void *unused_out);

// ----------- the host's side -------------------------------------------------

/// \brief What the library asks of the host.
enum sb_upcall_operation {
  /// Calls the host function `target`. `a` is the address of the arguments'
  /// image, `b` its length. Returns 0 and leaves the results' image as
  /// `sb_store_io_t` says; or a negative number: the guest is stopped, and the
  /// call that led here ends with `SB_ERROR_HOST`; or, with concurrency, a
  /// positive number that the host has for the call: the function has not ended
  /// yet, and `SB_UPCALL_AWAIT` will tell.
  SB_UPCALL_CALL = 0,
  /// Host function (`a` is 0) or host resource (`a` is 1) `target` is no longer
  /// referred to. `store` is 0. Comes while the host releases the last reference
  /// (`b` is 0); or late (`b` is 1), in any later call of the library's functions,
  /// if that was on a thread without stack for an upcall. Nobody but the host
  /// knows until when its upcall can be called: of a late release it must not
  /// take the upcall away after this has returned.
  SB_UPCALL_RELEASE = 1,
  /// Writes the bytes of side-table entry `target` to address `a`, exactly `b`
  /// bytes. Returns 0, or nonzero if there is no such entry of that length.
  SB_UPCALL_FILL = 2,
  /// Reads a list of `b` bytes at address `a` into a new side-table entry.
  /// `target` is the type's tag, see `sb_component_new`. Returns the entry's
  /// index, or a negative number.
  SB_UPCALL_DRAIN = 3,
  /// The same for each list of a result under `SB_CALL_IN_PLACE`: lets the host
  /// look at the elements where they are. They may be read, not written.
  SB_UPCALL_VISIT = 4,
  /// A guest has dropped an owned handle: object `a` of the host resource
  /// `target`. Returns 0, or nonzero as `SB_UPCALL_CALL` does.
  SB_UPCALL_DESTROY = 5,
  /// With concurrency: asks for a host function that `SB_UPCALL_CALL` gave a
  /// number for, and that has ended. If `a` is 1, no guest can go on before: waits
  /// for one. If `a` is 0, returns 0 if there is none. Leaves the results' image as
  /// `SB_UPCALL_CALL` does, and returns the number; or -1 minus the number if the
  /// function has failed; or -1 if waiting has failed, which stops all guests.
  SB_UPCALL_AWAIT = 6,
  /// With concurrency: nobody waits any more for the call with the number `target`.
  SB_UPCALL_ABANDON = 7,
  /// Asks whether the calling thread has been interrupted. Returns 1 if it has:
  /// the call then ends with `SB_ERROR_INTERRUPTED`. Asked about every 10 ms.
  SB_UPCALL_INTERRUPTED = 8,
  /// A guest has written `b` bytes, at `a`, to its standard output (`target` is
  /// 1) or standard error (2). Returns 0; or a negative number as `SB_UPCALL_CALL`
  /// does; or a positive one if the stream can't be written to, which guests are
  /// told as WASI has it: it isn't asked to take more.
  SB_UPCALL_OUTPUT = 9,
  /// A guest wants to read at most `b` bytes of standard input. The host answers
  /// with `sb_input_give(a, …)`, now or later and on any thread, and returns 0; or
  /// it returns nonzero as `SB_UPCALL_CALL` does, and doesn't answer.
  SB_UPCALL_INPUT = 10,
  /// Tells what a guest asked for of its capabilities. `target` is 1 if it was
  /// granted; `a` is the address and `b` the length of a block: str capability
  /// (`files`, `tcp-connect`, `tcp-bind`, `tcp-listen`, `udp-bind`, `udp-send`,
  /// `dns`, `http`), str what.
  SB_UPCALL_ACCESS = 11,
  /// Shows a request before it is sent. `a` is the address and `b` the length of a
  /// block: str method, str url, u32 count of headers {str name, u32 count and
  /// that many bytes of the value}. Returns `enum sb_decision`, or a negative
  /// number: the host failed, and the guest is stopped. Never with concurrency.
  SB_UPCALL_REQUEST = 12,
};

/// \brief What becomes of a request that `SB_UPCALL_REQUEST` showed.
enum sb_decision {
  /// It is sent.
  SB_DECISION_SEND = 0,
  /// It is refused.
  SB_DECISION_REFUSE = 1,
  /// It is answered with the block at `result`: u16 status, headers, u32 count and
  /// that many bytes of the body.
  SB_DECISION_ANSWER = 2,
  /// What the block at `result` says is sent instead, with the guest's body: str
  /// method, str url, headers.
  SB_DECISION_CHANGE = 3,
};

/// \brief Set in a handle whose resource the host doesn't implement.
#define SB_HANDLE_GUEST UINT32_C(0x80000000)

/// \brief The one function through which the library calls the host.
///
/// Called on the thread that is inside `sb_call`, `sb_instantiate` or a
/// `…_delete` function, on that thread's own stack: never on a fiber, where
/// Wasmtime runs guests if the engine has concurrency support. `store` is the
/// number that the host gave in `sb_store_config_t`. It must not unwind.
/// Addresses are valid until it returns; nothing may enter the store during it.
typedef int64_t (*sb_upcall_t)(int64_t operation, int64_t target, int64_t store,
                               int64_t a, int64_t b);

// ----------- pre-instantiation -----------------------------------------------

/// \brief A component whose imports are resolved and type-checked.
/// Thread-safe.
typedef struct sb_instance_pre sb_instance_pre_t;

/// \brief Resolves the imports of a component.
///
/// `definitions` is a block:
///
///     u64 address of an sb_upcall_t (may be 0 if there are no functions and
///       no resources), callable until the last SB_UPCALL_RELEASE of them has
///       returned
///     u32 count of functions {str instance, str name, u64 target}
///     u32 count of resources {str instance, str name, u32 type, u64 target}
///     u32 count of core modules {str instance, str name, u64 address of an
///       sb_module_t}
///     u32 count of interfaces of WASI {str name, with its version}
///     u32 count of providers {str what messages call it, u8 kind, u64 number}:
///       what is plugged in. Kind 0 is an instance, by its number in the store that
///       the component will be instantiated in, kind 1 the address of an
///       sb_instance_pre_t, of which each instance gets an instance of its own
///     u32 count of plugged functions {str instance, str name, u32 provider, u32
///       index of the function among the exports of the provider's component}
///     u32 count of plugged resources {str instance, str name, u32 resource, any
///       number below 2^31 that tells it from the component's other ones, str what
///       messages call it}
///
/// The instance is empty for the root, and a nested one is named after those
/// around it with `/` between. Every imported function, resource and core module
/// must be named exactly as the component names it (matching of versions is up
/// to the caller), once, and a resource that is imported under several names be defined
/// under each. Resources with the same `type`, any number below 2^31, are the same
/// resource, also for other components in a store. `target` is handed to
/// `SB_UPCALL_CALL` or `SB_UPCALL_DESTROY`, and to `SB_UPCALL_RELEASE` once,
/// when the last of the pre-instantiation, what it is plugged into, and their
/// instances' stores is gone (also when this function fails).
///
/// A plugged function is called natively, with an image that the library keeps to
/// itself: the values are checked as if they came from a host, so that types that
/// don't fit are errors and no more; whether they fit is for the caller to see to. A
/// plugged resource stands for one of whichever instance it comes from; while a guest
/// owns it the host can neither pass nor drop the handle. Providers of
/// kind 1 are instantiated by `sb_instantiate` right before the component, each once
/// per call, also if several of them need it; at most 100 may be plugged into each
/// other, one behind the other. An instance that runs is not entered again: that is
/// an error of the kind `SB_ERROR_TRAP`. On engines with `concurrency` nothing can be
/// plugged in.
///
/// The interfaces of WASI are provided by the library: `wasi:cli`, `wasi:clocks`,
/// `wasi:filesystem`, `wasi:io`, `wasi:random`, `wasi:sockets`, and of `wasi:http`
/// `types` and `outgoing-handler`, all 0.2; and the same of 0.3 (`wasi:http/client`)
/// on engines with concurrency. What they may do is up to the store.
/// Error: `SB_ERROR_LINK`.
WASM_API_EXTERN wasmtime_error_t *
sb_instance_pre_new(const sb_component_t *component,
                    const wasm_byte_vec_t *definitions, sb_instance_pre_t **out);

/// \brief Releases a pre-instantiation.
WASM_API_EXTERN wasmtime_error_t *
sb_instance_pre_delete(sb_instance_pre_t *pre, const void *unused, void *unused_out);

// ----------- WASI ------------------------------------------------------------

/// \brief What guests may do with the files, or with the folders, in a folder:
/// bits.
enum sb_right {
  /// Look at them.
  SB_RIGHT_READ = 1,
  /// Change them.
  SB_RIGHT_WRITE = 2,
  /// Make them.
  SB_RIGHT_CREATE = 4,
};

/// \brief Classes of addresses that grants of any address, of names and of
/// origins mean only where it is said: bits.
enum sb_address_class {
  /// This machine.
  SB_ADDRESS_LOOPBACK = 1,
  /// The neighbours of this machine.
  SB_ADDRESS_LINK_LOCAL = 2,
  /// Networks of an organization.
  SB_ADDRESS_PRIVATE = 4,
  /// Multicast, broadcast, documentation and what is reserved.
  SB_ADDRESS_SPECIAL = 8,
};

/// \brief Which clocks guests see.
enum sb_clock {
  /// The machine's.
  SB_CLOCK_REAL = 0,
  /// Both stand still, the wall clock at so many nanoseconds since 1970.
  SB_CLOCK_FIXED = 1,
  /// The number is the address of two u64, aligned, that the host writes
  /// atomically and keeps as long as there are stores: nanoseconds since 1970, and
  /// of the monotonic clock.
  SB_CLOCK_STEPPED = 2,
};

/// \brief What stores grant their guests. Thread-safe.
typedef struct sb_wasi sb_wasi_t;

/// \brief Reads what stores grant.
///
/// `block`:
///
///     u32 count of arguments {str}
///     u32 count of environment variables {str name, str value}
///     u8 has a working directory, str?
///     u8 standard input: 0 empty, 1 the bytes that follow (u32 count, bytes), 2
///       asked for by `SB_UPCALL_INPUT`
///     u8 standard output, u8 standard error: 0 discarded, 1 `SB_UPCALL_OUTPUT`
///     u8 clock (enum sb_clock), u64 its number, or 0
///     u8 is seeded, u64 seed: random numbers, the secure ones too, that are the
///       same for the same seed
///     u32 count of preopened folders {str path on the host, str path in the guest,
///       u8 rights to folders, u8 rights to files (enum sb_right)}
///     u32 count of grants of sockets {u8 0 outbound 1 inbound, u8 0 TCP 1 UDP,
///       u8 0 any address 1 a range as `10.0.0.0/8` or one address 2 a name as
///       `*.example.com` that the guest has looked up, str range or name,
///       u16 first and u16 last port}
///     u32 count of names that may be looked up {str, as above}
///     u8 classes of addresses that grants of any address, of names and of origins
///       mean too (enum sb_address_class)
///     u32 count of origins of requests {u8 1 https 0 http, str name, as above, or
///       address, u16 port (0: any)}
///     u64 timeouts in nanoseconds: to connect, to the first byte of an answer,
///       between bytes; u64 bytes of a request's body, u64 of an answer's
///     u8 each request is shown first (`SB_UPCALL_REQUEST`)
///     u32 count of trusted certificates {u32 count and that many bytes, DER}
///     u8 `SB_UPCALL_ACCESS` is wanted
///
/// Error: `SB_ERROR_CONFIGURATION`.
WASM_API_EXTERN wasmtime_error_t *sb_wasi_new(const void *unused,
                                              const wasm_byte_vec_t *block,
                                              sb_wasi_t **out);

/// \brief Releases it. Stores that were made with it keep what they need.
WASM_API_EXTERN wasmtime_error_t *
sb_wasi_delete(sb_wasi_t *wasi, const void *unused, void *unused_out);

/// \brief Makes a component of a core module, binary or text, that was built for
/// WASI 0.1 (`wasi_snapshot_preview1`): a command, with `wasi:cli/run`, if it
/// exports `_start`.
///
/// `out` receives the component, released with `sb_bytes_delete`. Error:
/// `SB_ERROR_COMPILATION`.
WASM_API_EXTERN wasmtime_error_t *sb_preview1_adapt(const void *unused,
                                                    const wasm_byte_vec_t *module,
                                                    wasm_byte_vec_t *out);

/// \brief How a host answers `SB_UPCALL_INPUT`.
enum sb_input {
  /// With these bytes.
  SB_INPUT_BYTES = 0,
  /// The input has ended.
  SB_INPUT_ENDED = 1,
  /// Reading failed; the bytes say why.
  SB_INPUT_FAILED = 2,
};

/// \brief What `SB_UPCALL_INPUT` hands out: a place for standard input.
typedef struct sb_inbox sb_inbox_t;

/// \brief Answers `SB_UPCALL_INPUT`, once.
///
/// `answer` is a block: u8 `enum sb_input`, u32 count and that many bytes. Releases
/// `inbox`. May be called on any thread, also after the store has been released.
WASM_API_EXTERN wasmtime_error_t *
sb_input_give(sb_inbox_t *inbox, const wasm_byte_vec_t *answer, void *unused_out);

// ----------- stores ----------------------------------------------------------

/// \brief What a store is made with. Copied by `sb_store_new`.
typedef struct sb_store_config {
  /// Handed to every upcall; the host's name for the store.
  int64_t store;
  /// Lists of at least so many bytes leave the guest through
  /// `SB_UPCALL_DRAIN`, if the store has an upcall.
  uint64_t drain_threshold;
  /// Most bytes of each linear memory.
  uint64_t memory_bytes;
  /// Most elements of each table.
  uint64_t table_elements;
  /// Most core instances and tables, each.
  uint64_t instances;
  /// Most linear memories.
  uint64_t memories;
  /// Most bytes that one call may copy out of the guest
  /// (`Store::set_hostcall_fuel`).
  uint64_t hostcall_bytes;
  /// Most tasks, waitables and the like that component-model async keeps at once,
  /// with concurrency.
  uint64_t tasks;
  /// The engine's `max-wasm-stack`: calls from a thread with less stack left
  /// than that and a reserve end with `SB_ERROR_STACK`.
  uint64_t max_wasm_stack;
  /// Most bytes of all linear memories together, and of the tables that have 16384
  /// elements or more, of 8 bytes each.
  uint64_t total_memory_bytes;
  /// How much fuel the guests have, for an engine with `fuel`; 0 for one without.
  uint64_t fuel;
  /// How many nanoseconds a call may take; 0: no limit.
  uint64_t deadline_nanos;
  /// Most handles that guests have of WASI's resources: files, streams, pollables
  /// and so on.
  uint64_t handles;
  /// Most files, folders and sockets that guests have open at once.
  uint64_t open_files;
  /// Most names that are looked up at once; more wait.
  uint64_t name_lookups;
  /// Most bytes that guests may write to standard output and standard error, and
  /// that the host counts with `sb_store_count_output`.
  uint64_t output_bytes;
  /// Most HTTP requests that wait for an answer, or for it to be read, at once.
  uint64_t requests;
  /// What is granted; `NULL`: nothing. Not kept.
  const sb_wasi_t *wasi;
} sb_store_config_t;

/// \brief The part of a store that both sides read and write: its first bytes.
///
/// The host owns the buffer, which must live until it is replaced or the store
/// is released. Arguments' images are written to its start by the host and are
/// dead once the guest runs; results' images, and the arguments' images of
/// host functions, are written to its start by the library.
typedef struct sb_store_io {
  /// The host's buffer, aligned to 8.
  uint8_t *buffer;
  /// Its size in bytes, at most 2 GiB.
  uint64_t capacity;
  /// Where the library left an image that did not fit into the buffer: its
  /// address, or `NULL`. Valid until the next call.
  const uint8_t *overflow;
  /// The length of the last image that the library wrote, wherever it is.
  uint64_t length;
  /// Set by the host before it answers `SB_UPCALL_CALL`, `SB_UPCALL_AWAIT` or
  /// `SB_UPCALL_REQUEST` with something to read: where in the buffer the
  /// results' image starts, in bytes from the buffer's start, and its length. The
  /// image's offsets count from here. What does not lie within the buffer is an
  /// error of the kind `SB_ERROR_HOST`. The library sets both to 0 before it asks.
  uint64_t result;
  uint64_t result_length;
  /// Set by the host, at any time outside of a call: how the library reaches it
  /// about this store. `NULL` at first: big lists then stay in the image. It must
  /// be callable until `sb_store_delete` has returned.
  sb_upcall_t upcall;
  /// Which instance `sb_instantiate` has made last: its number within the store,
  /// counted from 0.
  uint64_t instance;
} sb_store_io_t;

/// \brief A store: instances, their memory, their limits.
/// Not thread-safe: one thread at a time, and not from its own upcalls.
typedef struct sb_store sb_store_t;

/// \brief Creates a store.
///
/// `*out` starts with an `sb_store_io_t` (without buffer). Release it with
/// `sb_store_delete`.
WASM_API_EXTERN wasmtime_error_t *sb_store_new(const wasm_engine_t *engine,
                                               const sb_store_config_t *config,
                                               sb_store_t **out);

/// \brief Releases a store and all in it. A store that a call is in is left as it
/// is, with an error of the kind `SB_ERROR_INTERNAL`.
WASM_API_EXTERN wasmtime_error_t *
sb_store_delete(sb_store_t *store, const void *unused, void *unused_out);

/// \brief How much fuel a store's guests have left; `out` receives it. Error:
/// `SB_ERROR_CONFIGURATION`, if the engine doesn't count fuel.
WASM_API_EXTERN wasmtime_error_t *sb_store_fuel(sb_store_t *store,
                                                const void *unused,
                                                uint64_t *out);

/// \brief Sets how much fuel a store's guests have left.
///
/// `fuel` is a block with one u64. Error: `SB_ERROR_CONFIGURATION`, if the engine
/// doesn't count fuel.
WASM_API_EXTERN wasmtime_error_t *sb_store_set_fuel(sb_store_t *store,
                                                    const wasm_byte_vec_t *fuel,
                                                    void *unused_out);

/// \brief Sets how long each call in a store may take from now on, in the place of
/// `deadline_nanos`.
///
/// `nanos` is a block with one u64: nanoseconds, or 0 for no limit.
WASM_API_EXTERN wasmtime_error_t *
sb_store_set_deadline(sb_store_t *store, const wasm_byte_vec_t *nanos,
                      void *unused_out);

/// \brief Counts what guests have given the host to write down, other than by
/// standard output and standard error, against `output_bytes`. May be called from
/// an upcall about the store.
///
/// `bytes` is a block with one u64. Error: `SB_ERROR_LIMIT`, and nothing is counted.
WASM_API_EXTERN wasmtime_error_t *
sb_store_count_output(sb_store_t *store, const wasm_byte_vec_t *bytes,
                      void *unused_out);

/// \brief Ends the call that is under way in a store, if there is one. Any thread
/// may ask, as long as the store isn't released meanwhile.
///
/// The call ends with `SB_ERROR_INTERRUPTED`: at once where it waits in WASI, at
/// the next loop or function entry in compiled code if the engine is
/// `interruptible`. A call that is in a host function goes on until that returns.
WASM_API_EXTERN wasmtime_error_t *
sb_store_interrupt(const sb_store_t *store, const void *unused, void *unused_out);

/// \brief Instantiates, and what is to be plugged in before.
///
/// The number of the instance is left in `sb_store_io_t`; those of the instances
/// that were made to be plugged in are below it.
/// Errors: as `sb_call`, and `SB_ERROR_LIMIT`.
WASM_API_EXTERN wasmtime_error_t *sb_instantiate(sb_store_t *store,
                                                 const sb_instance_pre_t *pre,
                                                 void *unused_out);

/// \brief Replaces what is plugged into an instance, between its calls.
///
/// `request` is a block: u32 the instance's number, str what messages call the
/// component of what is plugged in now, u32 count {u32 place of a function in the
/// list of plugged functions that the instance was linked with, u32 number of the
/// instance that serves it from now on, u32 index of the function among the exports
/// of that instance's component}. Instances may be plugged into each other in a
/// circle; see `sb_instance_pre_new` for what happens when calls go round. Error:
/// `SB_ERROR_LINK`, and nothing is changed.
WASM_API_EXTERN wasmtime_error_t *
sb_instance_plug(sb_store_t *store, const wasm_byte_vec_t *request,
                 void *unused_out);

/// \brief Finds a core module that an instance exports.
///
/// `request` is a block: u32 the instance's number, str the names of the
/// instances around the module with `/` between (empty: the root), str its name.
/// `out` receives a module of the caller's. Error: `SB_ERROR_LINK`.
WASM_API_EXTERN wasmtime_error_t *sb_instance_module(sb_store_t *store,
                                                     const wasm_byte_vec_t *request,
                                                     sb_module_t **out);

// ----------- calls -----------------------------------------------------------

/// \brief In `length` of `sb_call`: lists of this call's result stay in the
/// image, whatever their size.
#define SB_CALL_NO_DRAIN (INT64_C(1) << 62)

/// \brief In `length` of `sb_call`: lists of plain elements (numbers, and
/// records, tuples and fixed-length lists of such) in this call's result are
/// handed to `SB_UPCALL_VISIT`, whatever their size. The store must have an
/// upcall. Without effect with concurrency, where all lists are in the image.
#define SB_CALL_IN_PLACE (INT64_C(1) << 61)

/// \brief Returned by `sb_call`: success, and the result is in the overflow
/// area, not in the buffer.
#define SB_CALL_OVERFLOW INT64_C(1)

/// \brief Calls an exported function.
///
/// `store` is the address of an `sb_store_t`, as a number: the host calls this
/// often, and numbers cost it nothing to pass. `target` is the instance's number
/// in its upper and the function's index in its lower 32 bits. The arguments'
/// image is at the start of the store's buffer, `length` bytes long; the
/// results' image replaces it. Runs the function's `post-return` too.
///
/// Returns 0, or `SB_CALL_OVERFLOW`, or the address of a `wasmtime_error_t`
/// that the caller owns. After `SB_ERROR_TRAP` the host gives the store up: a
/// guest was stopped half-way, and its instances mostly refuse to be called.
/// `SB_ERROR_STACK` and `SB_ERROR_IMAGE` of the outermost layout leave the store
/// as it was.
WASM_API_EXTERN int64_t sb_call(int64_t store, int64_t target,
                                int64_t length);

/// \brief Drops resources: runs the destructors of the components that
/// implement them, and forgets the handles.
///
/// `handles` is a block of u32, each with `SB_HANDLE_GUEST` set. Guests run:
/// errors are those of `sb_call`, and what stands behind the one that failed
/// has not been dropped.
WASM_API_EXTERN wasmtime_error_t *sb_resources_drop(sb_store_t *store,
                                                    const wasm_byte_vec_t *handles,
                                                    void *unused_out);

// ----------- WAVE ------------------------------------------------------------

/// \brief Translates a call in WAVE notation into an image.
///
/// `text` is, for example, `add(1, 2)`, which calls the first export of that
/// name, the root's before instances'; or `ns:pkg/iface#add(1, 2)`, which names
/// one exactly. `out` receives: u32 the function's index, then the image of the
/// arguments, from offset 8.
/// A string literal is accepted for a parameter of type `list<u8>`: its UTF-8.
/// Error: `SB_ERROR_SYNTAX`.
WASM_API_EXTERN wasmtime_error_t *
sb_wave_encode(const sb_component_t *component, const wasm_byte_vec_t *text,
               wasm_byte_vec_t *out);

/// \brief Prints a results' image as WAVE.
///
/// `image` is u32 the function's index, 4 bytes of padding, and the image, in
/// which no list is in a side table. `out` receives UTF-8 text, empty for a
/// function without result. Error: `SB_ERROR_LIMIT` (`SB_LIMIT_FIXED`) if the
/// values and the text would take more than 512 MiB.
WASM_API_EXTERN wasmtime_error_t *
sb_wave_decode(const sb_component_t *component, const wasm_byte_vec_t *image,
               wasm_byte_vec_t *out);

#ifdef __cplusplus
} // extern "C"
#endif

#endif // SWITCHBLADE_H
