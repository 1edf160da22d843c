"""What a file is by its bytes, whatever it is called."""

from __future__ import annotations

_IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_HEIF = (b"heic", b"heix", b"mif1", b"avif", b"hevc", b"msf1")
_FLAT_SHEETS = (b"opendocument.spreadsheet", b"excel.sheet", b"office:spreadsheet", b"office:document")
"""Marks of a whole workbook written as one text of XML."""


def kind_of(content: bytes) -> str:
    """Return what the bytes are, whatever the file is called."""
    if not content.strip(b"\0 \t\r\n"):
        return "empty"
    if content.startswith(b"PK\x03\x04"):
        return "zip"
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "ole"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(_IMAGES) or (content[4:8] == b"ftyp" and content[8:12] in _HEIF):
        return "image"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image"
    start = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<") and any(tag in start for tag in (b"<html", b"<!doctype html", b"<table", b"<head")):
        return "html"
    if start.startswith(b"<?xml") and any(mark in start for mark in _FLAT_SHEETS):
        return "flat"
    if start.startswith((b"<?xml", b"{\\rtf")) or (start.startswith(b"<") and b"<svg" in start):
        return "other"
    return "csv" if _is_text(content) else "other"


def _is_text(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = content[:65536]
    strange = sum(sample.count(byte) for byte in range(32) if byte not in (9, 10, 11, 12, 13, 26))
    return b"\0" not in sample and strange * 200 <= len(sample)
