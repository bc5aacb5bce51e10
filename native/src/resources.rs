//! Handles of resources: what stands for them in images, and what they are in a store.
//!
//! A resource that the host implements crosses as the number that the host gave its object. Every other resource is
//! Wasmtime's: a [`ResourceAny`] in a table of the store, whose index crosses with [`GUEST`] set.

use crate::error::{ErrorKind, Failure};
use std::cell::RefCell;
use std::mem::MaybeUninit;
use wasmtime::component::__internal::{InterfaceType, LiftContext, LowerContext};
use wasmtime::component::{Lift, Lower, ResourceAny, ResourceDynamic, ResourceType};
use wasmtime::{AsContextMut, Error, Result, StoreContextMut, ValRaw};

/// `SB_HANDLE_GUEST`: set in handles whose resource the host doesn't implement.
const GUEST: u32 = 1 << 31;

/// The resources of one store. Borrowed for moments only: the walks that use it don't nest.
#[derive(Default)]
pub(crate) struct Resources {
    /// The types that the host implements, with their numbers: those of `ResourceType::host_dynamic`.
    host_types: RefCell<Vec<(ResourceType, u32)>>,
    handles: RefCell<Handles>,
    /// Borrows that were lent to the host function that runs: it gives them back when it returns.
    lent: RefCell<Vec<u32>>,
}

/// A table with free places in it.
#[derive(Default)]
struct Handles {
    places: Vec<Option<ResourceAny>>,
    free: Vec<u32>,
}

impl Handles {
    fn insert(&mut self, handle: ResourceAny) -> Result<u32> {
        if let Some(index) = self.free.pop() {
            self.places[index as usize] = Some(handle);
            return Ok(index);
        }
        let index = u32::try_from(self.places.len())
            .ok()
            .filter(|index| index & GUEST == 0);
        let index =
            index.ok_or_else(|| Failure::new(ErrorKind::Limit, "the store holds too many handles"))?;
        self.places.push(Some(handle));
        Ok(index)
    }

    fn get(&self, index: u32) -> Option<ResourceAny> {
        *self.places.get(index as usize)?
    }

    fn remove(&mut self, index: u32) -> Option<ResourceAny> {
        let handle = self.places.get_mut(index as usize)?.take()?;
        self.free.push(index);
        Some(handle)
    }
}

impl Resources {
    /// Makes the types of the host known that a component was linked with.
    pub(crate) fn add_host_types(&self, numbers: &[u32]) {
        let mut known = self.host_types.borrow_mut();
        for number in numbers {
            let ty = ResourceType::host_dynamic(*number);
            if !known.iter().any(|(other, _)| *other == ty) {
                known.push((ty, *number));
            }
        }
    }

    #[inline]
    fn host_type(&self, ty: ResourceType) -> Option<u32> {
        let known = self.host_types.borrow();
        known
            .iter()
            .find(|(other, _)| *other == ty)
            .map(|(_, number)| *number)
    }

    /// Takes a handle out of a guest's table, or borrows it; returns what stands for it in an image.
    pub(crate) fn lift(&self, cx: &mut LiftContext<'_>, ty: InterfaceType, index: u32) -> Result<u32> {
        let slot = ValRaw::u32(index);
        if self.host_type(cx.resource_type(table_of(ty)?)).is_some() {
            let handle = ResourceDynamic::linear_lift_from_flat(cx, ty, &slot);
            return handle
                .map(|handle| handle.rep())
                .map_err(|error| not_a_handle(index, &error));
        }
        let handle =
            ResourceAny::linear_lift_from_flat(cx, ty, &slot).map_err(|error| not_a_handle(index, &error))?;
        let place = self.handles.borrow_mut().insert(handle)?;
        if !handle.owned() {
            self.lent.borrow_mut().push(place);
        }
        Ok(place | GUEST)
    }

