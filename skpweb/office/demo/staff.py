"""The people of the demo office. All names and numbers are invented."""

from dataclasses import dataclass
from datetime import date

from skpweb.domain.terms import Acting, EmploymentStatus, JobLevel, PositionKind

PNS, CPNS = EmploymentStatus.PNS, EmploymentStatus.CPNS
PPPK, PART = EmploymentStatus.PPPK, EmploymentStatus.PPPK_PART_TIME
OFFICIAL = EmploymentStatus.OFFICIAL
JPT, ADMINISTRATOR = PositionKind.JPT, PositionKind.ADMINISTRATOR
SUPERVISOR, EXECUTOR = PositionKind.SUPERVISOR, PositionKind.EXECUTOR
FUNCTIONAL = PositionKind.FUNCTIONAL

REGENCY, DISTRICT = "Kabupaten Contoh Raya", "Kecamatan Contohsari"
HEALTH, CLINIC = "Dinas Kesehatan", "UPTD Puskesmas Melati Contoh"
OTHER_CLINIC = "UPTD Puskesmas Kenanga Contoh"

#: unit -> (parent, independent)
UNITS = {
    REGENCY: (None, False),
    DISTRICT: (REGENCY, True),
    HEALTH: (REGENCY, False),
    CLINIC: (HEALTH, True),
    OTHER_CLINIC: (HEALTH, True),
}


@dataclass(frozen=True)
class Human:
    """A person: key, titles, number, status and golongan."""

    key: str
    front: str
    name: str
    back: str
    nip: str | None
    status: EmploymentStatus
    rank: str
    contract: tuple[date, date] | None = None


@dataclass(frozen=True)
class Post:
    """A dated post; ``since`` and ``until`` are (years from now, month, day)."""

    who: str
    unit: str
    name: str
    kind: PositionKind
    assessor: str | None
    senior: str | None
    level: JobLevel | None = None
    leads: bool = False
    acting: Acting = Acting.DEFINITIVE
    since: tuple[int, int, int] = (-3, 1, 1)
    until: tuple[int, int, int] | None = None


HUMANS = (
    Human("BUP", "", "Bupati Contoh Raya", "", None, OFFICIAL, ""),
    Human("SEKDA", "Dr.", "Hendra Wiradikarta", "M.Si.", "196902101994031902", PNS, "IV/d"),
    Human("CAM", "Drs.", "Arif Setiawarman", "M.Si.", "197205141994031901", PNS, "IV/b"),
    Human("SEK", "", "Ratna Kusumaputri", "S.Sos., M.A.P.", "197809222005012902", PNS, "IV/a"),
    Human("KSP", "", "Dedi Pranasuta", "S.IP.", "198203112008011903", PNS, "III/d"),
    Human("KPM", "", "Siti Mahardika", "S.E.", "198507302010012904", PNS, "III/c"),
    Human("KTR", "", "Bambang Laksanajaya", "S.H.", "198011052009011905", PNS, "III/c"),
    Human("KSU", "", "Nur Azkiawati", "S.A.P.", "198709182011012906", PNS, "III/c"),
    Human("PLK", "", "Iwan Permadanu", "A.Md.", "199001172015031907", PNS, "II/d"),
    Human("PPK3", "", "Yuli Anggrawati", "", "199203152023212908", PPPK, "V",
          (date(2023, 3, 1), date(2028, 2, 29))),
    Human("JFP", "", "Farhan Adiwijanarko", "S.T.", "199604252020121909", PNS, "III/a"),
    Human("JFA", "", "Wulan Sastranegara", "A.Md.", "199911082022032910", PNS, "II/c"),
    Human("KADIS", "dr.", "Surya Adikusumah", "M.Kes.", "196811201998031911", PNS, "IV/c"),
    Human("KAP", "dr.", "Lestari Wibawati", "", "198104022009032912", PNS, "III/d"),
    Human("PLT", "drg.", "Maya Kiranadewi", "", "198510102011012913", PNS, "III/d"),
    Human("KTU", "", "Heru Santamarta", "S.K.M.", "198706152010011914", PNS, "III/c"),
    Human("PRW", "", "Rini Puspakencana", "A.Md.Kep.", "199312042019032915", PNS, "II/d"),
    Human("BDN", "", "Tiara Nirmalasari", "S.Tr.Keb.", "199507212026212916", PPPK, "IX",
          (date(2026, 3, 1), date(2031, 2, 28))),
    Human("NUT", "", "Galih Prawira", "S.Gz.", "200103172026041917", CPNS, "III/a"),
    Human("PW", "", "Asep Jayakusumah", "", "199809092026211918", PART, "",
          (date(2026, 1, 1), date(2026, 12, 31))),
    Human("DOK", "dr.", "Nadia Cempakasari", "", "199202142019022919", PNS, "III/b"),
    Human("KNG", "dr.", "Bayu Wirasena", "", "197911032008011920", PNS, "III/d"),
)  # fmt: skip

