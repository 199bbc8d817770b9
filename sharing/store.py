"""Saved studies: each confirmed change is a revision, found again by an unguessable token.

SQLite in var/ by default, another database by DATABASE_URL. A commit that returned is on the disk.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import secrets
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, delete, event, func, select
from sqlalchemy.orm import Session, sessionmaker

from analysis.study.study import Study
from analysis.study.study_file import study_from_json, study_to_json, table_to_json
from sharing.tables import Base, SavedCells, SavedRevision, SavedStudy

DEFAULT_DATABASE = Path(__file__).resolve().parents[1] / "var" / "angket.db"
TOKEN_BYTES = 32
KEPT_REVISIONS = 100
BUSY_TIMEOUT_MS = 10_000


class UnknownStudy(LookupError):
    """No study is kept under this token: never was, or deleted."""


class ChangedElsewhere(RuntimeError):
    """The study has another revision than the one that a change was made to."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a study stands in the store. `saved_at` is in UTC and knows it."""

    revision: int
    saved_at: datetime
    can_undo: bool
    can_redo: bool


class StudyStore:
    """Save, load, undo, redo and delete studies. Safe for use from several threads and processes."""

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)
        Base.metadata.create_all(self._engine)
        self._reading = sessionmaker(self._engine)
        self._writing = sessionmaker(self._engine.execution_options(writes=True))

    def save(self, study: Study, token: str | None = None, based_on: int | None = None) -> str:
        """Keep a study as a new revision under `token`, or under a new token; gives the token.

        What could have been redone is gone afterwards. Raises UnknownStudy for a token that is not known, and
        ChangedElsewhere, keeping nothing, when `based_on` is given and is not the current revision any more.
        """
        kept_token = token or secrets.token_urlsafe(TOKEN_BYTES)
        with self._writing.begin() as session:
            if token is None:
                saved = SavedStudy(token_hash=_hash(kept_token), current=0, created_at=_now())
                session.add(saved)
                session.flush()
            else:
                saved = _found(session, token, for_change=True)
                if based_on is not None and saved.current != based_on:
                    raise ChangedElsewhere
            _add_revision(session, saved, study)
        return kept_token

    def load(self, token: str) -> Study | None:
        """The current revision of a study, or None when no study is kept under this token."""
        with self._reading() as session:
            row = session.execute(
                select(SavedRevision.content, SavedCells.content)
                .join(SavedStudy, SavedStudy.id == SavedRevision.study_id)
                .join(SavedCells, SavedCells.id == SavedRevision.cells_id)
                .where(SavedStudy.token_hash == _hash(token), SavedStudy.current == SavedRevision.number)
            ).one_or_none()
        return None if row is None else study_from_json(_unpacked(row[0]), _unpacked(row[1]))

    def saved(self, token: str) -> Saved | None:
        """Which revision is current and what undo and redo can reach; None for an unknown token."""
        with self._reading() as session:
            study = session.scalar(select(SavedStudy).where(SavedStudy.token_hash == _hash(token)))
            return None if study is None else _standing(session, study)

    def undo(self, token: str) -> bool:
        """Go back one revision; False at the first one. Raises UnknownStudy."""
        return self._step(token, back=True)

    def redo(self, token: str) -> bool:
        """Go forward again after an undo; False at the last revision. Raises UnknownStudy."""
        return self._step(token, back=False)

    def delete(self, token: str) -> None:
        """Remove a study with all its revisions and cells. Raises UnknownStudy."""
        with self._writing.begin() as session:
            study = _found(session, token, for_change=True)
            session.execute(delete(SavedRevision).where(SavedRevision.study_id == study.id))
            session.execute(delete(SavedCells).where(SavedCells.study_id == study.id))
            session.delete(study)
        _clear_log(self._engine)

    def _step(self, token: str, *, back: bool) -> bool:
        with self._writing.begin() as session:
            study = _found(session, token, for_change=True)
            neighbour = _neighbour(session, study, back=back)
            if neighbour is not None:
                study.current = neighbour
            return neighbour is not None