    /// Puts what an image has for a handle into a guest's table; returns the guest's index for it.
    pub(crate) fn lower<T>(
        &self,
        cx: &mut LowerContext<'_, T>,
        ty: InterfaceType,
        number: u32,
    ) -> Result<u32> {
        let wanted = cx.resource_type(table_of(ty)?);
        let owns = matches!(ty, InterfaceType::Own(_));
        let mut slot = MaybeUninit::uninit();
        if number & GUEST == 0 {
            let Some(host_type) = self.host_type(wanted) else {
                return Err(Failure::image(format!(
                    "the host's object {number} is no handle of a resource that the component implements itself"
                )));
            };
            let handle = if owns {
                ResourceDynamic::new_own(number, host_type)
            } else {
                ResourceDynamic::new_borrow(number, host_type)
            };
            handle.linear_lower_to_flat(cx, ty, &mut slot)?;
        } else {
            let place = number ^ GUEST;
            let mut handles = self.handles.borrow_mut();
            let handle = handles
                .get(place)
                .ok_or_else(|| Failure::image(format!("there is no handle {place} in the store")))?;
            if handle.ty() != wanted {
                return Err(Failure::image(
                    "the handle is of another resource, or of another instance's, than the function takes",
                ));
            }
            if owns && !handle.owned() {
                return Err(Failure::image("a borrowed handle can't be given away"));
            }
            if owns {
                handles.remove(place);
            }
            drop(handles);
            handle.linear_lower_to_flat(cx, ty, &mut slot).map_err(|error| {
                let message = format!("the handle can't be passed: {}", error.root_cause());
                error.context(Failure::new(ErrorKind::Image, message))
            })?;
        }
        // SAFETY: lowering a handle succeeded, and so wrote its index.
        Ok(unsafe { slot.assume_init() }.get_u32())
    }

    /// Gives back what a host function was lent.
    #[inline]
    pub(crate) fn return_lent<T: 'static>(&self, store: StoreContextMut<'_, T>) -> Result<()> {
        if self.lent.borrow().is_empty() {
            return Ok(());
        }
        self.return_all_lent(store)
    }

    #[cold]
    fn return_all_lent<T: 'static>(&self, store: StoreContextMut<'_, T>) -> Result<()> {
        self.return_these(&self.take_lent(), store, |handle, store| {
            handle.resource_drop(store)
        })
    }

    /// The borrows that the arguments just lifted hold.
    pub(crate) fn take_lent(&self) -> Box<[u32]> {
        self.lent.take().into()
    }

    /// Gives borrows back, each by `give`.
    pub(crate) fn return_these<S: AsContextMut>(
        &self,
        lent: &[u32],
        mut store: S,
        give: impl Fn(ResourceAny, StoreContextMut<'_, S::Data>) -> Result<()>,
    ) -> Result<()> {
        for place in lent {
            let handle = self.handles.borrow_mut().remove(*place);
            if let Some(handle) = handle {
                give(handle, store.as_context_mut())?;
            }
        }
        Ok(())
    }

    /// Takes a handle out that an image had.
    pub(crate) fn remove(&self, number: u32) -> Result<ResourceAny, Error> {
        let handle = self.handles.borrow_mut().remove(number ^ GUEST);
        handle.ok_or_else(|| Failure::image(format!("there is no handle {} in the store", number ^ GUEST)))
    }
}

fn table_of(
    ty: InterfaceType,
) -> Result<wasmtime::component::__internal::wasmtime_environ::component::TypeResourceTableIndex> {
    match ty {
        InterfaceType::Own(table) | InterfaceType::Borrow(table) => Ok(table),
        _ => Err(Failure::new(ErrorKind::Internal, "a handle is of no resource").into()),
    }
}

/// Wasmtime says what is wrong; that the guest did it is for us to say.
#[cold]
fn not_a_handle(index: u32, error: &Error) -> Error {
    Failure::trap(format!(
        "the guest passed the handle {index}, which it can't: {}",
        error.root_cause()
    ))
}
