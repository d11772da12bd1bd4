"""How evidence is refused."""


class Unfit(Exception):
    """The file cannot be kept as evidence; the text says why and what to do, in Indonesian."""
