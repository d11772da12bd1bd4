"""NIP and NI PPPK, golongan, names."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skpweb.domain.identity import (
    PANGKAT,
    PPPK_RANKS,
    BadNip,
    NipKind,
    Sex,
    format_nip,
    full_name,
    parse_nip,
    rank_text,
    warnings,
)
from skpweb.domain.terms import EmploymentStatus

SOUND = [  # typed, kind, born, start year, month or agreement, sex, serial
    ("199604252020121909", NipKind.PNS, date(1996, 4, 25), 2020, 12, Sex.MAN, 909),
    ("199203152023212908", NipKind.PPPK, date(1992, 3, 15), 2023, 21, Sex.WOMAN, 908),
    ("199203152028221908", NipKind.PPPK, date(1992, 3, 15), 2028, 22, Sex.MAN, 908),
    ("198609262015051001", NipKind.PNS, date(1986, 9, 26), 2015, 5, Sex.MAN, 1),
    ("200002292022011901", NipKind.PNS, date(2000, 2, 29), 2022, 1, Sex.MAN, 901),
]


@pytest.mark.parametrize(("typed", "kind", "born", "year", "middle", "sex", "serial"), SOUND)
def test_sound_numbers(
    typed: str, kind: NipKind, born: date, year: int, middle: int, sex: Sex, serial: int
) -> None:
    nip = parse_nip(typed)
    assert nip.digits == typed
    assert (nip.kind, nip.born_on, nip.start_year) == (kind, born, year)
    assert (nip.month_or_agreement, nip.sex, nip.serial) == (middle, sex, serial)


@pytest.mark.parametrize(
    "typed",
    [
        "19860926 201505 1 001",
        " 198609262015051001 ",
        "'198609262015051001",
        "19860926.201505.1.001",
        "19860926-201505-1-001",
        "19860926\u00a0201505\u00a01\u00a0001",
        "’198609262015051001",
    ],
)
def test_ways_of_writing(typed: str) -> None:
    assert parse_nip(typed).digits == "198609262015051001"


BAD = [
    ("199613252020121909", "tanggal lahir"),  # month 13 of birth
    ("199604312020121909", "tanggal lahir"),  # 31 April
    ("200102292020121909", "tanggal lahir"),  # no leap year
    ("199604252020131909", "bukan bulan"),  # neither a month nor an agreement
    ("199604252020001909", "bukan bulan"),
    ("199604252020201909", "bukan bulan"),
    ("199604252020123909", "laki-laki"),
    ("199604252020120909", "laki-laki"),
    ("19960425202012190", "yang ditulis 17"),
    ("1996042520201219091", "yang ditulis 19"),
    ("131234567", "yang ditulis 9"),
    ("", "yang ditulis 0"),
    ("19960425202012190A", "hanya berisi angka"),
    ("١٩٩٦٠٤٢٥٢٠٢٠١٢١٩٠٩", "hanya berisi angka"),  # digits, but of another script
    ("1.99604E+17", "Ubah kolom menjadi Teks"),
    ("1,99604E+17", "Ubah kolom menjadi Teks"),
    ("1.99604e17", "Ubah kolom menjadi Teks"),
    ("2E+17", "Ubah kolom menjadi Teks"),
    ("199604252020122000.0", "Ubah kolom menjadi Teks"),
    ("199604252020122000,00", "Ubah kolom menjadi Teks"),
]


@pytest.mark.parametrize(("typed", "part"), BAD)
def test_bad_numbers_are_told_why(typed: str, part: str) -> None:
    with pytest.raises(BadNip, match=part):
        parse_nip(typed)


@given(st.text(max_size=30) | st.from_regex(r"[0-9 .']{15,24}", fullmatch=True))
def test_nothing_else_can_go_wrong(typed: str) -> None:
    with suppress(BadNip):
        assert len(parse_nip(typed).digits) == 18


@given(
    st.dates(date(1950, 1, 1), date(2008, 12, 31)),
    st.integers(1970, 2099),
    st.integers(1, 12) | st.integers(21, 99),
    st.sampled_from("12"),
    st.integers(1, 999),
)
def test_written_grouped_and_read_again(
    born: date, year: int, middle: int, sex: str, serial: int
) -> None:
    digits = f"{born:%Y%m%d}{year}{middle:02}{sex}{serial:03}"
    assert parse_nip(format_nip(digits)).digits == digits


def test_format() -> None:
    assert format_nip("198609262015051001") == "19860926 201505 1 001"
    assert format_nip("-") == "-"
    assert format_nip("") == ""


def test_warnings() -> None:
    usual, early = parse_nip("199604252020121909"), parse_nip("199604252013121909")
    assert warnings(usual) == []
    assert warnings(usual, Sex.MAN) == []
    assert "Jenis kelamin" in warnings(usual, Sex.WOMAN)[0]
    assert "18 tahun" in warnings(early)[0]
    assert len(warnings(early, Sex.WOMAN)) == 2
    assert warnings(parse_nip("199604252014121909")) == []  # turned 18 that year


RANKS = [
    (EmploymentStatus.PNS, "III/d", "Penata Tingkat I, III/d"),
    (EmploymentStatus.PNS, "III/c", "Penata, III/c"),
    (EmploymentStatus.PNS, "IV/e", "Pembina Utama, IV/e"),
    (EmploymentStatus.CPNS, "III/a", "Penata Muda, III/a"),
    (EmploymentStatus.PNS, "", "-"),
    (EmploymentStatus.PPPK, "IX", "IX"),
    (EmploymentStatus.PPPK, "", "-"),
    (EmploymentStatus.PPPK_PART_TIME, "V", "-"),
    (EmploymentStatus.PPPK_PART_TIME, "", "-"),
    (EmploymentStatus.OFFICIAL, "", "-"),
]


@pytest.mark.parametrize(("status", "rank", "printed"), RANKS)
def test_ranks(status: EmploymentStatus, rank: str, printed: str) -> None:
    assert rank_text(status, rank) == printed


def test_all_ranks_are_there() -> None:
    assert len(PANGKAT) == len(set(PANGKAT.values())) == 17
    assert len(PPPK_RANKS) == 17
    assert (PPPK_RANKS[3], PPPK_RANKS[8], PPPK_RANKS[16]) == ("IV", "IX", "XVII")


def test_names() -> None:
    assert full_name("Drs.", "Arif Setiawarman", "M.Si.") == "Drs. Arif Setiawarman, M.Si."
    assert full_name("", "Asep Jayakusumah", "") == "Asep Jayakusumah"
    assert full_name("dr.", "Lestari Wibawati", "") == "dr. Lestari Wibawati"
