"""The statements of Anak Lampiran 1 (p.120-122) with the column that is ticked there."""

RESULTS = """
Permohonan bantuan teknis diproses dengan cepat dan akurat
Verifikasi berkas permohonan bantuan teknis disampaikan tepat waktu.
Pemerintah Daerah menggunakan aplikasi SIMBG untuk penerbitan PBG/ IMB dan SLF
Tidak ada dokumen pengusulan bantuan teknis yang hilang
Ide dan inovasi untuk mengembangkan fitur SIMBG
Respon terhadap permintaan bantuan teknis dilakukan dengan cepat dan memuaskan
Hasil analisis kebutuhan biaya disampaikan tepat waktu
Kepuasan instansi pengusul
Ibu hamil terlayani sesuai standar
Diagnosa yang tepat
Ibu hamil mendapat paket nutrisi sesuai kebutuhan
Ide dan inovasi untuk memberikan layanan jemput bola kepada ibu hamil
Peralatan medis tersedia dan siap digunakan
Tidak terjadi malpraktek terhadap ibu hamil
Kepuasan ibu hamil
""".strip().splitlines()

ACTIVITIES = """
Menyusun materi sosialisasi aplikasi SIMBG
Asistensi/ pendampingan terhadap Pemerintah Daerah terkait penggunaan SIMBG
Mengembangkan aplikasi SIMBG
Menyusun Draft Kebijakan terkait Bangunan Gedung
Menjawab panggilan untuk konsultasi dengan pemerintah daerah
Memberikan bimbingan Kinerja kepada pegawai di tim kerja
Melatih tenaga kesehatan
Melakukan pendampingan terhadap ibu hamil yang dirujuk
Menulis resep
Mengembangkan aplikasi untuk pendaftaran ibu hamil secara online
Menata dokumen rekam medis ibu hamil
Menulis surat rujukan
Menjawab panggilan untuk konsultasi
Memberikan bimbingan kepada bidan pemula
""".strip().splitlines()

CATEGORIES = """
Layanan penerbitan PBG/ IMB dan SLF
Monitoring dan supervisi
Sosialisasi
Fasilitasi penyelenggaraan bangunan gedung
Pengawasan
Layanan Antenatal Care
Hubungan masyarakat
Layanan persalinan
Pengawasan
""".strip().splitlines()
