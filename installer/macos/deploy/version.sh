#!/bin/sh
# Tells Jamf (extension attribute) and Intune (custom attribute) which version is installed; empty if none is.
version=$(sed -n '/<key>CFBundleShortVersionString<\/key>/{n;s/.*<string>\(.*\)<\/string>.*/\1/p;}' \
  "${POINTS_TILL_APP:-/Applications/Points Till.app}/Contents/Info.plist" 2>/dev/null)
echo "<result>$version</result>"
