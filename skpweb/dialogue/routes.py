"""All views of the dialogue, hung into its blueprint."""

from skpweb.dialogue import bp, hub, meetings, progress, records

__all__ = ["bp", "hub", "meetings", "progress", "records"]
