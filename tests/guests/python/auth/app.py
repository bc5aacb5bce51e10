"""The auth of ../../wit/auth, without its sessions; what each function does is said there."""

import re

# componentize-py generates these modules from the WIT.
from componentize_py_types import Err
from wit_world import exports
from wit_world.exports.check import (
    Denied_Expired,
    Denied_Locked,
    Denied_Malformed,
    Denied_Unknown,
    User,
)

import check as sessions

TURNED_OVER = bytes(byte ^ 0xFF for byte in range(256))


class Check(exports.Check):
    def check(self, token):
        parts = re.fullmatch("([a-z]{1,32}):([0-9]{1,9})", token)
        if parts is None:
            raise Err(Denied_Malformed(token))
        name, id = parts[1], int(parts[2])
        if name.startswith("x"):
            raise Err(Denied_Unknown(name))
        if name == "mallory":
            raise Err(Denied_Locked())
        if id < 100:
            raise Err(Denied_Expired(100 - id))
        return self._user(name, id)

    def open(self, token):
        return sessions.Session(self.check(token))

    def version(self):
        return "python 1.0.0"

    def level(self, n):
        return (n + 1) % 2**32

    def greet(self, name):
        return f"hello, {name}"

    def describe(self, user):
        return self._user(user.name, user.id)

    def digest(self, bytes):
        return bytes.translate(TURNED_OVER)

    def crash(self, reason):
        raise RuntimeError(reason)

    def _user(self, name, id):
        return User(name, id, self.level(id % 2**32), id < 1000)
