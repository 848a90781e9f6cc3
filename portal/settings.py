"""Settings, all from the environment. Outside demo mode a missing one is an error.

Demo mode (`DEMO=true`, which `make setup` writes to `.env`) has embedded servers and plain http.
"""

from datetime import timedelta
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
env.read_env(BASE_DIR / ".env")

DEMO = env.bool("DEMO", default=False)
DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
EXCHANGE_KEY = env.str("EXCHANGE_KEY", default=SECRET_KEY)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"] if DEMO else [])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))

# -- Servers -------------------------------------------------------------------------------------

DATABASES: dict[str, Any]
if DEMO:
    import portal.embedded.celery  # noqa: F401  (registers the transport of lazy_broker_url)
    from portal import embedded

    SERVERS_DIR = VAR_DIR / "servers"
    servers = embedded.addresses(SERVERS_DIR)
    DATABASES = {"default": env.db("DATABASE_URL", default=servers.database_url)}
    DATABASES["default"]["ENGINE"] = "portal.embedded.postgresql"
    CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", default=servers.lazy_broker_url)
    CELERY_BROKER_TRANSPORT_OPTIONS = {"servers_dir": str(SERVERS_DIR)}
else:
    DATABASES = {"default": env.db("DATABASE_URL")}
    CELERY_BROKER_URL = env.str("CELERY_BROKER_URL")
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Whoever loses power or its cable says no goodbye: both ends ask, and give up within a minute, so
# that what a lost worker had locked does not stay locked for the two hours that TCP would wait.
DATABASES["default"]["OPTIONS"] = {
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 4,
    "tcp_user_timeout": 45_000,
    "options": (
        "-c tcp_keepalives_idle=20 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4"
        " -c tcp_user_timeout=45000 -c idle_in_transaction_session_timeout=120000"
        f" -c random_page_cost={env.float('RANDOM_PAGE_COST', default=1.1)}"
    ),
} | DATABASES["default"].get("OPTIONS", {})
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_SOFT_TIME_LIMIT = 270
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULER = "articles.pulsing:Scheduler"
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat" / "schedule")
CELERY_BEAT_SCHEDULE = {
    "ring-waiting-items": {
        "task": "articles.jobs.ring_waiting_items",
        "schedule": timedelta(seconds=30),
    },
    "ring-due-sources": {
        "task": "articles.jobs.ring_due_sources",
        "schedule": timedelta(seconds=30),
    },
    "ring-waiting-slices": {
        "task": "articles.jobs.ring_waiting_slices",
        "schedule": timedelta(seconds=30),
    },
    "mix-in-seeded-errors": {
        "task": "review.jobs.mix_in_seeded_errors",
        "schedule": timedelta(minutes=5),
    },
    "send-digests": {
        "task": "review.jobs.send_digests",
        "schedule": timedelta(minutes=10),
    },
    "do-what-is-due": {
        "task": "portal.jobs.do_what_is_due",
        "schedule": timedelta(seconds=15),
    },
    "ring-due-checks": {
        "task": "portal.jobs.ring_due_checks",
        "schedule": timedelta(seconds=30),
    },
    "follow-permissions": {
        "task": "portal.jobs.follow_permissions",
        "schedule": timedelta(seconds=60),
    },
    "compare-waiting-articles": {
        "task": "articles.jobs.compare_waiting_articles",
        "schedule": timedelta(seconds=15),
    },
}

# -- Application ---------------------------------------------------------------------------------

