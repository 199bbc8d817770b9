"""Customer relationship management and after-sales service as causes of sales: 28 items."""

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

_MANAGEMENT = Wording("Pengelolaan", "Management")
_RELATIONSHIP = Wording("Hubungan", "Relationship")
_CUSTOMER = Wording("Pelanggan", "Customer")
_PRICE = Wording("Harga", "Price")
_PROMOTION = Wording("Promosi", "Promotion")
_QUALITY = Wording("Mutu", "Quality")
_CHANNEL = Wording("Saluran Distribusi", "Distribution Channel")
_PRODUCT = Wording("Produk", "Product")

_RELATIONSHIP_MANAGEMENT = TemplateScale(
    Wording("Manajemen Hubungan Pelanggan", "Customer Relationship Management"),
    (
        statement("X1.1", _MANAGEMENT, "Pusat panggilan merek ini menjawab pertanyaan saya sampai tuntas.",
                  "The call centre of this brand answers my questions fully."),
        statement("X1.2", _MANAGEMENT, "Tenaga penjual menjelaskan kegunaan produk sesuai kebutuhan saya.",
                  "The sales team explains what a product can do for my needs."),
        statement("X1.3", _MANAGEMENT, "Tim pemasaran menyampaikan kabar produk baru kepada saya tepat waktu.",
                  "The marketing team brings me news of new products in good time."),
        statement("X1.4", _RELATIONSHIP, "Merek ini menjaga hubungan dengan saya setelah pembelian.",
                  "This brand keeps in touch with me after a purchase."),
        statement("X1.5", _RELATIONSHIP, "Saya merasa dihargai ketika berurusan dengan merek ini.",
                  "I feel valued whenever I deal with this brand."),
        statement("X1.6", _RELATIONSHIP, "Komunitas pengguna membuat saya dekat dengan merek ini.",
                  "The community of users brings me closer to this brand."),
        statement("X1.7", _CUSTOMER, "Merek ini memahami apa yang saya butuhkan.",
                  "This brand understands what I need."),
        statement("X1.8", _CUSTOMER, "Penawaran yang saya terima sesuai dengan minat saya.",
                  "The offers that I receive match my interests."),
        statement("X1.9", _CUSTOMER, "Pendapat saya sebagai pelanggan didengarkan oleh merek ini.",
                  "My opinion as a customer is heard by this brand."),
    ),
)  # fmt: skip
_AFTER_SALES = TemplateScale(
    Wording("Layanan Purna Jual", "After-Sales Service"),
    (
        statement("X2.1", Wording("Garansi", "Warranty"), "Garansi produk mudah saya gunakan ketika diperlukan.",
                  "The warranty is easy to use when I need it."),
        statement("X2.2", Wording("Suku Cadang", "Spare Parts"), "Suku cadang asli tersedia ketika saya membutuhkannya.",
                  "Original spare parts are available when I need them."),
        statement("X2.3", Wording("Pusat Perbaikan", "Repair Centre"), "Pusat perbaikan resmi terjangkau dari tempat saya.",
                  "An official repair centre is within my reach."),
        statement("X2.4", Wording("Pusat Perbaikan", "Repair Centre"), "Perbaikan selesai sesuai waktu yang dijanjikan.",
                  "Repairs are finished at the promised time."),
        statement("X2.5", Wording("Konsultasi", "Consultation"), "Petugas memberi saran yang membantu ketika saya berkonsultasi.",
                  "Staff give me helpful advice when I consult them."),
        statement("X2.6", Wording("Voucer", "Vouchers"), "Voucer setelah pembelian bermanfaat bagi saya.",
                  "The vouchers that follow a purchase are of use to me."),
        statement("X2.7", Wording("Aksesori", "Accessories"), "Aksesori yang cocok mudah saya dapatkan.",
                  "Fitting accessories are easy for me to get."),
        statement("X2.8", Wording("Retur", "Return"), "Barang cacat dapat saya kembalikan dengan cara yang sederhana.",
                  "I can return a defective product in a simple way."),
        statement("X2.9", Wording("Pengembalian Dana", "Refund"), "Pengembalian dana untuk barang cacat berlangsung cepat.",
                  "The refund for a defective product comes quickly."),
    ),
)  # fmt: skip
_SALES = TemplateScale(
    Wording("Peningkatan Penjualan", "Sales Increase"),
    (
        statement("Y.1", _PRICE, "Harga produk merek ini sepadan dengan manfaatnya.",
                  "The price of this brand is worth its benefits."),
        statement("Y.2", _PRICE, "Harga merek ini membuat saya membeli lebih banyak.",
                  "The price of this brand leads me to buy more."),
        statement("Y.3", _PROMOTION, "Promosi merek ini menarik minat saya untuk membeli.",
                  "The promotions of this brand draw me to buy."),
        statement("Y.4", _PROMOTION, "Saya membeli produk merek ini setelah melihat iklannya.",
                  "I buy products of this brand after seeing its advertisements."),
        statement("Y.5", _QUALITY, "Mutu produk membuat saya membeli merek ini.",
                  "The quality of the products makes me buy this brand."),
        statement("Y.6", _QUALITY, "Produk merek ini awet dipakai sehari-hari.",
                  "Products of this brand last in daily use."),
        statement("Y.7", _CHANNEL, "Produk merek ini mudah dibeli di toko sekitar saya.",
                  "Products of this brand are easy to buy in shops near me."),
        statement("Y.8", _CHANNEL, "Saya nyaman membeli merek ini secara daring.",
                  "I am comfortable buying this brand online."),
        statement("Y.9", _PRODUCT, "Pilihan produk merek ini memenuhi keperluan saya.",
                  "The range of products of this brand covers my needs."),
        statement("Y.10", _PRODUCT, "Saya memiliki lebih dari satu jenis produk merek ini.",
                  "I own more than one kind of product of this brand."),
    ),
)  # fmt: skip

AFTER_SALES = InstrumentTemplate(
    key="after_sales",
    title=Wording(
        "Hubungan pelanggan, layanan purna jual, dan penjualan",
        "Customer relationships, after-sales service and sales",
    ),
    respondent_questions=(
        GENDER,
        AGE,
        OCCUPATION,
        RespondentQuestion(
            Wording("Lokasi Mendapatkan Produk", "Purchase Channel"),
            (
                Wording("Toko daring", "Online shop"),
                Wording("Toko resmi", "Official shop"),
                Wording("Toko lain", "Other shop"),
            ),
        ),
    ),
    scales=(_RELATIONSHIP_MANAGEMENT, _AFTER_SALES, _SALES),
)
