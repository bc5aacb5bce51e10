//! The guests, as text. A guest does what its input says and knows nothing of the types it passes: core values come out
//! of its memory, which holds the input.

use super::types::{Core, Type, flat};
use super::values::Encoding;

/// The bytes of memory of guests that take an input.
pub const MEMORY: usize = 0x1_0000;

/// The most core values that parameters flatten to.
pub const MOST_FLAT: usize = 16;

/// The resources that [`returns`] makes for each call, at the places 1, 2 and 3 of its table.
pub const MADE: [u32; 3] = [101, 102, 103];

/// Where the guest of [`echoes`] has its heap and the results of `h`.
const RESULTS: usize = 1024;
const HEAP: usize = 8192;

/// Names the types that must have a name, and writes all of them.
struct Types {
    /// `import` or `export`.
    named_by: &'static str,
    definitions: String,
    count: usize,
}

impl Types {
    fn new(named_by: &'static str) -> Types {
        Types {
            named_by,
            definitions: String::new(),
            count: 0,
        }
    }

    fn named(&mut self, definition: &str) -> String {
        let name = format!("t{}", self.count);
        self.count += 1;
        self.definitions += &format!("  (type ${name}' ({definition}))\n");
        self.definitions += &match self.named_by {
            "import" => format!("  (import \"{name}\" (type ${name} (eq ${name}')))\n"),
            _ => format!("  (export ${name} \"{name}\" (type ${name}'))\n"),
        };
        format!("${name}")
    }

    fn write(&mut self, ty: &Type) -> String {
        let mut all = |types: &[Type]| -> Vec<String> { types.iter().map(|ty| self.write(ty)).collect() };
        match ty {
            Type::Bool => "bool".to_string(),
            Type::Number(number) => number.name().to_string(),
            Type::Char => "char".to_string(),
            Type::String => "string".to_string(),
            Type::List(element) => format!("(list {})", self.write(element)),
            Type::Map(key, value) => format!("(map {} {})", self.write(key), self.write(value)),
            Type::FixedList(element, count) => format!("(list {} {count})", self.write(element)),
            Type::Tuple(members) => format!("(tuple {})", all(members).join(" ")),
            Type::Record(members) => {
                let members = all(members).into_iter().enumerate();
                let fields: String = members.map(|(i, ty)| format!(" (field \"f{i}\" {ty})")).collect();
                self.named(&format!("record{fields}"))
            }
            Type::Variant(cases) => {
                let cases = cases.iter().enumerate().map(|(i, case)| match case {
                    Some(ty) => format!(" (case \"c{i}\" {})", self.write(ty)),
                    None => format!(" (case \"c{i}\")"),
                });
                let cases: String = cases.collect();
                self.named(&format!("variant{cases}"))
            }
            Type::Enum(count) => self.named(&format!("enum{}", labels(*count))),
            Type::Flags(count) => self.named(&format!("flags{}", labels(*count))),
            Type::Option(some) => format!("(option {})", self.write(some)),
            Type::Result(ok, err) => {
                let ok = ok
                    .as_ref()
                    .map_or(String::new(), |ty| format!(" {}", self.write(ty)));
                let err = err
                    .as_ref()
                    .map_or(String::new(), |ty| format!(" (error {})", self.write(ty)));
                format!("(result{ok}{err})")
            }
            Type::Own => "(own $r)".to_string(),
            Type::Borrow => "(borrow $r)".to_string(),
        }
    }

    fn parameters(&mut self, types: &[Type]) -> String {
        let types = types.iter().enumerate();
        types
            .map(|(i, ty)| format!(" (param \"p{i}\" {})", self.write(ty)))
            .collect()
    }
}

fn labels(count: usize) -> String {
    (0..count).map(|i| format!(" \"l{i}\"")).collect()
}

fn string_encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "string-encoding=utf8",
        Encoding::Utf16 => "string-encoding=utf16",
        Encoding::Latin1OrUtf16 => "string-encoding=latin1+utf16",
    }
}

fn core_names(cores: &[Core]) -> String {
    cores.iter().map(|core| format!(" {}", core.name())).collect()
}

/// The core parameters of a function: the values, or the address of all of them.
fn core_parameters(types: &[Type]) -> Vec<Core> {
    let cores = flat(types);
    if cores.len() > MOST_FLAT {
        vec![Core::I32]
    } else {
        cores
    }
}

