#!/usr/bin/env python3
"""The values of `types.wasm`, moved by `wasmtime`, the Python package of the Wasmtime project.

usage: typed_values.py bench --guests DIR --workload NAME|all --warmup-ms N --rounds R --round-ms M
       typed_values.py version

Command line, output and names of the workloads are those of the Rust host in ../rust, so that `benchmarks/run --python`
can let both take turns: a line per round, with the workload's name and the mean time of one call in nanoseconds.

Written for wasmtime 50.0.1, and tried with no other. The package brings a Wasmtime of its own version, with its default
settings: what is compared is what a user of each gets.
"""

import argparse
import importlib.metadata
import math
import sys
import time
from collections.abc import Callable
from pathlib import Path

from wasmtime import Engine, Store
from wasmtime.component import Component, Func, Instance, Linker, Record

ELEMENTS = 1_000
DOUBLES = 100_000
BLOB = 1 << 20
TIMES = 1_000

# How often the clock is read at least, in nanoseconds; as in the Rust host.
CLOCK_INTERVAL = 500_000

Operation = Callable[[], object]


class Guest:
    """An instance of `types.wasm`, in a store of its own."""

    def __init__(self, guests: Path) -> None:
        engine = Engine()
        self.store = Store(engine)
        component = Component.from_file(engine, str(guests / "types.wasm"))
        linker = Linker(engine)
        with linker.root() as root:
            root.add_func("convert", lambda _store, item: item)
        self.instance: Instance = linker.instantiate(self.store, component)

    def func(self, name: str, interface: str | None = None) -> Callable[..., object]:
        """An exported function, bound to the store."""
        parent = None
        if interface is not None:
            parent = self.instance.get_export_index(self.store, interface)
        index = self.instance.get_export_index(self.store, name, parent)
        func: Func | None = None if index is None else self.instance.get_func(self.store, index)
        if func is None:
            raise SystemExit(f"the guest exports no {name}")
        return lambda *arguments: func(self.store, *arguments)


def record(**fields: object) -> Record:
    """A value of a record type."""
    value = Record()
    value.__dict__.update(fields)
    return value


def check(found: object, expected: object) -> None:
    if found != expected:
        raise SystemExit(f"the guest did something else: {found!r}")


def describe(guest: Guest) -> Operation:
    function = guest.func("describe")
    item = record(
        id=42,
        sku="SKU-0000042",
        title="A lamp that is lit by a switch",
        note="Fragile; keep upright and dry",
    )
    check(function(item), item.title)
    return lambda: function(item)


def entries(guest: Guest) -> Operation:
    function = guest.func("entries")
    check(function(ELEMENTS), make_entries())
    return lambda: function(ELEMENTS)


def take_entries(guest: Guest) -> Operation:
    function = guest.func("take-entries")
    argument = make_entries()
    check(function(argument), 999 + 12)
    return lambda: function(argument)


def make_entries() -> list[Record]:
    return [record(id=index, name=f"name-{index:07}") for index in range(ELEMENTS)]


def points(guest: Guest) -> Operation:
    function = guest.func("points")
    check(function(ELEMENTS), make_points())
    return lambda: function(ELEMENTS)


def take_points(guest: Guest) -> Operation:
    function = guest.func("take-points")
    argument = make_points()
    check(function(argument), 1000 + 999)
    return lambda: function(argument)


def make_points() -> list[Record]:
    return [record(x=index, y=index / 2) for index in range(ELEMENTS)]


def doubles(guest: Guest) -> Operation:
    function = guest.func("doubles")
    check(function(DOUBLES), make_doubles())
    return lambda: function(DOUBLES)


def take_doubles(guest: Guest) -> Operation:
    function = guest.func("take-doubles")
    argument = make_doubles()
    check(function(argument), 49_999.5)
    return lambda: function(argument)


def make_doubles() -> list[float]:
    return [index / 2 for index in range(DOUBLES)]


