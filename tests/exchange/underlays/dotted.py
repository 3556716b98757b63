"""Real files of dots and pages, made for the tests."""

import io
import struct
import zlib
from collections.abc import Sequence

from PIL import Image

A3_LANDSCAPE = (1190.55, 841.89)
"""Points."""


def picture(image: Image.Image, form: str = "PNG", **how: object) -> bytes:
    """The file of an image."""
    file = io.BytesIO()
    image.save(file, form, **how)
    return file.getvalue()


def quartered(size: tuple[int, int] = (40, 20)) -> Image.Image:
    """An image with its top left quarter red, all else blue."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    return image


def png_bomb(width: int, height: int) -> bytes:
    """A PNG of a few kilobytes that unpacks to a black picture of that size, one bit a dot."""
    row = b"\0" * (1 + (width + 7) // 8)
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def pdf(
    drawings: Sequence[str], size: tuple[float, float] = A3_LANDSCAPE, trailer: str = "", of_page: str = ""
) -> bytes:
    """A PDF with a page for each of `drawings`, which are content streams."""
    first = 3
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(drawings)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {len(drawings)}/Kids[{kids}]>>"]
    for at, drawing in enumerate(drawings):
        box = f"[0 0 {size[0]} {size[1]}]"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox{box}{of_page}/Contents {first + 2 * at + 1} 0 R>>"
        )
        objects.append(f"<</Length {len(drawing)}>>\nstream\n{drawing}\nendstream")
    body, offsets = "%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    size_and_root = f"/Size {len(objects) + 1}/Root 1 0 R{trailer}"
    start = body.rindex("xref\n0 ")
    return f"{body}trailer\n<<{size_and_root}>>\nstartxref\n{start}\n%%EOF\n".encode("ascii")


def locked_pdf() -> bytes:
    """A PDF that opens with a password only."""
    key = "<" + "41" * 32 + ">"
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O{key}/U{key}/P -4>>/ID[<{'00' * 16}><{'00' * 16}>]"
    return pdf([""], trailer=lock)