INSTALLED_APPS = [
    "portal.people",
    "articles",
    "review",
    "portal",
    "portal.desk.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "csp",
    "django_filters",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "taggit",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.languages.LanguageOfTheAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "portal.history.HistoryMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# -- People --------------------------------------------------------------------------------------

AUTH_USER_MODEL = "people.User"
LOGIN_URL = "admin:login"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# -- Languages -----------------------------------------------------------------------------------

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "portal.formats"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True

# -- Files ---------------------------------------------------------------------------------------

STATIC_URL = "static/"
# In demo mode nothing is collected: files are served from where they stand.
STATIC_ROOT = None if DEMO else Path(env.str("STATIC_ROOT", default=str(VAR_DIR / "static")))
WHITENOISE_USE_FINDERS = DEMO
MEDIA_ROOT = VAR_DIR / "media"
S3_BUCKET = env.str("S3_BUCKET", default="")
STORAGES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "endpoint_url": env.str("S3_ENDPOINT_URL", default="") or None,
            "location": env.str("S3_PREFIX", default=""),
            "default_acl": None,
            "file_overwrite": True,  # names are hashes of what is in the files
        },
    }
    if S3_BUCKET
    else {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEMO
        else "portal.collected.CollectedFiles"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 1000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a list sends five for each of its entries

# -- Imports -------------------------------------------------------------------------------------

IMPORT_MAX_BYTES = env.int("IMPORT_MAX_BYTES", default=20 * 1024 * 1024)
WATCHED_FOLDERS = env.list("WATCHED_FOLDERS", default=[])  # folders in which others may be watched
API_MAX_BYTES = env.int("API_MAX_BYTES", default=200 * 1024 * 1024)  # of files sent at once
# Requests of one token; as many may come at once, then one after the other. 0: as they like.
API_IMPORTS_PER_MINUTE = env.int("API_IMPORTS_PER_MINUTE", default=120)
IMPORT_MAX_CHARACTERS = env.int("IMPORT_MAX_CHARACTERS", default=400_000)
# For reading one file in a process of its own: seconds of the processor, bytes of address space.
IMPORT_READ_SECONDS = env.float("IMPORT_READ_SECONDS", default=60.0)
IMPORT_READ_MEMORY = env.int("IMPORT_READ_MEMORY", default=1024 * 1024 * 1024)
# Renewed three times over by whoever works on it; so soon a dead worker's item is free.
IMPORT_LEASE_SECONDS = env.int("IMPORT_LEASE_SECONDS", default=30)
IMPORT_RING_AGAIN_SECONDS = env.int("IMPORT_RING_AGAIN_SECONDS", default=60)

# -- The review ----------------------------------------------------------------------------------

# So long an article is somebody's who opened it; a page renews it three times over. At most 3600.
CLAIM_SECONDS = min(env.int("CLAIM_SECONDS", default=300), 3600)

# -- Fetching from the web -------------------------------------------------------------------------

# Whom a site may turn to: a mail or web address.
FETCH_CONTACT = env.str("FETCH_CONTACT", default="")
FETCH_USER_AGENT = f"Duyet/0.1 (+{FETCH_CONTACT})" if FETCH_CONTACT else "Duyet/0.1"
FETCH_PAUSE_SECONDS = env.float("FETCH_PAUSE_SECONDS", default=1.0)
FETCH_AT_ONCE = env.int("FETCH_AT_ONCE", default=1)
FETCH_SECONDS = env.float("FETCH_SECONDS", default=60.0)
FETCH_PORTS = env.list("FETCH_PORTS", cast=int, default=[80, 443])
# Hosts of one's own network that may be asked all the same: `host` or `host:port`.
FETCH_OWN_HOSTS = env.list("FETCH_OWN_HOSTS", default=[])

# -- Readers -------------------------------------------------------------------------------------

CORRECTIONS_EMAIL = env.str("CORRECTIONS_EMAIL", default="sua-loi@duyet.example" if DEMO else "")
# On what terms editions may be used, in one sentence; empty: quoting, with the address.
TERMS = env.str("TERMS", default="")
# Each web process keeps pages that it has written, for as long as they hold.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 500},
    }
}
KEEP_PAGES = env.bool("KEEP_PAGES", default=True)
# Reading changes nothing: pages stay free of the session, so caches may share them.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

# -- Mail: a digest of notices, once a day ---------------------------------------------------------

# smtp://user:password@host:587, smtp+tls:// or smtp+ssl://; without it, or without the desk's own
# address for the links, nothing is sent.
NO_MAIL = "django.core.mail.backends.dummy.EmailBackend"
EMAIL_URL = env.str("EMAIL_URL", default="")
if EMAIL_URL:
    mail = env.email_url_config(EMAIL_URL)
    EMAIL_BACKEND = mail["EMAIL_BACKEND"]
    EMAIL_HOST, EMAIL_PORT = mail.get("EMAIL_HOST") or "localhost", mail.get("EMAIL_PORT") or 25
    EMAIL_HOST_USER = mail.get("EMAIL_HOST_USER") or ""
    EMAIL_HOST_PASSWORD = mail.get("EMAIL_HOST_PASSWORD") or ""
    EMAIL_USE_TLS = mail.get("EMAIL_USE_TLS", False)
    EMAIL_USE_SSL = mail.get("EMAIL_USE_SSL", False)
    EMAIL_FILE_PATH = mail.get("EMAIL_FILE_PATH") or None
else:
    EMAIL_BACKEND = NO_MAIL
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", default="duyet@localhost")
DESK_URL = env.str("DESK_URL", default="")  # https://desk.example.vn: links in mails begin with it
DIGEST_HOUR = env.int("DIGEST_HOUR", default=7)  # in Vietnam

# -- Logging: to the console, where whoever runs the processes collects it ------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
        "json": {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "format": "{asctime}{levelname}{name}{message}",
            "style": "{",
            "rename_fields": {"asctime": "at", "levelname": "level", "name": "logger"},
            "json_ensure_ascii": False,
        },
    },
    "filters": {"work": {"()": "articles.logs.WorkContext"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["work"],
            "formatter": env.str("LOG_FORMAT", default="line"),
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "articles": {"level": "INFO"},
    },
}

# -- Safety --------------------------------------------------------------------------------------

SECURE_SSL_REDIRECT = not DEMO
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]
METRICS_TOKEN = env.str("METRICS_TOKEN", default="")  # empty: no such page
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_HSTS_SECONDS = 0 if DEMO else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEMO
SECURE_HSTS_PRELOAD = not DEMO
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = not DEMO
CSRF_COOKIE_SECURE = not DEMO
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
