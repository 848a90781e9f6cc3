# syntax=docker/dockerfile:1
FROM python:3.11-slim AS build
WORKDIR /srv
COPY requirements/base.txt requirements/s3.txt requirements/
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements/base.txt -r requirements/s3.txt

FROM python:3.11-slim
RUN groupadd --system --gid 10001 duyet \
 && useradd --system --uid 10001 --gid duyet --home-dir /srv --no-create-home duyet \
 && install -d -o duyet -g duyet /srv/var /srv/var/media
WORKDIR /srv
COPY --from=build /venv /venv
COPY manage.py ./
COPY articles articles
COPY review review
COPY portal portal
COPY locale locale
COPY seeds/themes.yaml seeds/themes.yaml
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    STATIC_ROOT=/srv/static
RUN DATABASE_URL=postgres://build/build CELERY_BROKER_URL=redis://build SECRET_KEY=build \
    python manage.py collectstatic --noinput
USER duyet
EXPOSE 8000
CMD ["gunicorn", "portal.wsgi", "--bind=0.0.0.0:8000", "--workers=2", "--threads=4", \
     "--worker-tmp-dir=/dev/shm", "--access-logfile=-", "--no-control-socket"]
