"""Settings: everything that differs between machines comes from the environment.

DATABASE_URL   where the data is; by default SQLite beside manage.py
SECRET_KEY     signs sessions; with SQLite it is made once and kept in .secret_key
DEBUG          "true" shows errors in the browser; "false" by default
ORIGIN         the site's public address, by default http://127.0.0.1:8000
TRUST_PROXY    "true" where a proxy that sets X-Forwarded-Proto stands in front
EMBEDDERS      the origins whose pages may frame /embed/…; by default none
CONTACT        where readers report errors: an e-mail address or a page; by default nowhere

A value that can't be understood stops the start with a sentence that says what to do.
"""

from pathlib import Path

from csp.constants import NONE, SELF

from timeline.environment import (
    LOOPBACK,
    Origin,
    contact_from,
    database_from,
    embedders_from,
    flag,
    origin_from,
    secret_key_for,
)

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = flag("DEBUG", default=False)
ORIGIN: Origin = origin_from("ORIGIN", default="http://127.0.0.1:8000")
DATABASES = {"default": database_from("DATABASE_URL", default=BASE_DIR / "db.sqlite3")}
CONTACT = contact_from("CONTACT")
EMBEDDERS = embedders_from("EMBEDDERS")
SECRET_KEY = secret_key_for(DATABASES["default"], kept_in=BASE_DIR / ".secret_key")

ALLOWED_HOSTS = [*LOOPBACK] if ORIGIN.is_local else [ORIGIN.host]
CSRF_TRUSTED_ORIGINS = [ORIGIN.url]
if flag("TRUST_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ORIGIN.is_https
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if ORIGIN.is_https else 0
# HSTS for subdomains and preloading bind the whole domain, of which Dateline may be one
# small part: that is the operator's decision, made at the proxy, not ours.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

INSTALLED_APPS = [
    "timeline",
    "articles",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "simple_history",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "timeline.page.reader_language.ReaderLanguageMiddleware",
    "timeline.page.private_pages.keep_private",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "timeline.urls"
WSGI_APPLICATION = "timeline.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
    # What a page shows fifty times, files that end in .jinja: see docs/decisions.md.
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"environment": "timeline.jinja.environment"},
    },
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

AUTHENTICATION_BACKENDS = ["timeline.signing_in.RoleBackend"]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "home"

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("zh-hans", "简体中文")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# With PostgreSQL, where each host keeps the index, so that a new process starts at once.
INDEX_FOLDER = BASE_DIR / ".index"

# Pasted articles are read whole in memory; readers refuse what is larger. It holds for every form,
# also for those of nobody known: where memory is short, let the proxy refuse larger ones sooner.
DATA_UPLOAD_MAX_MEMORY_SIZE = 60_000_000
# The page of an event sends four for each of its quotes.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
