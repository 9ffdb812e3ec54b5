"""The server answers those who call this machine by its name, and no page of another; errors are for people."""

import asyncio
import socket
from collections.abc import Callable
from typing import Any

import pytest

from sim.demo.server import HERE, MISSING, OwnNamesOnly, address_of, is_open_to_others, listening
from sim.study.files.refused import Refused
from tests.conftest import Command


def status(headers: list[tuple[bytes, bytes]], kind: str = "http", names: frozenset[str] = HERE) -> object:
    """Return the status that a request gets, of a websocket whether it was let through."""
    sent: list[dict[str, Any]] = []

    async def app(scope: Any, receive: Any, send: Callable[[Any], Any]) -> None:
        await send({"type": "passed", "status": 200})

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def receive() -> None:
        raise AssertionError("nobody asks for more")

    scope = {"type": kind, "headers": headers, "server": ("10.1.2.3", 80)}
    asyncio.run(OwnNamesOnly(app, names)(scope, receive, send))
    return sent[0].get("status", sent[0]["type"])


@pytest.mark.parametrize("name", [b"127.0.0.1:8765", b"localhost", b"LOCALHOST:1", b"[::1]:8765", b"10.1.2.3:80"])
def test_own_names_pass(name: bytes) -> None:
    assert status([(b"host", name)]) == 200
    assert status([(b"host", name), (b"origin", b"http://" + name)]) == 200


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [(b"host", b"evil.example")],
        [(b"host", b"127.0.0.1.evil.example")],
        [(b"host", b"127.0.0.1"), (b"host", b"evil.example")],
        [(b"host", b"evil.example@127.0.0.2")],
        [(b"host", b"[")],
        [(b"host", b"127.0.0.1"), (b"origin", b"http://evil.example")],
        [(b"host", b"127.0.0.1"), (b"origin", b"null")],
    ],
)
def test_foreign_names_and_pages_are_refused(headers: list[tuple[bytes, bytes]]) -> None:
    assert status(headers) == 403
    assert status(headers, "websocket") == "websocket.close"


def test_it_listens_here_only_unless_asked_otherwise() -> None:
    with listening("127.0.0.1", 0) as listener:
        assert not is_open_to_others(listener)
        assert address_of(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}/"
    with listening("0.0.0.0", 0) as listener:
        assert is_open_to_others(listener)
        assert address_of(listener).startswith("http://127.0.0.1:")


def test_a_taken_port_is_told_with_a_way_out(gridgov: Command) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Refused, match=f"port {port}.*--port 0"):
            listening("127.0.0.1", port)
        code, _, err = gridgov("demo", "--port", port, "--no-browser")
    assert code == 2
    assert f"port {port}" in err


def test_without_marimo_it_says_how_to_get_it(gridgov: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    code, _, err = gridgov("demo")
    assert (code, err.strip()) == (2, MISSING)


def test_a_scenario_that_is_none_is_told_at_once(gridgov: Command) -> None:
    code, _, err = gridgov("demo", "vilage-square", "--no-browser")
    assert code == 2
    assert "village-square" in err
