// How the values of ../../wit/auth travel: what a generator of bindings would write. Go has none that builds from
// the module proxy alone, so this is written by hand, after the canonical ABI of the component model.
//
// Memory of a call, which is what the caller's values are written to and what results lie in, is Go's own:
// `call` holds on to it until the call is over, since numbers are no pointers to Go's collector.
package main

import "unsafe"

// The memory of the call that runs. There is one at a time.
var call [][]uint64

// Where what has no size lies.
var nothing uint64

// Memory of a call, aligned to 8 bytes, which is what the canonical ABI asks for at most.
func allocate(size uint32) unsafe.Pointer {
	if size == 0 {
		return unsafe.Pointer(&nothing)
	}
	words := make([]uint64, (size+7)/8)
	call = append(call, words)
	return unsafe.Pointer(unsafe.SliceData(words))
}

//go:wasmexport cabi_realloc
func realloc(old, oldSize, align, newSize uint32) unsafe.Pointer {
	fresh := allocate(newSize)
	copy(unsafe.Slice((*byte)(fresh), newSize), list(old, oldSize))
	return fresh
}

// Ends a call: what it was given and what it returned is garbage.
func end() {
	clear(call)
	call = call[:0]
}

// Bytes that the caller wrote. The address of none may be any number, which must not become a pointer.
func list(at, length uint32) []byte {
	if length == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(uintptr(at))), length)
}

// A text that the caller wrote, without copying it: the collector keeps it as long as it is used.
func text(at, length uint32) string {
	bytes := list(at, length)
	return unsafe.String(unsafe.SliceData(bytes), len(bytes))
}

// A list or a text in memory.
type span struct {
	at, length uint32
}

func spanOf(text string) span {
	if text == "" {
		return span{at: 1}
	}
	kept := allocate(uint32(len(text)))
	copy(unsafe.Slice((*byte)(kept), len(text)), text)
	return span{at: uint32(uintptr(kept)), length: uint32(len(text))}
}

// The record `user`.
type userInMemory struct {
	name  span
	id    uint64
	level uint32
	admin bool
}

func (u user) store(at *userInMemory) {
	*at = userInMemory{name: spanOf(u.name), id: u.id, level: u.level, admin: u.admin}
}

// The variant `denied`.
type deniedInMemory struct {
	tag uint8
	// A span or a number.
	value uint64
}

func store(why denied, at *deniedInMemory) {
	switch why := why.(type) {
	case malformed:
		at.tag = 0
		*(*span)(unsafe.Pointer(&at.value)) = spanOf(string(why))
	case unknown:
		at.tag = 1
		*(*span)(unsafe.Pointer(&at.value)) = spanOf(string(why))
	case locked:
		at.tag = 2
	case expired:
		at.tag = 3
		at.value = uint64(why)
	case forbidden:
		at.tag = 4
		*(*span)(unsafe.Pointer(&at.value)) = spanOf(string(why))
	}
}

// A `result` whose error is `denied`; the value's place is as large as the larger of both, which is for the
// caller not to see.
type resultInMemory[T any] struct {
	failed bool
	_      [7]byte
	value  T
}

type (
	userResult   = resultInMemory[userInMemory]
	numberResult = resultInMemory[uint32]
	deniedResult = resultInMemory[deniedInMemory]
)

// Memory for a result, of either size.
func newResult() unsafe.Pointer {
	return allocate(uint32(max(
		unsafe.Sizeof(userResult{}), unsafe.Sizeof(numberResult{}), unsafe.Sizeof(deniedResult{}))))
}

func refused(at unsafe.Pointer, why denied) unsafe.Pointer {
	result := (*deniedResult)(at)
	result.failed = true
	store(why, &result.value)
	return at
}

func userOrDenied(u user, why denied) unsafe.Pointer {
	at := newResult()
	if why != nil {
		return refused(at, why)
	}
	u.store(&(*userResult)(at).value)
	return at
}

func numberOrDenied(n uint32, why denied) unsafe.Pointer {
	at := newResult()
	if why != nil {
		return refused(at, why)
	}
	(*numberResult)(at).value = n
	return at
}