def default_store() -> StudyStore:
    """The store of this installation: DATABASE_URL, else SQLite in var/."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        DEFAULT_DATABASE.parent.mkdir(parents=True, exist_ok=True)
        url = f"sqlite:///{DEFAULT_DATABASE}"
    return StudyStore(url)


def _engine(url: str) -> Engine:
    engine = create_engine(url, pool_pre_ping=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin)
    return engine


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    """Durable and patient: write-ahead log, full sync, waiting for other writers, deleted bytes wiped."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in (
        "journal_mode=WAL",
        "synchronous=FULL",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _clear_log(engine: Engine) -> None:
    """What was deleted must not linger in SQLite's write-ahead log."""
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _begin(connection: Connection) -> None:
    """Writers take the write lock at the start: a lock upgraded half-way fails at once instead of waiting."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _found(session: Session, token: str, *, for_change: bool) -> SavedStudy:
    query = select(SavedStudy).where(SavedStudy.token_hash == _hash(token))
    study = session.scalar(query.with_for_update() if for_change else query)
    if study is None:
        raise UnknownStudy
    return study


def _add_revision(session: Session, saved: SavedStudy, study: Study) -> None:
    of_study = SavedRevision.study_id == saved.id
    latest = session.scalar(select(func.max(SavedRevision.number)).where(of_study)) or 0
    session.execute(delete(SavedRevision).where(of_study, SavedRevision.number > saved.current))
    saved.current = latest + 1
    session.add(
        SavedRevision(
            study_id=saved.id,
            number=saved.current,
            saved_at=_now(),
            cells_id=_cells_id(session, saved.id, study),
            content=_packed(study_to_json(study)),
        )
    )
    session.flush()
    kept = (
        select(SavedRevision.id).where(of_study).order_by(SavedRevision.number.desc()).limit(KEPT_REVISIONS)
    )
    session.execute(
        delete(SavedRevision).where(of_study, SavedRevision.id.not_in(kept)),
        execution_options={"synchronize_session": False},
    )
    in_use = select(SavedRevision.cells_id).where(of_study)
    session.execute(
        delete(SavedCells).where(SavedCells.study_id == saved.id, SavedCells.id.not_in(in_use)),
        execution_options={"synchronize_session": False},
    )


def _cells_id(session: Session, study_id: int, study: Study) -> int:
    fingerprint = study.table.fingerprint()
    known = session.scalar(
        select(SavedCells.id).where(SavedCells.study_id == study_id, SavedCells.fingerprint == fingerprint)
    )
    if known is not None:
        return known
    cells = SavedCells(
        study_id=study_id, fingerprint=fingerprint, content=_packed(table_to_json(study.table))
    )
    session.add(cells)
    session.flush()
    return cells.id


def _standing(session: Session, study: SavedStudy) -> Saved:
    saved_at = session.scalar(
        select(SavedRevision.saved_at).where(
            SavedRevision.study_id == study.id, SavedRevision.number == study.current
        )
    )
    return Saved(
        revision=study.current,
        saved_at=(saved_at or study.created_at).replace(tzinfo=UTC),
        can_undo=_neighbour(session, study, back=True) is not None,
        can_redo=_neighbour(session, study, back=False) is not None,
    )


def _neighbour(session: Session, study: SavedStudy, *, back: bool) -> int | None:
    number = SavedRevision.number
    wanted, side = (func.max, number < study.current) if back else (func.min, number > study.current)
    return session.scalar(select(wanted(number)).where(SavedRevision.study_id == study.id, side))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _now() -> datetime:
    """UTC without its name: SQLite keeps no time zones."""
    return datetime.now(UTC).replace(tzinfo=None)


def _packed(value: Any) -> bytes:
    return gzip.compress(json.dumps(value, ensure_ascii=True).encode("ascii"), mtime=0)


def _unpacked(content: bytes) -> Any:
    return json.loads(gzip.decompress(content))
