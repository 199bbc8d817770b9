"""From a questionnaire's table to a chapter's results and words; works without a browser."""

import os

# A questionnaire's matrices are small: threads that share one spend their time waiting for each other
# (a factor analysis of 27 items took fifteen times as long). Read by numpy when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
