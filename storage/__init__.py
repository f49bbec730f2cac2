"""The library on disk: SQLite through sqlite-utils; import, anchors, undo, export."""
