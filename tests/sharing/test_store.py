"""Saved studies survive a restart, concurrent writers and hostile text; the token is stored nowhere."""

import gzip
import json
import multiprocessing
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from analysis.study.codebook import Codebook, ColumnEntry, Hypothesis, Model, Screening, Settings
from analysis.study.notice import Notice, UnusableInput
from analysis.study.study import Decision, Study
from analysis.study.study_file import study_from_json, study_to_json, table_to_json
from analysis.study.table import CellTable
from sharing.store import KEPT_REVISIONS, ChangedElsewhere, StudyStore, UnknownStudy


@pytest.fixture
def study() -> Study:
    table = CellTable(
        headers=("1. Ramah?", "=HYPERLINK(1)", "Member"),
        columns=(("Setuju", None, "Sangat Setuju"), (1, 2.5, True), ("Ya", "Tidak", "\ud800")),
        row_numbers=(2, 3, 5),
    )
    columns = {
        "1. Ramah?": ColumnEntry(
            "item", "CS1", scale="Layanan", points=(1.0, 5.0), answers={"Setuju": 4.0}, reverse=True
        ),
        "=HYPERLINK(1)": ColumnEntry("demographic", "x", classes=(17.0, 22.0)),
        "Member": ColumnEntry("group", "Member", categories={"Ya ": "Ya"}),
    }
    model = Model("Layanan", ("x",), "Member", ("Ya", "Tidak"), hypotheses=(Hypothesis("H1", "x", "Jika"),))
    codebook = Codebook(
        columns,
        (Screening("Member", ("Ya",), "bukan"),),
        model,
        Settings(alpha=0.01),
        (replace(model, name="B"),),
    )
    return Study(
        "Studi <b>saya</b>",
        table,
        codebook,
        table.fingerprint(),
        notices=(Notice("rows", "warning", "A", {"headers": ("a", "b"), "n": 3}),),
        trail=(Decision("renamed", "Member", n=2, before="a", after="b"),),
        confirmed=True,
    )


@pytest.fixture
def url(tmp_path) -> str:
    return f"sqlite:///{tmp_path / 'angket.db'}"


def test_a_study_comes_back_exactly(study):
    assert study_from_json(study_to_json(study), table_to_json(study.table)) == study


def test_a_newer_file_is_refused_by_name(study):
    newer = {**study_to_json(study), "version": 99}
    with pytest.raises(UnusableInput) as refusal:
        study_from_json(newer, table_to_json(study.table))
    assert refusal.value.details["version"] == "99"


def test_a_restarted_server_gives_the_study_back(study, url):
    token = StudyStore(url).save(study)
    assert StudyStore(url).load(token) == study


def test_undo_and_redo_walk_the_revisions(study, url):
    store = StudyStore(url)
    token = store.save(study)
    store.save(replace(study, title="B"), token)
    assert store.undo(token)
    assert store.load(token).title == study.title
    assert not store.undo(token)
    assert store.redo(token)
    assert not store.redo(token)
    assert store.load(token).title == "B"


def test_a_change_after_undo_forgets_the_redo_and_reuses_no_number(study, url):
    store = StudyStore(url)
    token = store.save(study)
    store.save(replace(study, title="B"), token)
    abandoned = store.saved(token).revision
    store.undo(token)
    store.save(replace(study, title="C"), token)
    standing = store.saved(token)
    assert standing.revision > abandoned
    assert standing.can_undo
    assert not standing.can_redo
    store.undo(token)
    assert store.load(token).title == study.title


def test_a_change_to_an_older_revision_is_refused_and_keeps_nothing(study, url):
    store = StudyStore(url)
    token = store.save(study)
    seen = store.saved(token).revision
    store.save(replace(study, title="first"), token, seen)
    with pytest.raises(ChangedElsewhere):
        store.save(replace(study, title="second"), token, seen)
    assert store.load(token).title == "first"
    store.save(replace(study, title="third"), token, store.saved(token).revision)
    assert store.load(token).title == "third"


def test_old_revisions_make_room(study, url):
    store = StudyStore(url)
    token = store.save(study)
    for number in range(KEPT_REVISIONS + 5):
        store.save(replace(study, title=str(number)), token)
    steps = 0
    while store.undo(token):
        steps += 1
    assert steps == KEPT_REVISIONS - 1


def test_delete_removes_every_byte(study, url, tmp_path):
    store = StudyStore(url)
    token = store.save(study)
    written = gzip.compress(json.dumps(table_to_json(study.table)).encode(), mtime=0)[12:]

    def bytes_kept() -> bytes:
        return b"".join(path.read_bytes() for path in tmp_path.iterdir())

    assert written in bytes_kept()
    store.delete(token)
    assert written not in bytes_kept()
    assert store.load(token) is None
    assert store.saved(token) is None
    with pytest.raises(UnknownStudy):
        store.save(study, token)
    with pytest.raises(UnknownStudy):
        store.delete(token)


def test_the_token_is_long_random_and_never_on_disk(study, url, tmp_path):
    store = StudyStore(url)
    tokens = {store.save(study) for _ in range(20)}
    assert len(tokens) == 20
    assert min(len(token) for token in tokens) >= 43
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert stored
    assert not any(token.encode() in stored for token in tokens)


@pytest.mark.parametrize("token", ["", "wrong", "' OR 1=1 --", "\ud800", "x" * 100_000])
def test_a_wrong_token_finds_nothing(study, url, token):
    store = StudyStore(url)
    store.save(study)
    assert store.load(token) is None
    assert store.saved(token) is None


def _save_many(url: str, study: Study, count: int) -> list[str]:
    store = StudyStore(url)
    return [store.save(study) for _ in range(count)]


def test_threads_and_processes_write_at_the_same_time(study, url, monkeypatch):
    # A new process begins by loading the main module, which tests of pages have replaced by the app.
    monkeypatch.setitem(sys.modules, "__main__", sys.modules[__name__])
    store = StudyStore(url)
    shared = store.save(study)
    with ThreadPoolExecutor(8) as threads:
        titles = [str(number) for number in range(40)]
        list(threads.map(lambda title: store.save(replace(study, title=title), shared), titles))
    context = multiprocessing.get_context("spawn")
    with context.Pool(2) as processes:
        written = processes.starmap(_save_many, [(url, study, 10), (url, study, 10)])
    assert all(store.load(token) == study for tokens in written for token in tokens)
    seen = {store.load(shared).title}
    while store.undo(shared):
        seen.add(store.load(shared).title)
    assert seen == {study.title, *titles}
