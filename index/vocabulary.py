"""Words of Indonesian offices that no rule gets right: families, words kept whole, spellings."""

from __future__ import annotations

FAMILIES = """
undang: perundang perundangan perundangundangan undangundang
setiap: tiap
kegiatan: giat
satu: kesatu
dua: kedua
tiga: ketiga
empat: keempat
lima: kelima
enam: keenam
tujuh: ketujuh
delapan: kedelapan
sembilan: kesembilan
puluh: kesepuluh
hendak: kehendak
tahu: ketahui
ubah: rubah merubah dirubah perubah
wenang: wewenang
padu: memadukan pemaduan
ketik: mengetik pengetik pengetikan
kemas: mengemas pengemas pengemasan
mengerti: pengertian
bertentangan: pertentangan
bagi: sebagian
"""
"""A root and the words that belong to it where the stemmer would take them apart wrongly."""

WHOLE = """
anggaran bagian bekasi berkala haki kasi keadaan keberatan kebijakan kegiatan keuangan memadai pembantu pemerintah
pendapat pendapatan pengadaan perintah perjalanan perkada perpres perwali peserta satuan sekretariat sertamerta
"""
"""Words whose root means something else; what is made of them (penganggaran) belongs to them."""

_SPELLINGS = """
aktifitas aktivitas; amandemen amendemen; analisa analisis; antri antre; asik asyik; azas asas; blanko blangko;
bolpoint bolpoin; detil detail; deviden dividen; diagnosa diagnosis; disain desain; draft draf;
efektifitas efektivitas; ekivalen ekuivalen; eksport ekspor; ekstrim ekstrem; elit elite; faksimili faksimile;
fikir pikir; fotocopy fotokopi; hakekat hakikat; handal andal; hapal hafal; hektar hektare; hembus embus; himbau imbau;
hipotesa hipotesis; hirarki hierarki; hutang utang; ijasah ijazah; ijin izin; ikhwal ihwal; import impor; indera indra;
informsi informasi; infromasi informasi; insidentil insidental; itikad iktikad; jadual jadwal; jaman zaman;
jamaah jemaah; jendral jenderal; kadaluarsa kedaluwarsa; kadaluwarsa kedaluwarsa; karir karier; katagori kategori;
kendor kendur; khasanah khazanah; komersil komersial; komoditi komoditas; kongkret konkret; konkrit konkret;
kontinyu kontinu; koordinir koordinasi; kordinasi koordinasi; kost kos; kreatifitas kreativitas; ksatria kesatria;
kwalitas kualitas; kwantitas kuantitas; kwartal kuartal; kwitansi kuitansi; legalisir legalisasi; lembab lembap;
mahluk makhluk; managemen manajemen; manager manajer; materai meterai; metoda metode; metodelogi metodologi;
milyar miliar; motto moto; mushola musala; musholla musala; nafas napas; nahkoda nakhoda; nasehat nasihat; nomer nomor;
nopember november; notula notulen; obyek objek; obyektif objektif; obyektivitas objektivitas; omset omzet;
organisir organisasi; orisinil orisinal; otopsi autopsi; pasport paspor; pebruari februari; photocopy fotokopi;
pondasi fondasi; praktek praktik; prilaku perilaku; produktifitas produktivitas; propinsi provinsi;
prosentase persentase; raport rapor; realisir realisasi; rekruitmen rekrutmen; resiko risiko;
sekedar sekadar; sertipikat sertifikat; seterika setrika; silahkan silakan; silaturrahmi silaturahmi;
subag subbagian; subbag subbagian; subbid subbidang; subid subbidang;
sinergitas sinergi; sistim sistem; sistimatis sistematis; sholat salat; softfile softcopy; solat salat;
souvenir suvenir; standarisasi standardisasi; standart standar; subyek subjek; subyektif subjektif; supir sopir;
tahta takhta; tarip tarif; tauladan teladan; tehnik teknik; tehnis teknis; tehnologi teknologi; tentram tenteram;
teoritis teoretis; terlantar telantar; trampil terampil; trilyun triliun; urin urine; yunior junior
"""

_SHORT = """
agst agustus; agt agustus; ags agustus; apr april; bbrp beberapa; blm belum; bln bulan; dgn dengan; dlm dalam;
dpt dapat; drpd daripada; enggak tidak; feb februari; ga tidak; gak tidak; hrs harus; jan januari; jln jalan;
jml jumlah; jul juli; jun juni; kab kabupaten; kec kecamatan; keg kegiatan; kmrn kemarin; kpd kepada; lap laporan;
nggak tidak; no nomor; nov november; nmr nomor; nop november; okt oktober; org orang; prov provinsi; sept september;
taun tahun; tdk tidak; tgl tanggal; thdp terhadap; thn tahun; ttg tentang; utk untuk; yg yang
"""

VARIANTS = dict(pair.split() for table in (_SPELLINGS, _SHORT) for pair in table.split(";"))
"""Spellings met in offices, and the one they are counted as: of a word, or of the root in it (perijinan)."""

_PAIRS = """
foto copy; foto kopi; hard copy; ikut serta; kerja sama; photo copy; serta merta; soft copy; soft file; sub bagian;
sub bidang; tanda tangan; tanggung jawab; tindak lanjut; wali kota
"""

JOINED = frozenset((first, second) for first, second in (pair.split() for pair in _PAIRS.split(";")))
"""Two words that are as often written as one: found either way."""

STRAY_PREFIXES = frozenset(("ber", "me", "mem", "men", "meng", "meny", "pem", "pen", "peng", "penge", "ter"))
"""Never words of their own: what stands alone belongs to the word after it."""

_VERBS = """
ambil angkat baca bagi bawa bayar beli bentuk beri buat buka buang cabut catat cek cetak download
edit fotokopi ganti hapus hitung input isi jual kaji kelola ketik kirim klik koreksi kumpul lihat minta muat nilai
olah pakai panggil pasang periksa pilih proses putus rekap revisi scan simpan susun tanda telaah terima
tindak tolak tulis tunda tutup ubah uji unduh unggah undang update upload urus usul verifikasi
"""

STRAY_VERBS = frozenset(_VERBS.split())
"""Verbs without a suffix that are met after a "di" that stands alone, though it belongs to them."""

SPLIT = frozenset(
    ("diantara", "diatas", "dibawah", "didalam", "diluar", "dimana", "disamping", "keatas", "kebawah", "kedalam")
)
"""Written as one, though "di" and "ke" are words of their own here."""

OPENERS = STRAY_PREFIXES | {"di"} | {first for first, _ in JOINED}
"""Words that may be the first half of one."""
