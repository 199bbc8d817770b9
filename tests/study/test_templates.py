import random

import pytest

from analysis.reporting.instrument_templates import TEMPLATES
from analysis.study.detection import detect
from analysis.study.table import Cell
from analysis.study.templates import AGREEMENT, InstrumentTemplate, LanguageCode, headers
from tests.study.tables import correlated, table

N = 60
MODELS = {
    "retail": (4, 4, True),
    "after_sales": (2, 2, False),
    "loyalty_intentions": (2, 2, False),
}
"""Position of the outcome among the scales, number of predictors, and whether there is a group."""


def filled_in(template: InstrumentTemplate, language: LanguageCode) -> dict[str, list[Cell]]:
    """Answers to every question of a template, as a form exports them."""
    source = random.Random(5)
    about: list[list[Cell]] = []
    for question in template.respondent_questions:
        options = [option.of(language) for option in question.options]
        about.append([source.choice(options) if options else source.randint(17, 45) for _ in range(N)])
    ratings = [answer.of(language) for answer in AGREEMENT]
    items = [
        column
        for seed, scale in enumerate(template.scales)
        for column in correlated(N, len(scale.items), ratings, seed)
    ]
    return dict(zip(headers(template, language), about + items, strict=True))


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.key)
def test_a_template_comes_back_without_a_correction(
    template: InstrumentTemplate, language: LanguageCode
) -> None:
    detection = detect(table(filled_in(template, language)))
    found = [entry for entry in detection.codebook.columns.values() if entry.role == "item"]
    wanted = [(scale, item) for scale in template.scales for item in scale.items]
    assert [entry.name for entry in found] == [item.code for _, item in wanted]
    assert [entry.scale for entry in found] == [scale.name.of(language) for scale, _ in wanted]
    assert [entry.dimension for entry in found] == [
        item.dimension.of(language) if item.dimension else "" for _, item in wanted
    ]
    assert [entry.label for entry in found] == [item.statement.of(language) for _, item in wanted]
    assert {entry.points for entry in found} == {(1, 5)}
    assert {tuple(sorted(entry.answers.values())) for entry in found} <= {
        (1, 2, 3, 4, 5),
        (1, 2, 3, 4),
        (2, 3, 4, 5),
        (2, 3, 4),
    }
    others = [entry.role for entry in detection.codebook.columns.values() if entry.role != "item"]
    outcome, predictors, grouped = MODELS[template.key]
    assert others == ["demographic"] * 4 + (["group"] if grouped else [])
    model = detection.codebook.model
    assert model.outcome == template.scales[outcome].name.of(language)
    assert len(model.predictors) == predictors
    assert bool(model.attachment) == bool(model.repeat_purchase) == bool(model.group) == grouped
    assert detection.personal == ()
    assert {question.code for question in detection.questions} <= {"group"}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.key)
def test_a_template_is_complete(template: InstrumentTemplate) -> None:
    codes = [item.code for item in template.items]
    assert len(set(codes)) == len(codes) >= 15
    for language in ("id", "en"):
        titles = headers(template, language)
        assert len(set(titles)) == len(titles)
        assert all(title.strip() == title and title for title in titles)


def test_the_sales_instrument_has_28_indicators() -> None:
    assert [len(template.items) for template in TEMPLATES if template.key == "after_sales"] == [28]
