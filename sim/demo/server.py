"""Hands the page to browsers: of this machine only unless asked otherwise, and to no other page that a browser shows.

Whoever has a foreign name point to this machine, or writes a page that calls it, gets nothing: a request must name the
machine as it is called here, and come from a page of its own.
"""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable, MutableMapping
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sim.said import said
from sim.study.files.refused import Refused

USUAL_PORT = 8765
LOOPBACK = "127.0.0.1"
HERE = frozenset({"localhost", LOOPBACK, "::1"})
"""Names of this machine for itself."""
FOLDER = Path(__file__).parent
MISSING = "the page needs marimo, which is not installed: pip install 'gridgov[demo]'"

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class DemoMissing(Refused):
    """The page is asked for, and what shows it is not installed."""


def require_marimo() -> None:
    """Raise DemoMissing if marimo is not installed."""
    from importlib.util import find_spec

    if find_spec("marimo") is None:
        raise DemoMissing(MISSING)


class OwnNamesOnly:
    """Lets requests through that name this machine as it is called here, and are made by no page of another."""

    def __init__(self, app: App, names: frozenset[str]) -> None:
        """Guard an application; `names` are those by which it may be asked for, beside the address that was called."""
        self._app, self._names = app, names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it with 403."""
        if scope["type"] == "lifespan" or self._may_pass(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            headers = [(b"content-type", b"text/plain; charset=utf-8")]
            await send({"type": "http.response.start", "status": 403, "headers": headers})
            await send({"type": "http.response.body", "body": b"this name is not known here"})

    def _may_pass(self, scope: Scope) -> bool:
        known = self._names | ({str(scope["server"][0])} if scope.get("server") else set())
        asked = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        from_page = [value.decode("latin-1") for name, value in scope["headers"] if name == b"origin"]
        return (
            bool(asked)
            and all(_host(f"//{name}") in known for name in asked)
            and all(_host(page) in known for page in from_page)
        )


def _host(address: str) -> str:
    """Return the name of the machine in an address, nothing if there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def listening(host: str, port: int | None) -> socket.socket:
    """Return a socket that listens; without a port the usual one, or any if that is taken.

    Raises Refused if the port is taken or the address is none of this machine.
    """
    for attempt in (port,) if port is not None else (USUAL_PORT, 0):
        try:
            family = socket.getaddrinfo(host, attempt, type=socket.SOCK_STREAM)[0][0]
            return socket.create_server((host, attempt), family=family)
        except OSError as error:
            why = error
    raise Refused(
        said(
            "{host}, port {port}: {why}; --port 0 takes one that is free",
            host=host,
            port=port or USUAL_PORT,
            why=said(why.strerror or str(why)),
        )
    )


def address_of(listener: socket.socket) -> str:
    """Return the address that a browser of this machine opens."""
    host, port = listener.getsockname()[:2]
    name = LOOPBACK if ip_address(host).is_unspecified else host
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"


def is_open_to_others(listener: socket.socket) -> bool:
    """Say whether other machines can ask too."""
    return not ip_address(listener.getsockname()[0]).is_loopback


def application(names: frozenset[str] = HERE) -> App:
    """Return the page as an application for a server, to be asked for by these names; `set_stage` comes first."""
    import marimo

    style = f"<style>{(FOLDER / 'page.css').read_text('utf-8')}</style>"
    builder = marimo.create_asgi_app(quiet=True, html_head=style)
    return OwnNamesOnly(builder.with_app(path="", root=str(FOLDER / "notebook.py")).build(), names)


def serve(listener: socket.socket, host: str) -> None:
    """Hand the page to whoever asks, until Ctrl-C."""
    import uvicorn

    names = HERE | {host, socket.gethostname().lower()} if is_open_to_others(listener) else HERE
    server = uvicorn.Server(
        uvicorn.Config(application(frozenset(names)), log_level="error", timeout_graceful_shutdown=1)
    )
    server.run(sockets=[listener])
