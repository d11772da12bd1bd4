"""Iwan's coaching with all that follows it, signed; and what the archive keeps of it."""

import sqlalchemy as sa

from skpweb import storage
from skpweb.domain.guidance_forms import COUNT, FIXED
from skpweb.extensions import db
from skpweb.models.documents import Document
from tests.web.guided import Guided

ANSWERS = {f"answer-{at}": f"Jawaban {at}" for at in range(COUNT)}
VALUES = {
    "value": ["3"] * len(FIXED) + ["", ""],
    "reason": ["Terlihat"] * len(FIXED) + ["", ""],
    "advice": "Pelatihan lanjut",
}


class Signed(Guided):
    """B.1.6, B.1.8 and B.1.9, by kasi or somebody else."""

    def all_signed(self, guide: str = "kasi") -> None:
        """From the first word to the last signature."""
        self.begin(**({} if guide == "kasi" else {"guide": guide.capitalize()}))
        self.sign(guide)
        self.follow("iwan", "feedback", ANSWERS)
        self.follow(guide, "competence", VALUES)

    def follow(self, who: str, paper: str, typed: dict[str, object], do: str = "sign") -> None:
        """Somebody writes B.1.8 or B.1.9."""
        browser, where = getattr(self, who), f"{self.here}{paper}/"
        form = browser.get(where).form(where)
        browser.post(where, form.data() | typed | {"do": do})

    def pdf(self, who: str, paper: str = "", status: int = 200) -> bytes:
        """A paper as somebody downloads it."""
        answer = getattr(self, who).client.get(f"{self.here}{paper}format.pdf")
        assert answer.status_code == status
        return bytes(answer.data)

    def kept(self) -> dict[str, bytes]:
        """Form -> the paper in the archive, those of pembinaan only."""
        with self.app.app_context():
            query = sa.select(Document.form_code, Document.sha256)
            found = db.session.execute(query.where(Document.form_code.startswith("B.")))
            return {code: storage.get(sha256) for code, sha256 in found}

    def codes(self) -> dict[str, str]:
        """Form -> verification code."""
        with self.app.app_context():
            query = sa.select(Document.form_code, Document.code)
            rows = db.session.execute(query.where(Document.form_code.startswith("B.")))
            return {form: code for form, code in rows}
