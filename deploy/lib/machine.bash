# SPDX-License-Identifier: EUPL-1.2
#
# A fresh Debian 12 with a running systemd of its own (debootstrap, systemd-nspawn), for the proofs of the package. Sourced,
# with the name of the proof in $0:
#   start_machine PACKAGE.deb [DEBIAN-PACKAGE…]   makes and starts it, with the package in /root/regie.deb
#   inside COMMAND…                               runs in it
#   check WHAT COMMAND…                           the same as COMMAND, with its output when it fails
#   until_true SECONDS WHAT COMMAND…              waits for it
#   pull_plug                                     stops it as a power failure does, and starts it again
# MIRROR is another Debian archive, KEEP=1 leaves the machine.
name=$(basename "$0")
fail() { printf '%s: %s\n' "$name" "$*" >&2; exit 1; }
say() { printf '%s: %s\n' "$name" "$*" >&2; }
machine='' nspawn='' leader=''

# The kernel ends every process of the machine with its first. Not with nspawn, which is only its keeper.
power_off() {
  [[ -n $nspawn ]] || return 0
  leader=${leader:-$(pgrep -P "$nspawn" | head -n 1 || true)}
  [[ -z $leader ]] || kill -KILL "$leader" 2>/dev/null || true
  [[ -n $leader ]] || kill -KILL "$nspawn" 2>/dev/null || true
  wait "$nspawn" 2>/dev/null || true
  nspawn='' leader=''
}
clean_up() {
  local code=$?
  power_off
  if [[ -n ${KEEP:-} ]]; then say "blijft staan: $machine"; else [[ -z $machine ]] || rm -rf --one-file-system "$machine"; fi
  exit "$code"
}
inside() { nsenter --target "$leader" --all -- /usr/bin/env -i HOME=/root LANG=C.UTF-8 PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@" </dev/null; }
as_regie() { inside runuser -u regie -- "$@"; }
check() { say "$1"; shift; "$@" >"$machine/uit.log" 2>&1 || { cat "$machine/uit.log" >&2; fail 'mislukt'; }; }
until_true() {
  local end=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < end)) || { [[ -z $leader ]] || inside journalctl --no-pager -n 20 >&2; fail "duurt te lang: $what"; }
    sleep 0.2
  done
}
booted() {
  leader=$(pgrep -P "$nspawn" | head -n 1) && [[ -n $leader ]] && inside systemctl is-system-running | grep -qE 'running|degraded'
}

start_machine() {
  local package=$1 tool
  shift
  ((EUID == 0)) || fail 'dit kan alleen als root (debootstrap en systemd-nspawn).'
  for tool in debootstrap systemd-nspawn nsenter; do
    command -v "$tool" >/dev/null || fail "'$tool' ontbreekt: apt-get install debootstrap systemd-container util-linux"
  done
  machine=$(mktemp -d "${TMPDIR:-/var/tmp}/regie-pakket.XXXXXX")
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  # Whoever is not root in there must be able to enter it.
  chmod 0755 "$machine"
  say 'debootstrap bookworm'
  debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus bookworm "$machine" "${MIRROR:-http://deb.debian.org/debian}" \
    >"$machine.log" 2>&1 || { tail -n 20 "$machine.log" >&2; rm -f "$machine.log"; fail 'debootstrap is mislukt.'; }
  rm -f "$machine.log"
  cp "$package" "$machine/root/regie.deb"
  [[ ! -e /etc/resolv.conf ]] || cat /etc/resolv.conf >"$machine/etc/resolv.conf"
  check "uit het archief: $*" chroot "$machine" env DEBIAN_FRONTEND=noninteractive sh -c \
    'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"' _ "$@"
  boot
}
boot() {
  # The loopback of this machine would be shared otherwise, and its ports with it.
  systemd-nspawn --quiet --keep-unit --register=no --private-network --directory="$machine" --boot </dev/null >"$machine/boot.log" 2>&1 &
  nspawn=$!
  until_true 60 'het opstarten van systemd' booted
}
# Every process of it at once, and then it starts again.
pull_plug() {
  power_off
  boot
}
# What the package needs, from the archive as well.
install_package() {
  check 'dpkg -i, met wat het nodig heeft uit het archief' chroot "$machine" sh -c \
    'dpkg -i /root/regie.deb || DEBIAN_FRONTEND=noninteractive apt-get install -f -y -qq --no-install-recommends'
}
