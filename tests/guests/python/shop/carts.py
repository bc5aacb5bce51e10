"""The carts of ../../wit/shop; what they do is said there.

componentize-py looks for an interface's resources in the module with the interface's name.
"""

import re

from componentize_py_types import Err
from wit_world.exports import carts
from wit_world.imports import clock
from wit_world.imports.types import (
    Declined_Empty,
    Declined_Limit,
    Declined_UnknownCard,
    Payment_Card,
    Payment_Cash,
    Payment_Voucher,
)

CARD_LIMIT = 50_000


class Cart(carts.Cart):
    def __init__(self, owner):
        self._owner = owner
        self._opened = clock.now()
        self._items = []

    def owner(self):
        return self._owner

    def opened(self):
        return self._opened

    def add(self, item):
        self._items.append(item)

    def items(self):
        return self._items

    def find(self, sku):
        return next((item for item in self._items if item.sku == sku), None)

    def total(self):
        return sum(item.cents * item.count for item in self._items) % 2**64

    def pay(self, with_):
        total = self.total()
        how = self._accept(with_, total)
        self._items = []
        return f"{self._owner} paid {total} at {clock.now()} {how}"

    def _accept(self, payment, total):
        """How the receipt says what was paid with; raises why that is declined."""
        if not self._items:
            raise Err(Declined_Empty(self._owner))
        match payment:
            case Payment_Cash():
                return "in cash"
            case Payment_Card(number):
                if not re.fullmatch("[0-9]{1,16}", number):
                    raise Err(Declined_UnknownCard())
                if total > CARD_LIMIT:
                    raise Err(Declined_Limit(CARD_LIMIT))
                return f"by card {number[-4:]}"
            case Payment_Voucher(worth):
                if total > worth:
                    raise Err(Declined_Limit(worth))
                return "by voucher"

    @classmethod
    def merge(cls, a, b):
        cart = cls(f"{a._owner} & {b._owner}")
        cart._items = a._items + b._items
        return cart
