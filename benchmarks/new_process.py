"""What a process does until its first page, told by itself."""

import json
import subprocess
import sys
from pathlib import Path

from timing import Measures

NEW_PROCESS = """
import json, resource, time
def memory(): return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 1e6
import django; django.setup()
from django.test import Client

from timeline.index.live import snapshot_now
client = Client(headers={"host": "127.0.0.1"})
client.get("/favicon.ico")
bare, began = memory(), time.perf_counter()
snapshot_now()
index = time.perf_counter() - began
client.get("/t/story/")
page = time.perf_counter() - began
for typed in ("harbour ", "zeppelin", "old lighthouse"):
    client.get("/t/story/", {"q": typed})
print(json.dumps({"index": index * 1e3, "first page": page * 1e3, "memory": memory() - bare}))
"""


def new_process(folder: Path) -> Measures:
    """From the start of a process to its first page, and the memory that the index takes (MB)."""
    command = [sys.executable, "-c", NEW_PROCESS]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)  # noqa: S603
    told = json.loads(done.stdout)
    return {
        "index in a new process": {"p50": told["index"]},
        "first page in a new process": {"p50": told["first page"]},
        "memory beyond the bare process, MB": {"p50": told["memory"]},
    }
