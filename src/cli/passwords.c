#include "cli/passwords.h"

#include "base/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

// More than any password has, in any spelling of its letters.
enum { MOST_TYPED = 1024 };

enum origin_kind { ORIGIN_FILE, ORIGIN_ENVIRONMENT, ORIGIN_DESCRIPTOR };

// Where one password is.
struct origin {
    bool given;
    enum origin_kind kind;
    const char *name; // of the file, the variable; the descriptor's number
};

struct origins {
    struct origin user, owner;
};

// what the options say

static bool complain_form(void)
{
    // What was typed is not repeated: it may be a password.
    args_complain(
        "--encrypt wants user=file:PATH, user=env:NAME or user=fd:N, and owner= likewise; "
        "a password itself is no argument");
    return false;
}

static bool is_number(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    return digits > 0 && digits < 6 && text[digits] == '\0';
}

static bool read_place(struct arena *arena, struct str text, struct origin *out)
{
    static const struct str prefixes[] = {[ORIGIN_FILE] = STR_INIT("file:"),
                                          [ORIGIN_ENVIRONMENT] = STR_INIT("env:"),
                                          [ORIGIN_DESCRIPTOR] = STR_INIT("fd:")};
    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
        if (!str_starts_with(text, prefixes[i]) || text.len == prefixes[i].len)
            continue;
        const char *name = str_cstr(arena, str_slice(text, prefixes[i].len, text.len));
        *out = (struct origin){true, (enum origin_kind)i, name};
        return i != ORIGIN_DESCRIPTOR || is_number(name) || complain_form();
    }
    return complain_form();
}

static bool read_part(struct arena *arena, struct str part, struct origins *out)
{
    bool user = str_starts_with(part, STR("user=")), owner = str_starts_with(part, STR("owner="));
    struct origin *origin = user ? &out->user : &out->owner;
    if (!user && !owner)
        return complain_form();
    if (origin->given) {
        args_complain("--encrypt has %s= twice", user ? "user" : "owner");
        return false;
    }
    return read_place(arena, str_slice(part, str_find_byte(part, '=', 0) + 1, part.len), origin);
}

// A comma parts two passwords only before the name of the second: paths may have commas.
static size_t part_end(struct str text, size_t from)
{
    size_t user = str_find(text, STR(",user="), from), owner = str_find(text, STR(",owner="), from);
    return user < owner ? user : owner;
}

static bool read_options(struct arena *arena, const struct args *args, struct origins *out)
{
    for (size_t i = 0; i < args->encrypt_count; i++) {
        struct str option = args->encrypt[i];
        for (size_t at = 0; at <= option.len;) {
            size_t end = part_end(option, at);
            if (!read_part(arena, str_slice(option, at, end), out))
                return false;
            at = end + 1;
        }
    }
    if (!out->user.given)
        args_complain(
            "--encrypt needs user=: with an owner's password alone anyone opens the file");
    return out->user.given;
}

// A descriptor is read once, to its end.
static bool descriptors_are_good(const struct args *args, const struct origins *origins)
{
    const struct origin *all[] = {&origins->user, &origins->owner};
    const char *numbers[2] = {"", ""};
    bool from_input = args->operand_count > 0 && str_equal(args->operands[0], STR("-"));
    for (size_t i = 0; i < 2; i++) {
        if (!all[i]->given || all[i]->kind != ORIGIN_DESCRIPTOR)
            continue;
        numbers[i] = all[i]->name;
        if (from_input && strtol(numbers[i], NULL, 10) == STDIN_FILENO) {
            args_complain("--encrypt: standard input is the brochure, and no password");
            return false;
        }
    }
    if (*numbers[0] == '\0' || *numbers[1] == '\0' ||
        strtol(numbers[0], NULL, 10) != strtol(numbers[1], NULL, 10))
        return true;
    args_complain("--encrypt: fd:%s cannot give both passwords", numbers[0]);
    return false;
}

// what is there

// Returns the bytes that were read, or -1 with errno set.
static ssize_t read_descriptor(int fd, char *bytes, size_t room)
{
    size_t count = 0;
    while (count < room) {
        ssize_t got = read(fd, bytes + count, room - count);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        count += (size_t)got;
    }
    return (ssize_t)count;
}

