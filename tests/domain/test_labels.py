"""Every enum member of the domain has its official word."""

import importlib
import inspect
import pkgutil
from enum import Enum

import pytest

import skpweb.domain
from skpweb.domain.behaviour import CoreValue
from skpweb.domain.lifecycle import EntryState, EvaluationState, SkpState
from skpweb.domain.ratings import OrganisationLevel, Predicate, Rating
from skpweb.domain.terms import AppendixPart, FeedbackSource
from skpweb.labels import WORDS, label

WITHOUT_WORDS = {
    "Action",
    "DayKind",
    "NipKind",
    "Relation",
    "Sex",
    "Statement",
}  #: never shown as such


def _enums() -> list[type[Enum]]:
    modules = [
        importlib.import_module(f"skpweb.domain.{found.name}")
        for found in pkgutil.iter_modules(skpweb.domain.__path__)
    ]
    return sorted(
        {
            kind
            for module in modules
            for _, kind in inspect.getmembers(module, inspect.isclass)
            if issubclass(kind, Enum) and kind.__module__ == module.__name__
        },
        key=lambda kind: kind.__name__,
    )


@pytest.mark.parametrize("kind", _enums(), ids=lambda kind: kind.__name__)
def test_each_member_has_one_word_of_its_own(kind: type[Enum]) -> None:
    if kind.__name__ in WITHOUT_WORDS:
        assert kind not in WORDS
        return
    words = [label(member) for member in kind]
    assert len(WORDS[kind]) == len(kind)
    assert all(word.strip() for word in words)
    assert len(set(words)) == len(words)


OFFICIAL = [
    (Predicate.VERY_GOOD, "Sangat Baik"),
    (Predicate.GOOD, "Baik"),
    (Predicate.NEEDS_IMPROVEMENT, "Butuh Perbaikan"),
    (Predicate.POOR, "Kurang/Misconduct"),
    (Predicate.VERY_POOR, "Sangat Kurang"),
    (OrganisationLevel.OUTSTANDING, "Istimewa"),
    (OrganisationLevel.GOOD, "Baik"),
    (OrganisationLevel.NEEDS_IMPROVEMENT, "Butuh Perbaikan"),
    (OrganisationLevel.POOR, "Kurang"),
    (OrganisationLevel.VERY_POOR, "Sangat Kurang"),
    (Rating.BELOW, "Di bawah ekspektasi"),
    (Rating.MEETS, "Sesuai ekspektasi"),
    (Rating.ABOVE, "Di atas ekspektasi"),
    (CoreValue.SERVICE, "Berorientasi Pelayanan"),
    (CoreValue.ACCOUNTABLE, "Akuntabel"),
    (CoreValue.COMPETENT, "Kompeten"),
    (CoreValue.HARMONIOUS, "Harmonis"),
    (CoreValue.LOYAL, "Loyal"),
    (CoreValue.ADAPTIVE, "Adaptif"),
    (CoreValue.COLLABORATIVE, "Kolaboratif"),
    (FeedbackSource.PEER, "Rekan kerja setingkat"),
    (AppendixPart.RESOURCES, "Dukungan sumber daya"),
    (AppendixPart.CONSEQUENCES, "Konsekuensi"),
    (SkpState.SUPERSEDED, "Diganti"),
    (EntryState.RETURNED, "Dikembalikan"),
    (EvaluationState.OPEN, "Menunggu laporan"),
]


@pytest.mark.parametrize(("member", "word"), OFFICIAL, ids=repr)
def test_official_words(member: Enum, word: str) -> None:
    assert label(member) == word
