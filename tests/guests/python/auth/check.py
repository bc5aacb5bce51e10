"""The sessions of ../../wit/auth; what they do is said there.

componentize-py looks for an interface's resources in the module with the interface's name.
"""

from componentize_py_types import Err
from wit_world.exports import check
from wit_world.exports.check import Denied_Forbidden


class Session(check.Session):
    def __init__(self, user):
        self._user = user
        self._allowed = 0

    def user(self):
        return self._user

    def allow(self, action):
        if action.startswith("!") and not self._user.admin:
            raise Err(Denied_Forbidden(action))
        self._allowed += 1
        return self._allowed

    def allowed(self):
        return self._allowed
