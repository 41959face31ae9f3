"""What the drawn lines say: the mixture of words, numbers and signs that documents print."""

import random
import string

ASCII = string.punctuation + string.digits + string.ascii_uppercase + string.ascii_lowercase
LETTERS = (
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßŒœŠšŽž"
    "ĄąĆćĘęŁłŃńŚśŹźŻżČčĎďĚěŇňŘřŤťŮůŐőŰűĞğİıŞşȘșȚțĂă"
)
SIGNS = "€£¥¢§°±·×÷®™©№•–—…“”„‘’«»²³½¼¡¿ªº■□▪●★√→‰"
CHARACTERS = "".join(sorted(ASCII)) + LETTERS + SIGNS

LONGEST_LINE = 64
LONGEST_WORD = 14
WORDS_OF_A_LIST = 60_000
LISTS = {
    "ngerman": 0.25, "french": 0.2, "spanish": 0.15, "italian": 0.1, "dutch": 0.08, "portuguese": 0.08,
    "polish": 0.05, "swedish": 0.04, "danish": 0.03, "bokmaal": 0.02,
}  # fmt: skip
PRINTED_OFTEN = """the of and to in for is on by with from or at as this that be not no any all date name address city state zip total
amount number phone fax page account invoice order customer per unit price quantity description tax due payment balance bill ship company
office department signature signed title type code item item(s) sales report form use only yes new market brand sample test results please
return received sent copy attn re subject dear sir inc. corp. llc ltd co. street st. ave. road rd. suite box p.o. dr. mr. mrs. ms. approved
project period start end time product store cash change card visa subtotal rounding gst vat rm usd eur""".split()
MONTHS = """January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct
Nov Dec JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC Januar Februar März Mai Juni Juli Oktober Dezember janvier février mars avril mai
juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
diciembre gennaio febbraio maggio giugno luglio ottobre dicembre""".split()


def _words(name: str) -> list[str]:
    raw = open("/usr/share/dict/" + name, "rb").read()
    try:
        listed = raw.decode("utf-8").split()
    except UnicodeDecodeError:
        listed = raw.decode("latin-1").split()
    usable = [word for word in listed if len(word) <= LONGEST_WORD and set(word) <= set(CHARACTERS)]
    return random.Random(1).sample(usable, min(WORDS_OF_A_LIST, len(usable)))


