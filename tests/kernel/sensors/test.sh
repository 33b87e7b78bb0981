# A centre's computer that a test works on: each name that comes in on the control line is that of a script in the
# folder that both share; its output goes to NAME.out there, and its status is the answer.
. /host.sh
. /words.sh
ifconfig lo up
ifconfig eth0 10.0.2.15 netmask 255.255.255.0 up
mkfifo /tmp/board
# Held open, so that the board does not take the end of one line for the end of all.
exec 7<>/tmp/board
exec 8<>/dev/vport0p1 <&8 >&8 8>&-
echo ready
while read -r name; do
    (. /host/tmp/out/$name.sh) </dev/null >/host/tmp/out/$name.out 2>&1
    echo "$name $?"
done
