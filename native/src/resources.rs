//! Handles of resources: what stands for them in images, and what they are in a store.
//!
//! A resource that the host implements crosses as the number that the host gave its object. Every other resource is
//! Wasmtime's: a [`ResourceAny`] in a table of the store, whose index crosses with [`GUEST`] set.
//!
//! A component that imports a resource of another one, whose instance is plugged in, has handles of a type of the host's:
//! what they stand for is the index of the [`ResourceAny`], which stays in the table as long as there is such a handle.
//! Whose resource it really is, is looked at when it comes to an instance that implements it.

use crate::error::{ErrorKind, Failure};
use std::cell::RefCell;
use std::mem::MaybeUninit;
use wasmtime::component::__internal::{InterfaceType, LiftContext, LowerContext};
use wasmtime::component::{Lift, Lower, ResourceAny, ResourceDynamic, ResourceType};
use wasmtime::{AsContextMut, Error, Result, StoreContextMut, ValRaw};

/// `SB_HANDLE_GUEST`: set in handles whose resource the host doesn't implement.
const GUEST: u32 = 1 << 31;

/// Set in the numbers of types that stand for resources of plugged instances; the rest is the number that the component
/// has for the resource. The host's own numbers don't have it.
const PLUGGED: u32 = 1 << 31;

/// The type that stands for a resource of a plugged instance, and its number.
pub(crate) fn plugged_type(resource: u32) -> Result<(ResourceType, u32)> {
    let number = host_type_number(resource)? | PLUGGED;
    Ok((ResourceType::host_dynamic(number), number))
}

/// Checks a number that the host has for a type.
pub(crate) fn host_type_number(number: u32) -> Result<u32> {
    if number & PLUGGED != 0 {
        return Err(Failure::new(ErrorKind::Link, format!("{number} is no number of a resource")).into());
    }
    Ok(number)
}

/// The resources of one store. Borrowed for moments only: no walk that uses it is within another one.
#[derive(Default)]
pub(crate) struct Resources {
    /// The types that the host implements, and those that stand for other components', with their numbers: those of
    /// `ResourceType::host_dynamic`.
    host_types: RefCell<Vec<(ResourceType, u32)>>,
    handles: RefCell<Handles>,
    /// Borrows that were lent to the host function that runs, which gives them back when it returns; or that were just
    /// lifted for another instance, whose call takes them from here.
    lent: RefCell<Vec<u32>>,
}

/// A handle that the host has, or that stands behind one of a guest's.
#[derive(Clone, Copy)]
pub(crate) struct Handle {
    pub(crate) resource: ResourceAny,
    /// The number of the instance that it came out of first, which implements the resource unless it is the library's.
    pub(crate) instance: u32,
    /// A guest's stand-in owns it: nobody else can give it away or drop it until that comes back. A host that passes one
    /// place twice would make two owners otherwise, and a place is used again.
    stood_for: bool,
}

/// A table with free places in it.
#[derive(Default)]
struct Handles {
    places: Vec<Option<Handle>>,
    free: Vec<u32>,
}

