"""Pages through gunicorn with two workers, asked by two clients on the same machine."""

import contextlib
import http.client
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self
from urllib.parse import urlencode

CLIENTS = 2
OPTIONS = ["--workers", "2", "--worker-class", "gthread", "--threads", "4"]


class Served:
    """A server, for as long as it is used in a `with`."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = free.getsockname()[1]
        bound = ["--bind", f"127.0.0.1:{self._port}"]
        command = [sys.executable, "-m", "gunicorn", "timeline.wsgi", *OPTIONS, *bound]
        self._server = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)  # noqa: S603

    def __enter__(self) -> Self:
        """Wait until it answers; raises OSError if it doesn't."""
        for _ in range(100):
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", self._port), timeout=1).close()
                return self
            time.sleep(0.1)
        self.__exit__()
        raise OSError("The server doesn't answer.")

    def __exit__(self, *error: object) -> None:
        self._server.terminate()
        self._server.wait()

    def ask(self, asked: list[dict[str, str]]) -> tuple[list[float], float]:
        """What each page took, in milliseconds, and how many came a second."""
        began = time.perf_counter()
        shares = [asked[nth::CLIENTS] for nth in range(CLIENTS)]
        with ThreadPoolExecutor(CLIENTS) as clients:
            took = [each for share in clients.map(self._pages, shares) for each in share]
        return took, len(asked) / (time.perf_counter() - began)

    def _pages(self, asked: list[dict[str, str]]) -> list[float]:
        """Ask for one page after the other, by one connection, as a browser does."""
        took = []
        connection = http.client.HTTPConnection("127.0.0.1", self._port)
        for filters in asked:
            began = time.perf_counter()
            address = f"/t/story/?{urlencode(filters)}"
            connection.request("GET", address, headers={"Accept-Encoding": "br, gzip"})
            response = connection.getresponse()
            response.read()
            assert response.status == 200, (response.status, address)
            took.append((time.perf_counter() - began) * 1e3)
        connection.close()
        return took
