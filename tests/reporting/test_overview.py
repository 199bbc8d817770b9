"""The chapter's opening is put together from its sections, never computed again."""

from dataclasses import replace

from analysis.chapter import SECTIONS, chapter_results, section_view
from analysis.reporting.language import language
from analysis.reporting.overview import MOST_FIGURES, overview
from sample_data.catalogue import sample_study

ENGLISH = language("en")


def views_of(sample: str):
    study = sample_study(sample)
    results = chapter_results(study)
    return {part.key: section_view(study, part.key, ENGLISH, results) for part in SECTIONS}


def test_the_model_answers_and_each_section_gives_one_figure():
    views = views_of("retail")
    opening = overview(views, "Home", ENGLISH)
    assert opening.conclusion == views["regression"].conclusion
    assert opening.verdict == views["regression"].verdict
    assert len(opening.key_figures) == MOST_FIGURES
    assert opening.key_figures[:2] == (
        views["instrument"].key_figures[0],
        views["regression"].key_figures[0],
    )


def test_without_a_model_the_comparison_answers():
    views = views_of("retail")
    views["regression"] = replace(views["regression"], possible=False)
    opening = overview(views, "Home", ENGLISH)
    assert opening.conclusion == views["comparison"].conclusion
    assert views["regression"].key_figures[0] not in opening.key_figures


def test_what_these_data_do_not_allow_gives_no_figure():
    views = views_of("xiaomi")
    assert not views["instrument"].possible
    assert not views["comparison"].possible
    assert not views["loyalty_map"].possible
    figures = overview(views, "Home", ENGLISH).key_figures
    assert [figure.name for figure in figures] == ["R Square", "Normality of residuals", "CRM"]
