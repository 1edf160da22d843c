"""Addresses of this computer that phones in the room may reach, the likeliest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface

_OFTEN_VIRTUAL: Final = (
    "docker",
    "veth",
    "br-",
    "virbr",
    "vbox",
    "vmnet",
    "vethernet",
    "tun",
    "tap",
    "wg",
    "utun",
    "ppp",
)
"""Beginnings of the names of adapters behind which there is no room: machines inside this one, and tunnels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One address."""

    name: str
    """As the system calls the adapter."""
    address: str
    is_wireless: bool
    is_virtual: bool
    """A tunnel (VPN) or a machine inside this one: phones hardly reach it."""


def networks() -> tuple[Network, ...]:
    """Return the IPv4 addresses of adapters that are up: wireless first, virtual ones last, none of this computer alone."""
    found: list[Network] = []
    wanted = QNetworkInterface.InterfaceFlag.IsUp | QNetworkInterface.InterfaceFlag.IsRunning
    for adapter in QNetworkInterface.allInterfaces():
        flags = adapter.flags()
        if flags & wanted != wanted or flags & QNetworkInterface.InterfaceFlag.IsLoopBack:
            continue
        addresses = (entry.ip() for entry in adapter.addressEntries())
        found += [
            _network(adapter, address.toString())
            for address in addresses
            if address.protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol
        ]
    return tuple(sorted(found, key=lambda one: (one.is_virtual, not one.is_wireless, one.name, one.address)))


def _network(adapter: QNetworkInterface, address: str) -> Network:
    kind = adapter.type()
    names = (adapter.name().lower(), adapter.humanReadableName().lower())
    return Network(
        name=adapter.humanReadableName() or adapter.name(),
        address=address,
        is_wireless=kind == QNetworkInterface.InterfaceType.Wifi,
        is_virtual=kind == QNetworkInterface.InterfaceType.Virtual
        or any(name.startswith(_OFTEN_VIRTUAL) for name in names),
    )
