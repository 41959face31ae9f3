"""How the drawn lines look: as scanners, fax machines, typewriters, receipt printers and cameras leave them."""

import random
import subprocess

import cv2
import numpy
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from contents import ASCII, CHARACTERS, Contents

HEIGHT = 48
# Widths are multiples of this, so that lines of one width make a batch without padding.
WIDTH_STEP = 32
WIDEST = 800

# Families by the part of the lines that are set in them.
FAMILIES = {
    0.42: """Liberation Sans;Liberation Serif;Liberation Mono;Liberation Sans Narrow;Nimbus Sans;Nimbus Sans Narrow;Nimbus Roman;Nimbus Mono PS;
        DejaVu Sans;DejaVu Sans Mono;DejaVu Serif;Open Sans;Roboto;Roboto Condensed;Lato;Inter;Carlito;Caladea;C059;P052;URW Bookman;URW Gothic;
        TeX Gyre Heros Cn;TeX Gyre Schola;FreeSans;FreeSerif;FreeMono;Noto Sans;Noto Serif;Arimo;Tinos;Cousine;CMU Serif;Clear Sans""",
    0.22: """Courier Prime;Courier Prime Code;Nimbus Mono PS;Liberation Mono;GNUTypewriter;CMU Typewriter Text;Tlwg Typewriter;Tlwg Typist;
        TeX Gyre Cursor;FreeMono;OCR B;OCRA;Latin Modern Mono;Latin Modern Mono Prop;Cousine;Anonymous Pro""",
    0.08: """IBM 3270;IBM 3270 Condensed;Glass TTY VT220;Inconsolata;Fira Code;Hack;JetBrains Mono;PT Mono;B612 Mono;Go Mono;League Mono;
        Tlwg Mono;Tlwg Typo;Px IBM VGA8;Px IBM EGA8;Visitor TT1 BRK;Edit Undo BRK;osifont;Routed Gothic""",
    0.09: """DkgHandwriting;Breip;Dancing Script;Comic Neue;Humor Sans;Purisa;Kristi;Kaushan Script;Isabella;Rufscript;Z003;TeX Gyre Chorus;
        Johnny Mac Scrawl BRK;Domestic Manners;Hand Me Down S BRK""",
    0.19: """Universalis ADF Std;Tuffy;Gillius ADF;Cabin;Dosis;Yanone Kaffeesatz;Umpush;Norasi;Linux Libertine O;Linux Biolinum O;CMU Bright;
        Baskervald ADF Std;Averia Serif GWF;Averia Sans GWF;EB Garamond;Cantarell;Bebas Neue;Waree;Romande ADF Std;Roboto Slab;Play;PT Serif;
        PT Sans;PT Sans Narrow;Loma;Essays1743;Dustismo;Charis SIL;CMU Concrete;B612;Old Standard TT;Quicksand;Fanwood;Gentium;Vollkorn;
        STIXGeneral;Weathered BRK;Quattrocento;Ubuntu-Title;Noto Serif Display;Go;Laksaman;TeX Gyre Adventor;Latin Modern Sans""",
}


class Typefaces:
    """Installed font files of the families above, and the characters that each can draw."""

    def __init__(self, chance: random.Random):
        self.chance = chance
        listed = subprocess.run(["fc-list", "--format", "%{family[0]}\t%{file}\n"], capture_output=True, text=True, check=True).stdout
        files: dict[str, list[str]] = {}
        for line in sorted(listed.splitlines()):
            family, file = line.split("\t")
            if file.endswith((".ttf", ".otf")):
                files.setdefault(family, []).append(file)
        self.covers: dict[str, frozenset[str]] = {}
        self.pools = {weight: self._usable(families, files) for weight, families in FAMILIES.items()}
        self.fonts: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}

    def choose(self, text: str) -> str:
        """A font file, if one of a dozen does, that draws all of a text."""
        for _ in range(12):
            file = self.chance.choice(self.chance.choice(self.chance.choices(list(self.pools.values()), list(self.pools))[0]))
            if set(text) - {" "} <= self.covers[file]:
                break
        return file

    def font(self, file: str, size: int) -> ImageFont.FreeTypeFont:
        if (file, size) not in self.fonts:
            self.fonts[file, size] = ImageFont.truetype(file, size)
        return self.fonts[file, size]

    def _usable(self, families: str, files: dict[str, list[str]]) -> list[list[str]]:
        groups = []
        for family in families.replace("\n", "").split(";"):
            group = [file for file in files.get(family.strip(), []) if len(self._coverage(file) & set(ASCII)) >= 88]
            if group:
                groups.append(group)
        return groups

    def _coverage(self, file: str) -> frozenset[str]:
        if file not in self.covers:
            self.covers[file] = frozenset(map(chr, TTFont(file, lazy=True).getBestCmap())) & frozenset(CHARACTERS)
        return self.covers[file]


