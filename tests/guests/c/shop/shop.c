// The shop of ../../wit/shop; what each function does is said there.
//
// What a function gets is its own, and what it returns is the caller's: the glue frees that once it has been
// read. So items are copied on their way out of a cart.

// What wit-bindgen generates from the WIT.
#include "shop.h"

#include <stdlib.h>
#include <string.h>

#define CARD_LIMIT 50000

typedef exports_acme_shop_carts_borrow_cart_t borrowed_cart;
typedef exports_acme_shop_carts_own_cart_t owned_cart;
typedef acme_shop_types_item_t item_t;
typedef acme_shop_types_payment_t payment_t;
typedef acme_shop_types_declined_t declined_t;

// Memory, or the end: there is nobody to report to. Null for nothing, which the glue doesn't free.
static void *allocate(size_t count, size_t size) {
  if (count == 0) return NULL;
  void *block = calloc(count, size);
  if (block == NULL) abort();
  return block;
}

// A text that grows.
typedef struct {
  uint8_t *bytes;
  size_t length, room;
} text_t;

static void add_bytes(text_t *text, const void *bytes, size_t length) {
  if (length > text->room - text->length) {
    text->room = (text->length + length) * 2;
    text->bytes = realloc(text->bytes, text->room);
    if (text->bytes == NULL) abort();
  }
  if (length > 0) memcpy(text->bytes + text->length, bytes, length);
  text->length += length;
}

static void add(text_t *text, const char *part) {
  add_bytes(text, part, strlen(part));
}

static void add_string(text_t *text, const shop_string_t *part) {
  add_bytes(text, part->ptr, part->len);
}

