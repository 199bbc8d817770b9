"""An exhibit that uses every kind of cell and a figure that uses every mark, made with a given text."""

from __future__ import annotations

from analysis.reporting.exhibit import (
    Column,
    Equation,
    Exhibit,
    KeyFigure,
    Label,
    Quantity,
    Row,
    SectionView,
    Table,
    Term,
    TwoValues,
    Verdict,
)
from analysis.reporting.figure import (
    Area,
    Axis,
    Bar,
    Box,
    Figure,
    Interval,
    Line,
    Mark,
    Points,
    Rule,
    Text,
    Tick,
    Tile,
)
from analysis.reporting.report import Report
from analysis.reporting.sentence import sentence

NASTY = (
    "<script>alert(1)</script>",
    "<b>bold</b><img src=x onerror=alert(1)>",
    '=HYPERLINK("http://example.test","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1:A2)",
    "$\\frac{$ and $x^2$",
    "a_b*c **d** `e` [f](javascript:alert(1))",
    "&amp; &lt; &#60;",
    "{0} {name} %s %{x} %d",
    "\"double\" and 'single'",
    "emoji \N{GRINNING FACE} 漢字",
    "bell\x07 null\x00 escape\x1b",
    "\N{RIGHT-TO-LEFT OVERRIDE}detrever",
    "lone \ud800 surrogate",
)
"""Texts that a renderer could take for markup, a formula, TeX, a template or an order to a terminal."""


def table(text: str = "Layanan") -> Table:
    spanner = f"Interval {text}"
    columns = (
        Column(f"Butir {text}", "left"),
        Column("B"),
        Column("Bawah", spanner=spanner),
        Column("Atas", spanner=spanner),
        Column("Sig."),
        Column("Persen"),
        Column("Keterangan"),
        Column("Catatan", "left"),
    )
    rows = (
        Row((Label(text, colour="blue"), *[None] * 7), heading=True),
        Row(
            (
                Label(text, full_text=f"Pernyataan lengkap {text}", indented=True),
                Quantity(1234.56789),
                Quantity(-0.0786),
                Quantity(0.5),
                Quantity(0.00001, kind="p"),
                Quantity(45.678, 1, "percent"),
                Verdict("good", text),
                text,
            )
        ),
        Row(
            (
                text,
                Quantity(None),
                None,
                Quantity(2),
                Quantity(0.043, kind="p"),
                None,
                Verdict("attention", "x"),
                text,
            )
        ),
        Row(("Jumlah", Quantity(3.0, 0), *[None] * 5, ""), total=True),
    )
    return Table("specimen", f"Tabel {text}", columns, rows)


def marks(text: str = "Layanan") -> tuple[Mark, ...]:
    """One of each kind."""
    return (
        Tile(0, 1, 0, 1, "critical", 0.2, label=text, hover=text),
        Area((1.0, 2.0, 3.0), (0.0, 0.0, 0.0), (1.0, 2.0, 1.0), "green", 0.5),
        Bar(0, 2, 4, 0.5, "vertical", "orange", hover=text),
        Bar(1, 3, 3.5, 0.5, "horizontal", "purple", hover=text),
        Line((0.0, 1.0, 4.0), (4.0, 3.0, 4.0), "sky"),
        Interval(1, 2, 2.5, colour="blue", caps=True, hover=text),
        Interval(1, 2, 4.5, "vertical", "blue"),
        Box(0.5, 1, 1.5, 2, 3, 4.5, colour="vermilion"),
        Points((1.0, 2.0), (1.0, 2.0), "ink", hover=(text, "")),
        Points((3.0,), (3.0,), "blue", "diamond", filled=False),
        Rule(2.2, label=text),
        Rule(1.4, "horizontal", "grey", dash="dash", label=text),
        Text(0.5, 4.5, f"{text}\nbaris dua", strong=True, colour="critical"),
    )


def figure(text: str = "Layanan", only: tuple[Mark, ...] | None = None) -> Figure:
    return Figure(
        "specimen",
        f"Gambar {text}",
        Axis(f"Sumbu {text}", 0, 5),
        Axis("", 0, 5, ticks=(Tick(1, text), Tick(3, "lain"))),
        marks(text) if only is None else only,
        f"Keterangan {text}",
    )


def exhibit(text: str = "Layanan") -> Exhibit:
    values = TwoValues(
        KeyFigure("Konvensi", "2,689", "poin", text),
        KeyFigure(text, "2,690"),
        sentence("Catatan {t}", t=text),
        True,
    )
    return Exhibit(
        "specimen",
        f"Judul {text}",
        n=1110,
        tables=(table(text),),
        figures=(figure(text),),
        notes=(sentence("Catatan **{t}**.", t=text),),
        sentences=(sentence("Nilai **{t}** di atas batas.", t=text),),
        equation=Equation(
            text, 5.4544, (Term(0.2714, f"Satu {text}", "blue"), Term(-0.0731, text, "orange"))
        ),
        two_values=values,
        source=text,
    )


def section(text: str = "Layanan", key: str = "instrument") -> SectionView:
    return SectionView(
        key,
        f"Bagian {text}",
        Verdict("neutral", text),
        sentence("Kesimpulan **{t}**.", t=text),
        sentence("Keterangan {t}.", t=text),
        (KeyFigure(text, "0,771", "dari 18", text),),
        (exhibit(text), Exhibit("missing", text, unavailable=sentence("Belum dapat dihitung: {t}.", t=text))),
    )


def report(text: str = "Layanan") -> Report:
    trail = Table("trail", "Jejak", (Column("Keputusan", "left"),), (Row((text,)),))
    scores = Table(
        "scores", "Skor", (Column(text), Column("Kelompok", "left")), (Row((Quantity(3.123456789), text)),)
    )
    return Report(text, (text,), True, (section(text), section(text, "regression")), trail, trail, scores)
