"""Who may come in: a token, a cookie once it was shown, and no page of another site.

A browser can be made to ask this machine by any page it shows, also under a name that the page's
owner has pointed here (DNS rebinding). So each request must name a host that we answer to, and the
websocket must come from a page of that same host.
"""

import hmac
import ipaddress
import secrets
import socket
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

TOKEN_BYTES = 24
SHORTEST = 16
"""Characters of a token that somebody chooses: fewer can be guessed."""


def new_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(TOKEN_BYTES)


@dataclass(frozen=True, slots=True)
class Guard:
    """What is let in.

    `host` is where the server listens, as it was given; `port` where it does listen; `public` the
    address of a proxy before it ("https://reading.example.org"), "" without one.
    """

    token: str
    host: str
    port: int
    public: str = ""
    session: str = field(default_factory=new_token)
    """What the cookie holds, another for each start: the token itself stays out of it."""

    @property
    def cookie(self) -> str:
        """The cookie's name; browsers do not part cookies by port, so the port is in it."""
        return f"recoupe-{self.port}"

    @property
    def address(self) -> str:
        """Where a browser finds the page, without the token."""
        number = _number(self.host)
        everywhere = number is not None and number.is_unspecified
        host = socket.gethostname() if everywhere else self.host
        shown = f"[{host}]" if ":" in host else host
        return self.public.rstrip("/") or f"http://{shown}:{self.port}"

    def lets_in(self, token: str) -> bool:
        """Whether this is the token; takes as long for any other."""
        return hmac.compare_digest(token.encode("utf-8", "replace"), self.token.encode())

    def remembers(self, cookie: str) -> bool:
        """Whether this is the cookie of somebody who was let in."""
        return hmac.compare_digest(cookie.encode("utf-8", "replace"), self.session.encode())

    def answers_to(self, host: str) -> bool:
        """Whether a request's Host is one of ours: a name that others may point here is not.

        Numbers cannot be pointed elsewhere; beyond this machine any will do, because a server
        does not know under which it is reached.
        """
        asked = _split(f"//{host}")
        if asked is None or not asked.hostname:
            return False
        if self.public and asked.netloc == urlsplit(self.public).netloc:
            return True
        if is_loopback(self.host):
            return is_loopback(asked.hostname)
        names = {"localhost", self.host.lower(), socket.gethostname().lower()}
        return asked.hostname in names or _number(asked.hostname) is not None

    def same_site(self, origin: str, host: str) -> bool:
        """Whether a page of this server asks, not one of another site."""
        asking = _split(origin)
        if asking is None or asking.scheme not in ("http", "https"):
            return False
        return asking.netloc in {host, urlsplit(self.public).netloc} - {""}


def is_loopback(host: str) -> bool:
    """Whether a host, as it is given, is reached from this machine only."""
    number = _number(host)
    return host.lower() == "localhost" if number is None else number.is_loopback


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that a host is, None where it is a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _split(address: str) -> SplitResult | None:
    """The parts of an address, None where it is none."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018  (raises where it is no number)
    except ValueError:
        return None
    return parts
