"""Backups as if they had been made days ago."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage.backup.backup import back_up


def put(library: Path, days_ago: float, occasion: str = "daily") -> Path:
    """Put a backup into the folder, as if it had been made then."""
    made = back_up(library, "by-hand").path
    then = (datetime.now(UTC) - timedelta(days=days_ago)).strftime("%Y-%m-%dT%H%M%S%fZ")
    return made.rename(made.with_name(f"{then}-{occasion}.db"))
