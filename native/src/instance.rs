//! Instances, and what they export beside functions.

use crate::bytes::BlockReader;
use crate::concurrent::drive;
use crate::error::{ErrorKind, Failure, guard};
use crate::exchange::{Exchange, Frame, NO_INSTANCE};
use crate::interface::place_name;
use crate::limits::match_limit;
use crate::linker::{LinkedComponent, Provider, linked, sb_instance_pre};
use crate::module::sb_module;
use crate::store::{Plug, StoreData, StoredInstance, entered, no_instance, over, sb_store};
use crate::wasi::HasWasi;
use std::ptr;
use std::sync::Arc;
use wasmtime::{Result, Store};
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_instantiate(
    store: *mut sb_store,
    pre: &sb_instance_pre,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Trap, || {
        let pre = linked(pre);
        // SAFETY: the header's promise.
        let _running = unsafe { entered(store) }?;
        // SAFETY: nobody else is in the store; only its `wasm` is borrowed mutably.
        let (exchange, wasm, max_wasm_stack) =
            unsafe { (&(*store).exchange, &mut (*store).wasm, (*store).max_wasm_stack) };
        let mut making = Making {
            exchange,
            wasm,
            max_wasm_stack,
            made: Vec::new(),
        };
        // From one place: what the first one needs of the stack is enough for all, so none of them is refused when others
        // have run already.
        for next in pre.before.iter().chain([&pre]) {
            let number = making.instance(next)?;
            // Nothing is made after the last one, which may be the only one.
            if !Arc::ptr_eq(next, &pre) {
                making.made.push((Arc::as_ptr(next), number));
            }
            exchange.present_instance(number.into());
        }
        Ok(())
    })
}

/// An instance and those that are made to be plugged into it.
struct Making<'a> {
    exchange: &'a Exchange,
    wasm: &'a mut Store<StoreData>,
    max_wasm_stack: usize,
    /// What has been made, with its number.
    made: Vec<(*const LinkedComponent, u32)>,
}

impl Making<'_> {
    /// Makes an instance: all is there that is plugged into it. Returns its number.
    fn instance(&mut self, pre: &Arc<LinkedComponent>) -> Result<u32> {
        let mut numbers = Vec::with_capacity(pre.providers.len());
        for (provider, _) in &pre.providers {
            numbers.push(match provider {
                Provider::Existing(number) => *number,
                Provider::Made(pre) => self.number_of(pre)?,
            });
        }
        let mut plugs = Vec::with_capacity(pre.plugged.len());
        for export in &pre.plugged {
            let plug = Plug {
                instance: numbers[export.provider],
                function: export.function,
                component: Arc::clone(&pre.providers[export.provider].1),
            };
            require_callable(self.wasm.data(), &plug)?;
            plugs.push(plug);
        }
        let exchange = self.exchange;
        exchange.hold(&pre.component);
        exchange.resources.add_host_types(&pre.host_types);
        exchange.concurrent.set(pre.component.concurrent);
        if pre.uses_wasi {
            let wasi = self.wasm.data_mut().wasi();
            if pre.uses_files_0_3 {
                wasi.require_plain_rights()?;
            }
            exchange.outbox.get_or_init(|| wasi.outbox());
        }
        let instances = &mut self.wasm.data_mut().instances;
        let number = u32::try_from(instances.len())?;
        instances.push(StoredInstance::unfinished(pre.component.clone(), plugs.into()));
        let frame = Frame {
            exchange,
            component: &raw const *pre.component,
            instance: if pre.component.concurrent {
                NO_INSTANCE
            } else {
                number
            },
            export: ptr::null(),
            lists: exchange.draining(),
            result: ptr::null(),
        };
        let instance = frame.enter(self.max_wasm_stack, || {
            if pre.component.concurrent {
                drive(exchange, pre.pre.instantiate_async(&mut *self.wasm))
            } else {
                pre.pre.instantiate(&mut *self.wasm)
            }
        });
        let instance =
            over(exchange, self.wasm, instance).map_err(|error| match_limit(error, &self.wasm.data().limits));
        let instances = &mut self.wasm.data_mut().instances;
        match instance {
            Ok(instance) => instances[number as usize].finish(instance),
            Err(error) => {
                instances.truncate(number as usize);
                return Err(error);
            }
        }
        Ok(number)
    }

    /// The number of the instance that was made of a component to be plugged in.
    fn number_of(&self, pre: &Arc<LinkedComponent>) -> Result<u32> {
        let key = Arc::as_ptr(pre);
        let made = self.made.iter().find(|(made, _)| *made == key);
        let made =
            made.ok_or_else(|| Failure::new(ErrorKind::Internal, "what is plugged in was not made"))?;
        Ok(made.1)
    }
}

/// Requires a function to be there, of an instance that is finished.
fn require_callable(data: &StoreData, plug: &Plug) -> Result<()> {
    let stored = data.instances.get(plug.instance as usize);
    let stored = stored.filter(|stored| stored.instance.is_some());
    let stored = stored.ok_or_else(|| no_instance(plug.instance))?;
    if plug.function as usize >= stored.component.exports.len() {
        let message = format!("{} exports no function {}", plug.component, plug.function);
        return Err(Failure::new(ErrorKind::Link, message).into());
    }
    Ok(())
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_instance_plug(
    store: *mut sb_store,
    request: &wasm_byte_vec_t,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Link, || {
        // SAFETY: the header's promise.
        let _running = unsafe { entered(store) }?;
        // SAFETY: nobody else is in the store.
        let data = unsafe { (*store).wasm.data_mut() };
        let mut request = BlockReader::new(request.as_slice());
        let (instance, component) = (request.u32()?, Arc::<str>::from(request.str()?));
        let plugs = request.list(|request| {
            let place = request.u32()? as usize;
            let plug = Plug {
                instance: request.u32()?,
                function: request.u32()?,
                component: Arc::clone(&component),
            };
            Ok((place, plug))
        })?;
        // Looked at first: all of them are changed, or none.
        let places = data
            .instances
            .get(instance as usize)
            .map(|stored| stored.plugs.len());
        let places = places.ok_or_else(|| no_instance(instance))?;
        for (place, plug) in &plugs {
            require_callable(data, plug)?;
            if *place >= places {
                let message = format!("nothing is plugged into instance {instance} as its function {place}");
                return Err(Failure::new(ErrorKind::Link, message).into());
            }
        }
        for (place, plug) in plugs {
            data.instances[instance as usize].plugs[place] = plug;
        }
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
        let wasm = unsafe { &mut (*store).wasm };
        let mut request = BlockReader::new(request.as_slice());
        let (number, path, name) = (request.u32()?, request.str()?, request.str()?);
        let stored = wasm.data().instances.get(number as usize);
        let found = stored.and_then(|stored| Some((stored.instance?, Arc::clone(&stored.component))));
        let (instance, component) = found.ok_or_else(|| no_instance(number))?;
        let mut exported = component.exported_modules.iter();
        let export = exported.find(|one| place_name(&one.item.place) == path && one.item.name == name);
        let found = export.and_then(|export| instance.get_module(wasm, export.index));
        let unknown = || Failure::new(ErrorKind::Link, format!("it exports no core module `{name}`"));
        let module = found.ok_or_else(unknown)?;
        *out = Box::into_raw(Box::new(sb_module { module }));
        Ok(())
    })
}
