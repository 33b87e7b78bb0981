/*
 * board: plays, through /dev/uhid, a CP2112: a bridge from USB to an I2C bus and to 8 GPIO lines. The kernel's own driver of
 * that bridge (hid-cp2112) then has a real I2C adapter and a real GPIO chip, and on the bus are an SHT3x (0x44), a BH1750
 * (0x23) and a DS2482 (0x18) with a DS18B20 on its 1-Wire line, for the kernel's own drivers. Its end is that the bridge is
 * unplugged.
 *
 * Lines on standard input:
 *   sht T RH        raw words of the SHT3x           lux RAW        raw word of the BH1750
 *   ds MILLIDEGREES temperature of the DS18B20       dsbad 0|1      its checksum is wrong
 *   dsgone 0|1      its cable is pulled              silent ADDRESS 0|1   a chip does not answer
 *   gpio LINE 0|1   level seen on an input line
 * Lines on standard output: "out LINE LEVEL" when the kernel sets an output line.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/uhid.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SHT3X = 0x44, BH1750 = 0x23, DS2482 = 0x18 };

static int silent[128];

static uint8_t crc8_sensirion(const uint8_t *bytes, int count)
{
    uint8_t crc = 0xff;
    while (count--) {
        crc ^= *bytes++;
        for (int i = 0; i < 8; i++) crc = crc & 0x80 ? (crc << 1) ^ 0x31 : crc << 1;
    }
    return crc;
}

static uint8_t crc8_dallas(const uint8_t *bytes, int count)
{
    uint8_t crc = 0;
    while (count--) {
        crc ^= *bytes++;
        for (int i = 0; i < 8; i++) crc = crc & 1 ? (crc >> 1) ^ 0x8c : crc >> 1;
    }
    return crc;
}

/* The thermometer, bit by bit as the line has it. */
static struct {
    uint8_t number[8], memory[9];
    int millidegrees, is_bad, is_gone;
    enum { DEAF, NUMBER_COMMAND, SEARCH, MATCH, COMMAND, SEND_MEMORY, TAKE_MEMORY, IDLE } state;
    int bit, phase;
    uint8_t word;
} ds = { .number = { 0x28, 0xa1, 0xb2, 0xc3, 0xd4, 0xe5, 0x06 }, .memory = { 0x50, 0x05, 0x4b, 0x46, 0x7f, 0xff, 0x0c, 0x10 }, .millidegrees = 21562 };

static void ds_go(int state) { ds.state = state; ds.bit = ds.phase = ds.word = 0; }

static int bit_of(const uint8_t *bytes, int at) { return bytes[at >> 3] >> (at & 7) & 1; }

static int ds_reset(void)
{
    ds_go(ds.is_gone ? DEAF : NUMBER_COMMAND);
    return !ds.is_gone;
}

static int ds_read(void)
{
    if (ds.is_gone) return 1;
    if (ds.state == SEARCH && ds.phase < 2) {
        int bit = bit_of(ds.number, ds.bit);
        return ds.phase++ ? !bit : bit;
    }
    if (ds.state == SEND_MEMORY && ds.bit < 72) return bit_of(ds.memory, ds.bit++);
    return 1;
}

static void ds_command(uint8_t command)
{
    if (command == 0x44) {
        int sixteenths = ds.millidegrees * 16 / 1000;
        ds.memory[0] = sixteenths;
        ds.memory[1] = sixteenths >> 8;
        ds_go(IDLE);
    } else if (command == 0xbe) {
        ds.memory[8] = crc8_dallas(ds.memory, 8) ^ (ds.is_bad ? 0x55 : 0);
        ds_go(SEND_MEMORY);
    } else {
        ds_go(command == 0x4e ? TAKE_MEMORY : IDLE);
    }
}

