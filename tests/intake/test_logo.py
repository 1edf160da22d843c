"""Pictures that become a logo, and files that do not."""

import base64
import io
import random
import time
from dataclasses import replace

import pytest
from PIL import Image, PngImagePlugin

from fastmap.errors import FastmapError
from fastmap.intake import logo
from fastmap.intake.logo import LONGEST_SIDE, MOST_KEPT_BYTES, read_logo, sound_logo
from fastmap.model.grant import Logo


def written(path, picture, **how):
    picture.save(path, **how)
    return path


def pixels_of(found):
    return Image.open(io.BytesIO(base64.b64decode(found.png_base64)))


def refusal(path, words="Our logo"):
    with pytest.raises(FastmapError) as caught:
        read_logo(path, alternative=words)
    return caught.value


def test_a_large_picture_is_scaled_and_keeps_its_shape(tmp_path):
    path = written(tmp_path / "logo.png", Image.new("RGBA", (4000, 1000), (10, 90, 110, 255)))

    found = read_logo(path, alternative="  A  cog ")

    assert (found.width_px, found.height_px, found.alternative) == (LONGEST_SIDE, 300, "A cog")
    assert pixels_of(found).getpixel((5, 5)) == (10, 90, 110, 255)


def test_nothing_but_the_pixels_is_kept(tmp_path):
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "A. Person")
    path = written(tmp_path / "logo.png", Image.new("RGB", (60, 40), "teal"), pnginfo=said, dpi=(300, 300))

    found = pixels_of(read_logo(path, alternative="A cog"))

    assert found.info == {}
    assert b"A. Person" in path.read_bytes()


def test_a_photo_taken_sideways_stands_upright(tmp_path):
    turned = Image.Exif()
    turned[0x0112] = 6
    path = written(tmp_path / "logo.jpg", Image.new("RGB", (90, 30), "teal"), exif=turned)

    found = read_logo(path, alternative="A cog")

    assert (found.width_px, found.height_px) == (30, 90)


def test_a_picture_that_stays_heavy_is_made_smaller_until_it_is_light(tmp_path):
    noise = Image.frombytes("RGB", (900, 900), random.Random(7).randbytes(900 * 900 * 3))

    found = read_logo(written(tmp_path / "logo.png", noise), alternative="Noise")

    assert len(base64.b64decode(found.png_base64)) <= MOST_KEPT_BYTES
    assert found.width_px == found.height_px < 900


def test_the_same_picture_gives_the_same_logo(tmp_path):
    path = written(tmp_path / "logo.png", Image.linear_gradient("L"))

    assert read_logo(path, alternative="A cog") == read_logo(path, alternative="A cog")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        ("logo.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40),
        ("logo.jpg", b"no picture at all"),
        ("logo.gif", b"GIF89a\x01\0\x01\0\0\0\0;"),
        ("empty.png", b""),
    ],
)
def test_what_is_no_picture_of_ours_is_refused_by_name(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)

    found = refusal(path)

    assert (found.code, found.facts["name"]) == ("logo_no_picture", name)


def test_a_picture_that_ends_too_early_is_refused(tmp_path):
    noise = Image.frombytes("RGB", (200, 200), random.Random(7).randbytes(120_000))
    path = written(tmp_path / "logo.png", noise)
    path.write_bytes(path.read_bytes()[:9000])

    assert refusal(path).code == "logo_no_picture"


def test_a_file_of_40_mb_is_refused_unread(tmp_path):
    path = tmp_path / "logo.png"
    with path.open("wb") as file:
        file.truncate(40 * 2**20)

    found = refusal(path)

    assert (found.code, found.facts) == ("logo_too_large", {"name": "logo.png", "most": 10})


def test_a_picture_that_would_unpack_to_a_huge_size_is_refused_packed(tmp_path, monkeypatch):
    path = written(tmp_path / "bomb.png", Image.new("1", (8000, 8000)))
    monkeypatch.setattr(logo, "_scaled", lambda *_: pytest.fail("was unpacked"))

    assert path.stat().st_size < 20_000
    assert refusal(path).code == "logo_too_large"


