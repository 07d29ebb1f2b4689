"""Pages through gunicorn with two workers, asked by two clients on the same machine."""

import contextlib
import http.client
import random
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Self
from urllib.parse import urlencode

from timing import Measures, percentiles

CLIENTS = 2
PER_CONNECTION = 20
NUMBER = 1_000
OPTIONS = ["--workers", "2", "--worker-class", "gthread", "--threads", "4"]


class Served:
    """A server, for as long as it is used in a `with`; by default in this environment."""

    def __init__(self, folder: Path, environment: dict[str, str] | None = None) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = free.getsockname()[1]
        self.origin = f"http://127.0.0.1:{self._port}"
        bound = ["--bind", f"127.0.0.1:{self._port}"]
        command = [sys.executable, "-m", "gunicorn", "timeline.wsgi", *OPTIONS, *bound]
        self._server = subprocess.Popen(  # noqa: S603
            command, cwd=folder, env=environment, stderr=subprocess.DEVNULL
        )

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

    def ask(self, addresses: list[str]) -> tuple[list[float], float]:
        """What each page took, in milliseconds, and how many came a second."""
        began = time.perf_counter()
        shares = [addresses[nth::CLIENTS] for nth in range(CLIENTS)]
        with ThreadPoolExecutor(CLIENTS) as clients:
            took = [each for share in clients.map(self._pages, shares) for each in share]
        return took, len(addresses) / (time.perf_counter() - began)

    def _pages(self, addresses: list[str]) -> list[float]:
        """Ask for one page after the other, some by each connection, as a browser does.

        A connection stays with one worker: by few of them all might be left to the same.
        """
        took = []
        connection = http.client.HTTPConnection("127.0.0.1", self._port)
        for nth, address in enumerate(addresses):
            began = time.perf_counter()
            if nth % PER_CONNECTION == 0:
                connection.close()
            connection.request("GET", address, headers={"Accept-Encoding": "br, gzip"})
            response = connection.getresponse()
            response.read()
            assert response.status in (200, 302), (response.status, address)
            took.append((time.perf_counter() - began) * 1e3)
        connection.close()
        return took


def over_http(folder: Path) -> Measures:
    """How long pages take, and how many come a second (in place of a time)."""
    from synthetic import clicks, filters

    made = list(islice(filters(random.Random(NUMBER)), NUMBER))  # noqa: S311
    kept = list(islice(filters(random.Random(50)), 50))  # noqa: S311
    clicked = list(islice(clicks(random.Random(4)), NUMBER))  # noqa: S311
    kinds = {"page made": made, "page clicked": clicked, "page kept": kept * (NUMBER // 50)}
    asked = {
        kind: [f"/t/story/?{urlencode(each)}" for each in some] for kind, some in kinds.items()
    } | {"nothing": ["/favicon.ico"] * NUMBER}
    measures: Measures = {}
    with Served(folder) as served:
        for kind, addresses in asked.items():
            for _ in range(6 if kind == "page kept" else 0):
                served.ask(addresses[:50])  # by each of the workers: a connection stays with one
            took, rate = served.ask(addresses)
            measures[f"{kind} over HTTP"] = percentiles(took)
            measures[f"{kind} over HTTP, a second"] = {"p50": rate}
    return measures
