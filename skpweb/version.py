"""The version, for pages, backups and the health page."""

__version__ = "0.1.0"
