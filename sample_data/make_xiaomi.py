"""Make the simulated Xiaomi survey: python -m sample_data.make_xiaomi

212 rows of which 5 do not use the brand and fail screening. The other 207 have exactly the counts that the
survey of 2024 printed, and three scale scores whose regression gives every digit of its printed tables: the
respondents are imagined, the tables are real. Random scores are bent by an affine map until their means and
covariances are the ones that moments() solves for; the printed digits leave a small box of possible values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sample_data.questionnaire import Row, csv_bytes, json_bytes, write

SEED = 207
ANALYSED = 207
PREDICTORS = 2
SCORE_DECIMALS = 6

# The printed tables, and where rounding leaves room the value inside it that fits all the others.
REGRESSION_SUM_OF_SQUARES = 2522.0166  # printed 2522.017
RESIDUAL_SUM_OF_SQUARES = 1306.8626  # printed 1306.863
VARIANCE_INFLATION = 3.376
T_X1, T_X2 = 7.398, 3.814
B_X1, B_X2 = 0.2703, 0.220  # printed .270 and .220
CONSTANT, T_CONSTANT = 3.3087, 3.004  # printed 3.309; standard error 1.101

NUMBER = "No. Responden"
SCREENED = "Apakah Anda memakai ponsel Xiaomi?"
GENDER, AGE, OCCUPATION = "Jenis Kelamin", "Usia", "Pekerjaan"
CHANNEL = "Lokasi Mendapatkan Produk"
PRODUCTS = "Berapa jenis produk Xiaomi yang Anda miliki?"
CRM, AFTER_SALES, SALES = "Skor CRM (X1)", "Skor Layanan Purna Jual (X2)", "Skor Peningkatan Penjualan (Y)"
HEADER = (NUMBER, SCREENED, GENDER, AGE, OCCUPATION, CHANNEL, PRODUCTS, CRM, AFTER_SALES, SALES)

ANALYSED_COUNTS: dict[str, dict[str, int]] = {
    GENDER: {"Laki-laki": 75, "Perempuan": 132},
    AGE: {
        "Di bawah 15 tahun": 1,
        "15-20 tahun": 40,
        "21-25 tahun": 142,
        "26-30 tahun": 16,
        "Di atas 31 tahun": 8,
    },
    OCCUPATION: {
        "Pelajar/Mahasiswa": 161,
        "ASN/TNI/Polri/BUMN": 6,
        "Wiraswasta": 3,
        "Pegawai Swasta": 32,
        "Guru": 2,
        "Lainnya": 3,
    },
    CHANNEL: {"Daring": 66, "Luring": 141},
    PRODUCTS: {"1": 92, "2": 58, "Lebih dari 2": 57},
}
SCREENED_OUT: tuple[Row, ...] = (
    ["Laki-laki", "15-20 tahun", "Pelajar/Mahasiswa"],
    ["Laki-laki", "15-20 tahun", "Wiraswasta"],
    ["Perempuan", "15-20 tahun", "Pelajar/Mahasiswa"],
    ["Perempuan", "15-20 tahun", "Pegawai Swasta"],
    ["Perempuan", "21-25 tahun", "Pegawai Swasta"],
)


@dataclass(frozen=True, slots=True)
class Moments:
    """Means (3,) and covariances (3, 3), divisor n - 1, of X1, X2 and Y."""

    means: NDArray[np.float64]
    covariances: NDArray[np.float64]


def moments() -> Moments:
    """The means and covariances that give the printed regression.

    Order of the solution: R2 and the correlation of the predictors follow from the sums of squares and the
    VIF; the standardised coefficients from the t values, scaled by a hair so that they give R2 exactly; the
    standard deviations from B and beta; the means of the predictors from the constant's standard error.
    """
    df_residual = ANALYSED - PREDICTORS - 1
    total = REGRESSION_SUM_OF_SQUARES + RESIDUAL_SUM_OF_SQUARES
    r_squared = REGRESSION_SUM_OF_SQUARES / total
    r12 = np.sqrt(1 - 1 / VARIANCE_INFLATION)
    between_predictors = np.array([[1.0, r12], [r12, 1.0]])
    beta = np.array([T_X1, T_X2]) * np.sqrt((1 - r_squared) * VARIANCE_INFLATION / df_residual)
    beta *= np.sqrt(r_squared / (beta @ between_predictors @ beta))

    b = np.array([B_X1, B_X2])
    sd_outcome = np.sqrt(total / (ANALYSED - 1))
    sds = np.array([*(beta * sd_outcome / b), sd_outcome])
    with_outcome = between_predictors @ beta
    correlations = np.eye(3)
    correlations[:2, :2] = between_predictors
    correlations[:2, 2] = correlations[2, :2] = with_outcome

    means = predictor_means(between_predictors, sds[:2])
    return Moments(np.array([*means, CONSTANT + b @ means]), correlations * np.outer(sds, sds))


def predictor_means(between_predictors: NDArray[np.float64], sds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Means, equally many standard deviations from zero, that give the constant its standard error.

    SE(constant)^2 = MSE (1/n + m' S^-1 m / (n - 1)) with S the covariances of the predictors.
    """
    mean_square = RESIDUAL_SUM_OF_SQUARES / (ANALYSED - PREDICTORS - 1)
    squared_error = (CONSTANT / T_CONSTANT) ** 2
    distance = (squared_error / mean_square - 1 / ANALYSED) * (ANALYSED - 1)
    per_squared_unit = np.ones(2) @ np.linalg.solve(between_predictors, np.ones(2))
    return sds * np.sqrt(distance / per_squared_unit)


