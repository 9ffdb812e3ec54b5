"""A real browser to try pages in: Chromium without a window and without any network, told what to do through pipes by
its debugging protocol (https://chromedevtools.github.io/devtools-protocol/)."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
WITHOUT = "no Chromium is installed, so pages are not tried in a real browser (Debian: apt install chromium)"
OFFLINE = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--remote-debugging-pipe",
)  # fmt: skip
SECONDS = 30


def found() -> str | None:
    """Return the path of a browser, None if there is none."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Page:
    """A page of a browser: what it loaded, what it said that was wrong, and ways to touch it."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands, self._answers = commands, answers
        self._rest, self._number, self._session = b"", 0, ""
        self.faults: list[str] = []
        self.asked_for: list[str] = []

    def open(self, place: Path | str, width: int, height: int) -> None:
        """Open a file, or an address of this machine, in a window of so many pixels."""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        self.resize(width, height)
        self.send("Page.navigate", url=place if isinstance(place, str) else place.resolve().as_uri())
        self.wait("document.readyState === 'complete'")

    def resize(self, width: int, height: int) -> None:
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and return what is answered."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == self._number:
                assert "error" not in told, told
                return dict(told["result"])
            self._heed(told)

    def value(self, expression: str) -> Any:
        """Return the value of an expression, of a promise when it is kept."""
        told = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def wait(self, condition: str, seconds: float = SECONDS) -> None:
        """Wait until an expression is true; AssertionError if it is not so within these seconds."""
        kept = self.value(
            f"new Promise((done) => {{ const end = Date.now() + {1000 * seconds:g}; const look = () => ({condition})"
            " ? done(true) : Date.now() > end ? done(false) : setTimeout(look, 20); look(); })"
        )
        assert kept, f"waited {seconds} s for {condition}"

    def click(self, x: float, y: float) -> None:
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key: str) -> None:
        text = {"text": key} if len(key) == 1 else {}
        self.send("Input.dispatchKeyEvent", type="keyDown", key=key, **text)
        self.send("Input.dispatchKeyEvent", type="keyUp", key=key)

    def picture(self, file: Path) -> None:
        """Write what is to be seen as PNG."""
        file.write_bytes(base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"]))

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            part = os.read(self._answers, 1 << 16)
            assert part, "the browser has ended"
            self._rest += part
        message, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(message))

    def _heed(self, told: dict[str, Any]) -> None:
        what = told.get("params", {})
        match told.get("method"):
            case "Runtime.exceptionThrown":
                details = what["exceptionDetails"]
                self.faults.append(str(details.get("exception", details).get("description", details)))
            case "Runtime.consoleAPICalled" if what["type"] in ("error", "warning", "assert"):
                self.faults.append(str(what["args"]))
            case "Log.entryAdded" if what["entry"]["level"] == "error":
                self.faults.append(str(what["entry"]))
            case "Network.loadingFailed":
                self.faults.append(str(what))
            case "Network.requestWillBeSent":
                self.asked_for.append(str(what["request"]["url"]))


@contextmanager
def opened(place: Path | str, width: int = 1280, height: int = 720) -> Iterator[Page]:
    """Yield a page with a file, or an address of this machine, open in it; the browser ends with it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        commands, answers = os.pipe(), os.pipe()
        # The browser reads its commands from 3 and writes to 4; the shell moves them there.
        move = f'exec "$@" 3<&{commands[0]} 4>&{answers[1]}'
        browser = subprocess.Popen(
            ["bash", "-c", move, "bash", str(found()), *OFFLINE, f"--user-data-dir={profile}"],
            pass_fds=(commands[0], answers[1]),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(commands[0])
        os.close(answers[1])
        try:
            page = Page(commands[1], answers[0])
            page.open(place, width, height)
            yield page
        finally:
            os.close(commands[1])
            os.close(answers[0])
            browser.kill()
            browser.wait()
