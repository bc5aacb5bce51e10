//! What an instance imports and another instance of its store provides: called natively, over an image of the call's own.
//!
//! Not on engines with concurrency support, where Wasmtime has no way from one instance into another but what was composed
//! before it was compiled.

use crate::call::{find, invoke};
use crate::error::{ErrorKind, Failure, within_guest};
use crate::exchange::{Exchange, Frame, Lists, Room};
use crate::image::{Arguments, SeamArguments, SeamResults, unfit_for_guest};
use crate::layout::LazyLayout;
use crate::resource_drop::enter_destructor;
use crate::store::{Plug, StoreData, enter_instance, leave_instance, no_instance};
use std::cell::Cell;
use std::mem;
use wasmtime::{AsContextMut, Error, Result, StoreContextMut};

/// A function that an instance imports, and another one exports.
pub(crate) struct PluggedFunction {
    /// Its place among the plugged functions of its component: what serves it, each instance has there.
    pub(crate) place: usize,
    /// The layout of the results, of the importing component's types.
    pub(crate) results: LazyLayout,
}

impl PluggedFunction {
    #[inline]
    pub(crate) fn call<const P: usize, const R: usize>(
        &self,
        mut store: StoreContextMut<'_, StoreData>,
        arguments: SeamArguments<P>,
    ) -> Result<SeamResults<R>> {
        let SeamArguments { room, lent, caller } = arguments;
        // SAFETY: the frame that the calling guest was entered with is on the stack. Without concurrency support it is the
        // current one.
        let caller = unsafe { &*caller };
        // SAFETY: the exchange of the store that this thread is inside of.
        let exchange = unsafe { &*caller.exchange };
        let &Plug {
            instance: provider,
            function,
            ..
        } = self.plug_of(store.data(), caller.instance)?;
        let callee = find(&mut store, provider, function as usize)?;
        // SAFETY: see `find`.
        let export = unsafe { &*callee.export };
        let result = Cell::new(mem::take(&mut exchange.room()?.image));
        let frame = Frame {
            exchange,
            component: callee.component,
            instance: provider,
            export,
            lists: Lists::Copied,
            result: &raw const result,
        };
        let arguments = Arguments {
            image: room.image.as_host_bytes(),
            export,
            exchange,
        };
        let failed = |error, data: &StoreData| self.failed(error, data, caller.instance, export.full_name());
        if let Err(error) = enter_instance(store.data_mut(), provider) {
            return Err(failed(error, store.data()));
        }
        let done = frame.nest(|| invoke(callee.func, store.as_context_mut(), arguments));
        leave_instance(store.data_mut(), provider);
        let number = done.map_err(|error| failed(unfit_for_guest(error), store.data()))?;
        if !lent.is_empty() {
            exchange.resources.return_lent_ones(&lent, store)?;
        }
        // The arguments have crossed: their memory is free for the result of the next call.
        drop(room);
        let mut image = result.take();
        if let Some((bits, size)) = number {
            image.set_number(bits, size).map_err(Failure::too_large)?;
        }
        Ok(SeamResults {
            layout: &raw const self.results,
            room: Room::of(image, exchange),
            exchange,
        })
    }

    #[inline]
    fn plug_of<'a>(&self, data: &'a StoreData, caller: u32) -> Result<&'a Plug> {
        let stored = data.instances.get(caller as usize);
        let stored = stored.ok_or_else(|| no_instance(caller))?;
        stored.plugs.get(self.place).ok_or_else(|| {
            let message = format!(
                "nothing is plugged into instance {caller} as its function {}",
                self.place
            );
            Failure::new(ErrorKind::Internal, message).into()
        })
    }

    /// Says where it has failed.
    #[cold]
    fn failed(&self, error: Error, data: &StoreData, caller: u32, function: String) -> Error {
        let plug = self.plug_of(data, caller);
        let component = plug.map_or("a component", |plug| &plug.component);
        within_guest(error, || {
            format!("{function} of {component}, which is plugged in")
        })
    }
}

/// Gives up a resource of another instance's, of which a guest has dropped its handle.
///
/// `place` is what the handle stands for, and `name` what is dropped, for messages.
pub(crate) fn drop_plugged(mut store: StoreContextMut<'_, StoreData>, place: u32, name: &str) -> Result<()> {
    // SAFETY: the exchange of the store that this thread is inside of.
    let exchange: &Exchange = unsafe { &*Frame::current_exchange()? };
    let handle = exchange.resources.take(place).map_err(unfit_for_guest)?;
    let dropped = enter_destructor(exchange, store.data_mut(), handle.instance).and_then(|frame| {
        let dropped = frame.nest(|| handle.resource.resource_drop(&mut store));
        leave_instance(store.data_mut(), handle.instance);
        dropped
    });
    dropped.map_err(|error| within_guest(error, || format!("the destructor of {name}, which is plugged in")))
}
