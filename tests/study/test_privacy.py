import random

import pytest

from analysis.study.detection import detect
from analysis.study.privacy import is_free_text, personal_kind
from analysis.study.profile import ColumnProfile, profile_columns
from analysis.study.table import Cell
from tests.study.tables import answers, table

N = 40
source = random.Random(8)


def digits(length: int, start: str = "") -> list[Cell]:
    return [start + "".join(source.choices("0123456789", k=length - len(start))) for _ in range(N)]


PERSONAL: list[tuple[str, list[Cell], str]] = [
    ("Nama", [f"Ani {i}" for i in range(N)], "name"),
    ("Nama Lengkap Anda", [f"Budi {i}" for i in range(N)], "name"),
    ("Siapa nama Anda?", ["None", "NA", *[f"Citra {i}" for i in range(N - 2)]], "name"),
    ("Full name", [f"Dewi {i}" for i in range(N)], "name"),
    ("Email Address", [f"x{i}@mail.com" for i in range(N)], "email"),
    ("Kontak", [f"x{i}@mail.co.id" for i in range(N)], "email"),
    ("No. HP", digits(12, "08"), "phone"),
    ("Hubungi saya di", [f"+62 812-3456-{i:04d}" for i in range(N)], "phone"),
    ("Nomor WhatsApp (untuk undian)", digits(12, "628"), "phone"),
    ("NIK", digits(16, "0"), "national_id"),
    ("Nomor", digits(16, "34"), "national_id"),
    ("NIM", digits(9), "student_number"),
    ("Nomor Induk Mahasiswa", digits(10), "student_number"),
    ("Identitas kampus", digits(10, "2"), "student_number"),
    ("Alamat rumah", [f"Jalan Melati {i}" for i in range(N)], "address"),
    ("Tanggal Lahir", [f"200{i % 5}-0{i % 9 + 1}-1{i % 9}" for i in range(N)], "birth_date"),
    ("Akun Instagram", [f"@orang{i}" for i in range(N)], "account"),
    ("IP Address", [f"10.0.0.{i}" for i in range(N)], "location"),
    ("Bukti transfer", [f"https://drive.example/{i}" for i in range(N)], "link"),
    ("Saran untuk toko", [f"Sebaiknya {'lebih ' * (i % 9)}ramah" for i in range(N)], "free_text"),
    ("Ceritakan pengalaman Anda", [f"Saya pernah membeli {i} barang lalu kembali lagi karena suka" for i in range(N)], "free_text"),
    ("Timestamp", [f"2025-01-{i % 28 + 1:02d}T10:11:{i:02d}" for i in range(N)], "moment"),
    ("Cap waktu", [f"03/0{i % 9 + 1}/2025 10:33:{i:02d}" for i in range(N)], "moment"),
    ("Dibuat", [f"2025/01/{i % 28 + 1:02d} 10:11:12 PM GMT+7" for i in range(N)], "moment"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "cells", "kind"), PERSONAL, ids=[f"{kind}: {header}" for header, _, kind in PERSONAL]
)
def test_personal_columns_are_named_for_dropping(header: str, cells: list[Cell], kind: str) -> None:
    detection = detect(table({header: cells, "X1": answers(N, [1, 2, 3, 4, 5])}))
    assert detection.personal == (header,)
    assert [notice.where for notice in detection.notices if notice.code == f"personal_{kind}"] == [header]
    assert detection.codebook.columns[header].role in ("text", "timestamp")


KEPT: list[tuple[str, list[Cell]]] = [
    ("Jenis Kelamin", answers(N, ["Laki-laki", "Perempuan"])),
    ("Kota domisili", [f"Kota {i}" for i in range(N)]),
    ("Pekerjaan", [f"Pekerjaan {i % 30}" for i in range(N)]),
    ("Nama toko yang paling sering dikunjungi", answers(N, ["Mirota", "Indomaret", "Alfamart"])),
    ("Pendapatan per bulan", answers(N, [2500000, 4000000, 5500000, 7000000])),
    ("Pendapatan", answers(N, ["Rp 2.500.000", "Rp 4.000.000", "< Rp 1.000.000"])),
    ("Saya menerima e-mail promosi dari toko ini", answers(N, ["Setuju", "Netral", "Tidak Setuju"])),
    ("X2. Alamat toko mudah ditemukan", answers(N, [1, 2, 3, 4, 5])),
    ("id", list(range(1, N + 1))),
    ("Skor", [source.gauss(50, 10) for _ in range(N)]),
]


@pytest.mark.parametrize(("header", "cells"), KEPT, ids=[header for header, _ in KEPT])
def test_other_columns_are_kept(header: str, cells: list[Cell]) -> None:
    assert detect(table({header: cells, "X1": answers(N, [1, 2, 3, 4, 5])})).personal == ()


def test_contact_data_inside_a_kept_column_is_pointed_out() -> None:
    cells = answers(N, ["Mahasiswa", "Karyawan"])
    cells[3] = "Lainnya, hubungi 0812-3456-7890 atau a@b.co.id"
    detection = detect(table({"Pekerjaan": cells, "X1": answers(N, [1, 2, 3, 4, 5])}))
    assert detection.personal == ()
    assert [
        (notice.where, notice.details["n"]) for notice in detection.notices if notice.code == "contact_inside"
    ] == [("Pekerjaan", 1)]


def profile(cells: list[Cell], header: str = "Kolom") -> ColumnProfile:
    return profile_columns(table({header: cells}))[0]


@pytest.mark.parametrize(
    ("distinct", "answered", "expected"), [(9, 17, True), (9, 18, False), (8, 15, False), (8, 8, False)]
)
def test_texts_of_which_most_differ_are_in_the_respondents_own_words(
    distinct: int, answered: int, expected: bool
) -> None:
    texts = [f"jawaban {number}" for number in range(distinct)]
    cells: list[Cell] = [*texts, *texts[:1] * (answered - distinct)]
    assert is_free_text(profile(cells)) == expected


@pytest.mark.parametrize(("length", "expected"), [(60, False), (61, True)])
def test_long_texts_are_in_the_respondents_own_words(length: int, expected: bool) -> None:
    cells: list[Cell] = ["a" * length, "b" * length] * 10
    assert is_free_text(profile(cells)) == expected


@pytest.mark.parametrize(("round_sums", "kind"), [(5, "student_number"), (6, "")])
def test_large_numbers_that_look_like_money_identify_nobody(round_sums: int, kind: str) -> None:
    numbers = [str(12345671 + 2 * place) for place in range(20 - round_sums)]
    sums = [str(25000000 + 100000 * place) for place in range(round_sums)]
    cells: list[Cell] = [*numbers, *sums]
    assert personal_kind(profile(cells)) == kind
