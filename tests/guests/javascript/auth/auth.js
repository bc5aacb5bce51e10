// The auth of ../../wit/auth; what each function does is said there. Errors of a WIT result are thrown.

const TOKEN = /^([a-z]{1,32}):([0-9]{1,9})$/;

class Session {
  #user;
  #allowed = 0;

  constructor(user) {
    this.#user = user;
  }

  user() {
    return this.#user;
  }

  allow(action) {
    if (action.startsWith('!') && !this.#user.admin) throw { tag: 'forbidden', val: action };
    return ++this.#allowed;
  }

  allowed() {
    return this.#allowed;
  }
}

function user(name, id) {
  return { name, id, level: level(Number(BigInt.asUintN(32, id))), admin: id < 1000n };
}

function level(n) {
  return (n + 1) >>> 0;
}

export const check = {
  Session,

  check(token) {
    const parts = TOKEN.exec(token);
    if (parts === null) throw { tag: 'malformed', val: token };
    const [, name, digits] = parts;
    const id = BigInt(digits);
    if (name.startsWith('x')) throw { tag: 'unknown', val: name };
    if (name === 'mallory') throw { tag: 'locked' };
    if (id < 100n) throw { tag: 'expired', val: 100n - id };
    return user(name, id);
  },

  open(token) {
    return new Session(check.check(token));
  },

  version() {
    return 'javascript 1.0.0';
  },

  level,

  greet(name) {
    return `hello, ${name}`;
  },

  describe({ name, id }) {
    return user(name, id);
  },

  digest(bytes) {
    return bytes.map((byte) => byte ^ 0xff);
  },

  crash(reason) {
    throw new Error(reason);
  },
};
