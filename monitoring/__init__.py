"""How far: indicators, what was measured, what it means against the targets, and the pages that show it."""
