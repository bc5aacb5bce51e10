// The auth of ../../wit/auth; what each function does is said there. abi.go has how its values travel.
package main

import "strings"

type user struct {
	name  string
	id    uint64
	level uint32
	admin bool
}

// Why not: one of the cases below.
type denied interface{ isDenied() }

type (
	malformed string
	unknown   string
	locked    struct{}
	expired   uint64
	forbidden string
)

func (malformed) isDenied() {}
func (unknown) isDenied()   {}
func (locked) isDenied()    {}
func (expired) isDenied()   {}
func (forbidden) isDenied() {}

func check(token string) (user, denied) {
	name, id, ok := parse(token)
	switch {
	case !ok:
		return user{}, malformed(token)
	case strings.HasPrefix(name, "x"):
		return user{}, unknown(name)
	case name == "mallory":
		return user{}, locked{}
	case id < 100:
		return user{}, expired(100 - id)
	}
	return describe(name, id), nil
}

// The name and the id of a token.
func parse(token string) (name string, id uint64, ok bool) {
	name, digits, _ := strings.Cut(token, ":")
	if len(name) < 1 || len(name) > 32 || len(digits) < 1 || len(digits) > 9 {
		return "", 0, false
	}
	for _, letter := range []byte(name) {
		if letter < 'a' || letter > 'z' {
			return "", 0, false
		}
	}
	for _, digit := range []byte(digits) {
		if digit < '0' || digit > '9' {
			return "", 0, false
		}
		id = id*10 + uint64(digit-'0')
	}
	return name, id, true
}

const version = "go 1.0.0"

func level(n uint32) uint32 {
	return n + 1
}

func greet(name string) string {
	return "hello, " + name
}

func describe(name string, id uint64) user {
	return user{name: name, id: id, level: level(uint32(id)), admin: id < 1000}
}

func digest(bytes []byte) []byte {
	for i := range bytes {
		bytes[i] ^= 0xFF
	}
	return bytes
}

type session struct {
	user    user
	allowed uint32
}

func (s *session) allow(action string) (uint32, denied) {
	if strings.HasPrefix(action, "!") && !s.user.admin {
		return 0, forbidden(action)
	}
	s.allowed++
	return s.allowed, nil
}

// What the toolchain asks for; a library has none.
func main() {}
