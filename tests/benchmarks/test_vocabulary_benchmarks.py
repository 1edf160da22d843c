"""How fast and how small the skill index is with all of ESCO, beside yardsticks of the same session.

The seconds are this computer's; ratios travel better. Needs the ESCO packages beside the repository.
Run with ``python3 dev.py bench`` or pytest on this file.
"""

import csv
import io
import random
import subprocess
import sys
import textwrap
import time
import zipfile
from pathlib import Path

import numpy as np
import pytest

from fastmap.vocabulary import encoder
from fastmap.vocabulary.esco import import_packages
from fastmap.vocabulary.index import open_index
from tests.support.esco_packages import ESCO_DATA, REAL_ENGLISH, REAL_RELATIONS, needs_real_esco
from tests.support.matching_quality import by_meaning, by_spelling, final, labelled, quality

ROOT = Path(__file__).resolve().parents[2]
DEVELOPMENT = Path(__file__).parents[1] / "data" / "vocabulary" / "development.csv"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    needs_real_esco(REAL_ENGLISH, REAL_RELATIONS)
    folder = tmp_path_factory.mktemp("esco") / "vocabulary"
    import_packages([REAL_ENGLISH, REAL_RELATIONS], folder)
    return folder


@pytest.fixture(scope="module")
def labels(folder):
    arrays = open_index(folder)._arrays
    return [arrays.labels[number] for number in range(len(arrays.labels))]


@pytest.fixture
def say(capsys):
    def printed(line):
        with capsys.disabled():
            print(f"\n  {line}")

    return printed


def fresh_process(code, *arguments):
    """Run ``code`` in a new interpreter and return what it prints, as numbers."""
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [float(word) for word in done.stdout.split()]


LOAD = """
    import time
    start = time.perf_counter()
    import sys
    from pathlib import Path
    from fastmap.vocabulary.index import open_index
    index = open_index(Path(sys.argv[1]))
    index.complete("w", "en")
    print(time.perf_counter() - start)
"""
YARDSTICK = """
    import time
    start = time.perf_counter()
    import numpy
    print(time.perf_counter() - start)
"""
MEMORY = """
    import re, sys
    from pathlib import Path
    from fastmap.vocabulary.index import open_index
    index = open_index(Path(sys.argv[1]))
    for text in sys.argv[2:]:
        index.match([text], "en")
        index.complete(text[:3], "en")
    print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""
BARE_MEMORY = """
    import re, numpy
    from pathlib import Path
    print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""


def test_opening_with_all_imports_it_needs(benchmark, folder, say):
    benchmark.pedantic(fresh_process, args=(LOAD, folder), rounds=5, warmup_rounds=1)
    best = min(fresh_process(LOAD, folder)[0] for _ in range(3))
    yardstick = min(fresh_process(YARDSTICK)[0] for _ in range(3))

    say(f"open and first search, imports included: {best:.3f} s, {best / yardstick:.1f} x importing numpy (aim: 0.5 s)")


# Not resource.getrusage: a started program inherits the peak of the one that started it.
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell a process's own peak")
def test_memory_after_a_hundred_searches(folder, labels, say):
    texts = random.Random(3).sample(labels, 100)

    (peak,) = fresh_process(MEMORY, folder, *texts)
    (bare,) = fresh_process(BARE_MEMORY)

    say(f"peak memory of the whole process: {peak:.0f} MB, {peak / bare:.1f} x numpy alone (aim: 150 MB)")


def test_typing_over_all_labels(benchmark, folder, labels, say):
    index = open_index(folder)
    chance = random.Random(1)
    typed = [label[: chance.randint(1, 14)] for label in chance.sample(labels, 1500)]
    typed += [" ".join(reversed(label.split()))[:14] for label in chance.sample(labels, 300)]
    typed += [label[:3] + "x" + label[4:9] for label in chance.sample(labels, 200)]
    chance.shuffle(typed)
    times = []

    def all_of_them():
        for prefix in typed:
            start = time.perf_counter()
            index.complete(prefix, "en")
            times.append(time.perf_counter() - start)

    benchmark.pedantic(all_of_them, rounds=2, warmup_rounds=0)
    start = time.perf_counter()
    lowered = [label.casefold() for label in labels]
    first = time.perf_counter() - start
    start = time.perf_counter()
    for prefix in typed[:20]:
        [label for label in lowered if prefix.casefold() in label]
    scan = (time.perf_counter() - start) / 20

    p50, p99 = np.percentile(times, [50, 99]) * 1000
    say(
        f"type-ahead over {len(labels):,} labels: p50 {p50:.2f} ms, p99 {p99:.2f} ms (aim: 16 ms), "
        f"p50 is 1/{scan * 1000 / p50:.0f} of a plain scan ({scan * 1000:.1f} ms after {first:.1f} s of folding)"
    )


def test_matching_a_thousand_texts(benchmark, folder, labels, say):
    index = open_index(folder)
    with DEVELOPMENT.open(encoding="utf-8", newline="") as file:
        written = [row["text"] for row in csv.DictReader(file)]
    chance = random.Random(2)
    texts = [
        f"{chance.choice(written)} {chance.choice(['', 'and', 'for'])} {chance.choice(['', 'us'])}" for _ in range(1000)
    ]

    benchmark.pedantic(index.match, args=(texts, "en"), rounds=1)
    start = time.perf_counter()
    from rapidfuzz import fuzz, process

    for text in texts[:10]:
        process.extract(text, labels, scorer=fuzz.WRatio, limit=5)
    yardstick = (time.perf_counter() - start) * 100

    seconds = benchmark.stats.stats.mean if benchmark.stats else float("nan")
    say(f"1,000 texts: {seconds:.2f} s, 1/{yardstick / seconds:.0f} of rapidfuzz over all labels ({yardstick:.0f} s)")


