// The auth of ../../wit/auth; what each function does is said there.
//
// What a function gets is its own, and what it returns is the caller's: the glue frees that once it has been
// read. So texts that were passed go on into results where they can.

// What wit-bindgen generates from the WIT.
#include "auth.h"

#include <stdlib.h>
#include <string.h>

#define VERSION "c 1.0.0"
#define GREETING "hello, "
#define FIRST_ID 100
#define FIRST_ID_WITHOUT_RIGHTS 1000

typedef exports_acme_auth_check_user_t user_t;
typedef exports_acme_auth_check_denied_t denied_t;
typedef exports_acme_auth_check_borrow_session_t borrowed_session;
typedef exports_acme_auth_check_own_session_t owned_session;

struct exports_acme_auth_check_session_t {
  user_t user;
  uint32_t allowed;
};

typedef exports_acme_auth_check_session_t session_t;

// Memory, or the end: there is nobody to report to. Null for nothing, which the glue doesn't free.
static void *allocate(size_t size) {
  if (size == 0) return NULL;
  void *block = malloc(size);
  if (block == NULL) abort();
  return block;
}

static auth_string_t text(const void *first, size_t first_length, const void *second, size_t second_length) {
  auth_string_t text = {.ptr = allocate(first_length + second_length), .len = first_length + second_length};
  if (first_length > 0) memcpy(text.ptr, first, first_length);
  if (second_length > 0) memcpy(text.ptr + first_length, second, second_length);
  return text;
}

// A user, who owns the name.
static user_t user_of(auth_string_t name, uint64_t id) {
  return (user_t){
      .name = name,
      .id = id,
      .level = exports_acme_auth_check_level((uint32_t)id),
      .admin = id < FIRST_ID_WITHOUT_RIGHTS,
  };
}

// Reads the name's length and the id, if that is a token.
static bool parse(const auth_string_t *token, size_t *name_length, uint64_t *id) {
  size_t at = 0;
  while (at < token->len && token->ptr[at] >= 'a' && token->ptr[at] <= 'z') at++;
  *name_length = at;
  if (at < 1 || at > 32 || at == token->len || token->ptr[at] != ':') return false;
  size_t digits = token->len - ++at;
  if (digits < 1 || digits > 9) return false;
  *id = 0;
  for (; at < token->len; at++) {
    if (token->ptr[at] < '0' || token->ptr[at] > '9') return false;
    *id = *id * 10 + (uint64_t)(token->ptr[at] - '0');
  }
  return true;
}

static bool is(const auth_string_t *name, const char *other) {
  return name->len == strlen(other) && memcmp(name->ptr, other, name->len) == 0;
}

bool exports_acme_auth_check_check(auth_string_t *token, user_t *ret, denied_t *err) {
  size_t name_length;
  uint64_t id;
  if (!parse(token, &name_length, &id)) {
    err->tag = EXPORTS_ACME_AUTH_CHECK_DENIED_MALFORMED;
    err->val.malformed = *token;
    return false;
  }
  auth_string_t name = text(token->ptr, name_length, NULL, 0);
  auth_string_free(token);
  if (name.ptr[0] == 'x') {
    err->tag = EXPORTS_ACME_AUTH_CHECK_DENIED_UNKNOWN;
    err->val.unknown = name;
    return false;
  }
  if (is(&name, "mallory")) {
    auth_string_free(&name);
    err->tag = EXPORTS_ACME_AUTH_CHECK_DENIED_LOCKED;
    return false;
  }
  if (id < FIRST_ID) {
    auth_string_free(&name);
    err->tag = EXPORTS_ACME_AUTH_CHECK_DENIED_EXPIRED;
    err->val.expired = FIRST_ID - id;
    return false;
  }
  *ret = user_of(name, id);
  return true;
}

bool exports_acme_auth_check_open(auth_string_t *token, owned_session *ret, denied_t *err) {
  user_t user;
  if (!exports_acme_auth_check_check(token, &user, err)) return false;
  session_t *session = allocate(sizeof(session_t));
  *session = (session_t){.user = user, .allowed = 0};
  *ret = exports_acme_auth_check_session_new(session);
  return true;
}

void exports_acme_auth_check_session_destructor(session_t *session) {
  exports_acme_auth_check_user_free(&session->user);
  free(session);
}

void exports_acme_auth_check_method_session_user(borrowed_session session, user_t *ret) {
  *ret = session->user;
  ret->name = text(session->user.name.ptr, session->user.name.len, NULL, 0);
}

bool exports_acme_auth_check_method_session_allow(
    borrowed_session session, auth_string_t *action, uint32_t *ret, denied_t *err) {
  if (action->len > 0 && action->ptr[0] == '!' && !session->user.admin) {
    err->tag = EXPORTS_ACME_AUTH_CHECK_DENIED_FORBIDDEN;
    err->val.forbidden = *action;
    return false;
  }
  auth_string_free(action);
  *ret = ++session->allowed;
  return true;
}

uint32_t exports_acme_auth_check_method_session_allowed(borrowed_session session) {
  return session->allowed;
}

void exports_acme_auth_check_version(auth_string_t *ret) {
  *ret = text(VERSION, strlen(VERSION), NULL, 0);
}

uint32_t exports_acme_auth_check_level(uint32_t n) {
  return n + 1;
}

void exports_acme_auth_check_greet(auth_string_t *name, auth_string_t *ret) {
  *ret = text(GREETING, strlen(GREETING), name->ptr, name->len);
  auth_string_free(name);
}

void exports_acme_auth_check_describe(user_t *user, user_t *ret) {
  *ret = user_of(user->name, user->id);
}

void exports_acme_auth_check_digest(auth_list_u8_t *bytes, auth_list_u8_t *ret) {
  for (size_t i = 0; i < bytes->len; i++) bytes->ptr[i] ^= 0xFF;
  *ret = *bytes;
}

void exports_acme_auth_check_crash(auth_string_t *reason) {
  (void)reason;
  abort();
}
