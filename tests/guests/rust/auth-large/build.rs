//! Writes the ballast: functions of about 2 KB of WebAssembly each, no two alike, with a loop, branches and
//! 64-bit arithmetic, and a table of them.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

const FUNCTIONS: u32 = 1_500;
const BRANCHES: u32 = 32;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let mut code = String::new();
    let mut random = Random(1);
    for function in 0..FUNCTIONS {
        write_function(&mut code, function, &mut random);
    }
    let names: Vec<String> = (0..FUNCTIONS)
        .map(|function| format!("ballast_{function}"))
        .collect();
    let names = names.join(", ");
    writeln!(
        code,
        "static BALLAST: [fn(&[u8]) -> u64; {FUNCTIONS}] = [{names}];"
    )
    .unwrap();
    let folder = env::var_os("OUT_DIR").unwrap();
    fs::write(Path::new(&folder).join("ballast.rs"), code).unwrap();
}

fn write_function(code: &mut String, number: u32, random: &mut Random) {
    let (a, b) = (random.next(), random.next());
    writeln!(code, "fn ballast_{number}(text: &[u8]) -> u64 {{").unwrap();
    writeln!(code, "    let (mut a, mut b) = ({a}_u64, {b}_u64);").unwrap();
    writeln!(code, "    for byte in text {{").unwrap();
    writeln!(code, "        match byte % {BRANCHES} {{").unwrap();
    for branch in 0..BRANCHES {
        let pattern = if branch + 1 < BRANCHES {
            branch.to_string()
        } else {
            "_".to_owned()
        };
        let (k, l, turn) = (random.next(), random.next(), random.next() % 63 + 1);
        let step = match random.next() % 5 {
            0 => format!("a = a.rotate_left({turn}) ^ {k}; b = b.wrapping_add(a ^ {l});"),
            1 => format!("b = b.wrapping_mul({k} | 1); if a > b {{ a ^= {l}; }}"),
            2 => format!("a = a.wrapping_add(b).wrapping_mul({k} | 1) ^ (b >> {turn});"),
            3 => format!("if a & {k} == {l} {{ return b; }} b ^= a << {turn};"),
            _ => format!("(a, b) = (b ^ {k}, a.wrapping_sub({l}).rotate_right({turn}));"),
        };
        writeln!(code, "            {pattern} => {{ {step} }}").unwrap();
    }
    writeln!(code, "        }}\n    }}\n    a ^ b\n}}\n").unwrap();
}

/// The same numbers in each build.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let mixed = (self.0 ^ (self.0 >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
        mixed ^ (mixed >> 33)
    }
}
