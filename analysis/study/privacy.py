"""Personal data at the door: recognised by header and by content, so that they can be dropped.

Kinds follow the law on personal data (UU 27/2022, art. 4): what identifies a person alone or in
combination, and exact times, which identify by order (LimeSurvey's anonymised mode blanks them too).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from analysis.study.profile import ColumnProfile
from analysis.study.wording import contains_word

_HEADER_PHRASES: Mapping[str, tuple[str, ...]] = {
    "email": ("email", "e mail", "surel", "gmail", "alamat email", "email address", "e mail address", "username"),
    "phone": (
        "hp", "no hp", "nomor hp", "nohp", "handphone", "telepon", "telp", "telpon", "whatsapp", "wa", "no wa", "phone",
        "phone number", "mobile number", "ponsel", "nomor dana", "nomor ovo", "nomor gopay", "e wallet", "pulsa",
    ),
    "national_id": ("nik", "ktp", "npwp", "paspor", "passport", "nomor induk kependudukan", "no kk", "national id"),
    "student_number": (
        "nim", "npm", "nrp", "nis", "nisn", "nip", "nomor induk", "student id", "student number", "employee id",
    ),
    "location": ("ip address", "ipaddress", "latitude", "longitude", "geopoint", "gps", "device id"),
    "address": ("alamat", "address", "alamat rumah", "kode pos", "postal code", "zip code", "rt rw"),
    "birth_date": ("tanggal lahir", "tgl lahir", "ttl", "date of birth", "birth date", "birthdate", "birthday", "dob"),
    "account": ("instagram", "ig", "akun instagram", "twitter", "tiktok", "facebook", "id line", "rekening", "akun"),
    "signature": ("tanda tangan", "signature", "foto diri", "selfie"),
    "name": ("nama", "nama lengkap", "nama responden", "full name", "name", "nama panggilan", "inisial", "first name",
             "last name", "nama anda", "respondent name", "recipient name"),
}  # fmt: skip
_TIME_HEADERS = (
    "timestamp", "time stamp", "cap waktu", "stempel waktu", "waktu pengisian", "start time", "completion time",
    "submission time", "start date", "end date", "recorded date", "waktu mulai", "waktu selesai", "date submitted",
    "starttime", "endtime", "submitdate", "startdate", "datestamp", "recordeddate", "submission date",
)  # fmt: skip
LONGEST_PERSONAL_HEADER = 12
LONGEST_SEARCHED = 1000

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,190}\.[^@\s.]{2,24}")
_EMAIL_INSIDE = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(r"(?:\+|00)?(?:62|0|8)[\d\s().-]{7,16}")
_PHONE_INSIDE = re.compile(r"(?<!\d)(?:\+62|62|0)8\d[\d -]{6,12}\d")
_NATIONAL_ID = re.compile(r"\d{16}")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_MOMENT = re.compile(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})[T ,]+\d{1,2}[:.]\d{2}.*", re.DOTALL
)
_DATE = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")


def personal_kind(profile: ColumnProfile) -> str:
    """The kind of personal data that a column holds, "" where none is seen.

    For columns that are not rating items or known demographics: a statement about e-mail is no e-mail.
    """
    return _kind_by_content(profile) or _kind_by_header(profile)


def time_kind(profile: ColumnProfile) -> str:
    """ "moment" for dates with a time of day, "date" for dates, "" otherwise."""
    if not profile.answered:
        return ""
    if _share(profile, _MOMENT) >= 0.8:
        return "moment"
    if _share(profile, _DATE) >= 0.8:
        return "date"
    header = " ".join(profile.words)
    return "moment" if header in _TIME_HEADERS else ""


def is_free_text(profile: ColumnProfile) -> bool:
    """Answers in people's own words: mostly distinct, or long."""
    texts = profile.categories
    if not texts:
        return False
    mean_length = sum(len(text) * n for text, n in texts.items()) / sum(texts.values())
    mostly_distinct = len(texts) > 8 and len(texts) > 0.5 * profile.answered
    return mostly_distinct or mean_length > 60


def holds_contact(profile: ColumnProfile) -> int:
    """Number of cells in which an e-mail address or phone number stands among other words."""
    return sum(
        n
        for text, n in profile.texts.items()
        if _EMAIL_INSIDE.search(text[:LONGEST_SEARCHED]) or _PHONE_INSIDE.search(text[:LONGEST_SEARCHED])
    )


def _kind_by_header(profile: ColumnProfile) -> str:
    found = profile.words
    if not found or len(found) > LONGEST_PERSONAL_HEADER:
        return ""
    for kind, phrases in _HEADER_PHRASES.items():
        for phrase in phrases:
            if " ".join(found) == phrase or (contains_word(found, phrase) and _could_identify(profile)):
                return kind
    return ""


def _could_identify(profile: ColumnProfile) -> bool:
    """Many different answers; "which of these applies to your phone?" has few."""
    return len(profile.texts) > max(2, 0.5 * profile.answered)


def _kind_by_content(profile: ColumnProfile) -> str:
    if not profile.answered:
        return ""
    if _share(profile, _EMAIL) >= 0.3:
        return "email"
    if _share(profile, _LINK) >= 0.5:
        return "link"
    if _share(profile, _NATIONAL_ID) >= 0.5:
        return "national_id"
    digits = {text: n for text, n in profile.texts.items() if sum(map(str.isdecimal, text)) >= 8}
    many = len(digits) > 0.5 * profile.answered
    if many and _share(profile, _PHONE) >= 0.5:
        return "phone"
    return "student_number" if many and _are_registration_numbers(digits) else ""


def _are_registration_numbers(texts: Mapping[str, int]) -> bool:
    """Whole numbers of eight digits or more and of one or two lengths that do not look like money."""
    whole = [text for text in texts if text.isdecimal()]
    if len(whole) < 0.8 * len(texts) or len(whole) < 3:
        return False
    round_sums = sum(text.endswith("00") for text in whole)
    return len({len(text) for text in whole}) <= 2 and round_sums < 0.3 * len(whole)


def _share(profile: ColumnProfile, pattern: re.Pattern[str]) -> float:
    matching = sum(n for text, n in profile.texts.items() if pattern.fullmatch(text[:LONGEST_SEARCHED]))
    return matching / profile.answered
