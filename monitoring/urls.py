"""The addresses of the pages."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from monitoring.views import (
    commitments,
    health,
    indicators,
    measures,
    pc,
    session,
    start,
    themes,
    units,
    work,
)

urlpatterns = [
    path("", start.start, name="start"),
    path("themas", themes.overview, name="themes"),
    path("themas/<slug:slug>", themes.theme, name="theme"),
    path("eenheden", units.overview, name="units"),
    path("eenheden/<slug:code>", units.unit, name="unit"),
    path("maatregelen", measures.register, name="measures"),
    path("maatregelen/<str:code>", measures.measure, name="measure"),
    path("toezeggingen", commitments.register, name="commitments"),
    path("toezeggingen/<str:code>", commitments.commitment, name="commitment"),
    path("indicatoren", indicators.register, name="indicators"),
    path("indicatoren/<slug:code>", indicators.indicator, name="indicator"),
    path("mijn-werk", work.work, name="work"),
    path("pc", pc.pc, name="pc"),
    path("inloggen", LoginView.as_view(redirect_authenticated_user=True), name="login"),
    path("uitloggen", LogoutView.as_view(), name="logout"),
    path("welkom", session.landing, name="landing"),
    path("gezond", health.healthy, name="health"),
]
