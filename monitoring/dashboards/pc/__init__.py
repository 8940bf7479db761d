"""The P&C overview: exceptions first, then the table, two paths, what is due, and what was agreed."""

from monitoring.dashboards.pc.page import PcPage, pc_page

__all__ = ["PcPage", "pc_page"]
