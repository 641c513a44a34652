#!/bin/sh
# A small POS that hands one bill over to Points Till and says what to do with it. It uses the command line, so the
# local interface can stay off. Needs points-till and jq.
#
#     sh pos.sh MG-1 9777788221 12.5
#
# If it is killed, start it again with the same bill: it asks first what became of it, and never redeems twice.
set -eu

if [ $# -ne 3 ]; then
    echo "usage: pos.sh BILL MOBILE POINTS" >&2
    exit 2
fi
bill=$1 mobile=$2 points=$3

# A name of its own for each run. The till rewrites the file of an earlier run if the outcome was unknown.
folder=$(mktemp -d "${TMPDIR:-/tmp}/pos.XXXXXX")
trap 'rm -rf "$folder"' EXIT
result=$folder/result.json

# Prints what to do with the bill, from a result on standard input. `earlier` is a redemption of this bill of which the
# POS was never told. Its points are gone too.
tell() {
    jq -r --arg bill "$bill" '
        [., .earlier | select(. != null and .outcome == "redeemed")] as $redeemed
        | if $redeemed == [] then
              "\($bill) \(.outcome): take the full payment. \(.message // "")"
          else
              $redeemed[]
              | (.redeemed_value // "the worth of \(.points_redeemed) points") as $worth
              # Points that were given back since. The value is still that of all points.
              | (if .reversed_points then ", less the worth of \(.reversed_points) points that are back," else "" end)
                as $less
              | "\($bill) redeemed: take \($worth)\($less) off the bill. (\(.external_reference_number))"
          end'
}

# Prints what the journal knows about the bill: the newest attempt; nothing if the till never sent anything for it. Any
# other end than these two means that the journal cannot be read. Then nobody knows, so do not redeem.
newest() {
    code=0
    lines=$(points-till outcome --bill "$bill") || code=$?
    case $code in
        0) printf '%s\n' "$lines" | head -n 1 ;;
        7) ;;
        *) echo "$bill unknown: the till's journal cannot be read. Keep the bill open and call support." >&2; exit 1 ;;
    esac
}

# Asks until the outcome is known. An open till finds it out by itself; a till that was killed does so when it is opened
# again. Leaves the outcome in $known, empty if nothing was sent.
until_known() {
    said=
    while :; do
        known=$(newest)
        [ "$(printf '%s' "$known" | jq -r .outcome)" = unknown ] || return 0
        [ -n "$said" ] || echo "$bill unknown: keep the bill open. Asking again."
        said=yes
        sleep 2
    done
}

# True if a result says that points of the bill are gone. jq 1.6 finds an empty input true.
is_redeemed() {
    [ -n "$1" ] && printf '%s' "$1" | jq -e '.outcome == "redeemed" or .earlier.outcome == "redeemed"' >/dev/null
}

# The POS may have been killed after the points were taken. The journal knows.
until_known
if is_redeemed "$known"; then
    printf '%s' "$known" | tell
    exit
fi

# Waits for the cashier, who may redeem something else, or nothing. If no window is open, this opens one. If the till
# still has the bill of a POS that was killed, the bill comes once more: the till then shows what was redeemed for it,
# and the cashier goes back to the POS.
echo "$bill waiting: the cashier redeems."
code=0
points-till --bill "$bill" --mobile "$mobile" --points "$points" --result "$result" >/dev/null || code=$?
case $code in
    0 | 3 | 4)
        if jq -e '.earlier.outcome == "unknown"' <"$result" >/dev/null; then
            # An earlier hand-over of the bill may have redeemed, even if this one is cancelled.
            until_known
            if is_redeemed "$known"; then printf "%s" "$known" >"$result"; fi
        fi
        tell <"$result"
        ;;
    5)
        # The till does not know yet, or it ended without an answer. Never take that for cancelled.
        until_known
        if [ -n "$known" ]; then
            printf '%s' "$known" | tell
        else
            # The till writes in its journal before it sends, so nothing was sent.
            echo "$bill cancelled: take the full payment. The till ended before anything was sent."
        fi
        ;;
    *)
        echo "$bill not handed over: the till cannot be used ($code). Its window or 'points-till doctor' says why." >&2
        exit 1
        ;;
esac
