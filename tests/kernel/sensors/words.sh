# What scripts of a test say in the guest; sourced by test.sh.
new() { echo $2 $3 >/sys/bus/i2c/devices/i2c-$1/new_device; }
old() { echo $2 >/sys/bus/i2c/devices/i2c-$1/delete_device; }
# The bus of the bridge that /board plays.
bridge() { for a in /sys/class/i2c-adapter/i2c-*; do grep -q CP2112 $a/name && echo ${a##*-}; done; }
board_on() {
    /board </tmp/board >>/tmp/board.out 2>&1 7>&- &
    echo $! >/tmp/board.pid
    until_true '[ -n "$(bridge)" ] && ls /sys/bus/hid/drivers/cp2112/*/i2c-* >/dev/null 2>&1' || return 1
    # Between its bus and its lines the driver still talks to the bridge.
    usleep 200000
    bus=$(bridge)
    # A board whose chips are on the bus itself has an overlay that tells the kernel of them.
    new $bus sht3x 0x44 && new $bus bh1750 0x23 && new $bus ds2482 0x18 && until_true 'ls -d /sys/bus/w1/devices/28-* >/dev/null 2>&1'
}
board_off() { kill $(cat /tmp/board.pid); until_true '[ -z "$(bridge)" ]'; }
say() { echo "$*" >/tmp/board; }
firmware() { inhost /tmp/dotnet/dotnet /tmp/app/eag-firmware.dll "$@"; }
