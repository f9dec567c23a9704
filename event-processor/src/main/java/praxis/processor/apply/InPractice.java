package praxis.processor.apply;

import praxis.schemas.record.PracticeId;

/** Something, and the practice that it belongs to. */
record InPractice<T>(PracticeId practice, T value) {}
