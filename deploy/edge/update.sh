#!/bin/sh
# Puts another release of the centre's programs in place, and goes back by itself when the edge is not well with it. Run as root:
#
#   eag-update enviagrinet-edge-1.2.0-arm64.tar.gz      its signature, FILE.sig, lies beside it
#   eag-update --older FILE                             takes a release that is older than the one that runs, too
#   eag-update --settle                                 ends an update that a loss of power cut off; the machine does so at its start
#
# Nothing of the file is unpacked before its signature has been checked with /etc/enviagrinet/release.pub. Outbox, settings and
# certificate are not touched. Exit codes: 0 done, 1 refused or gone back, 2 wrong call.
set -eu

base=${EAG_BASE:-/opt/enviagrinet}
settings=${EAG_SETTINGS:-/etc/enviagrinet}
# How long the edge has to answer with the new version.
seconds_max=${EAG_HEALTH_SECONDS:-120}
# A test stands in for systemd here.
systemctl=${EAG_SYSTEMCTL:-systemctl}

fail() { echo "eag-update: $*" >&2; exit 1; }
usage() { sed -n '2,/^set -eu/p' "$0" | sed -e '/^set -eu/d' -e 's/^# \{0,1\}//'; }

older=no settle=no file=''
while [ $# -gt 0 ]; do
    case "$1" in
        --older) older=yes ;;
        --settle) settle=yes ;;
        -h | --help) usage; exit 0 ;;
        -*) usage >&2; exit 2 ;;
        *) [ -z "$file" ] || { usage >&2; exit 2; }; file=$1 ;;
    esac
    shift
done

current() { basename "$(readlink "$base/current")"; }

# The name is put in place whole: at every moment `current` is one release or the other.
switch_to() {
    ln -sfn "releases/$1" "$base/current.new"
    mv -T "$base/current.new" "$base/current"
    sync
}

put_units() { [ "$systemctl" != systemctl ] || install -m 0644 "$base"/current/units/* /etc/systemd/system/; $systemctl daemon-reload; }

restart() { put_units; $systemctl restart eag-edge.service eag-firmware.service; }

# Well is: both services run, and the edge answers on its socket from the new release's folder, three times in a row.
is_well() {
    seconds=0 times=0
    while [ "$seconds" -lt "$seconds_max" ]; do
        if $systemctl is-active --quiet eag-edge.service \
            && { [ ! -f "$settings/firmware.json" ] || $systemctl is-active --quiet eag-firmware.service; } \
            && "$base/current/dotnet/dotnet" "$base/current/edge/eag-edge.dll" status --running --config "$settings/edge.json" >/dev/null 2>&1; then
            times=$((times + 1))
            [ "$times" -lt 3 ] || return 0
        else
            times=0
        fi
        sleep 1
        seconds=$((seconds + 1))
    done
    return 1
}

# Ends a trial: keeps what is well, else goes back to what the mark names.
settle() {
    before=$(cat "$base/trial")
    tried=$(current)
    if [ "$tried" = "$before" ]; then
        rm -f "$base/trial"
        return 0
    fi
    if is_well; then
        rm -f "$base/trial"
        echo "Release $tried runs and is well; $before is kept for the way back"
        return 0
    fi
    [ -d "$base/releases/$before" ] || fail "release $tried is not well, and $before is gone"
    switch_to "$before"
    rm -f "$base/trial"
    restart
    echo "Release $tried was not well within $seconds_max s; $before runs again. Why: journalctl -u eag-edge -u eag-firmware" >&2
    return 1
}

[ "$(id -u)" = 0 ] || [ -n "${EAG_BASE:-}" ] || fail "run it as root: sudo eag-update FILE"
[ -L "$base/current" ] || fail "nothing is installed in $base"
exec 9>"$base/update.lock"
flock -n 9 || fail "another update is running"

if [ "$settle" = yes ]; then
    [ -f "$base/trial" ] || exit 0
    settle && exit 0 || exit 1
fi

[ -n "$file" ] || { usage >&2; exit 2; }
[ -f "$file" ] || fail "there is no file '$file'"
[ -f "$file.sig" ] || fail "there is no signature '$file.sig' beside it"
[ ! -f "$base/trial" ] || fail "an update is not settled yet; run eag-update --settle"
# What is checked is what is unpacked: a copy that nobody else can change meanwhile.
work=$(mktemp -d "$base/unpack.XXXXXX")
trap 'rm -rf "$work"' EXIT
cp "$file" "$work/release.tar.gz"
cp "$file.sig" "$work/release.sig"
openssl dgst -sha256 -verify "$settings/release.pub" -signature "$work/release.sig" "$work/release.tar.gz" >/dev/null 2>&1 \
    || fail "the signature does not fit: this is not a release of those whose key is $settings/release.pub, or it was damaged on the way"
mkdir "$work/release"
tar -xzf "$work/release.tar.gz" -C "$work/release" --strip-components=1 --no-same-owner
version=$(cat "$work/release/VERSION")
before=$(current)
printf %s "$version" | grep -Eqx '[0-9][0-9A-Za-z.+~-]{0,40}' || fail "the release has no proper version"
[ "$(cat "$work/release/ARCHITECTURE")" = "$(dpkg --print-architecture)" ] || fail "the release is for $(cat "$work/release/ARCHITECTURE")"
[ "$version" != "$before" ] || fail "release $version runs already"
newest=$(printf '%s\n%s\n' "$version" "$before" | sort -V | tail -n 1)
[ "$newest" = "$version" ] || [ "$older" = yes ] || fail "release $version is older than $before, which runs; --older takes it all the same"

chmod -R u=rwX,go=rX "$work/release"
rm -rf "${base:?}/releases/$version"
mv "$work/release" "$base/releases/$version"
# All of it is on the disk before anything points to it, and the mark of the trial before the name.
printf '%s\n' "$before" >"$base/trial.new"
mv "$base/trial.new" "$base/trial"
sync
switch_to "$version"
restart || true
settle || exit 1
# Two releases are kept: this one and the one before.
for folder in "$base"/releases/*; do
    case "$(basename "$folder")" in "$version" | "$before") ;; *) rm -rf "$folder" ;; esac
done