static void ds_write(int bit)
{
    if (ds.is_gone) return;
    switch (ds.state) {
    case NUMBER_COMMAND:
    case COMMAND:
        ds.word |= bit << ds.bit;
        if (++ds.bit < 8) return;
        if (ds.state == COMMAND) ds_command(ds.word);
        else ds_go(ds.word == 0xf0 ? SEARCH : ds.word == 0x55 ? MATCH : ds.word == 0xcc ? COMMAND : DEAF);
        return;
    case SEARCH:
    case MATCH:
        if (bit != bit_of(ds.number, ds.bit)) { ds_go(DEAF); return; }
        ds.phase = 0;
        if (++ds.bit == 64) ds_go(COMMAND);
        return;
    case TAKE_MEMORY: {
        uint8_t *byte = &ds.memory[2 + (ds.bit >> 3)];
        *byte = (*byte & ~(1 << (ds.bit & 7))) | bit << (ds.bit & 7);
        if (++ds.bit == 24) ds_go(IDLE);
        return;
    }
    default:
        return;
    }
}

/* The 1-Wire master. */
static uint8_t master_status = 0x18, master_settings, master_data, master_register = 0xf0;

static void master_write(const uint8_t *bytes, int count)
{
    uint8_t argument = count > 1 ? bytes[1] : 0;
    master_register = 0xf0;
    switch (bytes[0]) {
    case 0xf0: master_status = 0x18; master_settings = 0; break;
    case 0xd2: master_settings = argument & 15; master_status &= ~0x10; master_register = 0xc3; break;
    case 0xe1: master_register = argument; break;
    case 0xb4: master_status = (master_status & ~0x02) | (ds_reset() ? 0x02 : 0); break;
    case 0xa5: for (int i = 0; i < 8; i++) ds_write(argument >> i & 1); break;
    case 0x96: master_data = 0; for (int i = 0; i < 8; i++) master_data |= ds_read() << i; break;
    case 0x87: {
        int bit = 0;
        if (argument & 0x80) bit = ds_read();
        else ds_write(0);
        master_status = (master_status & ~0x20) | bit << 5;
        break;
    }
    case 0x78: {
        int bit = ds_read(), inverse = ds_read();
        int direction = bit != inverse ? bit : bit ? 1 : argument >> 7;
        ds_write(direction);
        master_status = (master_status & ~0xe0) | bit << 5 | inverse << 6 | direction << 7;
        break;
    }
    }
}

/* The chips on the bus: what is answered, or -1 when nothing does. */
static uint16_t sht_temperature = 0x6666, sht_humidity = 0x8000, sht_command, light = 480;

static int chip_write(int address, const uint8_t *bytes, int count)
{
    if (silent[address]) return -1;
    if (address == SHT3X && count >= 2) sht_command = bytes[0] << 8 | bytes[1];
    if (address == DS2482 && count > 0) master_write(bytes, count);
    return address == SHT3X || address == BH1750 || address == DS2482 ? 0 : -1;
}

static int sht_read(uint8_t *to, int count)
{
    uint8_t answer[6] = { 0 };
    int measures = sht_command == 0x2c06 || sht_command == 0x2400 || sht_command == 0xe000;
    if (measures) {
        answer[0] = sht_temperature >> 8; answer[1] = sht_temperature;
        answer[3] = sht_humidity >> 8; answer[4] = sht_humidity;
    }
    answer[2] = crc8_sensirion(answer, 2);
    answer[5] = crc8_sensirion(answer + 3, 2);
    memcpy(to, answer, count < 6 ? count : 6);
    return 0;
}

static int chip_read(int address, uint8_t *to, int count)
{
    memset(to, 0xff, count);
    if (silent[address]) return -1;
    if (address == SHT3X) return sht_read(to, count);
    if (address == BH1750 && count >= 2) { to[0] = light >> 8; to[1] = light; return 0; }
    if (address == DS2482) { to[0] = master_register == 0xc3 ? master_settings : master_register == 0xe1 ? master_data : master_status; return 0; }
    return -1;
}

