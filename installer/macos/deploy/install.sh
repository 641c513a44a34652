#!/bin/sh
# Installs Points Till on a Mac for all its users, with a policy. For Jamf, Intune, or by hand.
#
#   sudo ./install.sh [--policy policy.json] [--wait seconds]
#
# Keep it in the folder of the two packages. If this version or a newer one is installed, it only copies the policy, so it
# can run again at any time. It ends with 0 if all is done, 75 if a till is serving a customer (try again later), 77
# without the rights of root, 65 if the policy is not JSON, and 1 if the package cannot be installed.
set -u
HERE=$(cd "$(dirname "$0")" && pwd)
FOLDER="${POINTS_TILL_FOLDER:-/Library/Application Support/points-till}"
APP="${POINTS_TILL_APP:-/Applications/Points Till.app}"
policy=
wait=120

fail() {
  echo "$2" >&2
  exit "$1"
}

# Only root may write to it, because the till trusts the policy in it.
make_folder() {
  mkdir -p "$FOLDER" && chown root:wheel "$FOLDER" && chmod 755 "$FOLDER"
}

while [ $# -gt 0 ]; do
  case "$1" in
    --policy) policy=${2:?--policy needs a file}; shift 2 ;;
    --wait) wait=${2:?--wait needs seconds}; shift 2 ;;
    *) fail 64 "unknown: $1" ;;
  esac
done
case "$wait" in *[!0-9]*) fail 64 "--wait needs a whole number of seconds." ;; esac
[ "$(id -u)" = 0 ] || fail 77 "Only root can install Points Till for all users."

# An unreadable policy stops every till, so check it before anything is installed.
if [ -n "$policy" ]; then
  plutil -convert xml1 -o /dev/null "$policy" || fail 65 "$policy is not JSON."
fi

# Sorts versions as numbers, and takes the newest package for this processor.
package=$(find "$HERE" -maxdepth 1 -name "points-till-*-macos-$(uname -m).pkg" | sort -V | tail -n 1)
[ -n "$package" ] || fail 1 "There is no package for $(uname -m) in $HERE."
version=$(basename "$package")
version=${version#points-till-}
version=${version%-macos-*}
# An app does not tell that it is a pre-release (1.2.3rc1), so its letters do not count.
version=${version%%[abr]*}
installed=$(sed -n '/<key>CFBundleShortVersionString<\/key>/{n;s/.*<string>\(.*\)<\/string>.*/\1/p;}' "$APP/Contents/Info.plist" 2>/dev/null)

if [ -z "$installed" ] || { [ "$installed" != "$version" ] &&
  [ "$(printf '%s\n%s\n' "$installed" "$version" | sort -V | tail -n 1)" = "$version" ]; }; then
  # The package's own script waits for a till that serves a customer, and then changes nothing. It reads from this file
  # how long, because macOS passes none of these variables on to a package's scripts.
  make_folder && echo "$wait" >"$FOLDER/wait-for-update" || exit 1
  log=$(installer -pkg "$package" -target / -verboseR 2>&1) || {
    rm -f "$FOLDER/wait-for-update"
    echo "$log" >&2
    case "$log" in *"serving a customer"*) exit 75 ;; esac
    exit 1
  }
fi

if [ -n "$policy" ]; then
  make_folder || exit 1
  cp "$policy" "$FOLDER/policy.json.new" && chown root:wheel "$FOLDER/policy.json.new" &&
    chmod 644 "$FOLDER/policy.json.new" && mv -f "$FOLDER/policy.json.new" "$FOLDER/policy.json" || exit 1
fi
exit 0
