"""The forms of a record of progress: what the penilai sees, and the words on it."""

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from skpweb.dialogue.forms import checkboxes
from skpweb.domain.progress import FollowUp, GuidanceWay, Verdict
from skpweb.labels import choices
from skpweb.office.progress import Observed
from skpweb.web.fields import TOO_LONG


class ProgressForm(FlaskForm):
    """What the penilai sees, and what follows."""

    rhk = SelectField("Tentang", validate_choice=False)
    verdict = RadioField("Kemajuan", choices=choices(Verdict), validate_choice=False)
    text = TextAreaField(
        "Apa yang Anda lihat",
        validators=[
            DataRequired("Tulis apa yang Anda lihat."),
            Length(max=2000, message=TOO_LONG),
        ],
    )
    follow_ups = checkboxes("Tindak lanjut")
    guidance = SelectField("Bentuk pembinaan", validate_choice=False)
    plan = TextAreaField("Rencana tindak lanjut", validators=[Length(max=2000, message=TOO_LONG)])

    def offer(self, rhks: dict[str, str]) -> None:
        """Let choose among the RHK in force."""
        self.rhk.choices = {"": "Keseluruhan kinerja"} | rhks
        # konseling is confidential (p.85): it is reported in pembinaan, never told in a note
        open_ways = [one for one in GuidanceWay if one is not GuidanceWay.COUNSELLING]
        self.guidance.choices = {"": "Tidak ada"} | choices(open_ways)
        self.follow_ups.choices = choices(FollowUp)

    def validate_rhk(self, field: SelectField) -> None:
        """Only what was offered."""
        if (field.data or "") not in field.choices:
            raise ValidationError("Pilih RHK dari daftar.")

    def validate_verdict(self, field: RadioField) -> None:
        """One of the two."""
        if field.data not in tuple(Verdict):
            raise ValidationError("Pilih ada atau tidaknya kemajuan.")

    def validate_plan(self, field: TextAreaField) -> None:
        """Whatever changes the SKP or develops somebody says how."""
        silent = {FollowUp.APPRECIATION, FollowUp.TAKE_OVER}
        if set(self.chosen) - silent and not (field.data or "").strip():
            raise ValidationError("Tulis rencana tindak lanjutnya.")

    @property
    def chosen(self) -> list[FollowUp]:
        """The follow-ups that were ticked."""
        return [one for one in FollowUp if one.value in (self.follow_ups.data or ())]

    @property
    def observed(self) -> Observed:
        """What was typed, as the verb takes it."""
        kind = self.guidance.data
        return Observed(
            Verdict(self.verdict.data),
            self.text.data.strip(),
            self.rhk.data or "",
            tuple(self.chosen),
            (self.plan.data or "").strip(),
            GuidanceWay(kind) if kind and kind in self.guidance.choices else None,
        )


class AnswerForm(FlaskForm):
    """The Pegawai's word on it; empty where he only read it."""

    answer = TextAreaField("Tanggapan", validators=[Length(max=2000, message=TOO_LONG)])

    @property
    def typed(self) -> str:
        """The answer."""
        return (self.answer.data or "").strip()


class WithdrawForm(FlaskForm):
    """Why an RHK goes back to the Pegawai."""

    reason = TextAreaField(
        "Alasan",
        validators=[
            DataRequired("Tulis alasan RHK dikembalikan kepada pegawai."),
            Length(max=500, message=TOO_LONG),
        ],
    )

    @property
    def typed(self) -> str:
        """The reason."""
        return (self.reason.data or "").strip()
