"""The addresses of the forms about measures."""

urlpatterns: list = []