def test_importing_both_packages(benchmark, tmp_path, say):
    needs_real_esco(REAL_ENGLISH, REAL_RELATIONS)
    benchmark.pedantic(import_packages, args=([REAL_ENGLISH, REAL_RELATIONS], tmp_path), rounds=1)
    start = time.perf_counter()
    csv.field_size_limit(16_000_000)
    with zipfile.ZipFile(REAL_ENGLISH) as package, package.open("skills_en.csv") as table:
        rows = sum(1 for _ in csv.reader(io.TextIOWrapper(table, "utf-8-sig", newline="")))
    yardstick = time.perf_counter() - start

    seconds = benchmark.stats.stats.mean if benchmark.stats else float("nan")
    say(f"import and index: {seconds:.1f} s, {seconds / yardstick:.0f} x reading the {rows:,} rows of the skills table")


# --- meaning ---------------------------------------------------------------------------------------------------------

needs_encoder = pytest.mark.skipif(not encoder.is_installed(), reason="the optional encoder is not installed")
GERMAN = ESCO_DATA / "ESCO labels only - de - skills csv.zip"
BATCH = 25_000


@pytest.fixture(scope="module")
def meant(folder):
    """All of ESCO in English, with meanings; how long they took."""
    index = open_index(folder)
    start = time.perf_counter()
    index.build_meanings()
    return index, time.perf_counter() - start


def firms_texts(count):
    """Texts as firms write them, all different."""
    chance = random.Random(4)
    texts = [text.text for name in ("firms_development", "firms_test", "development") for text in labelled(name)]
    return [f"{chance.choice(texts)} {chance.choice(texts).split()[0]} {number % 97}" for number in range(count)]


@needs_encoder
def test_building_meanings_once_per_language(meant, say):
    index, seconds = meant
    skills = sum(line.skills for line in index.meaning_status())

    say(f"meanings of {skills:,} skills, of all their names: {seconds:.0f} s (aim: 180 s)")


@needs_encoder
def test_one_text_by_spelling_and_meaning(meant, say):
    index, _ = meant
    index.match(["warm up"], "en")
    walls, works = [], []
    for text in firms_texts(300):
        wall, work = time.perf_counter(), time.process_time()
        index.match([text], "en")
        walls.append(time.perf_counter() - wall)
        works.append(time.process_time() - work)

    (p50, p95), (work, _) = np.percentile(walls, [50, 95]) * 1000, np.percentile(works, [50, 95]) * 1000
    say(f"one text, warm: p50 {p50:.1f} ms, p95 {p95:.1f} ms (aim: 40 ms); of it the processor's: {work:.1f} ms")


@needs_encoder
def test_a_batch_of_25_000_texts(meant, say):
    index, _ = meant
    texts = firms_texts(BATCH)
    heard = []
    wall, work = time.perf_counter(), time.process_time()

    matches = index.match(texts, "en", progress=heard.append)

    wall, work = time.perf_counter() - wall, time.process_time() - work
    assert len(matches) == BATCH
    say(f"{BATCH:,} texts: {wall:.0f} s (aim: 300 s), processor {work:.0f} s, {len(heard)} words about progress")


MEANING_MEMORY = """
    import re, sys
    from pathlib import Path
    from fastmap.vocabulary.index import open_index
    index = open_index(Path(sys.argv[1]))
    index.match(sys.argv[2:], "en")
    print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""


@needs_encoder
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell a process's own peak")
def test_memory_with_meanings(folder, meant, say):
    (peak,) = fresh_process(MEANING_MEMORY, folder, *firms_texts(300))

    say(f"peak memory of the whole process with the encoder: {peak:.0f} MB")


@needs_encoder
def test_quality_on_texts_as_firms_write_them(meant, tmp_path_factory, say):
    """The table that decides: development half (tuned on) and test half (never tuned on), three ways, five settings."""
    needs_real_esco(GERMAN)
    english, _ = meant
    german_folder = tmp_path_factory.mktemp("german") / "vocabulary"
    import_packages([REAL_ENGLISH, REAL_RELATIONS, GERMAN], german_folder)
    german = open_index(german_folder)
    german.build_meanings()
    starter = open_index(tmp_path_factory.mktemp("starter"))
    starter.build_meanings()
    settings = [(f"{code}, English ESCO", english, code) for code in ("en", "es", "fr", "de")]
    settings += [("de, German ESCO too", german, "de")]
    settings += [(f"{code}, starter list", starter, code) for code in ("en", "es", "fr", "de")]
    lines = ["hit@1 / hit@5 / MRR, right texts lost, hopeless texts rightly left"]
    for half in ("firms_development", "firms_test"):
        for title, index, code in settings:
            texts = labelled(half, code)
            lines += [
                f"{half:18} {title:22} {way.__name__:12} {quality(way(index, texts), texts)}"
                for way in (by_spelling, by_meaning, final)
            ]

    say("\n  ".join(lines))
