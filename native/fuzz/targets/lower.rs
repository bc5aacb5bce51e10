//! What a host passes: the input is the image of a call's arguments, and the image that a host function leaves as its
//! result. The guest passes both on, so that what was written is read again.

#![no_main]

mod host;

use host::header::Kind;
use host::seeds::Seed;
use host::types::{Grammar, Handles, KINDS, Random, Type};
use host::values::{Encoding, Reader, Rules, Value, Wrong};
use host::{Guests, Input, Plan, Store, agree, guests, read, tell};
use libfuzzer_sys::fuzz_target;

const F: i64 = 0;
const LIE: i64 = 1;

/// What strings and lists may have for it to be sure that the guest has room for them, however they are encoded, and that
/// they may leave it again.
const ROOM: usize = host::HOSTCALL_BYTES / 2;

struct Types {
    parameters: Vec<Type>,
    result: [Type; 1],
}

thread_local! {
    static GUESTS: Guests<Types> = Guests::new(plan);
}

fn plan(number: u8, random: &mut Random, encoding: Encoding) -> Plan<Types> {
    let depth = 1 + usize::from(number) / 64;
    let handles = Handles::OwnedAndBorrowed;
    let parameters = match (Grammar { random, handles }).of_kind(usize::from(number) % KINDS, depth) {
        Type::Tuple(types) => types,
        ty => vec![ty],
    };
    let handles = Handles::Owned;
    // A single number goes a way of its own.
    let kind = match random.below(4) {
        0 => 0,
        _ => random.below(KINDS),
    };
    let result = [Grammar { random, handles }.of_kind(kind, depth)];
    let handles = parameters.iter().chain(&result).any(Type::has_handles);
    Plan {
        text: guests::echoes(&parameters, &result[0], encoding),
        host_functions: true,
        host_resources: handles,
        fresh: handles,
        types: Types { parameters, result },
    }
}

fuzz_target!(
    init: host::write_seeds(seed),
    |bytes: &[u8]| GUESTS.with(|guests| run(guests, bytes))
);

fn run(guests: &Guests<Types>, bytes: &[u8]) {
    let Some(input) = Input::new(bytes) else {
        return;
    };
    let Some((length, images)) = input.data.split_first_chunk() else {
        return;
    };
    let (arguments, result) = images.split_at(images.len().min(u16::from_le_bytes(*length).into()));
    let guest = guests.get(input.number);
    let Types {
        parameters,
        result: result_types,
    } = &guest.types;
    let mut store = guest.store();
    store.set_upcall(true);
    Store::set_refuses(false);
    let lies = input.bit(7);
    if lies {
        let by = u32::from(input.more() & 0x7f).rotate_right(4);
        store
            .call(LIE, &by.to_le_bytes(), 0, 0)
            .expect("nothing is lifted or lowered");
    }
    Store::set_result(Some(result));
    let (lists, flags) = input.lists(true);
    let outcome = store.call(F, arguments, input.capacity(), flags);
    let (passed, side) = Store::take_upcalls();
    let lists_passed = host::lists(true);
    let written = written(arguments, parameters);
    let written_result = written_by_host_function(result, result_types);
    tell(|| {
        format!(
            "{parameters:?} -> {result_types:?}\n{written:?}\n{passed:x?}\n{written_result:?}\n{outcome:?}"
        )
    });

    if let Some(image) = &passed {
        let value = read(image, parameters, lists_passed, &side, &mut |_, object| {
            Ok(object)
        });
        if let Ok(written) = &written
            && !lies
        {
            assert_eq!(&value, written);
        }
    }
    if let Ok(image) = &outcome {
        let value = read(image, result_types, lists, &side, &mut |_, object| Ok(object));
        if let Ok(written) = &written_result
            && !lies
        {
            assert_eq!(&value, written);
        }
    }
    if lies {
        return;
    }
    // A guest that is lent something and doesn't give it back is stopped once it returns.
    let lent = parameters
        .iter()
        .any(|ty| ty.contains(&|ty| matches!(ty, Type::Borrow)));
    match written {
        Ok(_) => {
            assert!(passed.is_some(), "the arguments have not arrived: {outcome:?}");
            if !(lent && matches!(outcome, Err((Kind::Trap, _)))) {
                agree(&written_result, &outcome);
            }
        }
        Err(_) => agree(&written, &outcome),
    }
    if outcome.is_ok() {
        guest.keep(store);
    }
}

fn written(image: &[u8], types: &[Type]) -> Result<Value, Wrong> {
    let mut resolve = |_: bool, number: u32| match number & host::header::TOP {
        0 => Ok(number),
        _ => Err(Wrong(Some(Kind::Image), "no such handle")),
    };
    let mut reader = Reader {
        bytes: image,
        rules: Rules::Host { room: ROOM },
        resolve: &mut resolve,
    };
    reader.tuple(types, 0)
}

/// A malformed result is the fault of the host function.
fn written_by_host_function(image: &[u8], types: &[Type]) -> Result<Value, Wrong> {
    written(image, types).map_err(|Wrong(kind, what)| match kind {
        Some(Kind::Image) => Wrong(Some(Kind::Host), what),
        kind => Wrong(kind, what),
    })
}

fn seed(number: u8) -> Vec<u8> {
    GUESTS.with(|guests| {
        let types = guests.plan(number).types;
        let (mut arguments, mut result) = (Seed::new(Encoding::Utf8), Seed::new(Encoding::Utf8));
        arguments.tuple(&types.parameters);
        result.tuple(&types.result);
        let length = (arguments.bytes.len() as u16).to_le_bytes();
        Input::seed(number, &[&length[..], &arguments.bytes, &result.bytes].concat())
    })
}
