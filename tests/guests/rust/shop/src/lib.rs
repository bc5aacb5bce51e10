//! The shop of `../wit/shop`; what each function does is said there.

use std::cell::RefCell;
use std::fmt::Write;

use acme::shop::clock;
use acme::shop::types::{Care, Category};
use exports::acme::shop::carts::{self, Declined, GuestCart, Payment};

wit_bindgen::generate!({ path: "../../wit/shop" });

const CARD_LIMIT: u64 = 50_000;

struct Shop;

impl Guest for Shop {
    fn describe(item: Item) -> String {
        let mut text = format!("{} x{} {}", item.sku, item.count, category(item.category));
        let cares = [
            (Care::FRAGILE, "fragile"),
            (Care::COLD, "cold"),
            (Care::THIS_WAY_UP, "this-way-up"),
        ];
        for (_, name) in cares.iter().filter(|(care, _)| item.care & *care == *care) {
            text += ", ";
            text += name;
        }
        if let Some((letter, number)) = item.place {
            // Writing to a string can't fail.
            let _ = write!(text, " @{letter}{number}");
        }
        for tag in &item.tags {
            text += " #";
            text += tag;
        }
        text
    }
}

fn category(category: Category) -> &'static str {
    match category {
        Category::Book => "book",
        Category::Food => "food",
        Category::Toy => "toy",
    }
}

impl carts::Guest for Shop {
    type Cart = Cart;
}

struct Cart {
    owner: String,
    opened: u64,
    items: RefCell<Vec<Item>>,
}

impl Cart {
    fn open(owner: String, items: Vec<Item>) -> Self {
        Self {
            owner,
            opened: clock::now(),
            items: RefCell::new(items),
        }
    }

    /// How the receipt says what was paid with, or why that is declined.
    fn accept(&self, with: &Payment, total: u64) -> Result<String, Declined> {
        if self.items.borrow().is_empty() {
            return Err(Declined::Empty(self.owner.clone()));
        }
        match with {
            Payment::Cash => Ok("in cash".to_owned()),
            Payment::Card(number) if !is_card(number) => Err(Declined::UnknownCard),
            Payment::Card(_) if total > CARD_LIMIT => Err(Declined::Limit(CARD_LIMIT)),
            Payment::Card(number) => {
                let end = &number[number.len().saturating_sub(4)..];
                Ok(format!("by card {end}"))
            }
            Payment::Voucher(worth) if total > u64::from(*worth) => {
                Err(Declined::Limit(u64::from(*worth)))
            }
            Payment::Voucher(_) => Ok("by voucher".to_owned()),
        }
    }
}

fn is_card(number: &str) -> bool {
    (1..=16).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

impl GuestCart for Cart {
    fn new(owner: String) -> Self {
        Self::open(owner, Vec::new())
    }

    fn owner(&self) -> String {
        self.owner.clone()
    }

    fn opened(&self) -> u64 {
        self.opened
    }

    fn add(&self, item: Item) {
        self.items.borrow_mut().push(item);
    }

    fn items(&self) -> Vec<Item> {
        self.items.borrow().clone()
    }

    fn find(&self, sku: String) -> Option<Item> {
        self.items
            .borrow()
            .iter()
            .find(|item| item.sku == sku)
            .cloned()
    }

    fn total(&self) -> u64 {
        self.items.borrow().iter().fold(0, |sum: u64, item| {
            sum.wrapping_add(item.cents.wrapping_mul(u64::from(item.count)))
        })
    }

    fn pay(&self, with: Payment) -> Result<String, Declined> {
        let total = self.total();
        let how = self.accept(&with, total)?;
        self.items.borrow_mut().clear();
        let (owner, now) = (&self.owner, clock::now());
        Ok(format!("{owner} paid {total} at {now} {how}"))
    }

    fn merge(a: carts::Cart, b: carts::Cart) -> carts::Cart {
        let (a, b) = (a.into_inner::<Cart>(), b.into_inner::<Cart>());
        let owner = format!("{} & {}", a.owner, b.owner);
        let mut items = a.items.into_inner();
        items.append(&mut b.items.into_inner());
        carts::Cart::new(Cart::open(owner, items))
    }
}

export!(Shop);
