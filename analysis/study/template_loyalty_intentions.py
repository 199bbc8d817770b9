"""Service themes and complaints of a small food business as causes of loyalty intentions: 17 items."""

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

_SERVICE = TemplateScale(
    Wording("Tema Layanan", "Service Themes"),
    (
        statement("TL1", Wording("Pengenalan Pelanggan", "Identification"), "Penjual mengenali saya ketika saya memesan lagi.",
                  "The seller recognises me when I order again."),
        statement("TL2", Wording("Basis Data Pelanggan", "Customer Database"), "Penjual mengingat pesanan yang biasa saya beli.",
                  "The seller remembers what I usually order."),
        statement("TL3", Wording("Hadiah dan Keanggotaan", "Reward and Membership"), "Hadiah bagi pelanggan tetap terasa pantas.",
                  "The rewards for regular customers feel fair."),
        statement("TL4", Wording("Kunjungan Pelanggan", "Customer Visits"), "Penjual menghubungi atau mengunjungi saya untuk mendengar kesan saya.",
                  "The seller calls on me to hear how I liked it."),
        statement("TL5", Wording("Kesantunan", "Courtesy"), "Penjual melayani dengan senyum, salam, dan sapa.",
                  "The seller serves me with a smile and a greeting."),
        statement("TL6", Wording("Eskalasi", "Escalation"), "Keluhan yang berat diteruskan kepada orang yang dapat menyelesaikannya.",
                  "A serious complaint is passed on to someone who can settle it."),
    ),
)  # fmt: skip
_COMPLAINTS = TemplateScale(
    Wording("Pengalaman Keluhan", "Complaints Met"),
    (
        statement("KL1", Wording("Rasa", "Taste"), "Rasa makanan berubah setelah pengiriman jauh.",
                  "The taste changed after a long delivery."),
        statement("KL2", Wording("Waktu Tunggu", "Waiting"), "Saya menunggu lama untuk pesanan yang dipesan lebih dahulu.",
                  "I waited long for what I had ordered ahead."),
        statement("KL3", Wording("Keterlambatan", "Lateness"), "Pesanan saya datang melewati waktu yang dijanjikan.",
                  "My order came later than promised."),
        statement("KL4", Wording("Fasilitas", "Facilities"), "Tempat makan atau parkir membuat saya kurang nyaman.",
                  "The dining or parking space was uncomfortable for me."),
        statement("KL5", Wording("Pelayanan", "Service"), "Saya pernah dilayani dengan cara yang kurang profesional.",
                  "I have been served in an unprofessional way."),
        statement("KL6", Wording("Saluran Digital", "Digital Channel"), "Pesan saya di media sosial lama dibalas.",
                  "My messages on social media took long to be answered."),
    ),
)  # fmt: skip
_LOYALTY = TemplateScale(
    Wording("Niat Loyal", "Loyalty Intentions"),
    (
        statement("LOY1", Wording("Kata Positif", "Positive Word"), "Saya menceritakan hal baik tentang usaha ini.",
                  "I say good things about this business."),
        statement("LOY2", Wording("Rekomendasi", "Recommendation"), "Saya menyarankan usaha ini kepada orang yang bertanya.",
                  "I recommend this business to people who ask me."),
        statement("LOY3", Wording("Bertahan", "Staying"), "Saya tetap membeli di sini untuk waktu yang lama.",
                  "I will go on buying here for a long time."),
        statement("LOY4", Wording("Membeli Lebih Banyak", "Buying More"), "Saya akan membeli lebih banyak di sini.",
                  "I will buy more here."),
        statement("LOY5", Wording("Membayar Lebih", "Paying More"), "Saya bersedia membeli di sini walaupun harganya naik.",
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
