"""What a phone shows when its request was not let through: a sentence for the person, with everything that was typed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import parse_qs

from jinja2 import Environment, PackageLoader, StrictUndefined

from fastmap.catalogue.texts import form_languages, load_texts

_WORDS: Final = {408: "too_slow", 413: "too_long", 429: "busy", 500: "trouble"}
_OTHERS: Final = "wrong_way"
_FORM: Final = re.compile(r"/|/[0-9A-Za-z]{1,12}/([a-z]{2})/(?:form|vote)")
_FIELD: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,59}")
_MOST_FIELDS: Final = 500
_OWN_LANGUAGE: Final = "en"


def refused_page(status: int, *, path: str, accept_language: str, body: bytes = b"") -> bytes:
    """Return the page for ``status``. With the ``body`` of a form it holds the fields, and a button that sends them again."""
    form = _FORM.fullmatch(path)
    wanted = form[1] or "" if form is not None else ""
    language = wanted if wanted in form_languages() else _preferred(accept_language)
    kept = _fields(body) if form is not None else ()
    return _page(status, language, path, kept) if kept else _page_alone(status, language)


@lru_cache(maxsize=64)
def _page_alone(status: int, language: str) -> bytes:
    return _page(status, language, "", ())


def _page(status: int, language: str, again: str, kept: tuple[tuple[str, str], ...]) -> bytes:
    texts = load_texts(language)
    word = _WORDS.get(status, _OTHERS)
    is_to_wait = status == 429 and not kept
    line = f"phone.{word}_help" if not is_to_wait else "phone.busy_wait"
    page = _templates().get_template("refused.html")
    facts = {"head": f"phone.{word}", "line": line, "again": again, "kept": kept}
    return page.render(texts=texts, t=texts.get, **facts).encode()


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("resources", "phone"), autoescape=True, undefined=StrictUndefined, auto_reload=False
    )


def _preferred(accept_language: str) -> str:
    for part in accept_language[:200].split(","):
        language = part.split(";")[0].strip().split("-")[0].lower()
        if language in form_languages():
            return language
    return _OWN_LANGUAGE


def _fields(body: bytes) -> tuple[tuple[str, str], ...]:
    try:
        found = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=False, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return ()
    return tuple((name, text) for name, texts in found.items() if _FIELD.fullmatch(name) for text in texts)
