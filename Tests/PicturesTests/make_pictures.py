#!/usr/bin/env python3
"""Makes the pictures that the tests read: python3 make_pictures.py (needs Pillow)."""

import io
import pathlib
import struct
import zlib

from PIL import Image

HERE = pathlib.Path(__file__).parent / "Pictures"


def corners(width=60, height=40):
    """Red above left, green above right, blue below left, white below right."""
    image = Image.new("RGB", (width, height))
    for y in range(height):
        for x in range(width):
            colours = [(220, 30, 30), (30, 200, 30), (30, 30, 220), (255, 255, 255)]
            image.putpixel((x, y), colours[(x >= width // 2) + 2 * (y >= height // 2)])
    return image


def exif(orientation):
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010E] = "a place that nobody may know"
    gps = data.get_ifd(0x8825)
    gps[1], gps[2] = "N", (30.0, 15.0, 7.0)
    gps[3], gps[4] = "E", (120.0, 9.0, 4.0)
    return data


def turned_back(image, orientation):
    """The pixels that a camera stores for it to look like `image` when held that way."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    return image.transpose(undo[orientation]) if orientation in undo else image


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, chunks, rows):
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(chunks) + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def profile(red, green, blue, gamma=2.2):
    """A matrix profile (ICC.1:2010) with these primaries, adapted to D50."""
    def fixed(value):
        return struct.pack(">i", round(value * 65536))

    def xyz(values):
        return b"XYZ \0\0\0\0" + b"".join(map(fixed, values))

    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    text = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"wide\0" + bytes(78)
    tags = [
        (b"desc", text), (b"cprt", b"text\0\0\0\0none\0\0\0\0"), (b"wtpt", xyz((0.9642, 1.0, 0.8249))),
        (b"rXYZ", xyz(red)), (b"gXYZ", xyz(green)), (b"bXYZ", xyz(blue)),
        (b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve),
    ]
    table, body, offset = b"", b"", 128 + 4 + 12 * len(tags)
    for name, data in tags:
        data += bytes(-len(data) % 4)
        table += name + struct.pack(">II", offset + len(body), len(data))
        body += data
    size = offset + len(body)
    head = struct.pack(">I4sI4s4s4s", size, b"\0" * 4, 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2020, 1, 1, 0, 0, 0) + b"acsp" + bytes(4 + 4 + 4 + 4 + 8 + 4)
    head += fixed(0.9642) + fixed(1.0) + fixed(0.8249)
    head = head.ljust(128, b"\0")
    return head + struct.pack(">I", len(tags)) + table + body


# Display P3 (D65) adapted to D50.
P3 = profile((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))


def save(name, data):
    (HERE / name).write_bytes(data)


def encoded(image, kind, **options):
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


HERE.mkdir(exist_ok=True)
upright = corners()
for orientation in range(1, 9):
    data = encoded(turned_back(upright, orientation), "JPEG", quality=95, exif=exif(orientation))
    save(f"orientation-{orientation}.jpg", data)
save("turned.png", encoded(turned_back(upright, 6), "PNG", exif=exif(6)))
save("turned.webp", encoded(turned_back(upright, 6), "WEBP", lossless=True, exif=exif(6).tobytes()))
save("display-p3.jpg", encoded(Image.new("RGB", (64, 64), (200, 100, 60)), "JPEG", quality=95, icc_profile=P3))
save("display-p3.png", encoded(Image.new("RGB", (64, 64), (200, 100, 60)), "PNG", icc_profile=P3))
save("display-p3.webp", encoded(Image.new("RGB", (64, 64), (200, 100, 60)), "WEBP", lossless=True, icc_profile=P3))
save("grey.jpg", encoded(Image.new("L", (64, 64), 120), "JPEG", quality=95))
save("cmyk.jpg", encoded(Image.new("CMYK", (64, 64), (0, 128, 255, 0)), "JPEG", quality=95))
save("grey-16.png", encoded(Image.new("I;16", (64, 64), 120 * 257), "PNG"))
save("transparent.png", encoded(Image.new("RGBA", (64, 64), (255, 0, 0, 128)), "PNG"))
save("palette.png", encoded(corners().quantize(4), "PNG"))
save("transparent.webp", encoded(Image.new("RGBA", (64, 64), (255, 0, 0, 128)), "WEBP", lossless=True, exact=True))
save("progressive.jpg", encoded(corners(600, 400), "JPEG", quality=90, progressive=True))
save("large.jpg", encoded(corners(2400, 1600), "JPEG", quality=70))

photo = encoded(corners(600, 400), "JPEG", quality=90)
save("cut-off.jpg", photo[: len(photo) * 2 // 3])
drawing = encoded(corners(600, 400), "PNG")
save("cut-off.png", drawing[: len(drawing) * 2 // 3])
web = encoded(corners(600, 400), "WEBP", quality=80)
save("cut-off.webp", web[: len(web) * 2 // 3])
middle = len(photo) // 2
save("broken-middle.jpg", photo[:middle] + b"\xff\xd9" + photo[middle:])
save("bomb.png", png(60000, 60000, [], bytes(1000)))
frame = photo.index(b"\xff\xc0")
save("bomb.jpg", photo[: frame + 5] + struct.pack(">HH", 60000, 60000) + photo[frame + 9 :])
# Sixty-four megabytes of nothing, packed to sixty-five kilobytes.
nothing = zlib.compress(bytes(64 * 1024 * 1024), 9)
rows = b"".join(b"\0" + bytes([200, 10, 10]) * 8 for _ in range(8))
save("packed-profile.png", png(8, 8, [chunk(b"iCCP", b"wide\0\0" + nothing)], rows))
save("packed-text.png", png(8, 8, [chunk(b"zTXt", b"note\0\0" + nothing)], rows))
frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "blue")]
save("animated.webp", encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=100))
save("gif.jpg", encoded(Image.new("P", (8, 8)), "GIF"))
script = b"<script>alert(1)</script>"
save("polyglot.jpg", photo[:2] + b"\xff\xfe" + struct.pack(">H", len(script) + 2) + script + photo[2:] + b"PK\3\4" + script)
