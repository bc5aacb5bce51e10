//! Instances, and what they export beside functions.

use crate::bytes::BlockReader;
use crate::concurrent::drive;
use crate::error::{ErrorKind, Failure, guard};
use crate::exchange::Frame;
use crate::interface::place_name;
use crate::limits::match_limit;
use crate::linker::sb_instance_pre;
use crate::module::sb_module;
use crate::store::{StoredInstance, entered, over, sb_store};
use crate::wasi::HasWasi;
use std::ptr;
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_instantiate(
    store: *mut sb_store,
    pre: &sb_instance_pre,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Trap, || {
        // SAFETY: the header's promise.
        let _running = unsafe { entered(store) }?;
        // SAFETY: nobody else is in the store; only its `wasm` and `instances` are borrowed mutably.
        let (exchange, wasm, instances, max_wasm_stack) = unsafe {
            (
                &(*store).exchange,
                &mut (*store).wasm,
                &mut (*store).instances,
                (*store).max_wasm_stack,
            )
        };
        let frame = Frame {
            exchange,
            component: &raw const *pre.component,
            export: ptr::null(),
            lists: exchange.draining(),
        };
        exchange.hold(&pre.component);
        exchange.resources.add_host_types(&pre.host_types);
        exchange.concurrent.set(pre.component.concurrent);
        if pre.uses_wasi {
            let wasi = wasm.data_mut().wasi();
            if pre.uses_files_0_3 {
                wasi.require_plain_rights()?;
            }
            exchange.outbox.get_or_init(|| wasi.outbox());
        }
        let instance = frame.enter(max_wasm_stack, || {
            if pre.component.concurrent {
                drive(exchange, pre.pre.instantiate_async(&mut *wasm))
            } else {
                pre.pre.instantiate(&mut *wasm)
            }
        });
        let instance =
            over(exchange, wasm, instance).map_err(|error| match_limit(error, &wasm.data().limits))?;
        let functions = vec![None; pre.component.exports.len()].into_boxed_slice();
        instances.push(StoredInstance {
            component: pre.component.clone(),
            instance,
            functions,
        });
        exchange.present_instance(instances.len() as u64 - 1);
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_instance_module(
    store: *mut sb_store,
    request: &wasm_byte_vec_t,
    out: &mut *mut sb_module,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Link, || {
        // SAFETY: the header's promise.
        let _running = unsafe { entered(store) }?;
        // SAFETY: nobody else is in the store.
        let (wasm, instances) = unsafe { (&mut (*store).wasm, &(*store).instances) };
        let mut request = BlockReader::new(request.as_slice());
        let (number, path, name) = (request.u32()?, request.str()?, request.str()?);
        let stored = instances.get(number as usize);
        let stored = stored.ok_or_else(|| Failure::new(ErrorKind::Internal, "there is no such instance"))?;
        let mut exported = stored.component.exported_modules.iter();
        let export = exported.find(|one| place_name(&one.item.place) == path && one.item.name == name);
        let found = export.and_then(|export| stored.instance.get_module(wasm, export.index));
        let unknown = || Failure::new(ErrorKind::Link, format!("it exports no core module `{name}`"));
        let module = found.ok_or_else(unknown)?;
        *out = Box::into_raw(Box::new(sb_module { module }));
        Ok(())
    })
}
