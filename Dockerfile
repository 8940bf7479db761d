# The same Python everywhere; the lock files say the rest.
FROM python:3.13-slim-bookworm AS python
ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1


# Node builds the front-end files; nobody needs it afterwards.
FROM python AS assets
WORKDIR /build
COPY requirements-local.txt ./
RUN pip install --require-hashes --requirement requirements-local.txt
COPY package.json package-lock.json .npmrc ./
COPY pvi/__init__.py pvi/
COPY pvi/assets pvi/assets
COPY static static
RUN python -m pvi.assets


FROM python AS packages
COPY requirements.txt ./
RUN python -m venv /opt/venv \
    && /opt/venv/bin/pip install --require-hashes --requirement requirements.txt


FROM python AS monitor
ENV PATH=/opt/venv/bin:$PATH STATIC_ROOT=/opt/static
RUN useradd --system --no-create-home --shell /usr/sbin/nologin pvi
COPY --from=packages /opt/venv /opt/venv
WORKDIR /opt/pvi
COPY . .
COPY --from=assets /build/static/vendor static/vendor
# Collecting reads the settings but no server; the values are of no use to anyone.
RUN SECRET_KEY=only-while-the-image-is-built-not-a-secret ALLOWED_HOSTS=localhost \
    DATABASE_URL=postgres://nobody@localhost/nothing REDIS_URL=redis://localhost/0 \
    python manage.py collectstatic --noinput --verbosity=0
USER pvi
EXPOSE 8000
CMD ["gunicorn", "pvi.wsgi", "--bind=0.0.0.0:8000", "--worker-class=gthread", "--workers=2", "--threads=4", \
     "--preload", "--worker-tmp-dir=/dev/shm", "--no-control-socket", "--access-logfile=-"]
