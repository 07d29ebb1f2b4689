"""Bytes → text, strictly: what cannot be decoded is refused, never replaced."""

import codecs
import re

from articles.readers.record import ReadError

# The longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"SQLite format 3\x00", "a database"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{1,40})""",
    re.IGNORECASE,
)
# Charsets that pages use, by Python's names. Not every codec: "idna" takes quadratic time, and
# "utf-7" hides tags.
_PAGE_CODECS = re.compile(
    r"utf-8|cp(?:125[0-8]|866|874|932|949|950)|iso8859-\d+|koi8-[ru]|mac-(?:roman|cyrillic)"
    r"|big5(?:hkscs)?|gb(?:2312|k|18030)|euc_(?:jp|kr)|shift_jis(?:_2004|x0213)?|iso2022_jp|tis-620"
)
# As every browser reads them (WHATWG Encoding Standard): the second holds all letters of the first.
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}


def decode(data: bytes) -> str:
    """Give the text of UTF-8, or of UTF-16 or UTF-32 with a byte order mark, or raise ReadError."""
    codec = _mark(data)
    if not codec:
        refuse_binary(data)
    try:
        return data.decode(codec or "utf-8")
    except UnicodeDecodeError as error:
        raise _undecodable(error, codec or "utf-8") from None


def decode_page(data: bytes) -> str:
    """Give the text of a page by its byte order mark, as UTF-8, or by the charset that it declares.

    UTF-8 goes before the declaration, because nothing else reads as UTF-8 by chance, while a wrong
    label "iso-8859-1" decodes anything. Raises ReadError where nothing fits.
    """
    declared = _declared(data)
    if _mark(data) or not declared:
        return decode(data)
    if declared != "iso2022_jp":  # whose bytes are all ASCII, and would read as UTF-8
        try:
            return decode(data)
        except ReadError:
            refuse_binary(data)
    return _decode_as(data, declared)


def is_wide(data: bytes) -> bool:
    """Tell whether bytes are marked as UTF-16 or UTF-32, whose lines cannot be cut at b"\\n"."""
    return _mark(data) in ("utf-16", "utf-32")


def _decode_as(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise _undecodable(error, codec) from None


def _mark(data: bytes) -> str:
    return next((codec for mark, codec in _MARKS if data.startswith(mark)), "")


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data, 0, 4096)
    if not found:
        return ""
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return ""
    name = _READ_AS.get(name, name)
    return name if _PAGE_CODECS.fullmatch(name) else ""


def refuse_binary(data: bytes) -> None:
    """Raise ReadError for no bytes at all, a known binary format or a NUL byte."""
    if not data:
        raise ReadError("the file is empty")
    for magic, what in _FORMATS:
        if data.startswith(magic):
            raise ReadError(f"this is {what}; save its text as .txt, .md or .html and read that")
    position = data.find(b"\x00")
    if position >= 0:
        raise ReadError(
            f"byte {position + 1:,} is NUL: this is a binary file, or UTF-16 without a mark;"
            " save it as UTF-8 text"
        )


def _undecodable(error: UnicodeDecodeError, codec: str) -> ReadError:
    name = codec.removesuffix("-sig").upper()
    line = error.object.count(b"\n", 0, error.start) + 1 if name == "UTF-8" else 0
    sentence = f"byte {error.start + 1:,} is not {name}; save the file as UTF-8"
    if name == "UTF-8":
        sentence += " (from Windows-1252, say: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW)"
    return ReadError(sentence, line)
