"""How long work takes: measured, summed up, printed."""

import statistics
import sys
import time
from collections.abc import Callable

TIMES = 200
Measures = dict[str, dict[str, float]]


def timed(work: Callable[[], object], times: int = TIMES) -> dict[str, float]:
    """Median and 95th percentile of the work, and of its processor time, in ms."""
    took, busy = [], []
    for _ in range(times):
        began, idle = time.perf_counter(), time.process_time()
        work()
        took.append((time.perf_counter() - began) * 1e3)
        busy.append((time.process_time() - idle) * 1e3)
    return {**percentiles(took), "cpu": statistics.median(busy), "cpu95": percentiles(busy)["p95"]}


def percentiles(took: list[float]) -> dict[str, float]:
    """Median and 95th percentile."""
    return {"p50": statistics.median(took), "p95": sorted(took)[int(len(took) * 0.95)]}


def show(measures: Measures) -> None:
    """Print a line for each measure."""
    for name, found in measures.items():
        print(f"{name:45}" + "".join(f"  {key} {value:10.2f}" for key, value in found.items()))
    sys.stdout.flush()
