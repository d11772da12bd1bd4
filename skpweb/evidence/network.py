"""One look at a public web page, from a server that has an inner network to protect.

Each address a name leads to is checked before the connection is made, and the
connection goes to just that address; so is each one after a redirect. Nothing is
sent but the request line and the host: no cookies, no proxies of the environment.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

SECONDS = 4.0  #: for one link, redirects included
MOST_REDIRECTS = 5
PORTS = {"http": 80, "https": 443}
AGENT = "skpweb-periksa-tautan"
NAT64 = ipaddress.ip_network("64:ff9b::/96")
#: what Python calls global and leads inside: addresses of IPv4 in clothes of IPv6, and relays
INNER = [
    ipaddress.ip_network(block)
    for block in ("::/96", "::ffff:0:0:0/96", "64:ff9b:1::/48", "fec0::/10", "192.88.99.0/24")
]


class Unreachable(Exception):
    """No answer, or an address that is none of ours to ask."""


class NoSuchHost(Exception):
    """The name leads nowhere."""


@dataclass(frozen=True)
class Answer:
    """What came back: the status, and the host that asked for a sign-in or gave it."""

    status: int
    host: str


def resolve(host: str, port: int) -> list[str]:
    """All addresses of a host. Raises ``socket.gaierror``."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def is_public(address: str) -> bool:
    """Whether an address belongs to the public internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if ip in NAT64:
            inner = ipaddress.ip_address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not any(ip in block for block in INNER)


@dataclass(frozen=True)
class Network:
    """How this server reaches the outside; tests put a local one in its place."""

    resolve: Callable[[str, int], Sequence[str]] = resolve
    is_allowed: Callable[[str], bool] = is_public
    ports: Callable[[int | None, str], bool] = lambda port, scheme: port in (None, PORTS[scheme])
    seconds: float = SECONDS

    def look(self, url: str) -> Answer:
        """The answer behind a link, redirects followed. Raises Unreachable or NoSuchHost."""
        ends_at = time.monotonic() + self.seconds
        for _ in range(MOST_REDIRECTS + 1):
            answer, further = self._ask(url, ends_at)
            if not further:
                return answer
            url = urljoin(url, further)
        raise Unreachable(url)

    def _ask(self, url: str, ends_at: float) -> tuple[Answer, str]:
        """One request: the answer, and where it leads on to ("" for an end)."""
        parts, host = _address(url)
        if not self.ports(parts.port, parts.scheme):
            raise Unreachable(url)
        port = parts.port or PORTS[parts.scheme]
        left = ends_at - time.monotonic()
        if left <= 0:
            raise Unreachable(url)
        connection = _Connection(parts.scheme, host, port, self._numeric(host, port), left)
        try:
            status, location = connection.get(_target(parts))
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise Unreachable(url) from error
        finally:
            connection.close()
        return Answer(status, host), location if status in range(300, 400) else ""

    def _numeric(self, host: str, port: int) -> str:
        """An address of the host that may be asked; none may be if one of them must not."""
        try:
            addresses = self.resolve(host, port)
        except socket.gaierror as error:
            nowhere = error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None))
            raise (NoSuchHost(host) if nowhere else Unreachable(host)) from error
        except (OSError, UnicodeError) as error:
            raise Unreachable(host) from error
        if not addresses or not all(self.is_allowed(address) for address in addresses):
            raise Unreachable(host)
        return addresses[0]


class _Connection:
    """A connection to a checked address that speaks to the host by its name."""

    def __init__(self, scheme: str, host: str, port: int, address: str, seconds: float) -> None:
        self.inner = http.client.HTTPConnection(host, port, timeout=seconds)
        self.scheme, self.host, self.address, self.port = scheme, host, address, port
        # a server that sends a letter a second would never run into the timeout of a read
        self.end = threading.Timer(seconds, self._cut)
        self.end.daemon = True
        self.is_cut = False

    def get(self, target: str) -> tuple[int, str]:
        """Status and Location; the body is not read."""
        self.end.start()
        sock = socket.create_connection((self.address, self.port), self.inner.timeout)
        self.inner.sock = sock
        if self.scheme == "https":
            context = ssl.create_default_context()
            self.inner.sock = context.wrap_socket(sock, server_hostname=self.host)
        headers = {"User-Agent": AGENT, "Accept": "*/*", "Connection": "close"}
        self.inner.request("GET", target, headers=headers)
        with self.inner.getresponse() as response:
            if self.is_cut:  # what came so far would pass for a whole answer
                raise TimeoutError(self.host)
            return response.status, response.headers.get("Location", "")

    def close(self) -> None:
        """Whatever is open."""
        self.end.cancel()
        self.inner.close()

    def _cut(self) -> None:
        self.is_cut = True
        with contextlib.suppress(OSError, AttributeError):  # closed already
            self.inner.sock.shutdown(socket.SHUT_RDWR)


def _address(url: str) -> tuple[SplitResult, str]:
    """The parts of an address and its host as the network knows it."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        _ = parts.port
    except (ValueError, UnicodeError) as error:
        raise Unreachable(url) from error
    if parts.scheme not in PORTS or not host or parts.username is not None:
        raise Unreachable(url)
    return parts, host


def _target(parts: SplitResult) -> str:
    """Path and query, fit for a request line."""
    text = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return quote(text, safe="/?&=%:@!$'()*+,;~#[]-._")
