/*
 * Answers the GPIO calls of the kernel inside the program under test, for a chip that is not there:
 *   GPIO_STAND_IN=/dev/gpiochip9=FIFO
 * A test writes "LINE LEVEL" lines into the FIFO; what the program drives is appended to FIFO.out in the same form. The chip has 32
 * lines; line 31 is somebody else's.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/gpio.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define LINES 32
static char chip[256], fifo[4096];
static int chip_fd = -1, level[LINES], edges_to[LINES], driven[LINES];
static unsigned long long flags[LINES];
static unsigned number[LINES];
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void read_settings(void) {
    const char *setting = getenv("GPIO_STAND_IN"), *split = setting ? strchr(setting, '=') : NULL;
    if (split) {
        snprintf(chip, sizeof chip, "%.*s", (int)(split - setting), setting);
        snprintf(fifo, sizeof fifo, "%s", split + 1);
    }
}

static void take(int line, int now) {
    int rises = now && !level[line], falls = !now && level[line];
    level[line] = now;
    if (edges_to[line] && ((rises && flags[line] & GPIO_V2_LINE_FLAG_EDGE_RISING) || (falls && flags[line] & GPIO_V2_LINE_FLAG_EDGE_FALLING))) {
        struct timespec t;
        clock_gettime(CLOCK_MONOTONIC, &t);
        struct gpio_v2_line_event event = {
            .timestamp_ns = t.tv_sec * 1000000000ull + t.tv_nsec, .id = rises ? 1 : 2, .offset = line, .line_seqno = ++number[line] };
        if (write(edges_to[line], &event, sizeof event) != sizeof event) { /* No room: the kernel drops edges too. */ }
    }
}

static void *listen_to_test(void *unused) {
    (void)unused;
    int in = ((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open"))(fifo, O_RDWR | O_CLOEXEC), line, now;
    FILE *file = fdopen(in, "r");
    while (file && fscanf(file, "%d %d", &line, &now) == 2)
        if (line >= 0 && line < LINES) { pthread_mutex_lock(&gate); take(line, now); pthread_mutex_unlock(&gate); }
    return NULL;
}

int open(const char *path, int how, ...) {
    va_list rest; va_start(rest, how); int mode = va_arg(rest, int); va_end(rest);
    int (*real)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open");
    if (!*chip || strcmp(path, chip)) return real(path, how, mode);
    pthread_t thread;
    if (chip_fd < 0) pthread_create(&thread, NULL, listen_to_test, NULL);
    return chip_fd = real("/dev/null", O_RDWR | O_CLOEXEC);
}

int ioctl(int fd, unsigned long what, ...) {
    va_list rest; va_start(rest, what); void *argument = va_arg(rest, void *); va_end(rest);
    for (int line = 0; what == GPIO_V2_LINE_SET_VALUES_IOCTL && line < LINES; line++)
        if (driven[line] && driven[line] == fd) {
            char name[4200];
            snprintf(name, sizeof name, "%s.out", fifo);
            FILE *out = fopen(name, "a");
            int on = (int)(((struct gpio_v2_line_values *)argument)->bits & 1) ^ (flags[line] & GPIO_V2_LINE_FLAG_ACTIVE_LOW ? 1 : 0);
            fprintf(out, "%d %d\n", line, on);
            fclose(out);
            return 0;
        }
    if (chip_fd < 0 || fd != chip_fd) return ((int (*)(int, unsigned long, ...))dlsym(RTLD_NEXT, "ioctl"))(fd, what, argument);
    if (what == GPIO_GET_CHIPINFO_IOCTL) {
        struct gpiochip_info *info = argument;
        memset(info, 0, sizeof *info); strcpy(info->name, "gpiochip9"); strcpy(info->label, "stand-in"); info->lines = LINES;
        return 0;
    }
    if (what == GPIO_V2_GET_LINE_IOCTL) {
        struct gpio_v2_line_request *request = argument;
        unsigned line = request->offsets[0];
        int pipe_of[2];
        if (request->num_lines != 1 || line >= LINES || strcmp(request->consumer, "eag-firmware")) { errno = EINVAL; return -1; }
        if (line == LINES - 1) { errno = EBUSY; return -1; }
        if (request->config.flags & GPIO_V2_LINE_FLAG_OUTPUT) {
            flags[line] = request->config.flags;
            request->fd = driven[line] = ((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open"))("/dev/null", O_RDWR | O_CLOEXEC);
            return 0;
        }
        if (pipe2(pipe_of, O_CLOEXEC)) return -1;
        pthread_mutex_lock(&gate);
        fcntl(pipe_of[1], F_SETFL, O_NONBLOCK);
        edges_to[line] = pipe_of[1]; flags[line] = request->config.flags; number[line] = 0;
        level[line] = request->config.flags & GPIO_V2_LINE_FLAG_BIAS_PULL_UP ? 1 : 0;
        pthread_mutex_unlock(&gate);
        request->fd = pipe_of[0];
        return 0;
    }
    errno = ENOTTY;
    return -1;
}
