"""Links are looked at only where that is safe: a local server stands in for the internet."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from skpweb.domain.terms import LinkState
from skpweb.evidence import links
from skpweb.evidence.network import Network, Unreachable, is_public

NAMES = {
    "berkas.example": "127.0.0.1",
    "accounts.google.com": "127.0.0.1",
    "dalam.example": "10.0.0.7",
    links.KNOWN_HOST: "127.0.0.1",
}


class Answering(BaseHTTPRequestHandler):
    """``/404`` answers 404, ``/to/<url>`` redirects there, ``/slow`` never ends."""

    asked: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        self.asked.append((self.path, dict(self.headers)))
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
        elif self.path == "/slow":
            self.drip()
            return
        else:
            self.send_response(int(self.path[1:4]) if self.path[1:4].isdigit() else 200)
        self.send_header("Set-Cookie", "a=b")
        self.end_headers()

    def drip(self) -> None:
        """A letter now and then, for longer than anybody waits."""
        try:
            for letter in b"HTTP/1.0 200 OK\r\nX-Long: " + b"a" * 200:
                self.wfile.write(bytes([letter]))
                if self.stopped.wait(0.05):
                    return
        except OSError:
            return

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[tuple[int, list[tuple[str, dict[str, str]]]]]:
    """Port of the server, and what it was asked."""
    asked: list[tuple[str, dict[str, str]]] = []
    stopped = threading.Event()
    handler = type("Handler", (Answering,), {"asked": asked, "stopped": stopped})
    running = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield running.server_port, asked
    stopped.set()
    running.shutdown()
    thread.join()
    running.server_close()


def resolve(host: str, _port: int) -> list[str]:
    """The names of this small internet; numbers stand for themselves."""
    if host in NAMES:
        return [NAMES[host]]
    if host.replace(".", "").isdigit():
        return [host]
    raise socket.gaierror(socket.EAI_NONAME, "unknown")


def around(**other: object) -> Network:
    """A network in which only this machine's own address is public."""
    kept: dict[str, object] = {
        "resolve": resolve,
        "is_allowed": lambda address: address == "127.0.0.1",
        "ports": lambda _port, _scheme: True,
        "seconds": 1.0,
    }
    return Network(**(kept | other))


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/", LinkState.FINE),
        ("/206", LinkState.FINE),
        ("/401", LinkState.PRIVATE),
        ("/403", LinkState.PRIVATE),
        ("/404", LinkState.DEAD),
        ("/410", LinkState.DEAD),
        ("/429", LinkState.UNREACHABLE),
        ("/500", LinkState.UNREACHABLE),
        ("/to//404", LinkState.DEAD),
        ("/to/http://accounts.google.com:{port}/signin", LinkState.PRIVATE),
        ("/to/http://10.0.0.7/", LinkState.UNREACHABLE),
        ("/to/http://dalam.example/", LinkState.UNREACHABLE),
        ("/to/file:///etc/passwd", LinkState.UNREACHABLE),
        ("/to/http://nama:sandi@berkas.example/", LinkState.UNREACHABLE),
        ("/to//to//to//to//to//to//to//", LinkState.UNREACHABLE),
        ("/slow", LinkState.UNREACHABLE),
    ],
)
def test_what_is_found_behind_a_link(
    server: tuple[int, list[object]], path: str, state: LinkState
) -> None:
    url = f"http://berkas.example:{server[0]}{path.format(port=server[0])}"
    assert links.check(url, around()) is state


def test_nothing_personal_is_sent(
    server: tuple[int, list[tuple[str, dict[str, str]]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    port, asked = server
    links.check(f"http://berkas.example:{port}/to//akhir?a=b%20c#bagian", around())
    links.check(f"http://berkas.example:{port}/laporan rapat/å", around())
    assert [path for path, _ in asked] == [
        "/to//akhir?a=b%20c", "/akhir?a=b%20c", "/laporan%20rapat/%C3%A5",
    ]  # fmt: skip
    for _, headers in asked:
        assert set(headers) == {"Host", "Accept-Encoding", "User-Agent", "Accept", "Connection"}


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://0x7f.1:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
    ],
)
def test_this_machine_is_not_asked(server: tuple[int, list[object]], url: str) -> None:
    port, asked = server
    network = Network(ports=lambda _port, _scheme: True, seconds=1.0)
    assert links.check(url.format(port=port), network) is LinkState.UNREACHABLE
    assert asked == []


@pytest.mark.parametrize(
    "url",
    [
        "ftp://berkas.example/", "http://", "http://berkas.example:99999/", "http://[/",
        "http://a..b/", "http://" + "a" * 70 + ".example/", "tanpa skema", "",
    ],
)  # fmt: skip
def test_what_is_no_address_is_not_asked(url: str) -> None:
    with pytest.raises(Unreachable):
        around().look(url)


@pytest.mark.parametrize("port", [22, 8080, 5432])
def test_other_ports_are_not_asked(port: int) -> None:
    network = Network(resolve=lambda _host, _port: pytest.fail("asked"))
    with pytest.raises(Unreachable):
        network.look(f"http://berkas.example:{port}/")


def test_one_inner_address_among_several_is_enough_to_refuse(
    server: tuple[int, list[object]],
) -> None:
    network = around(resolve=lambda _host, _port: ["127.0.0.1", "192.168.1.1"])
    with pytest.raises(Unreachable):
        network.look(f"http://berkas.example:{server[0]}/")
    assert server[1] == []


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("8.8.8.8", True), ("2001:4860:4860::8888", True), ("64:ff9b::808:808", True),
        ("127.0.0.1", False), ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.0.1", False),
        ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False),
        ("224.0.0.1", False), ("255.255.255.255", False), ("::1", False), ("::", False),
        ("fe80::1%eth0", False), ("fc00::1", False), ("::ffff:10.0.0.1", False),
        ("::10.0.0.1", False), ("::8.8.8.8", False), ("fec0::1", False),
        ("64:ff9b:1::a00:1", False), ("64:ff9b::7f00:1", False), ("::ffff:0:10.0.0.1", False),
        ("::ffff:0:8.8.8.8", False), ("192.88.99.1", False), ("::ffff:8.8.8.8", True),
        ("64:ff9b::a00:1", False), ("2002:a00:1::", False), ("ff02::1", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, answer: bool) -> None:
    assert is_public(address) is answer


def test_an_unknown_name_is_dead_only_where_names_work() -> None:
    def deaf(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "no network")

    def later(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "try again")

    url = "https://tidakada.example/"
    assert links.check(url, around()) is LinkState.DEAD
    assert links.check(url, around(resolve=deaf)) is LinkState.UNREACHABLE
    assert links.check(url, around(resolve=later)) is LinkState.UNREACHABLE


def test_a_closed_port_is_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens
        url = f"http://berkas.example:{taken.getsockname()[1]}/"
        assert links.check(url, around()) is LinkState.UNREACHABLE


def test_a_server_without_a_certificate_is_unreachable(
    server: tuple[int, list[object]],
) -> None:
    url = f"https://berkas.example:{server[0]}/"
    assert links.check(url, around()) is LinkState.UNREACHABLE


def test_many_links_are_looked_at_together(server: tuple[int, list[object]]) -> None:
    urls = [f"http://berkas.example:{server[0]}/{path}" for path in ("", "404", "slow")]
    found = links.check_all([*urls, *urls], around())
    assert list(found.values()) == [LinkState.FINE, LinkState.DEAD, LinkState.UNREACHABLE]
    many = [f"http://berkas.example:{server[0]}/{number}" for number in range(links.MOST + 5)]
    assert len(links.check_all(many, around())) == links.MOST
