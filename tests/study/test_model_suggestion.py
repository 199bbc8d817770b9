import pytest

from analysis.study.codebook import ColumnEntry
from analysis.study.model_suggestion import suggest_model


def columns(*scales: str, scores: tuple[str, ...] = ()) -> dict[str, ColumnEntry]:
    found = {
        f"{scale}-{j}": ColumnEntry("item", f"{scale}-{j}", scale=scale) for scale in scales for j in (1, 2)
    }
    return found | {score: ColumnEntry("score", score) for score in scores}


@pytest.mark.parametrize(
    ("scales", "outcome", "predictors", "certain"),
    [
        (("X1", "X2", "Y"), "Y", ("X1", "X2"), True),
        (("Y", "X1", "X2"), "Y", ("X1", "X2"), True),
        (("X1", "Z", "Y"), "Y", ("X1",), True),
        (("CS", "LP", "LOY"), "LOY", ("CS", "LP"), True),
        (("Loyalitas", "Program Loyalitas"), "Loyalitas", ("Program Loyalitas",), True),
        (("Layanan", "Harga", "Keputusan Pembelian"), "Keputusan Pembelian", ("Layanan", "Harga"), True),
        (
            ("Layanan Purna Jual", "Peningkatan Penjualan"),
            "Peningkatan Penjualan",
            ("Layanan Purna Jual",),
            True,
        ),
        (("After-Sales Service", "Sales Increase"), "Sales Increase", ("After-Sales Service",), True),
        (("AA", "BB", "CC"), "CC", ("AA", "BB"), False),
        (("AA",), "", (), False),
        ((), "", (), False),
    ],
)
def test_outcome_and_predictors(
    scales: tuple[str, ...], outcome: str, predictors: tuple[str, ...], certain: bool
) -> None:
    suggestion = suggest_model(columns(*scales))
    assert (suggestion.model.outcome, suggestion.model.predictors) == (outcome, predictors)
    assert suggestion.certain == certain


@pytest.mark.parametrize(
    ("attachment", "repeat_purchase"),
    [
        ("ATT", "REP"),
        ("Keterikatan", "Pembelian Ulang"),
        ("Keterikatan Emosional", "Niat pembelian kembali"),
        ("Attachment", "Repeat Purchase"),
    ],
)
def test_attachment_and_repeat_purchase_serve_the_loyalty_map(attachment: str, repeat_purchase: str) -> None:
    model = suggest_model(columns("CS", "LO", attachment, repeat_purchase)).model
    assert (model.attachment, model.repeat_purchase) == (attachment, repeat_purchase)
    assert (model.outcome, model.predictors) == ("LO", ("CS",))


@pytest.mark.parametrize(
    ("scales", "outcome", "predictors"),
    [
        (("Kualitas Pelayanan", "Kepercayaan", "Niat Beli Ulang"), 2, (0, 1)),
        (("Keterikatan Kerja", "Beban", "Kinerja"), 2, (0, 1)),
    ],
)
def test_one_axis_of_the_loyalty_map_alone_belongs_to_the_model(
    scales: tuple[str, ...], outcome: int, predictors: tuple[int, ...]
) -> None:
    model = suggest_model(columns(*scales)).model
    assert (model.outcome, model.predictors) == (scales[outcome], tuple(scales[i] for i in predictors))
    assert (model.attachment, model.repeat_purchase) == ("", "")


def test_plain_numbers_beside_scales_stay_out_of_the_model() -> None:
    model = suggest_model(columns("CS", "LO", scores=("IPK", "X9"))).model
    assert model.predictors == ("CS", "X9")


def test_the_group_and_its_levels_are_taken_over() -> None:
    entries = columns("CS", "LO") | {"Member?": ColumnEntry("group", "Member")}
    model = suggest_model(entries, ("Ya", "Tidak")).model
    assert (model.group, model.group_levels) == ("Member", ("Ya", "Tidak"))