class Pictures:
    """Draws one line after another; equal seeds give equal lines."""

    def __init__(self, seed: int):
        self.chance = random.Random(seed)
        self.noise = numpy.random.default_rng(seed)
        self.contents = Contents(self.chance)
        self.faces = Typefaces(self.chance)

    def next(self) -> tuple[numpy.ndarray, str]:
        """A picture of 48 rows with three bytes a pixel, and what it says."""
        while True:
            text = self.contents.line()
            file = self.faces.choose(text)
            text = " ".join("".join(c for c in text if c == " " or c in self.faces.covers[file]).split())
            picture = self._draw(text, file) if text else None
            repeats = sum(a == b for a, b in zip(text, text[1:]))
            # Each character needs a step of eight pixels, and equal neighbours a blank step between them.
            if picture is not None and picture.shape[1] // 8 > len(text) + repeats:
                return picture, text

    def _draw(self, text: str, file: str) -> numpy.ndarray | None:
        # Small type is where readers fail; the sizes are the pixels that a letter has in the scan.
        size = int(numpy.clip(numpy.exp(self.chance.gauss(numpy.log(17), 0.48)), 9, 60))
        scale = 2 if size < 40 else 1
        ink = self._type(text, file, size * scale)
        rows, columns = numpy.nonzero(ink.max(1))[0], numpy.nonzero(ink.max(0))[0]
        if len(rows) == 0:
            return None
        box = self._box(rows[0], rows[-1] + 1, columns[0], columns[-1] + 1, size * scale, ink.shape)
        self._neighbours(ink, box, file, size * scale, scale)
        ink = self._press(ink, box, scale)
        height, width = ink.shape
        stretch = self.chance.uniform(0.8, 1.25) if self.chance.random() < 0.4 else 1
        shape = max(6, int(width / scale * stretch)), max(6, height // scale)
        ink = self._scan(cv2.resize(ink, shape, interpolation=cv2.INTER_AREA), size)
        top, bottom, left, right = box
        across, down = shape[0] / width, shape[1] / height
        top, left = int(top * down), int(left * across)
        return _fitted(self._paper(ink)[top : max(top + 4, round(bottom * down)), left : max(left + 3, round(right * across))])

    def _type(self, text: str, file: str, size: int) -> numpy.ndarray:
        font, chance = self.faces.font(file, size), self.chance
        tracking = chance.uniform(-0.04, 0.12) * size if chance.random() < 0.07 else 0
        jitter = size * 0.03 * chance.random() if chance.random() < 0.15 else 0
        gap = chance.choice([1] * 8 + [1.5, 2, 3])
        if tracking == 0 and jitter == 0 and gap == 1:
            image = Image.new("L", (int(font.getlength(text)) + 2 * size, size * 3))
            ImageDraw.Draw(image).text((size, size), text, fill=255, font=font)
            return numpy.asarray(image, numpy.float32) / 255
        starts, x = [], size
        for character in text:
            starts.append(x)
            x += font.getlength(character) * (gap if character == " " else 1) + tracking
        image = Image.new("L", (int(x) + size, size * 3))
        pen = ImageDraw.Draw(image)
        for character, start in zip(text, starts):
            fill = chance.randint(140, 255) if jitter else 255
            pen.text((start, size + chance.uniform(-jitter, jitter)), character, fill=fill, font=font)
        return numpy.asarray(image, numpy.float32) / 255

    def _box(self, top, bottom, left, right, size, shape):
        """What a detector would cut out: the letters with a margin that is now narrow, now wide."""
        # Dashes, dots and small letters alone keep the room of a line.
        grow = max(0, int((size * 0.62 - (bottom - top)) / 2)) if bottom - top < size * 0.45 else 0
        top, bottom = top - grow, bottom + grow
        height, chance = bottom - top, self.chance
        return (
            max(0, top - int(height * chance.uniform(0.02, 0.3))), min(shape[0], bottom + int(height * chance.uniform(0.02, 0.3))),
            max(0, left - int(size * chance.uniform(0, 0.6))), min(shape[1], right + int(size * chance.uniform(0, 0.6))),
        )  # fmt: skip

    def _neighbours(self, ink, box, file, size, scale):
        """Rules below, above, through and beside the line, and the edge of another line."""
        top, bottom, left, right = box
        chance, margin = self.chance, max(1, (bottom - top) // 8)
        if chance.random() < 0.16:
            y, thick = min(ink.shape[0] - 1, bottom - chance.randint(0, margin) - 1), scale * chance.choice([1, 1, 2, 3])
            step = scale * 3 if chance.random() < 0.25 else 1
            ink[y : y + thick, ::step] = numpy.maximum(ink[y : y + thick, ::step], chance.uniform(0.4, 1))
        if chance.random() < 0.05:
            y = top + chance.randint(0, margin)
            ink[y : y + scale] = 1
        if chance.random() < 0.03:
            y = chance.randint(top, bottom - 1)
            ink[y : y + scale] = numpy.maximum(ink[y : y + scale], chance.uniform(0.4, 1))
        if chance.random() < 0.05:
            x = chance.choice([left + chance.randint(0, margin), right - 1 - chance.randint(0, margin)])
            ink[:, x : x + scale] = 1
        if chance.random() < 0.1:
            other = self._type(self.contents.line() or "x", file, size)
            rows = numpy.nonzero(other.max(1))[0]
            if len(rows):
                part = other[rows[-1] - margin : rows[-1]] if chance.random() < 0.5 else other[rows[0] : rows[0] + margin]
                y = top if chance.random() < 0.5 else bottom - len(part)
                width = min(ink.shape[1], part.shape[1])
                ink[y : y + len(part), :width] = numpy.maximum(ink[y : y + len(part), :width], part[:, :width])

    def _press(self, ink, box, scale):
        """Fat and thin strokes, slanted and tilted lines."""
        chance, roll = self.chance, self.chance.random()
        if roll < 0.12:
            ink = cv2.dilate(ink, numpy.ones((2, 2) if chance.random() < 0.6 else (scale + 1, scale + 1)))
        elif roll < 0.2:
            ink = cv2.erode(ink, numpy.ones((2, 1) if chance.random() < 0.5 else (1, 2)))
        top, bottom, left, right = box
        tilt = numpy.tan(numpy.deg2rad(chance.gauss(0, 0.7)))
        if chance.random() < 0.4 and abs(tilt) * (right - left) < 0.25 * (bottom - top):
            slant = chance.gauss(0, 0.06) if chance.random() < 0.5 else 0
            move = numpy.array([[1, -slant, slant * (top + bottom) / 2], [tilt, 1, -tilt * (left + right) / 2]], numpy.float32)
            ink = cv2.warpAffine(ink, move, ink.shape[::-1])
        return ink

    def _scan(self, ink, size):
        """Blur, worn ink, and the one bit of fax machines."""
        chance = self.chance
        if chance.random() < 0.45:
            ink = cv2.GaussianBlur(ink, (0, 0), chance.uniform(0.2, 0.3 + 0.012 * min(size, 25)) + max(0, size - 18) * chance.uniform(0, 0.04))
        if chance.random() < 0.15:
            worn = self._cloud(ink.shape, chance.choice([1, 2, 3]), self.noise.random)
            ink = ink * numpy.clip((worn - chance.uniform(0, 0.35)) * 4, 0, 1)
        if chance.random() < 0.28:
            rough = ink + self.noise.standard_normal(ink.shape, numpy.float32) * chance.uniform(0, 0.13)
            ink = (rough > chance.uniform(0.22, 0.62)).astype(numpy.float32)
            if chance.random() < 0.5:
                specks, share = self.noise.random(ink.shape), chance.uniform(0, 0.02)
                ink[specks < share] = 1
                ink[specks > 1 - share] = 0
            if chance.random() < 0.4:
                ink = cv2.GaussianBlur(ink, (0, 0), chance.uniform(0.3, 0.7))
        return ink

    def _paper(self, ink):
        """Colours, shadows, grain and the losses of JPEG."""
        chance = self.chance
        paper = [chance.uniform(0.8, 1)] * 3 if chance.random() < 0.85 else [chance.uniform(0.6, 1) for _ in range(3)]
        colour = [chance.uniform(0, 0.35)] * 3 if chance.random() < 0.8 else [chance.uniform(0, 0.55) for _ in range(3)]
        paper, colour = numpy.array(paper, numpy.float32), numpy.array(colour, numpy.float32)
        if chance.random() < 0.05:
            paper, colour = colour, paper
        if chance.random() < 0.12:
            colour = colour + (paper - colour) * chance.uniform(0.2, 0.6)
        page = paper + (colour - paper) * ink[..., None]
        if chance.random() < 0.3:
            page = page + numpy.linspace(chance.uniform(-0.15, 0.15), chance.uniform(-0.15, 0.15), ink.shape[1], dtype=numpy.float32)[None, :, None]
        if chance.random() < 0.25:
            page = page + self._cloud(ink.shape, 6, self.noise.standard_normal)[..., None] * chance.uniform(0, 0.06)
        if chance.random() < 0.4:
            page = page + self.noise.standard_normal((*ink.shape, 1), numpy.float32) * chance.uniform(0, 0.08)
        page = numpy.clip(page * 255, 0, 255).astype(numpy.uint8)
        if chance.random() < 0.35:
            page = cv2.imdecode(cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, chance.randint(25, 85)])[1], cv2.IMREAD_COLOR)
        return page

    @staticmethod
    def _cloud(shape, grain, draw):
        coarse = draw((max(2, shape[0] // grain), max(2, shape[1] // grain))).astype(numpy.float32)
        return cv2.resize(coarse, shape[::-1])


def _fitted(picture: numpy.ndarray) -> numpy.ndarray:
    width = max(10, HEIGHT * picture.shape[1] / picture.shape[0])
    full = int(numpy.clip(numpy.ceil(width / WIDTH_STEP - 0.35) * WIDTH_STEP, WIDTH_STEP, WIDEST))
    way = cv2.INTER_LINEAR if picture.shape[0] < HEIGHT else cv2.INTER_AREA
    if width >= full * 0.8:
        return cv2.resize(picture, (full, HEIGHT), interpolation=way)
    # Short texts keep their shape; the paper goes on beside them.
    return cv2.copyMakeBorder(cv2.resize(picture, (int(width), HEIGHT), interpolation=way), 0, 0, 0, full - int(width), cv2.BORDER_REPLICATE)
