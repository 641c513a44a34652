"""The POS's local interface: HTTP with JSON on 127.0.0.1, for a POS in a browser, as a service or in any language.

Nothing of this package is imported unless the setting `LOCAL_API` names a port.
"""
