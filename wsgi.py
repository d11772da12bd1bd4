"""Entry point for servers and for the flask command."""

from skpweb import create_app

app = create_app()
