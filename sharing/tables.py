"""The tables of the store. A token itself is never stored, only its SHA-256."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Tables of saved studies."""


class SavedStudy(Base):
    """One study under one token. `current` is the revision that is shown; later ones wait for a redo."""

    __tablename__ = "studies"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    current: Mapped[int]
    created_at: Mapped[datetime]


class SavedRevision(Base):
    """The study after one change, without its cells: gzipped JSON. Numbers count up and are never reused."""

    __tablename__ = "revisions"
    __table_args__ = (UniqueConstraint("study_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    study_id: Mapped[int] = mapped_column(ForeignKey("studies.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    saved_at: Mapped[datetime]
    cells_id: Mapped[int] = mapped_column(ForeignKey("cells.id"))
    content: Mapped[bytes] = mapped_column(LargeBinary)


class SavedCells(Base):
    """The cells that the revisions of one study share: gzipped JSON, found by fingerprint."""

    __tablename__ = "cells"
    __table_args__ = (UniqueConstraint("study_id", "fingerprint"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    study_id: Mapped[int] = mapped_column(ForeignKey("studies.id", ondelete="CASCADE"), index=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary)
