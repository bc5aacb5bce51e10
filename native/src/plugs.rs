//! What an instance imports and another instance of its store provides: called natively, over an image of the call's own.
//!
//! Not on engines with concurrency support, where Wasmtime has no way from one instance into another but what was composed
//! before it was compiled.

use crate::call::{find, invoke};
use crate::error::{ErrorKind, Failure, within_guest};
use crate::exchange::{Exchange, Frame, Lists};
use crate::image::{Passed, PassedOn, Returned, SeamArguments, SeamResults, unfit_for_guest};
use crate::layout::LazyLayout;
use crate::resource_drop::enter_destructor;
use crate::store::{Plug, StoreData, stored_instance};
use std::cell::Cell;
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
        store: StoreContextMut<'_, StoreData>,
        arguments: SeamArguments<P>,
    ) -> Result<SeamResults<R>> {
        self.run(store, arguments.0).map(SeamResults)
    }

    /// Apart: what is above is made for each number of core values.
    fn run(&self, mut store: StoreContextMut<'_, StoreData>, passed: Passed) -> Result<Returned> {
        let Passed { room, lent, caller } = passed;
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
        let result = Cell::new(None);
        let frame = Frame {
            exchange,
            component: callee.component,
            instance: provider,
            export,
            lists: Lists::Copied,
            result: &raw const result,
        };
        let arguments = PassedOn::new(room, export, exchange);
        let done = callee.mark.enter().and_then(|_running| {
            frame.nest(|| invoke(callee.func, store.as_context_mut(), export, arguments))
        });
        let number =
            done.map_err(|error| self.failed(error, store.data(), caller.instance, export.full_name()))?;
        if !lent.is_empty() {
            exchange.resources.return_lent_ones(&lent, store)?;
        }
        let room = match (result.take(), number) {
            (Some(room), None) => room,
            (_, Some((bits, size))) => {
                let mut room = exchange.room()?;
                room.image.set_number(bits, size).map_err(Failure::too_large)?;
                room
            }
            (None, None) => return Err(Failure::new(ErrorKind::Internal, "no result was lifted").into()),
        };
        Ok(Returned {
            layout: &raw const self.results,
            room,
            exchange,
            export,
        })
    }

    #[inline]
    fn plug_of<'a>(&self, data: &'a StoreData, caller: u32) -> Result<&'a Plug> {
        stored_instance(data, caller)?
            .plugs
            .get(self.place)
            .ok_or_else(|| {
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
        within_guest(unfit_for_guest(error), || {
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
    let handle = exchange.resources.remove_stood_for(place);
    let handle = handle.map_err(unfit_for_guest)?;
    let dropped = enter_destructor(exchange, store.data(), handle.instance)
        .and_then(|(frame, _running)| frame.nest(|| handle.resource.resource_drop(&mut store)));
    dropped.map_err(|error| within_guest(error, || format!("the destructor of {name}, which is plugged in")))
}
