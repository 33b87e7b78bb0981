# Sourced by tests in the guest: the machine that runs QEMU lies read-only under /host, and programs of it run there.
# What tests/kernel/boot shares by name appears under /host/tmp.
mkdir -p /host
mount -t 9p -o trans=virtio,version=9p2000.L,ro,cache=loose,msize=262144 host /host || exit 60
mount -t proc proc /host/proc; mount --rbind /sys /host/sys; mount --rbind /dev /host/dev; mount -t tmpfs tmp /host/tmp
for tag in $(cat /sys/bus/virtio/drivers/9pnet_virtio/*/mount_tag | tr '\0' '\n' | grep -v '^host$'); do
    mkdir -p /host/tmp/$tag
    # What the guest may write is seen by the other side at once; what it may not stays in memory once read.
    case $tag in out*) cache=none ;; *) cache=loose,ro ;; esac
    mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144,cache=$cache $tag /host/tmp/$tag || exit 61
done
# Programs of .NET start faster in a guest without hardware help when they skip profiling.
inhost() { chroot /host /usr/bin/env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/tmp TMPDIR=/tmp DOTNET_ROOT=/tmp/dotnet DOTNET_EnableDiagnostics=0 DOTNET_TieredPGO=0 DOTNET_gcServer=0 "$@"; }
# until_true CONDITION [TWENTIETHS OF A SECOND]
until_true() { n=0; until eval "$1"; do n=$((n + 1)); [ $n -lt ${2:-400} ] || { echo "@timeout waiting for: $1"; return 1; }; usleep 50000; done; }
