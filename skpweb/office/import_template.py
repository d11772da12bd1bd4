"""The empty staff list: the sheet to fill in, an example, and what each column means."""

from skpweb.office import list_template
from skpweb.office.import_columns import COLUMNS

EXAMPLES = (
    ("", "", "Bupati Contoh Raya", "", "Pejabat non-ASN", "", "Bupati Contoh Raya",
     "Pejabat non-ASN", "", "", "", "01/01/2024", "", ""),
    ("197205141994031901", "Drs.", "Arif Setiawarman", "M.Si.", "PNS", "IV/b", "Camat Contohsari",
     "Administrator", "", "Kecamatan Contohsari", "Ya", "01/01/2024", "Bupati Contoh Raya",
     "Bupati Contoh Raya"),
    ("198203112008011903", "", "Dedi Pranasuta", "S.Sos.", "PNS", "III/d",
     "Kepala Seksi Pelayanan", "Pengawas", "", "Kecamatan Contohsari > Seksi Pelayanan", "",
     "01/01/2024", "197205141994031901", ""),
    ("199203152023212908", "", "Yuli Anggrawati", "A.Md.", "PPPK", "VII",
     "Arsiparis Terampil", "Fungsional", "Terampil", "Kecamatan Contohsari > Seksi Pelayanan", "",
     "01/03/2024", "198203112008011903", ""),
)  # fmt: skip
WIDTHS = {"unit": 44, "position_name": 32, "name": 28}


def build() -> bytes:
    """The template as .xlsx."""
    return list_template.build("Pegawai", COLUMNS, (), EXAMPLES, WIDTHS)
