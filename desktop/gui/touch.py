"""Tells whether the window is touched, so that it needs keys of its own."""

from __future__ import annotations

from PySide6.QtGui import QInputDevice

from desktop.domain.settings import NumberPadMode


def has_touch(mode: NumberPadMode) -> bool:
    """True if keys to touch are shown: always, never, or if there is a touch screen."""
    match mode:
        case NumberPadMode.ALWAYS:
            return True
        case NumberPadMode.NEVER:
            return False
        case NumberPadMode.AUTO:
            return any(device.type() == QInputDevice.DeviceType.TouchScreen for device in QInputDevice.devices())
