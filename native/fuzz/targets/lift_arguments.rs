//! What comes out of a guest as the arguments of a host function: its memory and the core values that it passes are the
//! input's.

#![no_main]

mod host;

use host::header::Kind;
use host::seeds::Seed;
use host::types::{Core, Grammar, Handles, KINDS, Random, Type, flat};
use host::values::{Encoding, Lists, Reader, Rules, Value, Wrong};
use host::{Guests, HOSTCALL_BYTES, Input, Plan, Store, agree, encoding, guests, read, tell};
use libfuzzer_sys::fuzz_target;

const F: i64 = 0;

/// The host's objects that the guest is given.
const OBJECTS: [u32; 2] = [11, 12];

thread_local! {
    static GUESTS: Guests<Vec<Type>> = Guests::new(plan);
}

fn plan(number: u8, random: &mut Random, encoding: Encoding) -> Plan<Vec<Type>> {
    let handles = Handles::OwnedAndBorrowed;
    let kind = usize::from(number) % KINDS;
    let ty = Grammar { random, handles }.of_kind(kind, 1 + usize::from(number) / 64);
    let types = match ty {
        Type::Tuple(types) => types,
        ty => vec![ty],
    };
    let handles = types.iter().any(Type::has_handles);
    Plan {
        text: guests::passes(&types, encoding),
        host_functions: true,
        host_resources: handles,
        fresh: handles,
        types,
    }
}

fuzz_target!(
    init: host::write_seeds(seed),
    |bytes: &[u8]| GUESTS.with(|guests| run(guests, bytes))
);

fn run(guests: &Guests<Vec<Type>>, bytes: &[u8]) {
    let Some(input) = Input::new(bytes) else {
        return;
    };
    let guest = guests.get(input.number);
    let types = &guest.types;
    let mut store = guest.store();
    let (_, flags) = input.lists(input.has_upcall());
    // How the result leaves the guest is no matter of the arguments.
    let lists = host::lists(input.has_upcall());
    store.set_upcall(input.has_upcall());
    Store::set_refuses(input.refuses());
    Store::set_result(None);
    let objects: Vec<u8> = OBJECTS.iter().flat_map(|object| object.to_le_bytes()).collect();
    let mut argument = input.argument(if guest.fresh { 8 } else { 0 });
    if guest.fresh {
        argument[8..16].copy_from_slice(&objects);
    }
    let outcome = store.call(F, &argument, input.capacity(), flags);
    let (arguments, side) = Store::take_upcalls();
    let mut expected = expected(&input, types, lists);
    tell(|| format!("{types:?}\n{outcome:?}\n{arguments:x?}\n{expected:?}"));
    if let Some(image) = &arguments {
        let value = read(image, types, lists, &side, &mut |_, object| Ok(object));
        if let Ok(expected) = &expected {
            assert_eq!(&value, expected);
        }
    } else if !input.has_upcall() && expected.is_ok() {
        expected = Err(Wrong(Some(Kind::Host), "no host"));
    }
    agree(&expected, &outcome);
    assert_eq!(arguments.is_some(), outcome.is_ok());
    match outcome {
        Ok(result) => {
            assert!(result.is_empty());
            guest.keep(store);
        }
        Err((kind, _)) if input.calls_again() => {
            let again = store.call(F, &argument, 0, flags);
            assert!(kind != Kind::Trap || again.is_err(), "a call after a trap");
        }
        Err(_) => {}
    }
}

/// Reads the arguments out of what the guest's memory must be.
fn expected(input: &Input<'_>, types: &[Type], lists: Lists) -> Result<Value, Wrong> {
    let memory = input.memory();
    // The object of each handle of the guest, and whether it is lent at the moment.
    let mut handles = OBJECTS.map(|object| Some((object, false)));
    let mut resolve = |owned: bool, index: u32| {
        let place = (index as usize)
            .checked_sub(1)
            .and_then(|place| handles.get_mut(place));
        match place {
            Some(place @ Some((_, false))) if owned => Ok(place.take().map_or(0, |(object, _)| object)),
            Some(Some((object, lent))) if !owned => {
                *lent = true;
                Ok(*object)
            }
            _ => Err(Wrong(Some(Kind::Trap), "no such handle")),
        }
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
    let cores = flat(types);
    if cores.len() > guests::MOST_FLAT {
        return reader.tuple_at(types, input.slot(0, Core::I32) as u32);
    }
    let slots: Vec<u64> = (0..).zip(cores).map(|(i, core)| input.slot(i, core)).collect();
    reader.tuple_flat(types, &slots)
}

fn seed(number: u8) -> Vec<u8> {
    GUESTS.with(|guests| {
        let types = guests.plan(number).types;
        let mut seed = Seed::new(encoding(number));
        let cores = flat(&types).len();
        if cores > guests::MOST_FLAT {
            seed.reserve(8, 8);
            let at = seed.tuple(&types);
            seed.put(0, 8, at as u64);
        } else {
            seed.reserve(8 * cores, 8);
            seed.tuple_flat(&types);
        }
        Input::seed(number, &seed.bytes)
    })
}
