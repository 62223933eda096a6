"""The Soviet Far East campaign of 1945, day by day, with the source and the doubt of every day.

>>> from campaign import load
>>> held = load().on("1945-08-23")
>>> set(held.loc[held["layer"] == "shimushu", "status"])
{'soviet'}
"""

from campaign.errors import CampaignError, DataError, DayError
from campaign.interface import Campaign, load

__all__ = ["Campaign", "CampaignError", "DataError", "DayError", "load"]
