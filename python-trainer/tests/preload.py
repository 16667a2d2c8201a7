"""What the fork server loads once."""

import os

os.environ["OMP_NUM_THREADS"] = "1"

import trainer.predict
import trainer.sft  # noqa: F401
