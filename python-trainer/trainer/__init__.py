"""Fine-tunes a model on a frozen dataset of IR Foundry and says how it goes, one JSON line at a time."""

__version__ = "0.1.0"
