"""Exit 0 when beat sent something lately; it writes that down every few minutes."""

import os
import sys

import psycopg

LATELY = (
    "SELECT count(*) FROM django_celery_beat_periodictask WHERE last_run_at > now() - interval '10 minutes'"
)

with psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=5) as connection:
    row = connection.execute(LATELY).fetchone()
sys.exit(not (row and row[0]))
