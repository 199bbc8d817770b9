"""What a detection says, by code."""

from analysis.study.detection import Detection
from analysis.study.notice import Notice
from analysis.study.questions import Question


def notices(detection: Detection, code: str) -> list[Notice]:
    return [notice for notice in detection.notices if notice.code == code]


def questions(detection: Detection, code: str) -> list[Question]:
    return [question for question in detection.questions if question.code == code]
