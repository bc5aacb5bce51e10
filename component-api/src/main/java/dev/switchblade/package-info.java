/**
 * Runs WebAssembly components.
 *
 * <p>An {@link dev.switchblade.Engine} compiles a {@link dev.switchblade.Component}. A {@link
 * dev.switchblade.Linker} holds what the host provides and prepares the component as an {@link
 * dev.switchblade.InstancePre}. A {@link dev.switchblade.Store} is what one tenant or one request
 * owns: an {@link dev.switchblade.Instance} lives in it, with its memory, under its limits. A
 * {@link dev.switchblade.Func} is one exported function.
 *
 * {@snippet :
 * try (var engine = Engine.create();
 *     var component = engine.compile(Path.of("processor.wasm"))) {
 *   var linker = new Linker(engine);
 *   linker.root().func("logger", call -> { System.out.println(call.string(0)); return null; });
 *   try (var store = new Store(engine)) {
 *     Instance instance = linker.instantiate(store, component);
 *     byte[] inverted = (byte[]) instance.func("process").call("hello".getBytes(UTF_8));
 *   }
 * }
 * }
 *
 * <p><b>Types.</b> A value crosses as this Java type, both ways:
 *
 * <table class="striped">
 *   <caption>WIT in Java</caption>
 *   <thead><tr><th scope="col">WIT</th><th scope="col">Java</th></tr></thead>
 *   <tbody>
 *     <tr><th scope="row">{@code bool}</th><td>{@link java.lang.Boolean}</td></tr>
 *     <tr><th scope="row">{@code s8}, {@code s16}, {@code s32}, {@code s64}</th>
 *         <td>{@link java.lang.Byte}, {@link java.lang.Short}, {@link java.lang.Integer},
 *         {@link java.lang.Long}</td></tr>
 *     <tr><th scope="row">{@code u8}, {@code u16}</th><td>{@link java.lang.Integer}, checked</td></tr>
 *     <tr><th scope="row">{@code u32}, {@code u64}</th>
 *         <td>{@link java.lang.Integer}, {@link java.lang.Long}: the bits, to be read with
 *         {@link java.lang.Integer#toUnsignedLong} and the like; a {@code u32} is also taken from a
 *         {@link java.lang.Long} of 0 to 4,294,967,295</td></tr>
 *     <tr><th scope="row">{@code f32}, {@code f64}</th>
 *         <td>{@link java.lang.Float}, {@link java.lang.Double}</td></tr>
 *     <tr><th scope="row">{@code char}</th><td>{@link java.lang.Integer}, a code point, checked</td></tr>
 *     <tr><th scope="row">{@code string}</th><td>{@link java.lang.String}</td></tr>
 *     <tr><th scope="row">{@code list}, also of fixed length, of a number type</th>
 *         <td>{@code byte[]}, {@code short[]}, {@code int[]}, {@code long[]}, {@code float[]},
 *         {@code double[]}; unsigned elements are their bits</td></tr>
 *     <tr><th scope="row">{@code list}, also of fixed length, of anything else</th>
 *         <td>{@link java.util.List}</td></tr>
 *     <tr><th scope="row">{@code map}</th><td>{@link java.util.Map}</td></tr>
 *     <tr><th scope="row">{@code option}</th><td>{@link java.util.Optional}</td></tr>
 *     <tr><th scope="row">{@code result}</th><td>{@link dev.switchblade.Result}</td></tr>
 *     <tr><th scope="row">{@code record}</th><td>{@link dev.switchblade.WitRecord}</td></tr>
 *     <tr><th scope="row">{@code tuple}</th><td>{@link dev.switchblade.Tuple}</td></tr>
 *     <tr><th scope="row">{@code variant}</th><td>{@link dev.switchblade.WitVariant}</td></tr>
 *     <tr><th scope="row">{@code enum}</th>
 *         <td>{@link java.lang.String}, the name of the case</td></tr>
 *     <tr><th scope="row">{@code flags}</th>
 *         <td>{@link java.util.Set} of {@link java.lang.String}, the names that are set</td></tr>
 *     <tr><th scope="row">{@code own}, {@code borrow} of a component's resource</th>
 *         <td>{@link dev.switchblade.Resource}</td></tr>
 *     <tr><th scope="row">{@code own}, {@code borrow} of a host's resource</th>
 *         <td>the object, see {@link dev.switchblade.HostResource}</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>A {@code list} whose elements have no strings, lists or handles in them is also taken from a
 * {@link java.lang.foreign.MemorySegment} that holds the elements in the canonical ABI's layout.
 * Types of component-model async ({@code future}, {@code stream}, {@code error-context}) are not
 * supported yet: functions that have them are refused when they are looked up or linked. Components
 * with {@code async func} need an engine with {@linkplain
 * dev.switchblade.Engine.Builder#concurrency concurrency support}.
 *
 * <p><b>Closing.</b> Whatever is {@link java.lang.AutoCloseable} here holds native memory. What is
 * closed throws {@link dev.switchblade.ClosedException} when used; a {@link
 * dev.switchblade.abi.Call} that is over, whose object is used again, throws a plain {@link
 * java.lang.IllegalStateException}. What was made from a closed object goes on working. What is
 * forgotten is released some time after it has become unreachable.
 */
@NullMarked
package dev.switchblade;

import org.jspecify.annotations.NullMarked;
