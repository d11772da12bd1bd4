"""All views of pembinaan."""

from skpweb.guidance import bp as bp
from skpweb.guidance import counselling as _counselling  # noqa: F401  (each adds its views)
from skpweb.guidance import development as _development  # noqa: F401
from skpweb.guidance import papers as _papers  # noqa: F401
from skpweb.guidance import people as _people  # noqa: F401
from skpweb.guidance import records as _records  # noqa: F401
