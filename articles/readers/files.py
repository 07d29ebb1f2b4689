"""Paths → the files to read, in order."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from articles.readers.record import Item, ReadError, failed

KINDS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "marked",
    ".markdown": "marked",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
ENDINGS = ", ".join(KINDS)


def find_files(paths: Iterable[Path]) -> Iterator[Path | Item]:
    """Give every file to read: those named, and those in folders by name, folder by folder.

    An Item stands in for what cannot be read (error) or is passed over (note). Hidden files are not
    seen, a folder reached twice through links is read once.
    """
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path)
        else:
            yield named_file(path)


def kind_of(name: str) -> str:
    """Give how a file of this name is read: "plain", "marked", "page", "lines" or ""."""
    return KINDS.get(os.path.splitext(name)[1].lower(), "")


def unreadable(error: OSError) -> ReadError:
    """Give the sentence for a file or folder that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return ReadError("there is no such file or folder; check the path")
    if isinstance(error, PermissionError):
        return ReadError("it may not be read; give yourself the permission (chmod u+r)")
    return ReadError(f"it cannot be read: {error.strerror or error}")


def named_file(path: Path) -> Path | Item:
    """Give the path if it is a file, through links too, else the Item that says why not."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return failed(str(path), unreadable(error))
    if not stat.S_ISREG(mode):
        return failed(
            str(path), ReadError("it is no file, but a folder, a device or a pipe; give a file")
        )
    return path


def _in_folder(folder: Path) -> Iterator[Path | Item]:
    found = False
    for entry in _walk(folder):
        found = found or isinstance(entry, Path) or bool(entry.error)
        yield entry
    if not found:
        yield failed(
            str(folder),
            ReadError(f"the folder holds nothing to read; add files that end in {ENDINGS}"),
        )


def _walk(folder: Path) -> Iterator[Path | Item]:
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            entries = _entries(path, status, seen) if stat.S_ISDIR(status.st_mode) else None
        except OSError as error:
            yield failed(str(path), unreadable(error))
            continue
        if entries is not None:
            waiting += reversed(entries)
        elif kind_of(path.name) and stat.S_ISREG(status.st_mode):
            yield path
        else:
            yield Item(str(path), note=f"passed over: only files that end in {ENDINGS} are read")


def _entries(folder: Path, status: os.stat_result, seen: set[tuple[int, int]]) -> list[Path]:
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        return []
    seen.add(identity)
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