POSTS = (
    Post("BUP", REGENCY, "Bupati Contoh Raya", PositionKind.OFFICIAL, None, None),
    Post("SEKDA", REGENCY, "Sekretaris Daerah", JPT, "BUP", "BUP"),
    Post("CAM", DISTRICT, "Camat Contohsari", ADMINISTRATOR, "SEKDA", "BUP", leads=True),
    Post("SEK", DISTRICT, "Sekretaris Kecamatan", ADMINISTRATOR, "CAM", "SEKDA"),
    Post("KSP", DISTRICT, "Kepala Seksi Pemerintahan dan Pelayanan", SUPERVISOR, "CAM", "SEKDA"),
    Post("KPM", DISTRICT, "Kepala Seksi Pemberdayaan Masyarakat dan Desa", SUPERVISOR,
         "CAM", "SEKDA"),
    Post("KTR", DISTRICT, "Kepala Seksi Ketenteraman dan Ketertiban", SUPERVISOR,
         "CAM", "SEKDA"),
    Post("KSU", DISTRICT, "Kepala Subbagian Umum dan Kepegawaian", SUPERVISOR, "SEK", "CAM"),
    Post("PLK", DISTRICT, "Pengolah Data dan Informasi", EXECUTOR, "KSP", "CAM"),
    Post("PPK3", DISTRICT, "Operator Layanan Operasional", EXECUTOR, "KSP", "CAM"),
    Post("JFP", DISTRICT, "Perencana Ahli Pertama", FUNCTIONAL, "SEK", "CAM",
         JobLevel.AHLI_PERTAMA),
    Post("JFA", DISTRICT, "Arsiparis Terampil", FUNCTIONAL, "KSU", "SEK", JobLevel.TERAMPIL),
    Post("KADIS", HEALTH, "Kepala Dinas Kesehatan", JPT, "SEKDA", "BUP"),
    Post("KAP", CLINIC, "Kepala Puskesmas", FUNCTIONAL, "KADIS", "SEKDA", JobLevel.AHLI_MUDA,
         leads=True, until=(0, 8, 31)),
    Post("KAP", CLINIC, "Dokter Ahli Muda", FUNCTIONAL, "KADIS", "SEKDA", JobLevel.AHLI_MUDA,
         since=(0, 9, 1)),
    Post("PLT", CLINIC, "Dokter Gigi Ahli Muda", FUNCTIONAL, "KAP", "KADIS",
         JobLevel.AHLI_MUDA, until=(0, 8, 31)),
    Post("PLT", CLINIC, "Kepala Puskesmas", FUNCTIONAL, "KADIS", "SEKDA", JobLevel.AHLI_MUDA,
         leads=True, acting=Acting.PLT, since=(0, 9, 1)),
    Post("KTU", CLINIC, "Kepala Subbagian Tata Usaha", SUPERVISOR, "KAP", "KADIS",
         until=(0, 8, 31)),
    Post("KTU", CLINIC, "Kepala Subbagian Tata Usaha", SUPERVISOR, "PLT", "KADIS",
         since=(0, 9, 1)),
    Post("KNG", OTHER_CLINIC, "Kepala Puskesmas", FUNCTIONAL, "KADIS", "SEKDA",
         JobLevel.AHLI_MUDA, leads=True),
    Post("PRW", OTHER_CLINIC, "Perawat Terampil", FUNCTIONAL, "KNG", "KADIS",
         JobLevel.TERAMPIL, until=(0, 6, 30)),
    Post("PRW", CLINIC, "Perawat Terampil", FUNCTIONAL, "KAP", "KADIS", JobLevel.TERAMPIL,
         since=(0, 7, 1), until=(0, 8, 31)),
    Post("PRW", CLINIC, "Perawat Terampil", FUNCTIONAL, "PLT", "KADIS", JobLevel.TERAMPIL,
         since=(0, 9, 1)),
    Post("BDN", CLINIC, "Bidan Ahli Pertama", FUNCTIONAL, "KAP", "KADIS",
         JobLevel.AHLI_PERTAMA, since=(0, 3, 1), until=(0, 8, 31)),
    Post("BDN", CLINIC, "Bidan Ahli Pertama", FUNCTIONAL, "PLT", "KADIS",
         JobLevel.AHLI_PERTAMA, since=(0, 9, 1)),
    Post("NUT", CLINIC, "Nutrisionis Ahli Pertama", FUNCTIONAL, "KAP", "KADIS",
         JobLevel.AHLI_PERTAMA, since=(0, 4, 1), until=(0, 8, 31)),
    Post("NUT", CLINIC, "Nutrisionis Ahli Pertama", FUNCTIONAL, "PLT", "KADIS",
         JobLevel.AHLI_PERTAMA, since=(0, 9, 1)),
    Post("PW", CLINIC, "Operator Layanan Kesehatan", EXECUTOR, "KTU", "KAP",
         since=(0, 1, 1), until=(0, 8, 31)),
    Post("PW", CLINIC, "Operator Layanan Kesehatan", EXECUTOR, "KTU", "PLT", since=(0, 9, 1)),
    Post("DOK", CLINIC, "Dokter Ahli Pertama", FUNCTIONAL, "KAP", "KADIS",
         JobLevel.AHLI_PERTAMA, until=(0, 8, 31)),
    Post("DOK", CLINIC, "Dokter Ahli Pertama", FUNCTIONAL, "PLT", "KADIS",
         JobLevel.AHLI_PERTAMA, since=(0, 9, 1)),
)  # fmt: skip