/* The bridge: reports of the CP2112's data sheet (AN495). */
static int device;
static uint8_t answer[512], settings[14] = { 0x06, 0, 1, 0x86, 0xa0, 2 };
static int answer_length, answer_at, is_unanswered;
static uint8_t line_directions, line_inputs, line_outputs;

static void put(struct uhid_event *event)
{
    if (write(device, event, sizeof *event) != sizeof *event) { perror("/dev/uhid"); exit(1); }
}

static void send_report(const uint8_t *report)
{
    struct uhid_event event = { .type = UHID_INPUT2 };
    event.u.input2.size = 64;
    memcpy(event.u.input2.data, report, 64);
    put(&event);
}

static void take_report(const uint8_t *report, int length)
{
    uint8_t reply[64] = { 0 };
    if (length < 2) return;
    switch (report[0]) {
    case 0x10:
    case 0x11: /* read; write and read */
        answer_length = (report[2] << 8 | report[3]) & 511;
        answer_at = 0;
        is_unanswered = (report[0] == 0x11 && chip_write(report[1] >> 1, report + 5, report[4]) < 0)
            || chip_read(report[1] >> 1, answer, answer_length) < 0;
        break;
    case 0x14: /* write */
        answer_length = answer_at = 0;
        is_unanswered = chip_write(report[1] >> 1, report + 3, report[2]) < 0;
        break;
    case 0x15: /* how did it go */
        reply[0] = 0x16; reply[1] = is_unanswered ? 3 : 2; reply[2] = is_unanswered ? 0 : 5;
        reply[5] = answer_length >> 8; reply[6] = answer_length;
        send_report(reply);
        break;
    case 0x12: { /* give what was read */
        int count = report[1] << 8 | report[2];
        if (count > answer_length - answer_at) count = answer_length - answer_at;
        if (count > 61) count = 61;
        reply[0] = 0x13; reply[1] = 2; reply[2] = count;
        memcpy(reply + 3, answer + answer_at, count);
        answer_at += count;
        send_report(reply);
        break;
    }
    }
}

static void give_feature(uint32_t id, uint8_t number)
{
    struct uhid_event event = { .type = UHID_GET_REPORT_REPLY };
    uint8_t *data = event.u.get_report_reply.data;
    int size = 0;
    event.u.get_report_reply.id = id;
    data[0] = number;
    switch (number) {
    case 0x02: data[1] = line_directions; data[2] = 0xff; size = 5; break;
    case 0x03: data[1] = (line_inputs & ~line_directions) | (line_outputs & line_directions); size = 2; break;
    case 0x05: data[1] = 0x0c; data[2] = 2; size = 3; break; /* revision 2, which can repeat a start */
    case 0x06: memcpy(data, settings, sizeof settings); size = sizeof settings; break;
    case 0x20: size = 2; break;
    case 0x21: size = 10; break;
    case 0x22: case 0x23: case 0x24: data[1] = 4; data[2] = 3; data[3] = 'x'; size = 62; break;
    default: event.u.get_report_reply.err = EIO;
    }
    event.u.get_report_reply.size = size;
    put(&event);
}

static void take_feature(struct uhid_set_report_req *request)
{
    struct uhid_event event = { .type = UHID_SET_REPORT_REPLY };
    event.u.set_report_reply.id = request->id;
    if (request->data[0] == 0x02) line_directions = request->data[1];
    if (request->data[0] == 0x04)
        for (int i = 0; i < 8; i++) {
            if (!(request->data[2] >> i & 1)) continue;
            line_outputs = (line_outputs & ~(1 << i)) | (request->data[1] >> i & 1) << i;
            printf("out %d %d\n", i, request->data[1] >> i & 1);
        }
    fflush(stdout);
    put(&event);
}

