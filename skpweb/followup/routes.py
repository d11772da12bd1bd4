"""The views of tindak lanjut."""

from skpweb.followup import bp as bp
from skpweb.followup import handover as _handover  # noqa: F401  (each module adds its views)
from skpweb.followup import objection as _objection  # noqa: F401
