"""What can go wrong, each with a sentence that a reader can act on."""

__all__ = ["CampaignError", "DataError", "DayError", "WriteError"]


class CampaignError(Exception):
    """Any fault that this package explains in one sentence."""


class DayError(CampaignError, ValueError):
    """A date that is not a day of the campaign."""


class DataError(CampaignError):
    """A table or layer that is missing or cannot be used as it is."""


class WriteError(CampaignError):
    """A file that cannot be written where it is asked for."""
