"""Merge the areas locales/id/*.po into the one catalogue that Angket reads.

    python locales/compile.py                     write locales/id/LC_MESSAGES/angket.mo
    python locales/compile.py --check             write nothing; fail when the committed file is out of date,
                                                  a text of the sources has no translation, or one is unused
    python locales/compile.py --missing [PATH..]  print the texts of these sources that have no translation,
                                                  as entries to paste into an area

A catalogue with a conflicting, empty or fuzzy translation, or one whose placeholders or emphasis differ from
the English text, is never written.
"""

from __future__ import annotations

import argparse
import io
import string
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import normalize, read_po

ROOT = Path(__file__).resolve().parents[1]
AREAS = ROOT / "locales" / "id"
COMPILED = AREAS / "LC_MESSAGES" / "angket.mo"
SOURCES = ("analysis", "interface", "pages", "sharing", "sample_data", "app.py", "asgi.py")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "msgid": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
# A fixed date keeps the compiled file the same for the same translations.
CATALOGUE_DATE = datetime(2026, 1, 1, tzinfo=UTC)
# Indonesian nouns do not change with number, so every text has one form.
PLURAL_FORMS = "nplurals=1; plural=0;"

TextKey = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text that the sources show: English singular, plural and context, and where it stands."""

    singular: str
    plural: str | None
    context: str | None
    place: str

    @property
    def key(self) -> TextKey:
        return self.singular, self.context

    def entry(self) -> str:
        """The empty catalogue entry an author fills in."""
        lines = [f"#: {self.place}"]
        if self.context is not None:
            lines.append(f"msgctxt {normalize(self.context)}")
        lines.append(f"msgid {normalize(self.singular)}")
        if self.plural is None:
            lines.append('msgstr ""')
        else:
            lines += [f"msgid_plural {normalize(self.plural)}", 'msgstr[0] ""']
        return "\n".join(lines) + "\n"


def source_files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob("*.py"))
        elif path.is_file():
            yield path


def source_texts(paths: Sequence[Path]) -> list[SourceText]:
    """Every marked text of the sources, once each, in reading order."""
    found: dict[TextKey, SourceText] = {}
    for path in source_files(paths):
        place = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
        for line, message, _comments, context in extract_from_file("python", path, keywords=KEYWORDS):
            plural = message[1] if isinstance(message, tuple) else None
            singular = message[0] if isinstance(message, tuple) else message
            text = SourceText(singular, plural, context, f"{place}:{line}")
            known = found.get(text.key)
            if known is None or known.plural is None:
                found[text.key] = text if known is None or plural is not None else known
    return list(found.values())


def placeholders(text: str) -> set[str]:
    """Names of the `{name}` fields of a text; ValueError where its braces do not close."""
    return {
        name for _literal, name, _format, _conversion in string.Formatter().parse(text) if name is not None
    }


def forms(message: Message) -> tuple[str, ...]:
    """The one Indonesian form of a translation."""
    return (message.string,) if isinstance(message.string, str) else tuple((message.string or ())[:1])


def message_faults(message: Message, area: str) -> Iterator[str]:
    """What makes one translation unusable, as sentences."""
    singular = message.id if isinstance(message.id, str) else message.id[0]
    originals = [message.id] if isinstance(message.id, str) else list(message.id)
    translations = forms(message)
    where = f"{area}: {singular!r}"
    if message.fuzzy:
        yield f"{where} is marked fuzzy"
    if not all(translations):
        yield f"{where} has an empty translation"
        return
    try:
        expected = set().union(*(placeholders(text) for text in originals))
        for translation in translations:
            given = placeholders(translation)
            if given != expected:
                yield f"{where}: placeholders {sorted(given)} instead of {sorted(expected)}"
            if translation.count("**") != originals[-1].count("**"):
                yield f"{where}: a different number of ** marks"
    except ValueError as error:
        yield f"{where}: {error}"


@dataclass(frozen=True, slots=True)
class Merged:
    """All areas as one catalogue, with the faults that forbid writing it."""

    catalogue: Catalog
    faults: tuple[str, ...]


def merge(areas: Path = AREAS) -> Merged:
    """Read every area of a folder; the same text may stand in two areas when both say the same."""
    merged = Catalog(
        locale="id",
        domain="angket",
        project="Angket",
        version="1",
        creation_date=CATALOGUE_DATE,
        revision_date=CATALOGUE_DATE,
        fuzzy=False,
    )
    merged.mime_headers = [("Plural-Forms", PLURAL_FORMS)]
    faults: list[str] = []
    origin: dict[TextKey, tuple[str, Message]] = {}
    for path in sorted(areas.glob("*.po")):
        faults += [f"{path.name}: {singular!r} stands twice" for singular in repeated_entries(path)]
        with path.open("rb") as file:
            area = read_po(file, locale="id")
        for message in area:
            if not message.id:
                continue
            faults += message_faults(message, path.name)
            singular = message.id if isinstance(message.id, str) else message.id[0]
            earlier = origin.setdefault((singular, message.context), (path.name, message))
            if forms(earlier[1]) != forms(message):
                faults.append(f"{path.name}: {singular!r} is translated differently in {earlier[0]}")
            translation = message.string if isinstance(message.id, str) else forms(message)
            merged.add(message.id, translation, context=message.context)
    return Merged(merged, tuple(faults))


def repeated_entries(path: Path) -> list[str]:
    """Texts that one area holds twice; the reader of Babel would silently keep the last."""
    counts: Counter[tuple[str, str]] = Counter()
    context, singular, field = "", "", ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), "msgctxt"]:
        keyword, _, rest = line.strip().partition(" ")
        if keyword in ("msgctxt", "msgid") and field not in ("msgctxt", ""):
            if field.startswith("msgstr") and singular:
                counts[(context, singular)] += 1
            context, singular = "", ""
        if keyword in ("msgctxt", "msgid", "msgid_plural") or keyword.startswith("msgstr"):
            field = keyword
        else:
            rest = line.strip()
        if rest.startswith('"'):
            if field == "msgctxt":
                context += rest[1:-1]
            elif field == "msgid":
                singular += rest[1:-1]
    return [singular for (_context, singular), count in counts.items() if count > 1]


def compiled_bytes(catalogue: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def missing_texts(catalogue: Catalog, texts: Sequence[SourceText]) -> list[SourceText]:
    """Texts without a translation, or whose plural the catalogue does not know."""
    missing = []
    for text in texts:
        message = catalogue.get(text.singular, context=text.context)
        if message is None or (text.plural is not None and isinstance(message.id, str)):
            missing.append(text)
    return missing


def unused_texts(catalogue: Catalog, texts: Sequence[SourceText]) -> list[str]:
    """Translated texts that no source shows."""
    shown = {text.key for text in texts}
    ids = ((m.id if isinstance(m.id, str) else m.id[0], m.context) for m in catalogue if m.id)
    return [singular for singular, context in ids if (singular, context) not in shown]


def check_faults(merged: Merged) -> list[str]:
    """Everything that `--check` objects to."""
    texts = source_texts([ROOT / source for source in SOURCES])
    faults = list(merged.faults)
    faults += [
        f"{text.place}: {text.singular!r} has no translation"
        for text in missing_texts(merged.catalogue, texts)
    ]
    faults += [f"no source shows {text!r}" for text in unused_texts(merged.catalogue, texts)]
    if not COMPILED.is_file() or COMPILED.read_bytes() != compiled_bytes(merged.catalogue):
        faults.append("angket.mo is out of date: run python locales/compile.py and commit it")
    return faults


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Merge locales/id/*.po into angket.mo.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on anything wrong")
    parser.add_argument("--missing", nargs="*", metavar="PATH", help="print untranslated texts as entries")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    options = arguments(argv)
    merged = merge()
    if options.missing is not None:
        paths = [Path(p).resolve() for p in options.missing] or [ROOT / source for source in SOURCES]
        missing = missing_texts(merged.catalogue, source_texts(paths))
        print("\n".join(text.entry() for text in missing))
        return 0
    faults = check_faults(merged) if options.check else list(merged.faults)
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 1
    if not options.check:
        COMPILED.parent.mkdir(parents=True, exist_ok=True)
        COMPILED.write_bytes(compiled_bytes(merged.catalogue))
        count = len(missing_texts(merged.catalogue, source_texts([ROOT / source for source in SOURCES])))
        print(f"{len(merged.catalogue)} texts compiled, {count} of the sources still without a translation")
    return 0


if __name__ == "__main__":
    sys.exit(main())
