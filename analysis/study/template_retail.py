"""Customer service, loyalty program and community building of a shop, with satisfaction and loyalty: 34 items."""

from __future__ import annotations

from analysis.study.templates import (
    AGE,
    GENDER,
    OCCUPATION,
    InstrumentTemplate,
    RespondentQuestion,
    TemplateScale,
    Wording,
    statement,
)

_RESPONSIVENESS = Wording("Daya Tanggap", "Responsiveness")
_RELIABILITY = Wording("Keandalan", "Reliability")
_ASSURANCE = Wording("Jaminan", "Assurance")
_EMPATHY = Wording("Empati", "Empathy")
_TANGIBLES = Wording("Bukti Fisik", "Tangibles")
_SUPPORT = Wording("Dukungan", "Support")
_EASE = Wording("Kemudahan", "Ease")
_BENEFIT = Wording("Manfaat", "Benefit")

_SERVICE = TemplateScale(
    Wording("Layanan Pelanggan", "Customer Service"),
    (
        statement("CS1", _RESPONSIVENESS, "Petugas segera datang ketika saya memerlukan bantuan.",
                  "Staff come at once when I need help."),
        statement("CS2", _RESPONSIVENESS, "Pertanyaan saya dijawab tanpa menunggu lama.",
                  "My questions are answered without a long wait."),
        statement("CS3", _RELIABILITY, "Harga di kasir sama dengan harga di rak.",
                  "The price at the till is the price on the shelf."),
        statement("CS4", _RELIABILITY, "Toko menepati janji yang disampaikan kepada pelanggan.",
                  "The shop keeps the promises it makes to customers."),
        statement("CS5", _ASSURANCE, "Petugas menguasai barang yang dijual.",
                  "Staff know the goods they sell."),
        statement("CS6", _ASSURANCE, "Saya merasa aman berbelanja di toko ini.",
                  "I feel safe when I shop here."),
        statement("CS7", _EMPATHY, "Petugas mendengarkan keperluan saya dengan sabar.",
                  "Staff listen to what I need with patience."),
        statement("CS8", _EMPATHY, "Petugas memperlakukan setiap pelanggan dengan hormat.",
                  "Staff treat every customer with respect."),
        statement("CS9", _TANGIBLES, "Ruang belanja bersih dan tertata.",
                  "The shop is clean and well arranged."),
        statement("CS10", _TANGIBLES, "Barang mudah ditemukan di raknya.",
                  "Goods are easy to find on their shelves."),
    ),
)  # fmt: skip
_PROGRAM = TemplateScale(
    Wording("Program Loyalitas", "Loyalty Program"),
    (
        statement("LP1", Wording("Nilai Uang", "Monetary Value"), "Program ini menghemat pengeluaran belanja saya.",
                  "The program saves me money on my shopping."),
        statement("LP2", Wording("Nilai Penukaran", "Redemption Value"), "Pilihan hadiah penukaran poin beragam.",
                  "There is a wide choice of rewards for points."),
        statement("LP3", Wording("Nilai Aspirasi", "Aspirational Value"), "Hadiah program ini ingin saya raih.",
                  "The rewards of the program are worth striving for."),
        statement("LP4", Wording("Nilai Relevansi", "Relevance Value"), "Keuntungan program ini cocok dengan kebutuhan saya.",
                  "The benefits of the program fit my needs."),
        statement("LP5", Wording("Nilai Kenyamanan", "Convenience Value"), "Mengikuti program ini tidak merepotkan saya.",
                  "Taking part in the program is no trouble for me."),
    ),
)  # fmt: skip
_COMMUNITY = TemplateScale(
    Wording("Pembentukan Komunitas", "Community Building"),
    (
        statement("CB1", _SUPPORT, "Toko menanggapi pesan pelanggan di media sosialnya.",
                  "The shop responds to messages on its social media."),
        statement("CB2", _SUPPORT, "Kritik pelanggan ditindaklanjuti oleh toko.",
                  "The shop acts on the criticism of customers."),
        statement("CB3", _EASE, "Saya mudah menyampaikan saran kepada toko.",
                  "It is easy for me to make a suggestion to the shop."),
        statement("CB4", _EASE, "Saya mudah menemukan kabar toko di saluran digitalnya.",
                  "It is easy for me to find news of the shop on its digital channels."),
        statement("CB5", _BENEFIT, "Kabar dari toko bermanfaat bagi saya.",
                  "The news from the shop is useful to me."),
        statement("CB6", _BENEFIT, "Kegiatan toko mempertemukan saya dengan pelanggan lain.",
                  "The activities of the shop bring me together with other customers."),
    ),
)  # fmt: skip
_SATISFACTION = TemplateScale(
    Wording("Kepuasan Pelanggan", "Customer Satisfaction"),
    (
        statement("SAT1", Wording("Harga", "Price"), "Saya puas dengan harga di toko ini.",
                  "I am satisfied with the prices of this shop."),
        statement("SAT2", Wording("Pelayanan", "Service"), "Saya puas dengan pelayanan toko ini.",
                  "I am satisfied with the service of this shop."),
        statement("SAT3", Wording("Informasi", "Information"), "Saya puas dengan informasi dari toko ini.",
                  "I am satisfied with the information from this shop."),
    ),
)  # fmt: skip
_LOYALTY = TemplateScale(
    Wording("Loyalitas Pelanggan", "Customer Loyalty"),
    (
        statement("LOY1", Wording("Dari Mulut ke Mulut", "Word of Mouth"), "Saya menceritakan kebaikan toko ini kepada orang lain.",
                  "I tell others what is good about this shop."),
        statement("LOY2", Wording("Dari Mulut ke Mulut", "Word of Mouth"), "Saya mengajak keluarga atau teman berbelanja di sini.",
                  "I invite family or friends to shop here."),
        statement("LOY3", Wording("Menolak Pesaing", "Rejecting Others"), "Saya memilih toko ini walaupun ada tawaran dari toko lain.",
                  "I choose this shop even when others make me offers."),
        statement("LOY4", Wording("Belanja Kembali", "Coming Back"), "Saya akan berbelanja lagi di toko ini.",
                  "I will shop here again."),
    ),
)  # fmt: skip
_ATTACHMENT = TemplateScale(
    Wording("Keterikatan", "Attachment"),
    (
        statement("ATT1", None, "Saya merasa memiliki ikatan dengan toko ini.", "I feel a bond with this shop."),
        statement("ATT2", None, "Toko ini berarti bagi saya.", "This shop means something to me."),
        statement("ATT3", None, "Bagi saya toko ini lebih menonjol daripada toko lain.",
                  "To me this shop stands out from other shops."),
    ),
)  # fmt: skip
_REPEAT_PURCHASE = TemplateScale(
    Wording("Pembelian Ulang", "Repeat Purchase"),
    (
        statement("REP1", None, "Saya berbelanja di toko ini secara rutin.", "I shop here regularly."),
        statement("REP2", None, "Sebagian besar keperluan saya beli di toko ini.", "I buy most of what I need here."),
        statement("REP3", None, "Saya membeli berbagai jenis barang di toko ini.", "I buy many kinds of goods here."),
    ),
)  # fmt: skip

RETAIL = InstrumentTemplate(
    key="retail",
    title=Wording(
        "Layanan, program loyalitas, komunitas, dan loyalitas",
        "Service, loyalty program, community and loyalty",
    ),
    respondent_questions=(
        GENDER,
        AGE,
        OCCUPATION,
        RespondentQuestion(
            Wording("Frekuensi Belanja", "Shopping Frequency"),
            (
                Wording("1 kali sebulan", "Once a month"),
                Wording("2-3 kali sebulan", "2-3 times a month"),
                Wording("4-5 kali sebulan", "4-5 times a month"),
                Wording("Lebih dari 5 kali sebulan", "More than 5 times a month"),
            ),
        ),
        RespondentQuestion(
            Wording("Apakah Anda memiliki kartu member?", "Do you have a member card?"),
            (Wording("Ya", "Yes"), Wording("Tidak", "No")),
        ),
    ),
    scales=(_SERVICE, _PROGRAM, _COMMUNITY, _SATISFACTION, _LOYALTY, _ATTACHMENT, _REPEAT_PURCHASE),
)
