// The shop of ../../wit/shop; what each function does is said there.

import { now } from 'acme:shop/clock@1.0.0';

const CARD_LIMIT = 50_000n;

const CARES = [
  ['fragile', 'fragile'],
  ['cold', 'cold'],
  ['thisWayUp', 'this-way-up'],
];

export function describe(item) {
  let text = `${item.sku} x${item.count} ${item.category}`;
  for (const [property, name] of CARES) {
    if (item.care[property]) text += `, ${name}`;
  }
  if (item.place !== undefined) {
    const [letter, number] = item.place;
    text += ` @${letter}${number}`;
  }
  for (const tag of item.tags) text += ` #${tag}`;
  return text;
}

class Cart {
  #owner;
  #opened = now();
  #items = [];

  constructor(owner) {
    this.#owner = owner;
  }

  owner() {
    return this.#owner;
  }

  opened() {
    return this.#opened;
  }

  add(item) {
    this.#items.push(item);
  }

  items() {
    return this.#items;
  }

  find(sku) {
    return this.#items.find((item) => item.sku === sku);
  }

  total() {
    const sum = this.#items.reduce((sum, item) => sum + item.cents * BigInt(item.count), 0n);
    return BigInt.asUintN(64, sum);
  }

  // An error of a WIT result is thrown.
  pay(payment) {
    const total = this.total();
    const how = this.#accept(payment, total);
    this.#items = [];
    return `${this.#owner} paid ${total} at ${now()} ${how}`;
  }

  // How the receipt says what was paid with; throws why that is declined.
  #accept(payment, total) {
    if (this.#items.length === 0) throw { tag: 'empty', val: this.#owner };
    switch (payment.tag) {
      case 'cash':
        return 'in cash';
      case 'card':
        if (!/^[0-9]{1,16}$/.test(payment.val)) throw { tag: 'unknown-card' };
        if (total > CARD_LIMIT) throw { tag: 'limit', val: CARD_LIMIT };
        return `by card ${payment.val.slice(-4)}`;
      case 'voucher': {
        const worth = BigInt(payment.val);
        if (total > worth) throw { tag: 'limit', val: worth };
        return 'by voucher';
      }
    }
  }

  static merge(a, b) {
    const cart = new Cart(`${a.#owner} & ${b.#owner}`);
    cart.#items = [...a.#items, ...b.#items];
    return cart;
  }
}

export const carts = { Cart };
