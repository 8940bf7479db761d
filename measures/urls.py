"""The addresses of the forms about measures."""

from django.urls import path

from measures import views

urlpatterns = [
    path("maatregelen/<str:code>/bijwerken", views.update, name="measure-update"),
]
