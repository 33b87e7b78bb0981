#!/bin/sh
# Installs the programs of a centre on Raspberry Pi OS or Debian (12 or later). Run as root in the unpacked package:
#
#   ./install.sh --station nan-wiang --region 550101 --cloud https://cloud.example.go.th --broker broker.example.go.th
#
#   --station ID     the station's id, as in `eag-cloud station add`
#   --region CODE    where it stands: 2, 4 or 6 digits
#   --cloud URL      where the station gets its certificate
#   --broker HOST    the broker; --port N when it is not 8883
#   --no-packages    installs no Debian packages; they must be there (see below)
#
# May be run again: settings that are there stay. The one-time code is asked for at the end; without a terminal it is the first line of
# standard input, and without one the command that enrols is printed.
set -eu

release_folder=$(cd "$(dirname "$0")" && pwd)
base=/opt/enviagrinet
settings=/etc/enviagrinet
packages="libmosquitto1 libmodbus5 libserialport0 libstdc++6 libssl3 zlib1g openssl ca-certificates alsa-utils"
station='' region='' cloud='' broker='' port=8883 with_packages=yes

fail() { echo "install.sh: $*" >&2; exit 1; }
usage() { sed -n '2,/^set -eu/p' "$0" | sed -e '/^set -eu/d' -e 's/^# \{0,1\}//'; }

while [ $# -gt 0 ]; do
    case "$1" in
        --station) station=${2:?}; shift ;;
        --region) region=${2:?}; shift ;;
        --cloud) cloud=${2:?}; shift ;;
        --broker) broker=${2:?}; shift ;;
        --port) port=${2:?}; shift ;;
        --no-packages) with_packages=no ;;
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
    shift
done

[ "$(id -u)" = 0 ] || fail "run it as root: sudo ./install.sh ..."
[ -f "$release_folder/VERSION" ] || fail "there is no VERSION beside it: run it in the unpacked package"
version=$(cat "$release_folder/VERSION")
architecture=$(cat "$release_folder/ARCHITECTURE")
[ "$architecture" = "$(dpkg --print-architecture)" ] || fail "the package is for $architecture, this machine is $(dpkg --print-architecture)"

if [ ! -f "$settings/edge.json" ]; then
    printf %s "$station" | grep -Eqx '[a-z0-9-]{3,40}' || fail "--station '$station' is not 3 to 40 characters of a-z, 0-9 and '-'"
    printf %s "$region" | grep -Eqx '([0-9]{2}){1,3}' || fail "--region '$region' is not a code of 2, 4 or 6 digits"
    printf %s "$cloud" | grep -Eqx 'https?://[A-Za-z0-9.:/_-]+' || fail "--cloud '$cloud' is not an address that begins with http:// or https://"
    printf %s "$broker" | grep -Eqx '[A-Za-z0-9.:-]+' || fail "--broker '$broker' is not a name or an address"
    printf %s "$port" | grep -Eqx '[0-9]{1,5}' || fail "--port '$port' is not a number"
fi

if [ "$with_packages" = yes ]; then
    missing=''
    is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
    # Readings wait for a clock that somebody has set.
    is_installed chrony || is_installed ntpsec || packages="$packages systemd-timesyncd"
    for package in $packages; do
        is_installed "$package" || missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        echo "Installing$missing"
        apt-get update -q >/dev/null || fail "apt-get update failed; is there a network? Debian packages needed:$missing"
        # shellcheck disable=SC2086
        DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null \
            || fail "apt-get could not install:$missing"
    fi
fi

# Two users: the one that meets the hardware cannot read the station's key, the one that meets the network cannot reach the hardware.
for group in i2c gpio dialout audio; do
    getent group "$group" >/dev/null || groupadd --system "$group"
done
getent group enviagrinet >/dev/null || groupadd --system enviagrinet
for user in eag-edge eag-firmware; do
    id "$user" >/dev/null 2>&1 || useradd --system --gid enviagrinet --home-dir /nonexistent --no-create-home --shell /usr/sbin/nologin "$user"
done
usermod -a -G i2c,gpio,dialout,audio eag-firmware
install -d -m 0755 "$base" "$base/releases" "$settings"
install -d -m 0700 -o eag-edge -g enviagrinet /var/lib/enviagrinet-edge
install -d -m 0700 -o eag-firmware -g enviagrinet /var/lib/enviagrinet-firmware

target=$base/releases/$version
if [ "$release_folder" != "$target" ]; then
    rm -rf "$target.new"
    cp -R "$release_folder" "$target.new"
    chown -R root:root "$target.new"
    chmod -R u=rwX,go=rX "$target.new"
    rm -rf "$target"
    mv "$target.new" "$target"
fi
ln -sfn "releases/$version" "$base/current.new"
mv -T "$base/current.new" "$base/current"
for program in edge firmware; do
    printf '#!/bin/sh\nexec %s/current/dotnet/dotnet %s/current/%s/eag-%s.dll "$@"\n' "$base" "$base" "$program" "$program" >"/usr/local/bin/eag-$program"
    chmod 0755 "/usr/local/bin/eag-$program"
done
ln -sf "$base/current/update.sh" /usr/local/sbin/eag-update
[ -f "$settings/release.pub" ] || install -m 0644 "$target/release.pub" "$settings/release.pub"

[ -f "$settings/edge.json" ] || cat >"$settings/edge.json" <<EOF
{
  "Station": { "Id": "$station", "Region": "$region" },
  "Intake": { "Socket": "/run/enviagrinet/edge.sock" },
  "Outbox": { "Folder": "/var/lib/enviagrinet-edge/outbox" },
  "Identity": { "CloudUrl": "$cloud", "Folder": "/var/lib/enviagrinet-edge/identity" },
  "Mqtt": {
    "Host": "$broker",
    "Port": $port,
    "CaFile": "/var/lib/enviagrinet-edge/identity/ca.crt",
    "CertificateFile": "/var/lib/enviagrinet-edge/identity/station.pem",
    "KeyFile": "/var/lib/enviagrinet-edge/identity/station.pem"
  },
  "Downlink": { "ActuatorSocket": "/run/enviagrinet/firmware.sock" }
}
EOF
install -m 0644 "$target"/units/* /etc/systemd/system/
systemctl enable eag-edge.service eag-firmware.service eag-update-check.service >/dev/null 2>&1 || fail "systemctl could not enable the services"

enrol() { setpriv --reuid eag-edge --regid enviagrinet --clear-groups /usr/local/bin/eag-edge enrol --config "$settings/edge.json"; }
if [ ! -f /var/lib/enviagrinet-edge/identity/station.pem ]; then
    [ ! -t 0 ] || printf 'One-time code from "eag-cloud station add": '
    if ! enrol; then
        echo "Not enrolled yet. With a code and a network, run this again: sudo $target/install.sh" >&2
        exit 3
    fi
fi

if [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    systemctl restart eag-edge.service eag-firmware.service
    echo "Installed $version and started. Look: eag-edge status --config $settings/edge.json"
else
    echo "Installed $version. The services start with the machine."
fi
# Which sensors stand here nobody knows but the machine: the firmware host waits for its settings.
[ -f "$settings/firmware.json" ] || echo "Next: eag-firmware scan shows the sensors; write $settings/firmware.json, then systemctl start eag-firmware"