func inMemory(value span) unsafe.Pointer {
	at := allocate(uint32(unsafe.Sizeof(value)))
	*(*span)(at) = value
	return at
}

// The sessions that callers have handles of, by number.
var (
	sessions    = map[uint32]*session{}
	lastSession uint32
)

//go:wasmimport [export]acme:auth/check@1.0.0 [resource-new]session
func newHandle(number uint32) uint32

//go:wasmexport acme:auth/check@1.0.0#[dtor]session
func dropSession(number uint32) {
	delete(sessions, number)
}

//go:wasmexport acme:auth/check@1.0.0#[method]session.user
func exportSessionUser(number uint32) unsafe.Pointer {
	at := allocate(uint32(unsafe.Sizeof(userInMemory{})))
	sessions[number].user.store((*userInMemory)(at))
	return at
}

//go:wasmexport cabi_post_acme:auth/check@1.0.0#[method]session.user
func afterSessionUser(uint32) { end() }

//go:wasmexport acme:auth/check@1.0.0#[method]session.allow
func exportSessionAllow(number, action, length uint32) unsafe.Pointer {
	return numberOrDenied(sessions[number].allow(text(action, length)))
}

//go:wasmexport cabi_post_acme:auth/check@1.0.0#[method]session.allow
func afterSessionAllow(uint32) { end() }

//go:wasmexport acme:auth/check@1.0.0#[method]session.allowed
func exportSessionAllowed(number uint32) uint32 {
	return sessions[number].allowed
}

//go:wasmexport acme:auth/check@1.0.0#check
func exportCheck(token, length uint32) unsafe.Pointer {
	return userOrDenied(check(text(token, length)))
}

//go:wasmexport cabi_post_acme:auth/check@1.0.0#check
func afterCheck(uint32) { end() }

//go:wasmexport acme:auth/check@1.0.0#open
func exportOpen(token, length uint32) unsafe.Pointer {
	u, why := check(text(token, length))
	if why != nil {
		return numberOrDenied(0, why)
	}
	for lastSession++; sessions[lastSession] != nil; lastSession++ {
	}
	sessions[lastSession] = &session{user: u}
	return numberOrDenied(newHandle(lastSession), nil)
}

//go:wasmexport cabi_post_acme:auth/check@1.0.0#open
func afterOpen(uint32) { end() }

//go:wasmexport acme:auth/check@1.0.0#version
func exportVersion() unsafe.Pointer {
	return inMemory(spanOf(version))
}

//go:wasmexport cabi_post_acme:auth/check@1.0.0#version
func afterVersion(uint32) { end() }

//go:wasmexport acme:auth/check@1.0.0#level
func exportLevel(n uint32) uint32 {
	return level(n)
}

//go:wasmexport acme:auth/check@1.0.0#greet
func exportGreet(name, length uint32) unsafe.Pointer {
	return inMemory(spanOf(greet(text(name, length))))
}

//go:wasmexport cabi_post_acme:auth/check@1.0.0#greet
func afterGreet(uint32) { end() }

//go:wasmexport acme:auth/check@1.0.0#describe
func exportDescribe(name, length uint32, id uint64, _, _ uint32) unsafe.Pointer {
	at := allocate(uint32(unsafe.Sizeof(userInMemory{})))
	describe(text(name, length), id).store((*userInMemory)(at))
	return at
}

//go:wasmexport cabi_post_acme:auth/check@1.0.0#describe
func afterDescribe(uint32) { end() }

//go:wasmexport acme:auth/check@1.0.0#digest
func exportDigest(bytes, length uint32) unsafe.Pointer {
	digest(list(bytes, length))
	return inMemory(span{at: bytes, length: length})
}

//go:wasmexport cabi_post_acme:auth/check@1.0.0#digest
func afterDigest(uint32) { end() }

//go:wasmexport acme:auth/check@1.0.0#crash
func exportCrash(reason, length uint32) {
	panic(text(reason, length))
}