static ssize_t read_path(const char *path, char *bytes, size_t room)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    ssize_t count = read_descriptor(fd, bytes, room);
    int error = errno;
    close(fd);
    errno = error;
    return count;
}

static ssize_t read_variable(const char *name, char *bytes, size_t room)
{
    const char *value = getenv(name);
    if (!value)
        return -1;
    size_t count = strnlen(value, room);
    memcpy(bytes, value, count);
    return (ssize_t)count;
}

static ssize_t read_origin(const struct origin *origin, char *bytes, size_t room)
{
    switch (origin->kind) {
    case ORIGIN_FILE: return read_path(origin->name, bytes, room);
    case ORIGIN_ENVIRONMENT: return read_variable(origin->name, bytes, room);
    case ORIGIN_DESCRIPTOR: break;
    }
    return read_descriptor((int)strtol(origin->name, NULL, 10), bytes, room);
}

static enum status complain_unread(const struct origin *origin)
{
    if (origin->kind == ORIGIN_ENVIRONMENT) {
        args_complain("--encrypt: the variable %s is not set", origin->name);
        return STATUS_USAGE;
    }
    fprintf(stderr, "brochure: error: cannot read the password of --encrypt from %s%s: %s\n",
            origin->kind == ORIGIN_DESCRIPTOR ? "fd:" : "", origin->name, strerror(errno));
    return STATUS_SYSTEM;
}

// Editors end a file with a line's end, which is no part of the password.
static struct str without_line_end(struct str typed)
{
    if (str_ends_with(typed, STR("\n")))
        typed.len--;
    if (str_ends_with(typed, STR("\r")))
        typed.len--;
    return typed;
}

static enum status read_password(const struct origin *origin, const char *whose,
                                 struct password *out)
{
    char bytes[MOST_TYPED];
    ssize_t count = read_origin(origin, bytes, sizeof bytes);
    if (count < 0)
        return complain_unread(origin);
    struct str typed = {bytes, (size_t)count};
    if (origin->kind != ORIGIN_ENVIRONMENT)
        typed = without_line_end(typed);
    const char *fault = password_prepare(typed, out);
    secret_wipe(bytes, sizeof bytes);
    if (!fault)
        return STATUS_DONE;
    args_complain("--encrypt: the %s's password %s", whose, fault);
    return STATUS_USAGE;
}

static enum status invent_password(struct password *out)
{
    unsigned char bytes[32];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes) {
        fprintf(stderr, "brochure: error: no random numbers: %s\n", strerror(errno));
        return STATUS_SYSTEM;
    }
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(out->text + 2 * i, 3, "%02x", bytes[i]);
    secret_wipe(bytes, sizeof bytes);
    return STATUS_DONE;
}

// Other programs of the user can read the environment that a process began with.
static void wipe_variable(const struct origin *origin)
{
    char *value = origin->given && origin->kind == ORIGIN_ENVIRONMENT ? getenv(origin->name) : NULL;
    if (value)
        secret_wipe(value, strlen(value));
}

static enum status read_both(const struct origins *origins, struct seal_passwords *out)
{
    enum status status = read_password(&origins->user, "user", &out->user);
    if (status == STATUS_DONE)
        status = origins->owner.given ? read_password(&origins->owner, "owner", &out->owner)
                                      : invent_password(&out->owner);
    wipe_variable(&origins->user);
    wipe_variable(&origins->owner);
    if (status != STATUS_DONE || strcmp(out->user.text, out->owner.text) != 0)
        return status;
    args_complain("--encrypt: the user's password is the owner's, and would open everything");
    return STATUS_USAGE;
}

enum status passwords_read(struct arena *arena, const struct args *args, struct seal_passwords *out)
{
    struct origins origins = {0};
    bool archive = args->standards.archive_part > 0;
    *out = (struct seal_passwords){0};
    if (archive)
        args_complain("--encrypt does not go with PDF/A in --pdf-standard, which forbids it");
    if (archive || !read_options(arena, args, &origins) || !descriptors_are_good(args, &origins))
        return STATUS_USAGE;
    if (!seal_open()) {
        fputs("brochure: error: --encrypt needs the library qpdf (the package libqpdf29)\n",
              stderr);
        return STATUS_SYSTEM;
    }
    enum status status = read_both(&origins, out);
    if (status != STATUS_DONE)
        secret_wipe(out, sizeof *out);
    return status;
}
