"""Service themes and complaints of a small food business as causes of loyalty intentions: 17 items."""

from __future__ import annotations

from analysis.study.templates import (
    AGE,
    GENDER,
    OCCUPATION,
    InstrumentTemplate,
    RespondentQuestion,
    TemplateItem,
    TemplateScale,
    Wording,
)


def _item(code: str, dimension: tuple[str, str], indonesian: str, english: str) -> TemplateItem:
    return TemplateItem(code, Wording(indonesian, english), Wording(*dimension))


_SERVICE = TemplateScale(
    Wording("Tema Layanan", "Service Themes"),
    (
        _item("TL1", ("Pengenalan Pelanggan", "Identification"), "Penjual mengenali saya ketika saya memesan lagi.",
              "The seller recognises me when I order again."),
        _item("TL2", ("Basis Data Pelanggan", "Customer Database"), "Penjual mengingat pesanan yang biasa saya beli.",
              "The seller remembers what I usually order."),
        _item("TL3", ("Hadiah dan Keanggotaan", "Reward and Membership"), "Hadiah bagi pelanggan tetap terasa pantas.",
              "The rewards for regular customers feel fair."),
        _item("TL4", ("Kunjungan Pelanggan", "Customer Visits"), "Penjual menghubungi atau mengunjungi saya untuk mendengar kesan saya.",
              "The seller calls on me to hear how I liked it."),
        _item("TL5", ("Kesantunan", "Courtesy"), "Penjual melayani dengan senyum, salam, dan sapa.",
              "The seller serves me with a smile and a greeting."),
        _item("TL6", ("Eskalasi", "Escalation"), "Keluhan yang berat diteruskan kepada orang yang dapat menyelesaikannya.",
              "A serious complaint is passed on to someone who can settle it."),
    ),
)  # fmt: skip
_COMPLAINTS = TemplateScale(
    Wording("Pengalaman Keluhan", "Complaints Met"),
    (
        _item("KL1", ("Rasa", "Taste"), "Rasa makanan berubah setelah pengiriman jauh.",
              "The taste changed after a long delivery."),
        _item("KL2", ("Waktu Tunggu", "Waiting"), "Saya menunggu lama untuk pesanan yang dipesan lebih dahulu.",
              "I waited long for what I had ordered ahead."),
        _item("KL3", ("Keterlambatan", "Lateness"), "Pesanan saya datang melewati waktu yang dijanjikan.",
              "My order came later than promised."),
        _item("KL4", ("Fasilitas", "Facilities"), "Tempat makan atau parkir membuat saya kurang nyaman.",
              "The dining or parking space was uncomfortable for me."),
        _item("KL5", ("Pelayanan", "Service"), "Saya pernah dilayani dengan cara yang kurang profesional.",
              "I have been served in an unprofessional way."),
        _item("KL6", ("Saluran Digital", "Digital Channel"), "Pesan saya di media sosial lama dibalas.",
              "My messages on social media took long to be answered."),
    ),
)  # fmt: skip
_LOYALTY = TemplateScale(
    Wording("Niat Loyal", "Loyalty Intentions"),
    (
        _item("LOY1", ("Kata Positif", "Positive Word"), "Saya menceritakan hal baik tentang usaha ini.",
              "I say good things about this business."),
        _item("LOY2", ("Rekomendasi", "Recommendation"), "Saya menyarankan usaha ini kepada orang yang bertanya.",
              "I recommend this business to people who ask me."),
        _item("LOY3", ("Bertahan", "Staying"), "Saya tetap membeli di sini untuk waktu yang lama.",
              "I will go on buying here for a long time."),
        _item("LOY4", ("Membeli Lebih Banyak", "Buying More"), "Saya akan membeli lebih banyak di sini.",
              "I will buy more here."),
        _item("LOY5", ("Membayar Lebih", "Paying More"), "Saya bersedia membeli di sini walaupun harganya naik.",
              "I am willing to buy here even if prices rise."),
    ),
)  # fmt: skip

LOYALTY_INTENTIONS = InstrumentTemplate(
    key="loyalty_intentions",
    title=Wording(
        "Tema layanan, keluhan, dan niat loyal", "Service themes, complaints and loyalty intentions"
    ),
    respondent_questions=(
        GENDER,
        AGE,
        OCCUPATION,
        RespondentQuestion(
            Wording("Frekuensi Pembelian", "Frequency of Purchase"),
            (
                Wording("1 kali sebulan atau kurang", "Once a month or less"),
                Wording("2-3 kali sebulan", "2-3 times a month"),
                Wording("4 kali sebulan atau lebih", "4 times a month or more"),
            ),
        ),
    ),
    scales=(_SERVICE, _COMPLAINTS, _LOYALTY),
)
