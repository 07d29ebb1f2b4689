"""The site's addresses."""

from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from timeline import views
from timeline.desk import article_views as articles
from timeline.desk import failure_views as failures
from timeline.desk import saved_views
from timeline.desk import version_views as versions
from timeline.desk import views as desk
from timeline.signing_in import SignInForm

sign_in = LoginView.as_view(template_name="account/sign_in.html", authentication_form=SignInForm)

urlpatterns = [
    path("", views.home, name="home"),
    path("t/<slug:slug>/", views.timeline, name="timeline"),
    path("t/<slug:slug>/events.json", views.timeline_json, name="timeline_json"),
    path("t/<slug:slug>/share/", views.share, name="share"),
    path("t/<slug:slug>/events.<str:ending>", views.export, name="export"),
    path("embed/<slug:slug>/", views.embed, name="embed"),
    path("oembed", views.oembed, name="oembed"),
    path("events/<int:pk>/", views.event, name="event"),
    path("articles/<int:pk>/", views.article, name="article"),
    path("pictures/<int:pk>/", views.picture, name="picture"),
    path("sign-in/", sign_in, name="sign_in"),
    path("sign-out/", LogoutView.as_view(), name="sign_out"),
    path("desk/", desk.first, name="desk"),
    path("desk/keys/", desk.keys, name="desk_keys"),
    path("desk/<int:pk>/", desk.candidate, name="desk_candidate"),
    path("desk/<int:pk>/date/", desk.date, name="desk_date"),
    path("desk/views/", saved_views.keep, name="desk_keep"),
    path("desk/articles/", articles.first, name="desk_articles"),
    path("desk/articles/<int:pk>/", articles.article, name="desk_article"),
    path("desk/versions/", versions.versions, name="desk_versions"),
    path("desk/failures/", failures.failures, name="desk_failures"),
    path("favicon.ico", views.favicon),
    path("admin/", admin.site.urls),
]
