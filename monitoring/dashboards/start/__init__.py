"""The start page: the korps at a glance, what changed, where it hurts, and stories."""

from monitoring.dashboards.start.page import StartPage, start_page

__all__ = ["StartPage", "start_page"]
