"""Front-end files of others, fetched by npm and turned into `static/vendor/` at build time.

Nothing of a third party is committed, and no page ever asks a server other than its own.
"""
