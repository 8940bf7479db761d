"""The PVI-monitor: the ground on which the four floors stand."""