def blob(guest: Guest) -> Operation:
    function = guest.func("blob")
    argument = make_blob()
    check(function(argument), BLOB + 255)
    return lambda: function(argument)


def make_blob_of_guest(guest: Guest) -> Operation:
    function = guest.func("make-blob")
    check(function(BLOB), make_blob())
    return lambda: function(BLOB)


def make_blob() -> bytes:
    return bytes(range(256)) * (BLOB // 256)


def profile(guest: Guest) -> Operation:
    function = guest.func("get-profile")
    expected = record(
        name="Ada Lovelace",
        age=36,
        tags=["mathematician", "engineer"],
        rights={"read", "write"},
    )
    check(function(), expected)
    return function


def variant(guest: Guest) -> Operation:
    function = guest.func("echo-variant")
    # A variant whose cases have Python types of their own goes without a tag.
    check(function(1.5), 1.5)
    return lambda: function(1.5)


def option(guest: Guest) -> Operation:
    function = guest.func("echo-option")
    check(function(42), 42)
    return lambda: function(42)


def result(guest: Guest) -> Operation:
    function = guest.func("echo-result")
    check(function(42), 42)
    return lambda: function(42)


def counter(guest: Guest) -> Operation:
    interface = "switchblade:types/counters"
    resource = guest.func("[constructor]counter", interface)(40)
    add = guest.func("[method]counter.add", interface)
    check(add(resource, 2), 42)
    return lambda: add(resource, 1)


def convert(guest: Guest) -> Operation:
    function = guest.func("convert-many")
    check(function(TIMES), 7 * TIMES)
    return lambda: function(TIMES)


WORKLOADS: dict[str, Callable[[Guest], Operation]] = {
    "describe": describe,
    "entries-1000": entries,
    "take-entries-1000": take_entries,
    "points-1000": points,
    "take-points-1000": take_points,
    "doubles-100k": doubles,
    "take-doubles-100k": take_doubles,
    "blob-1m": blob,
    "make-blob-1m": make_blob_of_guest,
    "profile": profile,
    "variant": variant,
    "option": option,
    "result": result,
    "counter": counter,
    "convert-1000": convert,
}


def nanos_per_operation(length: int, batch: int, operation: Operation) -> float:
    """The mean time of an operation that is repeated for `length` nanoseconds, in batches."""
    start = time.perf_counter_ns()
    operations = 0
    while True:
        for _ in range(batch):
            operation()
        operations += batch
        elapsed = time.perf_counter_ns() - start
        if elapsed >= length:
            return elapsed / operations


def measure(name: str, operation: Operation, warmup_ms: int, rounds: int, round_ms: int) -> None:
    """Warms up, then prints a line per round."""

    def batch(nanos: float) -> int:
        return max(1, math.floor(CLOCK_INTERVAL / nanos))

    cold = nanos_per_operation(CLOCK_INTERVAL, 1, operation)
    warm = nanos_per_operation(warmup_ms * 1_000_000, batch(cold), operation)
    for _ in range(rounds):
        nanos = nanos_per_operation(round_ms * 1_000_000, batch(warm), operation)
        print(f"{name} {nanos:.2f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("version", help="prints the version of the package")
    bench = commands.add_parser("bench", help="measures")
    bench.add_argument("--guests", type=Path, required=True)
    bench.add_argument("--workload", choices=["all", *WORKLOADS], required=True)
    bench.add_argument("--warmup-ms", type=int, required=True)
    bench.add_argument("--rounds", type=int, required=True)
    bench.add_argument("--round-ms", type=int, required=True)
    arguments = parser.parse_args()
    if arguments.command == "version":
        print(importlib.metadata.version("wasmtime"))
        return
    names = list(WORKLOADS) if arguments.workload == "all" else [arguments.workload]
    for name in names:
        operation = WORKLOADS[name](Guest(arguments.guests))
        measure(name, operation, arguments.warmup_ms, arguments.rounds, arguments.round_ms)


if __name__ == "__main__":
    sys.exit(main())