static void plug_in(void)
{
    static const uint8_t head[] = { 0x06, 0x00, 0xff, 0x09, 0x01, 0xa1, 0x01, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08, 0x95, 0x3f };
    static const uint8_t reports[][2] = { /* number, and 0x81 input, 0x91 output, 0xb1 feature */
        { 0x10, 0x91 }, { 0x11, 0x91 }, { 0x12, 0x91 }, { 0x14, 0x91 }, { 0x15, 0x91 }, { 0x17, 0x91 }, { 0x13, 0x81 }, { 0x16, 0x81 },
        { 0x02, 0xb1 }, { 0x03, 0xb1 }, { 0x04, 0xb1 }, { 0x05, 0xb1 }, { 0x06, 0xb1 },
        { 0x20, 0xb1 }, { 0x21, 0xb1 }, { 0x22, 0xb1 }, { 0x23, 0xb1 }, { 0x24, 0xb1 } };
    struct uhid_event event = { .type = UHID_CREATE2 };
    struct uhid_create2_req *create = &event.u.create2;
    uint8_t *at = create->rd_data;
    memcpy(at, head, sizeof head);
    at += sizeof head;
    for (unsigned i = 0; i < sizeof reports / sizeof *reports; i++) {
        const uint8_t item[] = { 0x85, reports[i][0], 0x09, 0x01, reports[i][1], 0x02 };
        memcpy(at, item, sizeof item);
        at += sizeof item;
    }
    *at++ = 0xc0;
    create->rd_size = at - create->rd_data;
    create->bus = 3; create->vendor = 0x10c4; create->product = 0xea90; create->version = 0x0100;
    strcpy((char *)create->name, "simulated CP2112");
    strcpy((char *)create->phys, "board/input0");
    if ((device = open("/dev/uhid", O_RDWR | O_CLOEXEC)) < 0) { perror("/dev/uhid"); exit(1); }
    put(&event);
}

static void obey(const char *line)
{
    int a, b;
    if (sscanf(line, "sht %i %i", &a, &b) == 2) { sht_temperature = a; sht_humidity = b; }
    else if (sscanf(line, "lux %i", &a) == 1) light = a;
    else if (sscanf(line, "dsbad %i", &a) == 1) ds.is_bad = a;
    else if (sscanf(line, "dsgone %i", &a) == 1) ds.is_gone = a;
    else if (sscanf(line, "ds %i", &a) == 1) ds.millidegrees = a;
    else if (sscanf(line, "silent %i %i", &a, &b) == 2) silent[a & 127] = b;
    else if (sscanf(line, "gpio %i %i", &a, &b) == 2) line_inputs = (line_inputs & ~(1 << a)) | (b & 1) << a;
    else { fprintf(stderr, "board: what is '%s'?\n", line); exit(2); }
}

static void serve(void)
{
    struct uhid_event event;
    if (read(device, &event, sizeof event) <= 0) exit(0);
    if (event.type == UHID_OUTPUT) take_report(event.u.output.data, event.u.output.size);
    else if (event.type == UHID_GET_REPORT) give_feature(event.u.get_report.id, event.u.get_report.rnum);
    else if (event.type == UHID_SET_REPORT) take_feature(&event.u.set_report);
}

int main(void)
{
    char line[256];
    int have = 0;
    ds.number[7] = crc8_dallas(ds.number, 7);
    plug_in();
    struct pollfd wait[2] = { { device, POLLIN, 0 }, { 0, POLLIN, 0 } };
    for (;;) {
        if (poll(wait, 2, -1) < 0) return 1;
        if (wait[0].revents) serve();
        if (!wait[1].revents) continue;
        int count = read(0, line + have, sizeof line - 1 - have);
        if (count <= 0) return 0;
        have += count;
        line[have] = 0;
        for (char *end; (end = strchr(line, '\n')); ) {
            *end = 0;
            obey(line);
            have -= end + 1 - line;
            memmove(line, end + 1, have + 1);
        }
    }
}