def with_moments(raw: NDArray[np.float64], target: Moments) -> NDArray[np.float64]:
    """(n, 3) the raw scores moved and sheared until they have exactly these moments."""
    centred = raw - raw.mean(axis=0)
    present = np.linalg.cholesky(np.cov(centred, rowvar=False))
    wanted = np.linalg.cholesky(target.covariances)
    return target.means + np.linalg.solve(present, centred.T).T @ wanted.T


def categories(counts: dict[str, int], random: np.random.Generator) -> list[str]:
    """Every category as often as counted, in random order."""
    cells = [category for category, count in counts.items() for _ in range(count)]
    return [str(cell) for cell in random.permutation(cells)]


def survey_rows(random: np.random.Generator) -> list[Row]:
    """All 212 rows, numbered in the order in which they came in."""
    scores = with_moments(random.standard_normal((ANALYSED, 3)), moments())
    columns = [categories(counts, random) for counts in ANALYSED_COUNTS.values()]
    analysed = [
        ["Ya", *cells, *(f"{score:.{SCORE_DECIMALS}f}" for score in own)]
        for *cells, own in zip(*columns, scores, strict=True)
    ]
    unanswered = [""] * (len(HEADER) - 2 - len(SCREENED_OUT[0]))
    rows = analysed + [["Tidak", *cells, *unanswered] for cells in SCREENED_OUT]
    order = random.permutation(len(rows))
    return [[str(number), *rows[index]] for number, index in enumerate(order, start=1)]


def codebook() -> dict[str, Any]:
    """What the authors of the survey would have confirmed about this file."""
    scores = {CRM: "CRM", AFTER_SALES: "Layanan Purna Jual", SALES: "Peningkatan Penjualan"}
    columns: dict[str, dict[str, Any]] = {
        NUMBER: {"role": "ignored", "name": "Nomor"},
        SCREENED: {"role": "ignored", "name": "Pemakai Xiaomi"},
        GENDER: {"role": "demographic", "name": "Jenis Kelamin"},
        AGE: {"role": "demographic", "name": "Usia"},
        OCCUPATION: {"role": "demographic", "name": "Pekerjaan"},
        CHANNEL: {"role": "demographic", "name": CHANNEL},
        PRODUCTS: {"role": "demographic", "name": "Jenis Produk", "label": PRODUCTS},
    }
    for header, name in scores.items():
        columns[header] = {"role": "score", "name": name, "scale": name, "label": header}
    model = {
        "outcome": scores[SALES],
        "predictors": [scores[CRM], scores[AFTER_SALES]],
        "hypotheses": [
            {"id": f"H{n}", "predictor": name, "text": f"{name} berpengaruh terhadap {scores[SALES]}."}
            for n, name in enumerate((scores[CRM], scores[AFTER_SALES]), start=1)
        ],
    }
    screening = [{"column": SCREENED, "keep": ["Ya"], "reason": "Bukan pemakai ponsel Xiaomi"}]
    return {"columns": columns, "screening": screening, "model": model}


def files() -> dict[str, bytes]:
    """The committed files by name; the same bytes on every run."""
    rows = survey_rows(np.random.default_rng(SEED))
    return {"xiaomi.csv": csv_bytes(HEADER, rows), "xiaomi.codebook.json": json_bytes(codebook())}


if __name__ == "__main__":
    write(files())