/// Makes memory be the input, once from its start and once up to its end, and nothing else.
fn spread() -> String {
    format!(
        "(memory.fill (local.get 1) (i32.const 0) (i32.sub (i32.const {MEMORY}) (local.get 1)))
      (memory.copy (i32.sub (i32.const {MEMORY}) (local.get 1)) (i32.const 0) (local.get 1))"
    )
}

/// Exports `f: func(input: list<u8>) -> T`, which returns the core value at the start of its input; with handles, also
/// `rep: func(r: borrow<r>) -> u32` and `eat: func(r: own<r>)`.
pub fn returns(ty: &Type, encoding: Encoding, post_return: bool) -> String {
    let cores = ty.flat();
    let core = match cores[..] {
        [core] => core.name(),
        _ => "i32",
    };
    let handles = ty.has_handles();
    let mut types = Types::new("export");
    let written = types.write(ty);
    let definitions = types.definitions;
    let spread = spread();
    let pages = MEMORY >> 16;
    let (resource, imports, make, with, exports) = if handles {
        let make: String = MADE
            .iter()
            .map(|rep| format!("(drop (call $new (i32.const {rep})))"))
            .collect();
        (
            "  (core module $d (func (export \"dtor\") (param i32)))
  (core instance $d (instantiate $d))
  (type $r' (resource (rep i32) (dtor (core func $d \"dtor\"))))
  (export $r \"r\" (type $r'))
  (core func $new (canon resource.new $r'))
  (core func $drop (canon resource.drop $r'))
",
            "(import \"\" \"new\" (func $new (param i32) (result i32)))
    (import \"\" \"drop\" (func $drop (param i32)))",
            make,
            "(with \"\" (instance (export \"new\" (func $new)) (export \"drop\" (func $drop))))",
            "  (func (export \"rep\") (param \"r\" (borrow $r)) (result u32) (canon lift (core func $m \"rep\")))
  (func (export \"eat\") (param \"r\" (own $r)) (canon lift (core func $m \"eat\")))
",
        )
    } else {
        ("", "", String::new(), "", "")
    };
    let core_handles = if handles {
        "(func (export \"rep\") (param i32) (result i32) (local.get 0))
    (func (export \"eat\") (param i32) (call $drop (local.get 0)))"
    } else {
        ""
    };
    let post_return = if post_return {
        "(post-return (core func $m \"post\"))"
    } else {
        ""
    };
    let encoding = string_encoding(encoding);
    format!(
        "(component
{resource}{definitions}  (core module $m
    {imports}
    (memory (export \"memory\") {pages})
    (func (export \"realloc\") (param i32 i32 i32 i32) (result i32) (i32.const 0))
    (func (export \"f\") (param i32 i32) (result {core})
      {make}
      {spread}
      ({core}.load (i32.const 0)))
    (func (export \"post\") (param {core}) (memory.fill (i32.const 0) (i32.const 255) (i32.const {MEMORY})))
    {core_handles})
  (core instance $m (instantiate $m {with}))
  (func (export \"f\") (param \"input\" (list u8)) (result {written})
    (canon lift (core func $m \"f\") (memory (core memory $m \"memory\")) (realloc (core func $m \"realloc\")) {encoding} {post_return}))
{exports})"
    )
}

/// Imports `h: func(…)` and exports `f: func(input: list<u8>)`, which passes the core values at the start of its input
/// to `h`, 8 bytes each. With handles, `f` takes two owned ones more.
pub fn passes(parameters: &[Type], encoding: Encoding) -> String {
    let cores = core_parameters(parameters);
    let handles = parameters.iter().any(Type::has_handles);
    let mut types = Types::new("import");
    let written = types.parameters(parameters);
    let definitions = types.definitions;
    let (resource, owned, core_owned) = if handles {
        (
            "  (import \"r\" (type $r (sub resource)))\n",
            " (param \"a\" (own $r)) (param \"b\" (own $r))",
            " i32 i32",
        )
    } else {
        ("", "", "")
    };
    let spread = spread();
    let pages = MEMORY >> 16;
    let names = core_names(&cores);
    let loads: String = cores
        .iter()
        .enumerate()
        .map(|(i, core)| format!(" ({}.load (i32.const {}))", core.name(), 8 * i))
        .collect();
    let encoding = string_encoding(encoding);
    format!(
        "(component
{resource}{definitions}  (import \"h\" (func $h{written}))
  (core module $libc
    (memory (export \"memory\") {pages})
    (func (export \"realloc\") (param i32 i32 i32 i32) (result i32) (i32.const 0)))
  (core instance $libc (instantiate $libc))
  (alias core export $libc \"memory\" (core memory $memory))
  (core func $lowered (canon lower (func $h) (memory $memory) (realloc (core func $libc \"realloc\")) {encoding}))
  (core module $m
    (import \"\" \"h\" (func $h (param{names})))
    (import \"\" \"memory\" (memory {pages}))
    (func (export \"f\") (param i32 i32{core_owned})
      {spread}
      (call $h{loads})))
  (core instance $m (instantiate $m (with \"\" (instance (export \"h\" (func $lowered)) (export \"memory\" (memory $memory))))))
  (func (export \"f\") (param \"input\" (list u8)){owned}
    (canon lift (core func $m \"f\") (memory (core memory $libc \"memory\")) (realloc (core func $libc \"realloc\")))))"
    )
}

/// Imports `h: func(…) -> R` and exports `f` of the same type, which passes on to `h` what it gets, and returns what `h`
/// returns. `lie: func(by: u32)` makes its `realloc` return addresses that are so much off.
pub fn echoes(parameters: &[Type], result: &Type, encoding: Encoding) -> String {
    let cores = core_parameters(parameters);
    let result_cores = result.flat();
    let (in_memory, core_result) = match result_cores[..] {
        [core] => (false, core.name()),
        _ => (true, "i32"),
    };
    let mut types = Types::new("import");
    let written = types.parameters(parameters);
    let written_result = types.write(result);
    let definitions = types.definitions;
    let handles = parameters.iter().chain([result]).any(Type::has_handles);
    let resource = if handles {
        "  (import \"r\" (type $r (sub resource)))\n"
    } else {
        ""
    };
    let names = core_names(&cores);
    let gets: String = (0..cores.len()).map(|i| format!(" (local.get {i})")).collect();
    let (h, call) = if in_memory {
        (
            format!("(param{names} i32)"),
            format!("(call $h{gets} (i32.const {RESULTS})) (i32.const {RESULTS})"),
        )
    } else {
        (
            format!("(param{names}) (result {core_result})"),
            format!("(call $h{gets})"),
        )
    };
    let encoding = string_encoding(encoding);
    format!(
        "(component
{resource}{definitions}  (import \"h\" (func $h{written} (result {written_result})))
  (core module $libc
    (memory (export \"memory\") 4)
    (global $next (mut i32) (i32.const {HEAP}))
    (global $lie (mut i32) (i32.const 0))
    (func (export \"realloc\") (param $old i32) (param $size i32) (param $align i32) (param $new i32) (result i32)
      (local $p i32)
      (local.set $p (i32.and
        (i32.add (global.get $next) (i32.sub (local.get $align) (i32.const 1)))
        (i32.sub (i32.const 0) (local.get $align))))
      (if (i32.gt_u (local.get $new) (i32.sub (i32.const 0x40000) (local.get $p))) (then unreachable))
      (global.set $next (i32.add (local.get $p) (local.get $new)))
      (memory.copy (local.get $p) (local.get $old)
        (select (local.get $size) (local.get $new) (i32.lt_u (local.get $size) (local.get $new))))
      (i32.add (local.get $p) (global.get $lie)))
    (func (export \"lie\") (param i32) (global.set $lie (local.get 0)))
    (func (export \"post\") (param {core_result}) (global.set $next (i32.const {HEAP}))))
  (core instance $libc (instantiate $libc))
  (core func $lowered (canon lower (func $h) (memory (core memory $libc \"memory\")) (realloc (core func $libc \"realloc\")) {encoding}))
  (core module $m
    (import \"\" \"h\" (func $h {h}))
    (func (export \"f\") (param{names}) (result {core_result}) {call}))
  (core instance $m (instantiate $m (with \"\" (instance (export \"h\" (func $lowered))))))
  (func (export \"f\"){written} (result {written_result})
    (canon lift (core func $m \"f\") (memory (core memory $libc \"memory\")) (realloc (core func $libc \"realloc\")) {encoding} (post-return (core func $libc \"post\"))))
  (func (export \"lie\") (param \"by\" u32) (canon lift (core func $libc \"lie\"))))"
    )
}
