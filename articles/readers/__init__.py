"""Files, uploads and pasted text → Records. Plain Python: no Django, no clock."""

from articles.readers.files import find_files
from articles.readers.reading import MAX_BYTES, read_bytes, read_file, read_pasted, read_paths
from articles.readers.record import Item, ReadError, Record

__all__ = [
    "MAX_BYTES",
    "Item",
    "ReadError",
    "Record",
    "find_files",
    "read_bytes",
    "read_file",
    "read_pasted",
    "read_paths",
]