def test_a_folder_a_missing_file_and_a_logo_without_words_are_told(tmp_path):
    path = written(tmp_path / "logo.png", Image.new("RGB", (9, 9)))

    assert refusal(tmp_path).code == "logo_no_picture"
    assert refusal(tmp_path / "none.png").code == "path_missing"
    assert refusal(path, words="  ").code == "logo_without_words"


@pytest.mark.parametrize(
    ("size", "code"), [((3000, 2), "logo_too_narrow"), ((2, 3000), "logo_too_narrow"), ((400, 20), None)]
)
def test_a_strip_in_which_no_logo_can_be_seen_is_refused(tmp_path, size, code):
    path = written(tmp_path / "line.png", Image.new("RGB", size, "teal"))

    if code is None:
        assert read_logo(path, alternative="A line of words").width_px == size[0]
    else:
        found = refusal(path)
        assert (found.code, found.facts["width"], found.facts["height"]) == (code, *size)


@pytest.mark.parametrize("opacity", [0, 255])
def test_a_picture_that_is_wholly_transparent_is_refused(tmp_path, opacity):
    picture = Image.new("RGBA", (60, 40), (10, 90, 110, 0))
    picture.putpixel((30, 20), (10, 90, 110, opacity))
    path = written(tmp_path / "logo.png", picture)

    if opacity:
        assert read_logo(path, alternative="A dot").width_px == 60
    else:
        assert refusal(path).code == "logo_invisible"


def png(picture):
    out = io.BytesIO()
    picture.save(out, format="PNG")
    return out.getvalue()


def brought(content):
    """A logo as a file that came by mail may hold it."""
    return Logo(png_base64=base64.b64encode(content).decode(), width_px=60, height_px=40, alternative="A cog")


COG = png(Image.effect_noise((60, 40), 80).convert("RGB"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        COG[:8],
        COG[: len(COG) // 2],
        COG.replace(b"IDAT", b"IDAX"),
        png(Image.new("1", (LONGEST_SIDE + 1, 40))),
        png(Image.new("1", (16_000, 16_000))),
        png(Image.new("1", (1000, 10))),
        png(Image.new("RGBA", (60, 40), (0, 0, 0, 0))),
        COG + b"\0" * MOST_KEPT_BYTES,
    ],
)
def test_a_picture_in_a_file_that_is_no_logo_of_ours_is_not_used(content):
    start = time.process_time()

    assert sound_logo(brought(content)) is None
    assert time.process_time() - start < 0.5


def test_letters_that_are_no_base64_are_no_logo():
    assert sound_logo(replace(brought(COG), png_base64="é not base64")) is None


def test_of_a_picture_in_a_file_the_pixels_alone_are_used_in_their_true_size(tmp_path):
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "A. Person")
    out = io.BytesIO()
    Image.new("RGB", (90, 30), "teal").save(out, format="PNG", pnginfo=said)

    found = sound_logo(brought(out.getvalue()))

    assert (found.width_px, found.height_px, found.alternative) == (90, 30, "A cog")
    assert pixels_of(found).info == {}


def test_a_logo_of_ours_comes_out_as_it_went_in(tmp_path):
    path = written(tmp_path / "logo.png", Image.effect_noise((300, 200), 80).convert("RGB"))
    ours = read_logo(path, alternative="A cog")

    found = sound_logo(ours)

    assert replace(found, png_base64=ours.png_base64) == ours
    assert pixels_of(found).tobytes() == pixels_of(ours).tobytes()


def test_a_thousand_damaged_pictures_raise_nothing():
    dice = random.Random(8)
    for _ in range(1000):
        content = bytearray(COG)
        for _ in range(dice.randrange(1, 5)):
            content[dice.randrange(len(content))] = dice.randrange(256)

        found = sound_logo(brought(bytes(content[: dice.randrange(len(content) + 1)])))

        assert found is None or found.width_px <= LONGEST_SIDE
