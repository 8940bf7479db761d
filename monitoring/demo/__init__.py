"""A year of made-up content beside the real register, the same every time it is loaded."""

from monitoring.demo.loading import DemoRefused, load_demo_year

__all__ = ["DemoRefused", "load_demo_year"]
