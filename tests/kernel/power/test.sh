# The edge on a disk that is logged write by write, and sources that post to it. After each yes a source writes how many of its batches
# were accepted to a partition for promises, past every cache: so the log itself holds what was promised by when.
. /host.sh
word() { sed -n "s/.*$1=\([a-z0-9]*\).*/\1/p" /proc/cmdline; }
ifconfig lo up
mkdir -p /d /host/tmp/d && mount -t ext4 /dev/vda1 /d && mount --bind /d /host/tmp/d || exit 62
printf 'a-token-for-the-sources' >/host/tmp/token
cp /nosync.so /host/tmp/
preload=PRELOAD=none
[ "$(word mode)" = nosync ] && preload=LD_PRELOAD=/tmp/nosync.so
inhost $preload /tmp/dotnet/dotnet /tmp/app/eag-edge.dll --set Station:Id=cm-01 --set Station:Region=5001 --set Status:Listen= --set Clock:Sync=Assume \
    --set Mqtt:Port=9 --set Intake:Socket=/tmp/edge.sock --set Intake:LanListen=127.0.0.1:8070 --set Intake:TokenFile=/tmp/token \
    --set Outbox:Folder=/tmp/d/outbox --set Outbox:SegmentBytesMax=32768 --set Outbox:FreeBytesMin=1048576 \
    --set Packing:ReadingsMax=40 --set Packing:AgeMax=00:00:00.500 >/tmp/edge.log 2>&1 &
post() { wget -q -O /tmp/answer$1 --header 'Content-Type: application/senml+json' --header 'Authorization: Bearer a-token-for-the-sources' --post-data "$2" http://127.0.0.1:8070/v1/readings; }
# feed NUMBER BATCHES : batches of five readings, each after the yes to the one before.
feed() {
    i=0 refused=0
    while [ $i -lt $2 ] && [ $refused -lt 100 ]; do
        body="[{\"bn\":\"urn:eag:cm-01:\",\"bt\":$(($(word from) + $1 * 10000 + i * 10)),\"n\":\"pm25\",\"v\":$i}"
        for j in 1 2 3 4; do body="$body,{\"n\":\"pm25\",\"t\":$j,\"v\":$j}"; done
        post $1 "$body]" || { refused=$((refused + 1)); usleep 100000; continue; }
        i=$((i + 1))
        printf '%-4096s' "PROMISE $i" | dd of=/dev/vda2 bs=4096 seek=$1 count=1 iflag=fullblock oflag=direct conv=notrunc 2>/dev/null || exit 63
    done
}
until_true '[ -S /host/tmp/edge.sock ]' 1600 || { cat /tmp/edge.log; exit 64; }
echo "@edge $(cut -d' ' -f1 /proc/uptime)"
for number in 0 1 2; do feed $number $(word batches) & all="$all $!"; done
wait $all
tail -n 3 /tmp/edge.log
# No sync, no unmount: the guest just ends.
exit 0
