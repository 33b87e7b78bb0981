/*
 * Lets a program that takes only real serial ports, as libserialport does, use a pseudo-terminal.
 * TTYSHIM="/dev/ttyUSB7=/dev/pts/3": the first name is shown as a USB port with a driver, and opening it opens the second.
 * Modem lines, which a pseudo-terminal has not, are kept in memory.
 */
#define _GNU_SOURCE
#undef _FORTIFY_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static const char target_of_sys[] = "../../devices/pci0/usb1/1-1/1-1:1.0/tty/port";

/* The name that is pretended, and what it leads to; 0 when the variable is not set. */
static const char *pretended(char *name, size_t size) {
    const char *both = getenv("TTYSHIM"), *split = both ? strchr(both, '=') : 0;
    if (!split || (size_t)(split - both) >= size) return 0;
    memcpy(name, both, split - both);
    name[split - both] = 0;
    return split + 1;
}

static const char *led(const char *path) {
    char name[PATH_MAX];
    const char *target = path ? pretended(name, sizeof name) : 0;
    return target && !strcmp(name, path) ? target : path;
}

static int is_sys(const char *path) {
    char name[PATH_MAX], sys[PATH_MAX + 32];
    if (!path || !pretended(name, sizeof name)) return 0;
    snprintf(sys, sizeof sys, "/sys/class/tty/%s", strrchr(name, '/') + 1);
    return !strcmp(path, sys);
}

static int mode_of(int flags, va_list more) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(more, int) : 0; }

int open(const char *path, int flags, ...) {
    va_list more; va_start(more, flags); int mode = mode_of(flags, more); va_end(more);
    return NEXT(open)(led(path), flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list more; va_start(more, flags); int mode = mode_of(flags, more); va_end(more);
    return NEXT(open64)(led(path), flags, mode);
}

int __open_2(const char *path, int flags);
int __open_2(const char *path, int flags) { return NEXT(open)(led(path), flags); }
int __open64_2(const char *path, int flags);
int __open64_2(const char *path, int flags) { return NEXT(open64)(led(path), flags); }
int stat(const char *path, struct stat *s) { return NEXT(stat)(led(path), s); }
int access(const char *path, int mode) { return NEXT(access)(led(path), mode); }

int lstat(const char *path, struct stat *s) {
    if (!is_sys(path)) return NEXT(lstat)(led(path), s);
    memset(s, 0, sizeof *s);
    s->st_mode = S_IFLNK | 0777;
    return 0;
}

int __lxstat(int version, const char *path, struct stat *s);
int __lxstat(int version, const char *path, struct stat *s) { (void)version; return lstat(path, s); }

ssize_t readlink(const char *path, char *buffer, size_t size) {
    if (!is_sys(path)) return NEXT(readlink)(led(path), buffer, size);
    size_t length = sizeof target_of_sys - 1 < size ? sizeof target_of_sys - 1 : size;
    memcpy(buffer, target_of_sys, length);
    return length;
}

static int modem_lines = TIOCM_RTS | TIOCM_DTR;

int ioctl(int descriptor, unsigned long request, ...) {
    va_list more; va_start(more, request); void *argument = va_arg(more, void *); va_end(more);
    int result = NEXT(ioctl)(descriptor, request, argument);
    if (result >= 0 || (errno != ENOTTY && errno != EINVAL) || !isatty(descriptor)) return result;
    int *lines = argument;
    switch (request) {
    case TIOCMGET: *lines = modem_lines; return 0;
    case TIOCMSET: modem_lines = *lines; return 0;
    case TIOCMBIS: modem_lines |= *lines; return 0;
    case TIOCMBIC: modem_lines &= ~*lines; return 0;
    default: errno = ENOTTY; return result;
    }
}
