"""The shop of ../../wit/shop, without its carts; what `describe` does is said there."""

# componentize-py generates these modules from the WIT.
from wit_world import WitWorld
from wit_world.imports.types import Care, Category

CATEGORIES = {Category.BOOK: "book", Category.FOOD: "food", Category.TOY: "toy"}
CARES = {Care.FRAGILE: "fragile", Care.COLD: "cold", Care.THIS_WAY_UP: "this-way-up"}


class WitWorld(WitWorld):
    def describe(self, item):
        text = f"{item.sku} x{item.count} {CATEGORIES[item.category]}"
        for care, name in CARES.items():
            if care in item.care:
                text += f", {name}"
        if item.place is not None:
            letter, number = item.place
            text += f" @{letter}{number}"
        for tag in item.tags:
            text += f" #{tag}"
        return text
