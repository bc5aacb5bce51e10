//! What comes out of a guest as the result of a call: its memory and the core value that it returns are the input's.

#![no_main]

mod host;

use host::header::{Kind, TOP};
use host::seeds::Seed;
use host::types::{Grammar, Handles, KINDS, Random, Type};
use host::values::{Encoding, Lists, Reader, Rules, Value, Wrong};
use host::{Guests, HOSTCALL_BYTES, Input, Plan, Store, agree, encoding, guests, read, tell};
use libfuzzer_sys::fuzz_target;

const F: i64 = 0;
const REP: i64 = 1;
const EAT: i64 = 2;

thread_local! {
    static GUESTS: Guests<Type> = Guests::new(plan);
}

fn plan(number: u8, random: &mut Random, encoding: Encoding) -> Plan<Type> {
    let handles = Handles::Owned;
    let kind = usize::from(number) % KINDS;
    let ty = Grammar { random, handles }.of_kind(kind, 1 + usize::from(number) / 64);
    Plan {
        text: guests::returns(&ty, encoding, number.is_multiple_of(2)),
        host_functions: false,
        host_resources: false,
        fresh: ty.has_handles(),
        types: ty,
    }
}

fuzz_target!(
    init: host::write_seeds(seed),
    |bytes: &[u8]| GUESTS.with(|guests| run(guests, bytes))
);

fn run(guests: &Guests<Type>, bytes: &[u8]) {
    let Some(input) = Input::new(bytes) else {
        return;
    };
    let guest = guests.get(input.number);
    let types = std::slice::from_ref(&guest.types);
    let mut store = guest.store();
    let (lists, flags) = input.lists(input.has_upcall());
    store.set_upcall(input.has_upcall());
    Store::set_refuses(input.refuses());
    let outcome = store.call(F, &input.argument(0), input.capacity(), flags);
    let expected = expected(&input, types, lists);
    tell(|| format!("{types:?}\n{outcome:?}\n{expected:?}"));
    agree(&expected, &outcome);
    let image = match outcome {
        Ok(image) => image,
        Err(_) => {
            if input.calls_again() {
                // Whether an instance whose result was wrong can be called again is Wasmtime's affair.
                drop(store.call(F, &input.argument(0), 0, flags));
            }
            return;
        }
    };
    let (_, side) = Store::take_upcalls();
    let mut handles = vec![];
    let value = read(&image, types, lists, &side, &mut |_, handle| {
        assert!(handle & TOP != 0 && !handles.contains(&handle));
        handles.push(handle);
        Ok(rep(&mut store, handle).expect("a handle of the store"))
    });
    if let Ok(expected) = expected {
        assert_eq!(value, expected);
    }
    if guest.types.has_handles() {
        give_back(&mut store, &input, &handles);
    }
    guest.keep(store);
}

/// What the guest's number for the resource is that a handle names.
fn rep(store: &mut Store, handle: u32) -> Result<u32, Kind> {
    let image = store
        .call(REP, &handle.to_le_bytes(), 0, 0)
        .map_err(|(kind, _)| kind)?;
    Ok(u32::from_le_bytes(image.try_into().expect("four bytes")))
}

fn give_back(store: &mut Store, input: &Input<'_>, handles: &[u32]) {
    let wrong = input
        .data
        .last_chunk()
        .map_or(TOP, |bytes| u32::from_le_bytes(*bytes));
    if !handles.contains(&wrong) {
        assert_eq!(rep(store, wrong), Err(Kind::Image));
    }
    for handle in handles {
        if input.bit(0) {
            store
                .call(EAT, &handle.to_le_bytes(), 0, 0)
                .expect("a handle of the store");
        } else {
            store.drop_resource(*handle).expect("a handle of the store");
        }
        assert_eq!(rep(store, *handle), Err(Kind::Image));
        assert!(store.drop_resource(*handle).is_err());
    }
}

/// Reads the result out of what the guest's memory must be.
fn expected(input: &Input<'_>, types: &[Type], lists: Lists) -> Result<Value, Wrong> {
    let memory = input.memory();
    let mut made = guests::MADE.map(Some);
    let mut resolve = |_: bool, index: u32| {
        let place = (index as usize)
            .checked_sub(1)
            .and_then(|place| made.get_mut(place));
        place
            .and_then(Option::take)
            .ok_or(Wrong(Some(Kind::Trap), "no such handle"))
    };
    let mut reader = Reader {
        bytes: &memory,
        rules: Rules::Guest {
            encoding: encoding(input.number),
            fuel: HOSTCALL_BYTES,
            lists,
            refused: input.refuses(),
        },
        resolve: &mut resolve,
    };
    match types[0].flat()[..] {
        [core] => reader.tuple_flat(types, &[input.slot(0, core)]),
        _ => reader.tuple_at(types, input.slot(0, host::types::Core::I32) as u32),
    }
}

fn seed(number: u8) -> Vec<u8> {
    GUESTS.with(|guests| {
        let types = [guests.plan(number).types];
        let mut seed = Seed::new(encoding(number));
        seed.reserve(8, 8);
        if types[0].flat().len() == 1 {
            seed.tuple_flat(&types);
        } else {
            let at = seed.tuple(&types);
            seed.put(0, 8, at as u64);
        }
        Input::seed(number, &seed.bytes)
    })
}
