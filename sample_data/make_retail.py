"""Make the simulated retail questionnaire: python -m sample_data.make_retail

A raw Google Forms export of 110 imagined shoppers. Customer service and the loyalty program lift loyalty,
community building does not beyond them, and members are somewhat more loyal. Two statements are worded
negatively, seven answers are missing, and one person gave the same answer everywhere.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sample_data.questionnaire import (
    Row,
    Statement,
    StatementBlock,
    answer_sheet,
    block_entries,
    drawn,
    leave_unanswered,
    study_files,
    write,
)

# One of the first two dozen seeds, taken because it shows both kinds of result on every screen.
SEED = 13
RESPONDENTS = 110
MEMBERS = 63
MISSING_ANSWERS = 7
STRAIGHT_LINER = 71
SPREAD = 0.95
WORDS = ("Sangat Tidak Setuju", "Tidak Setuju", "Kurang Setuju", "Setuju", "Sangat Setuju")
OPENED = datetime(2026, 3, 2, 8, 5)

GENDER, AGE, OCCUPATION = "Jenis Kelamin", "Usia", "Pekerjaan"
FREQUENCY = "Berapa kali Anda berbelanja di toko ini dalam sebulan terakhir?"
MEMBER = "Apakah Anda memiliki kartu member toko ini?"
TIMESTAMP, EMAIL, NAME = "Timestamp", "Alamat Email", "Nama Lengkap"
PERSON_HEADER = (TIMESTAMP, EMAIL, NAME, GENDER, AGE, OCCUPATION, FREQUENCY, MEMBER)

GENDERS = {"Perempuan": 0.6, "Laki-laki": 0.4}
OCCUPATIONS = {
    "Pelajar/Mahasiswa": 0.46,
    "Karyawan Swasta": 0.26,
    "Wiraswasta": 0.12,
    "ASN/TNI/Polri": 0.07,
    "Ibu Rumah Tangga": 0.09,
}
FREQUENCIES = ("1 kali", "2-3 kali", "4-5 kali", "Lebih dari 5 kali")
FREQUENCY_CUTS = (-0.8, 0.3, 1.1)

SERVICE = StatementBlock(
    "Customer Service",
    (
        Statement("CS1", "Petugas toko segera membantu ketika saya mencari barang.", "Daya Tanggap", 3.8),
        Statement("CS2", "Harga di kasir cocok dengan harga yang tertera di rak.", "Keandalan", 3.9),
        Statement("CS3", "Penjelasan petugas membuat saya yakin memilih barang.", "Jaminan", 3.6),
        Statement("CS4", "Petugas kurang peduli pada keluhan saya.", "Empati", 3.5, 0.66, reverse=True),
        Statement("CS5", "Ruang belanja bersih, terang, dan tertata rapi.", "Bukti Fisik", 4.0, 0.7),
    ),
)
PROGRAM = StatementBlock(
    "Loyalty Program",
    (
        Statement("LP1", "Potongan harga member mengurangi pengeluaran saya.", "Nilai Moneter", 3.7),
        Statement("LP2", "Poin belanja mudah saya tukarkan dengan barang.", "Penukaran", 3.4),
        Statement("LP3", "Hadiah program ini mendorong saya mengumpulkan poin.", "Aspirasi", 3.3, 0.7),
        Statement("LP4", "Penawaran program ini sesuai dengan kebutuhan saya.", "Relevansi", 3.6),
        Statement("LP5", "Cara mengikuti program ini sederhana.", "Kemudahan", 3.9, 0.68),
    ),
)
COMMUNITY = StatementBlock(
    "Community Building",
    (
        Statement("CB1", "Pertanyaan pelanggan di media sosial dijawab oleh toko.", "Dukungan", 3.4),
        Statement("CB2", "Saya mudah bergabung dengan kelompok pelanggan toko.", "Kemudahan", 3.1),
        Statement("CB3", "Kabar dari kelompok pelanggan berguna saat saya belanja.", "Manfaat", 3.3),
        Statement("CB4", "Saran pelanggan ditanggapi secara terbuka.", "Manfaat", 3.4, 0.7),
    ),
)
SATISFACTION = StatementBlock(
    "Kepuasan",
    (
        Statement("SAT1", "Harga barang di toko ini memuaskan saya.", "Harga", 3.7),
        Statement("SAT2", "Pelayanan toko ini memenuhi harapan saya.", "Pelayanan", 3.8),
        Statement("SAT3", "Keterangan tentang barang dan promosi sudah jelas.", "Informasi", 3.6),
    ),
)
LOYALTY = StatementBlock(
    "Loyalitas",
    (
        Statement("LOY1", "Saya bercerita hal baik tentang toko ini.", "Cerita Mulut ke Mulut", 3.6),
        Statement("LOY2", "Saya menyarankan toko ini kepada teman.", "Cerita Mulut ke Mulut", 3.7),
        Statement(
            "LOY3", "Saya pindah toko bila ada tawaran lain.", "Menolak Pesaing", 3.2, 0.64, reverse=True
        ),
        Statement("LOY4", "Toko ini pilihan pertama saya untuk berbelanja.", "Pembelian Ulang", 3.5),
    ),
)
ATTACHMENT = StatementBlock(
    "Keterikatan",
    (
        Statement("ATT1", "Saya merasa dekat dengan toko ini.", "", 3.3),
        Statement("ATT2", "Toko ini berbeda dari toko lain bagi saya.", "", 3.4),
        Statement("ATT3", "Saya akan kehilangan bila toko ini tutup.", "", 3.2),
    ),
)
REPURCHASE = StatementBlock(
    "Pembelian Ulang",
    (
        Statement("REP1", "Saya kembali berbelanja di sini bulan depan.", "", 3.8),
        Statement("REP2", "Sebagian besar belanja rutin saya di toko ini.", "", 3.3),
        Statement("REP3", "Saya membeli lebih banyak jenis barang di sini.", "", 3.2),
    ),
)
BLOCKS = (SERVICE, PROGRAM, COMMUNITY, SATISFACTION, LOYALTY, ATTACHMENT, REPURCHASE)


def traits(member: NDArray[np.bool_], random: np.random.Generator) -> list[NDArray[np.float64]]:
    """What each person really thinks, one array a block, in the order of BLOCKS."""
    noise = random.standard_normal((len(BLOCKS), member.size))
    belongs = member - member.mean()
    service = noise[0]
    program = 0.3 * service + 0.4 * belongs + 0.92 * noise[1]
    community = 0.35 * service + 0.25 * program + 0.87 * noise[2]
    satisfaction = 0.5 * service + 0.25 * program + 0.75 * noise[3]
    loyalty = 0.42 * service + 0.34 * program + 0.04 * community + 0.35 * belongs + 0.72 * noise[4]
    attachment = 0.55 * loyalty + 0.2 * community + 0.75 * noise[5]
    repurchase = 0.5 * loyalty + 0.3 * belongs + 0.8 * noise[6]
    return [service, program, community, satisfaction, loyalty, attachment, repurchase]


def timestamps(n: int, random: np.random.Generator) -> list[str]:
    """Times of answering over twelve days, in order, as Google Forms writes them."""
    minutes = np.sort(random.integers(0, 12 * 24 * 60, n))
    seconds = random.integers(0, 60, n)
    moments = [
        OPENED + timedelta(minutes=int(m), seconds=int(s)) for m, s in zip(minutes, seconds, strict=True)
    ]
    return [
        f"{moment:%Y/%m/%d} {moment.hour % 12 or 12}:{moment:%M:%S} {moment:%p} GMT+7"
        for moment in sorted(moments)
    ]


def ages(occupations: list[str], random: np.random.Generator) -> list[str]:
    """Typed ages: students are young, and some people write the unit too."""
    years = [
        int(random.integers(17, 26) if job == "Pelajar/Mahasiswa" else 22 + random.gamma(2.0, 5.0))
        for job in occupations
    ]
    with_unit = random.random(len(years)) < 0.12
    return [f"{year} tahun" if unit else str(year) for year, unit in zip(years, with_unit, strict=True)]


def people(
    member: NDArray[np.bool_], repurchase: NDArray[np.float64], random: np.random.Generator
) -> list[Row]:
    """The columns before the statements; names and addresses are visibly invented."""
    n = member.size
    occupations = drawn(OCCUPATIONS, n, random)
    visits = np.digitize(repurchase + 0.5 * random.standard_normal(n), FREQUENCY_CUTS)
    columns = (
        timestamps(n, random),
        [f"responden{number:03d}@example.com" for number in range(1, n + 1)],
        [f"Nama Contoh {number:03d}" for number in range(1, n + 1)],
        drawn(GENDERS, n, random),
        ages(occupations, random),
        occupations,
        [FREQUENCIES[visit] for visit in visits],
        ["Ya" if has_card else "Tidak" for has_card in member],
    )
    return [list(cells) for cells in zip(*columns, strict=True)]


def answers(traits_of_blocks: list[NDArray[np.float64]], random: np.random.Generator) -> list[Row]:
    """All statements side by side, with a straight-liner and a few missing answers."""
    rows = answer_sheet(BLOCKS, traits_of_blocks, WORDS, SPREAD, random)
    rows[STRAIGHT_LINER] = ["Setuju"] * len(rows[0])
    leave_unanswered(rows, MISSING_ANSWERS, random)
    return rows


def codebook() -> dict[str, Any]:
    """What a student would have confirmed about this file."""
    columns: dict[str, dict[str, Any]] = {
        TIMESTAMP: {"role": "timestamp", "name": "Timestamp"},
        EMAIL: {"role": "identifier", "name": "Email"},
        NAME: {"role": "identifier", "name": "Nama"},
        GENDER: {"role": "demographic", "name": "Jenis Kelamin"},
        AGE: {"role": "demographic", "name": "Usia", "classes": [17, 22, 27, 32]},
        OCCUPATION: {"role": "demographic", "name": "Pekerjaan"},
        FREQUENCY: {"role": "demographic", "name": "Frekuensi Belanja", "label": FREQUENCY},
        MEMBER: {
            "role": "group",
            "name": "Member",
            "label": MEMBER,
            "categories": {"Ya": "Member", "Tidak": "Non-member"},
        },
    }
    for block in BLOCKS:
        columns |= block_entries(block, WORDS)
    predictors = (SERVICE.scale, PROGRAM.scale, COMMUNITY.scale)
    model = {
        "outcome": LOYALTY.scale,
        "predictors": list(predictors),
        "group": "Member",
        "group_levels": ["Member", "Non-member"],
        "attachment": ATTACHMENT.scale,
        "repeat_purchase": REPURCHASE.scale,
        "hypotheses": [
            {"id": f"H{n}", "predictor": name, "text": f"{name} berpengaruh positif terhadap Loyalitas."}
            for n, name in enumerate(predictors, start=1)
        ],
    }
    return {"columns": columns, "screening": [], "model": model}


def files() -> dict[str, bytes]:
    """The committed files by name; the same bytes on every run."""
    random = np.random.default_rng(SEED)
    member = random.permutation(np.arange(RESPONDENTS) < MEMBERS)
    thoughts = traits(member, random)
    persons = people(member, thoughts[-1], random)
    return study_files("retail", PERSON_HEADER, persons, BLOCKS, answers(thoughts, random), codebook())


if __name__ == "__main__":
    write(files())
