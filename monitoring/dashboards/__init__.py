"""What a page shows, read from snapshots in a fixed number of queries and given as frozen values."""