static void add_number(text_t *text, uint64_t number) {
  char digits[20];
  size_t first = sizeof digits;
  do {
    digits[--first] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  add_bytes(text, digits + first, sizeof digits - first);
}

// As UTF-8.
static void add_char(text_t *text, uint32_t c) {
  uint8_t bytes[4];
  size_t length;
  if (c < 0x80) {
    bytes[0] = (uint8_t)c;
    length = 1;
  } else if (c < 0x800) {
    bytes[0] = (uint8_t)(0xC0 | c >> 6);
    bytes[1] = (uint8_t)(0x80 | (c & 0x3F));
    length = 2;
  } else if (c < 0x10000) {
    bytes[0] = (uint8_t)(0xE0 | c >> 12);
    bytes[1] = (uint8_t)(0x80 | (c >> 6 & 0x3F));
    bytes[2] = (uint8_t)(0x80 | (c & 0x3F));
    length = 3;
  } else {
    bytes[0] = (uint8_t)(0xF0 | c >> 18);
    bytes[1] = (uint8_t)(0x80 | (c >> 12 & 0x3F));
    bytes[2] = (uint8_t)(0x80 | (c >> 6 & 0x3F));
    bytes[3] = (uint8_t)(0x80 | (c & 0x3F));
    length = 4;
  }
  add_bytes(text, bytes, length);
}

static shop_string_t string_of(text_t text) {
  return (shop_string_t){.ptr = text.bytes, .len = text.length};
}

static shop_string_t copy_string(const shop_string_t *string) {
  text_t copy = {0};
  add_string(&copy, string);
  return string_of(copy);
}

static item_t copy_item(const item_t *item) {
  item_t copy = *item;
  copy.sku = copy_string(&item->sku);
  copy.tags.ptr = allocate(item->tags.len, sizeof(shop_string_t));
  for (size_t i = 0; i < item->tags.len; i++) copy.tags.ptr[i] = copy_string(&item->tags.ptr[i]);
  return copy;
}

static const char *const CATEGORIES[] = {"book", "food", "toy"};
static const char *const CARES[] = {"fragile", "cold", "this-way-up"};

void exports_shop_describe(shop_item_t *item, shop_string_t *ret) {
  text_t text = {0};
  add_string(&text, &item->sku);
  add(&text, " x");
  add_number(&text, item->count);
  add(&text, " ");
  add(&text, CATEGORIES[item->category]);
  for (size_t i = 0; i < sizeof CARES / sizeof *CARES; i++) {
    if (item->care >> i & 1) {
      add(&text, ", ");
      add(&text, CARES[i]);
    }
  }
  if (item->place.is_some) {
    add(&text, " @");
    add_char(&text, item->place.val.f0);
    add_number(&text, item->place.val.f1);
  }
  for (size_t i = 0; i < item->tags.len; i++) {
    add(&text, " #");
    add_string(&text, &item->tags.ptr[i]);
  }
  shop_item_free(item);
  *ret = string_of(text);
}

struct exports_acme_shop_carts_cart_t {
  shop_string_t owner;
  uint64_t opened;
  item_t *items;
  size_t count, room;
};

typedef exports_acme_shop_carts_cart_t cart_t;

static cart_t *open_cart(shop_string_t owner) {
  cart_t *cart = allocate(1, sizeof(cart_t));
  *cart = (cart_t){.owner = owner, .opened = acme_shop_clock_now()};
  return cart;
}

static void put(cart_t *cart, item_t item) {
  if (cart->count == cart->room) {
    cart->room = cart->room == 0 ? 4 : cart->room * 2;
    cart->items = realloc(cart->items, cart->room * sizeof(item_t));
    if (cart->items == NULL) abort();
  }
  cart->items[cart->count++] = item;
}

static void empty(cart_t *cart) {
  for (size_t i = 0; i < cart->count; i++) acme_shop_types_item_free(&cart->items[i]);
  free(cart->items);
  cart->items = NULL;
  cart->count = cart->room = 0;
}

owned_cart exports_acme_shop_carts_constructor_cart(shop_string_t *owner) {
  return exports_acme_shop_carts_cart_new(open_cart(*owner));
}

void exports_acme_shop_carts_cart_destructor(cart_t *cart) {
  empty(cart);
  shop_string_free(&cart->owner);
  free(cart);
}

void exports_acme_shop_carts_method_cart_owner(borrowed_cart cart, shop_string_t *ret) {
  *ret = copy_string(&cart->owner);
}

uint64_t exports_acme_shop_carts_method_cart_opened(borrowed_cart cart) {
  return cart->opened;
}

void exports_acme_shop_carts_method_cart_add(borrowed_cart cart, item_t *item) {
  put(cart, *item);
}

void exports_acme_shop_carts_method_cart_items(borrowed_cart cart, exports_acme_shop_carts_list_item_t *ret) {
  ret->ptr = allocate(cart->count, sizeof(item_t));
  ret->len = cart->count;
  for (size_t i = 0; i < cart->count; i++) ret->ptr[i] = copy_item(&cart->items[i]);
}

bool exports_acme_shop_carts_method_cart_find(borrowed_cart cart, shop_string_t *sku, item_t *ret) {
  bool found = false;
  for (size_t i = 0; i < cart->count && !found; i++) {
    const shop_string_t *other = &cart->items[i].sku;
    found = other->len == sku->len && (sku->len == 0 || memcmp(other->ptr, sku->ptr, sku->len) == 0);
    if (found) *ret = copy_item(&cart->items[i]);
  }
  shop_string_free(sku);
  return found;
}

uint64_t exports_acme_shop_carts_method_cart_total(borrowed_cart cart) {
  uint64_t sum = 0;
  for (size_t i = 0; i < cart->count; i++) sum += cart->items[i].cents * cart->items[i].count;
  return sum;
}

static bool is_card(const shop_string_t *number) {
  if (number->len < 1 || number->len > 16) return false;
  for (size_t i = 0; i < number->len; i++) {
    if (number->ptr[i] < '0' || number->ptr[i] > '9') return false;
  }
  return true;
}

// Whether it can be paid with that; says why not.
static bool accepts(const cart_t *cart, const payment_t *with, uint64_t total, declined_t *err) {
  uint64_t limit = UINT64_MAX;
  if (cart->count == 0) {
    err->tag = ACME_SHOP_TYPES_DECLINED_EMPTY;
    err->val.empty = copy_string(&cart->owner);
    return false;
  }
  if (with->tag == ACME_SHOP_TYPES_PAYMENT_CARD) {
    if (!is_card(&with->val.card)) {
      err->tag = ACME_SHOP_TYPES_DECLINED_UNKNOWN_CARD;
      return false;
    }
    limit = CARD_LIMIT;
  } else if (with->tag == ACME_SHOP_TYPES_PAYMENT_VOUCHER) {
    limit = with->val.voucher;
  }
  if (total > limit) {
    err->tag = ACME_SHOP_TYPES_DECLINED_LIMIT;
    err->val.limit = limit;
    return false;
  }
  return true;
}

static void add_payment(text_t *text, const payment_t *with) {
  switch (with->tag) {
    case ACME_SHOP_TYPES_PAYMENT_CASH:
      add(text, " in cash");
      break;
    case ACME_SHOP_TYPES_PAYMENT_CARD: {
      size_t length = with->val.card.len, end = length < 4 ? length : 4;
      add(text, " by card ");
      add_bytes(text, with->val.card.ptr + length - end, end);
      break;
    }
    default:
      add(text, " by voucher");
  }
}

bool exports_acme_shop_carts_method_cart_pay(
    borrowed_cart cart, payment_t *with, shop_string_t *ret, declined_t *err) {
  uint64_t total = exports_acme_shop_carts_method_cart_total(cart);
  bool accepted = accepts(cart, with, total, err);
  if (accepted) {
    empty(cart);
    text_t text = {0};
    add_string(&text, &cart->owner);
    add(&text, " paid ");
    add_number(&text, total);
    add(&text, " at ");
    add_number(&text, acme_shop_clock_now());
    add_payment(&text, with);
    *ret = string_of(text);
  }
  acme_shop_types_payment_free(with);
  return accepted;
}

owned_cart exports_acme_shop_carts_static_cart_merge(owned_cart a, owned_cart b) {
  cart_t *first = exports_acme_shop_carts_cart_rep(a), *second = exports_acme_shop_carts_cart_rep(b);
  text_t owner = {0};
  add_string(&owner, &first->owner);
  add(&owner, " & ");
  add_string(&owner, &second->owner);
  cart_t *merged = open_cart(string_of(owner));
  for (size_t i = 0; i < first->count; i++) put(merged, first->items[i]);
  for (size_t i = 0; i < second->count; i++) put(merged, second->items[i]);
  // They have moved, and are not freed with the carts they were in.
  first->count = second->count = 0;
  exports_acme_shop_carts_cart_drop_own(a);
  exports_acme_shop_carts_cart_drop_own(b);
  return exports_acme_shop_carts_cart_new(merged);
}