class Contents:
    """Draws the text of one line after another."""

    def __init__(self, chance: random.Random):
        self.chance = chance
        self.english = _words("american-english")
        self.foreign = {name: _words(name) for name in LISTS}
        # Words with an accent are few in a list; they are drawn more often than they come.
        self.accented = {name: [word for word in words if set(word) & set(LETTERS)] for name, words in self.foreign.items()}

    def line(self) -> str:
        text = self._weighted(
            (0.42, lambda: self._phrase(self._english_word)), (0.15, self._foreign_phrase), (0.13, self._number), (0.06, self._date),
            (0.07, self._code), (0.04, self._columns), (0.06, self._letters), (0.07, self._signs),
        )  # fmt: skip
        return " ".join(text[:LONGEST_LINE].split())

    def _weighted(self, *choices):
        return self.chance.choices([make for _, make in choices], [weight for weight, _ in choices])[0]()

    def _digits(self, count: int) -> str:
        return "".join(self.chance.choices(string.digits, k=count))

    def _english_word(self) -> str:
        return self.chance.choice(PRINTED_OFTEN if self.chance.random() < 0.35 else self.english)

    def _foreign_phrase(self) -> str:
        name = self.chance.choices(list(LISTS), list(LISTS.values()))[0]
        return self._phrase(lambda: self.chance.choice(self.accented[name] if self.chance.random() < 0.35 else self.foreign[name]))

    def _number(self) -> str:
        pick, roll = self.chance.choice, self.chance.random()
        if roll < 0.3:
            return self._digits(self.chance.randint(1, 6))
        if roll < 0.65:
            return self._amount()
        if roll < 0.75:
            return pick([".", "0.", "1."]) + self._digits(self.chance.randint(1, 3))
        if roll < 0.85:
            units = ["%", " %", "-", "/", "x", " x", "th", "mg", "ml", "kg", "g", "cm", "mm", '"', "'", "M", "K", "pcs"]
            return self._digits(self.chance.randint(1, 3)) + pick(units)
        return f"{self.chance.randint(0, 99)}{pick(['-', '/', ' - ', ' x ', '.', ':'])}{self._digits(self.chance.randint(1, 4))}"

    def _amount(self) -> str:
        pick, roll = self.chance.choice, self.chance.random()
        whole = self.chance.randint(0, pick([99, 9_999, 9_999_999]))
        text = f"{whole:,}.{self._digits(2)}" if self.chance.random() < 0.75 else f"{whole}.{self._digits(pick([1, 2, 2, 2, 3]))}"
        if self.chance.random() < 0.2:
            text = text.translate(str.maketrans(",.", ".,"))
        if roll < 0.3:
            return pick("$$$$€€£") + pick(["", "", " "]) + text
        if roll < 0.4:
            return text + pick([" €", "€", " EUR", " USD", "%", " %", "-", " CR"])
        if roll < 0.46:
            return pick(["RM", "RM ", "USD ", "EUR ", "-", "- ", "+"]) + text
        return f"({text})" if roll < 0.48 else text

    def _date(self) -> str:
        pick, roll = self.chance.choice, self.chance.random()
        day, month, year = self.chance.randint(1, 31), self.chance.randint(1, 12), self.chance.randint(1950, 2035)
        shown = f"{year % 100:02d}" if self.chance.random() < 0.45 else str(year)
        form = "{:02d}" if self.chance.random() < 0.6 else "{}"
        first, second = (form.format(part) for part in self.chance.sample([day, month], 2))
        if roll < 0.55:
            sign = pick(["/", "/", "/", "-", "-", ".", " / "])
            return f"{first}{sign}{second}{sign}{shown}"
        if roll < 0.63:
            return f"{year}-{month:02d}-{day:02d}"
        if roll < 0.8:
            return f"{pick(MONTHS)} {day}, {year}"
        return f"{form.format(day)}{pick([' ', '-', '. '])}{pick(MONTHS)}{pick([' ', '-'])}{shown}"

    def _code(self) -> str:
        digits, pick = self._digits, self.chance.choice
        return self._weighted(
            (0.25, lambda: "".join(self.chance.choices(string.ascii_uppercase, k=self.chance.randint(1, 4))) + pick(["", "-", " ", "/"]) + digits(self.chance.randint(2, 8))),
            (0.15, lambda: "".join(self.chance.choices(string.ascii_uppercase + string.digits, k=self.chance.randint(4, 14)))),
            (0.15, lambda: pick([f"({digits(3)}) {digits(3)}-{digits(4)}", f"{digits(3)}-{digits(3)}-{digits(4)}", f"+{digits(2)} {digits(3)} {digits(6)}", f"0{digits(1)}-{digits(4)} {digits(4)}"])),
            (0.1, lambda: digits(self.chance.randint(6, 13))),
            (0.07, lambda: f"{digits(3)}-{digits(2)}-{digits(4)}"),
            (0.06, lambda: pick(["DE", "FR", "IT", "NL", "ES"]) + digits(2) + "".join(" " + digits(4) for _ in range(self.chance.randint(2, 5)))),
            (0.12, lambda: f"{pick(self.english).lower()}{pick(['.', '_', '', '@'])}{pick(self.english).lower()}@{pick(self.english).lower()}.{pick(['com', 'org', 'de', 'net', 'co.uk'])}"),
            (0.05, lambda: f"{self.chance.randint(0, 23)}:{digits(2)}{pick(['', ' AM', ' PM', 'am', ' p.m.'])}"),
            (0.05, lambda: f"{self.chance.randint(1, 9999)} {pick(self.english).title()} {pick(['St', 'Street', 'Ave', 'Road', 'Rd.', 'Blvd', 'Lane'])}"),
        )  # fmt: skip

    def _columns(self) -> str:
        return " ".join(self.chance.choice([self._number, self._date, self._code])() for _ in range(self.chance.randint(2, 4)))

    def _letters(self) -> str:
        pool = ASCII if self.chance.random() < 0.7 else string.ascii_uppercase + string.digits
        return "".join(self.chance.choices(pool, k=self.chance.choice([1, 1, 1, 2, 2, 3])))

    def _signs(self) -> str:
        pool = self.chance.choice([ASCII, ASCII + LETTERS, LETTERS, ASCII + SIGNS])
        return " ".join("".join(self.chance.choices(pool, k=self.chance.randint(1, 6))) for _ in range(self.chance.randint(1, 4)))

    def _phrase(self, word) -> str:
        case = self.chance.choices([str.upper, str.title, str, str.lower], [0.3, 0.25, 0.3, 0.15])[0]
        count = self.chance.choices([1, 2, 3, 4, 5, 6, 8], [0.2, 0.2, 0.2, 0.15, 0.12, 0.08, 0.05])[0]
        text = " ".join(self._part(word, case) for _ in range(count))
        ending = self._weighted((0.16, lambda: ":"), (0.06, lambda: "."), (0.06, lambda: ": " + self._number()), (0.72, lambda: ""))
        return text + ending

    def _part(self, word, case) -> str:
        pick, text = self.chance.choice, case(word())
        return self._weighted(
            (0.1, self._number), (0.03, self._code), (0.03, self._date),
            (0.04, lambda: pick(string.ascii_uppercase) + pick(["", "."])),
            (0.07, lambda: text + pick([":", ",", ".", ";", "-", "?", "!", ")", "#"])),
            (0.04, lambda: pick(["({})", '"{}"', "“{}”", "({}", "& {}", "* {}", "*{}", "#{}", "[{}]", "{}®", "• {}", "- {}", "– {}"]).format(text)),
            (0.02, lambda: text + pick("/-&") + case(word())),
            (0.67, lambda: text),
        )  # fmt: skip
