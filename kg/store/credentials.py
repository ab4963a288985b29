"""Who `kg push` says it is: from the environment or ~/.netrc, never from the command line or a URL."""

from __future__ import annotations

import netrc
import os
from collections.abc import Generator
from typing import Literal
from urllib.parse import SplitResult, urlsplit

import httpx

from kg.errors import InputError
from kg.store.loopback import is_loopback

AuthMethod = Literal["basic", "digest", "bearer"]


class _Bearer(httpx.Auth):
    def __init__(self, token: str) -> None:
        self._value = f"Bearer {token}"

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = self._value
        yield request


def checked_url(url: str, method: AuthMethod | None, *, insecure: bool) -> SplitResult:
    """Give the parts of a URL that may be pushed to.

    Args:
        url: where to push to.
        method: how we say who we are, if we do.
        insecure: whether credentials may go over a network unencrypted.

    Raises:
        InputError: it is no such URL, has credentials in it, or would show them to the network. Credentials are not
            part of the message.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        raise InputError("the URL to push to is none") from None
    if "@" in parts.netloc:
        raise InputError("the URL has credentials in it: put them into KG_PUSH_USER and KG_PUSH_PASSWORD, or ~/.netrc")
    if parts.scheme not in ("http", "https") or not host:
        raise InputError(f"{url!r} is not a URL to push to: it begins with neither https:// nor http://")
    if method and parts.scheme == "http" and not is_loopback(host) and not insecure:
        raise InputError("credentials over http:// can be read on the way: use https://, or --insecure")
    return parts


def credentials(method: AuthMethod | None, host: str) -> httpx.Auth | None:
    """Give what says who we are: of ``bearer`` KG_PUSH_TOKEN, else KG_PUSH_USER and KG_PUSH_PASSWORD, else ~/.netrc.

    Args:
        method: how to say it; None says nothing.
        host: the host, as ~/.netrc names it.

    Raises:
        InputError: there are none.
    """
    if method is None:
        return None
    if method == "bearer":
        token = os.environ.get("KG_PUSH_TOKEN")
        if not token:
            raise InputError("--auth bearer needs the token in the environment variable KG_PUSH_TOKEN")
        if not (token.isascii() and token.isprintable()):
            raise InputError("KG_PUSH_TOKEN has a line break or another character in it that no token has")
        return _Bearer(token)
    user, password = os.environ.get("KG_PUSH_USER"), os.environ.get("KG_PUSH_PASSWORD")
    if user is None or password is None:
        user, password = _from_netrc(host)
    if user is None or password is None:
        raise InputError(
            f"--auth {method} needs KG_PUSH_USER and KG_PUSH_PASSWORD in the environment, or {host} in ~/.netrc"
        )
    return httpx.BasicAuth(user, password) if method == "basic" else httpx.DigestAuth(user, password)


def method_of(auth: httpx.Auth) -> AuthMethod:
    """Tell how something says who we are."""
    if isinstance(auth, _Bearer):
        return "bearer"
    return "digest" if isinstance(auth, httpx.DigestAuth) else "basic"


def _from_netrc(host: str) -> tuple[str | None, str | None]:
    try:
        found = netrc.netrc(os.environ.get("NETRC")).authenticators(host)
    except FileNotFoundError:
        return None, None
    except (OSError, netrc.NetrcParseError) as error:
        # The message of a parse error may hold a word of the file, which may be a password.
        raise InputError(f"~/.netrc cannot be read: {type(error).__name__}") from None
    return (found[0], found[2]) if found else (None, None)