impl Handles {
    fn insert(&mut self, handle: Handle) -> Result<u32> {
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

    fn get(&self, index: u32) -> Option<Handle> {
        *self.places.get(index as usize)?
    }

    /// Takes a handle out, for what owns it: a stand-in, or the host.
    fn take(&mut self, index: u32, stood_for: bool) -> Result<Handle> {
        let handle = self.get(index).ok_or_else(|| no_handle(index))?;
        if handle.stood_for != stood_for {
            return Err(not_owned(index, stood_for));
        }
        self.places[index as usize] = None;
        self.free.push(index);
        Ok(handle)
    }

    /// Passes the ownership of a handle on: to a stand-in, or from one.
    fn pass(&mut self, index: u32, to_stand_in: bool) -> Result<()> {
        let Some(Some(handle)) = self.places.get_mut(index as usize) else {
            return Err(no_handle(index));
        };
        if handle.stood_for == to_stand_in {
            return Err(not_owned(index, !to_stand_in));
        }
        handle.stood_for = to_stand_in;
        Ok(())
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
    ///
    /// `instance` is the number of the one that it comes out of.
    pub(crate) fn lift(
        &self,
        cx: &mut LiftContext<'_>,
        ty: InterfaceType,
        index: u32,
        instance: u32,
    ) -> Result<u32> {
        let slot = ValRaw::u32(index);
        if let Some(number) = self.host_type(cx.resource_type(table_of(ty)?)) {
            let handle = ResourceDynamic::linear_lift_from_flat(cx, ty, &slot);
            let object = handle
                .map(|handle| handle.rep())
                .map_err(|error| not_a_handle(index, &error))?;
            if number & PLUGGED == 0 {
                return Ok(object);
            }
            if matches!(ty, InterfaceType::Own(_)) {
                self.handles.borrow_mut().pass(object, false)?;
            }
            return Ok(object | GUEST);
        }
        let resource =
            ResourceAny::linear_lift_from_flat(cx, ty, &slot).map_err(|error| not_a_handle(index, &error))?;
        let place = self.handles.borrow_mut().insert(Handle {
            resource,
            instance,
            stood_for: false,
        })?;
        if !resource.owned() {
            self.lent.borrow_mut().push(place);
        }
        Ok(place | GUEST)
    }

    /// Puts what an image has for a handle into a guest's table; returns the guest's index for it.
    ///
    /// `by_host` says whether the image is the arguments of a call that the host makes.
    pub(crate) fn lower<T>(
        &self,
        cx: &mut LowerContext<'_, T>,
        ty: InterfaceType,
        number: u32,
        by_host: impl FnOnce() -> bool,
    ) -> Result<u32> {
        let wanted = cx.resource_type(table_of(ty)?);
        let owns = matches!(ty, InterfaceType::Own(_));
        let mut slot = MaybeUninit::uninit();
        if number & GUEST == 0 {
            let Some(host_type) = self.host_type(wanted).filter(|known| known & PLUGGED == 0) else {
                return Err(Failure::image(format!(
                    "the host's object {number} is no handle of a resource that a component implements"
                )));
            };
            stand_in(number, host_type, owns).linear_lower_to_flat(cx, ty, &mut slot)?;
        } else {
            let place = number ^ GUEST;
            let mut handles = self.handles.borrow_mut();
            let handle = handles.get(place).ok_or_else(|| no_handle(place))?;
            // What a guest owns another guest is lent by that one, as long as the call takes.
            if handle.stood_for && !owns && by_host() {
                return Err(not_owned(place, false));
            }
            let handle = handle.resource;
            // Looked for only where it may be: what is in the table is never of a type that stands for another one.
            let plugged = if handle.ty() == wanted {
                None
            } else {
                let plugged = self.host_type(wanted).filter(|known| known & PLUGGED != 0);
                Some(plugged.ok_or_else(another_resource)?)
            };
            if owns && !handle.owned() {
                return Err(Failure::image("a borrowed handle can't be given away"));
            }
            if plugged.is_some() && !handle.owned() {
                return Err(Failure::image(
                    "a handle that was borrowed of the component that implements it can't be lent to another one",
                ));
            }
            if owns && plugged.is_some() {
                handles.pass(place, true)?;
            } else if owns {
                handles.take(place, false)?;
            }
            drop(handles);
            let lowered = match plugged {
                Some(number) => stand_in(place, number, owns).linear_lower_to_flat(cx, ty, &mut slot),
                None => handle.linear_lower_to_flat(cx, ty, &mut slot),
            };
            lowered.map_err(|error| {
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
        self.return_lent_ones(&self.take_lent(), store)
    }

    /// Gives back what an instance was lent that another one has called.
    #[cold]
    pub(crate) fn return_lent_ones<T: 'static>(
        &self,
        lent: &[u32],
        store: StoreContextMut<'_, T>,
    ) -> Result<()> {
        self.return_these(lent, store, |handle, store| handle.resource_drop(store))
    }

    /// The borrows that the arguments just lifted hold.
    #[inline]
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
            let handle = self.handles.borrow_mut().take(*place, false);
            if let Ok(handle) = handle {
                give(handle.resource, store.as_context_mut())?;
            }
        }
        Ok(())
    }

    /// The number of the instance that a handle in an image came out of.
    pub(crate) fn instance_of(&self, number: u32) -> Result<u32> {
        let place = number ^ GUEST;
        let handle = self.handles.borrow().get(place);
        handle
            .map(|handle| handle.instance)
            .ok_or_else(|| no_handle(place))
    }

    /// Takes a handle out that an image had.
    pub(crate) fn remove(&self, number: u32) -> Result<Handle> {
        self.handles.borrow_mut().take(number ^ GUEST, false)
    }

    /// Takes the handle out that a guest's stand-in owned.
    pub(crate) fn remove_stood_for(&self, place: u32) -> Result<Handle> {
        self.handles.borrow_mut().take(place, true)
    }
}

#[cold]
fn no_handle(place: u32) -> Error {
    Failure::image(format!("there is no handle {place} in the store"))
}

#[cold]
fn not_owned(place: u32, by_stand_in: bool) -> Error {
    Failure::image(if by_stand_in {
        format!(
            "the guest's handle doesn't own the handle {place} of the store any more: the host has passed it twice"
        )
    } else {
        format!("the handle {place} was given away: a guest owns it")
    })
}

#[cold]
fn another_resource() -> Error {
    Failure::image("the handle is of another resource, or of another instance's, than the function takes")
}

/// A handle of a type of the host's.
fn stand_in(object: u32, host_type: u32, owns: bool) -> ResourceDynamic {
    if owns {
        ResourceDynamic::new_own(object, host_type)
    } else {
        ResourceDynamic::new_borrow(object, host_type)
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
