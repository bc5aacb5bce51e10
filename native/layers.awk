# Holds the files of src against the list of layers in src/lib.rs: a file names none that the list has behind its own.
#
#   cd src && LC_ALL=C awk -f ../layers.awk lib.rs
#
# What it reads are paths that begin with `crate`, `super` or `self`. Others begin only in the front of a folder, which the
# list has behind the folder's files. Methods it doesn't see: those of a type may stand in a file above the type's.
# Bytes, not characters: what is between the quotes of a literal is found by them.

function complain(line, what) {
  print "native/src/" FILENAME ":" line ": " what
  failed = 1
}

function parent(path) {
  return sub(/::[^:]*$/, "", path) ? path : ""
}

function joined(path, name) {
  return path == "" ? name : path "::" name
}

# Like `match`, of what ends with `end`.
function match_at(text, end) {
  RLENGTH = index(text, end)
  if (RLENGTH == 0) return 0
  RLENGTH += length(end) - 1
  return 1
}

# A line of the list: `//! - **layer**: `, then its files.
function list(line,   name) {
  if (match(line, /\*\*[^*]*\*\*/)) layer = substr(line, RSTART + 2, RLENGTH - 4)
  while (match(line, /`[a-z0-9_:]+`/)) {
    name = substr(line, RSTART + 1, RLENGTH - 2)
    line = substr(line, RSTART + RLENGTH)
    if (name in place) complain(FNR, name " is listed twice")
    if (parent(name) in place) complain(FNR, name " is listed behind " parent(name) ", the front of its folder")
    place[name] = ++count
    layer_of[name] = layer
    # Read when this file is over.
    gsub(/::/, "/", name)
    ARGV[ARGC++] = (getline first < (name ".rs")) >= 0 ? name ".rs" : name "/mod.rs"
  }
}

# A path has ended that began in the line `start`.
function named(path,   whole, here) {
  state = NOTHING
  whole = path
  while (path != "" && !(path in place)) path = parent(path)
  if (path == own || own == "lib") return
  here = own " (" layer_of[own] ") names "
  if (path == "") complain(start, here (whole == "" ? "everything" : whole) ", which is of lib.rs, above all layers")
  else if (place[path] > place[own])
    complain(start, here path " (" layer_of[path] "), which is above it" (layer_of[path] == layer_of[own] ? " in the same layer" : ""))
}

# A word, `::`, or any other character of the code.
function token(t) {
  if (state == BEGUN) {
    # Else it was `pub(crate)`, or a receiver.
    if (t == "::") { state = OPEN; return }
    state = NOTHING
  } else if (state == OPEN) {
    if (t == "{") { prefix[++groups] = path; state = NOTHING }
    else if (t == "super") { path = parent(path); state = NAMED }
    else if (t ~ /^[A-Za-z_]/) { path = joined(path, t); state = NAMED }
    else named(path)
    return
  } else if (state == NAMED) {
    if (t == "::") { state = OPEN; return }
    named(path)
  }
  if (groups > 0) {
    if (t == "}") groups--
    else if (t == "*" || t == "self") { start = FNR; named(prefix[groups]) }
    else if (t ~ /^[A-Za-z_]/ && t != "as" && last != "as") { start = FNR; path = joined(prefix[groups], t); state = NAMED }
  } else if (t == ";" && before_last == "mod") {
    if (!(joined(inside, last) in place)) complain(FNR, joined(inside, last) " is in none of the layers that lib.rs lists")
  } else if (t == "{") {
    depth++
    if (before_last == "mod") { inside = joined(inside, last); opened[++modules] = depth }
  } else if (t == "}") {
    if (modules > 0 && opened[modules] == depth) { modules--; inside = parent(inside) }
    depth--
  } else if (last != "::" && (t == "crate" || t == "super" || t == "self")) {
    start = FNR
    path = t == "crate" ? "" : t == "self" ? inside : parent(inside)
    state = BEGUN
  }
  before_last = last
  last = t
}

BEGIN {
  NOTHING = 0; BEGUN = 1; OPEN = 2; NAMED = 3
}

FNR == 1 {
  own = FILENAME
  sub(/\.rs$/, "", own)
  sub(/\/mod$/, "", own)
  gsub(/\//, "::", own)
  inside = own == "lib" ? "" : own
  state = groups = depth = modules = 0
  last = before_last = literal = ""
}

own == "lib" && /^\/\/!/ {
  listing = /^\/\/! - \*\*/ || (listing && /^\/\/!   /)
  if (listing) list($0)
}

{
  rest = $0
  while (rest != "") {
    taken = 0
    if (literal != "") {
      # One that began before: a string, a raw one, a comment.
      if (escapes ? match(rest, /^([^"\\]|\\.)*"/) : match_at(rest, literal)) literal = ""
      else break
      taken = RLENGTH
    } else if (match(rest, /^[ \t\r]+/) || match(rest, /^b?'(\\.[^']*|[^'\\]|[\200-\377]+)'/)) {
      taken = RLENGTH
    } else if (match(rest, /^\/\//)) {
      break
    } else if (match(rest, /^\/\*/)) {
      taken = RLENGTH
      literal = "*/"
      escapes = 0
    } else if (match(rest, /^b?r#*"/)) {
      taken = RLENGTH
      literal = substr(rest, 1, taken)
      gsub(/[br"]/, "", literal)
      literal = "\"" literal
      escapes = 0
    } else if (match(rest, /^b?"/)) {
      taken = RLENGTH
      literal = "\""
      escapes = 1
    } else {
      if (!match(rest, /^[A-Za-z_][A-Za-z0-9_]*/) && !match(rest, /^::/)) match(rest, /^./)
      taken = RLENGTH
      token(substr(rest, 1, taken))
    }
    rest = substr(rest, taken + 1)
  }
}

END {
  exit failed
}
