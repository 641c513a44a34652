#!/bin/sh
# Stores a till's password in the keychain of the user who is logged in. Run it as root or as that user. It reads the
# password from standard input and passes it on through standard input, so that it appears in no command line and no log.
#
#   ./set-password.sh store.till1 <secret.txt
set -u
till=${1:?the name of the till is missing}
program="${POINTS_TILL_APP:-/Applications/Points Till.app}/Contents/MacOS/points-till"
if [ "$(id -u)" != 0 ]; then
  exec "$program" password set --till "$till"
fi
user=$(stat -f %Su /dev/console)
[ "$user" != root ] || { echo "No one is logged in." >&2; exit 75; }
# The keychain belongs to the session of the user, so the command must run within it. On macOS, sudo keeps root's HOME
# without -H, and the settings and the keychain would be looked for in root's home.
exec launchctl asuser "$(id -u "$user")" sudo -H -u "$user" "$program" password set --till "$till"
