"""The official ladder of titles: its rules as dated data, and where a firm stands on them, criterion by criterion."""
