"""What all visitors share, read and drawn once per process."""

import streamlit as st

import campaign
from campaign.app import component, held, method, places
from campaign.text import words

__all__ = ["everything"]


@st.cache_resource(show_spinner=words()["app"]["loading"])
def everything() -> tuple[campaign.Campaign, component.MapComponent, method.Evidence]:
    """Read the data and draw the page."""
    data = campaign.load()
    evidence = method.gather(data)
    page = component.declare(data)
    # what all days share is worked out before a crowd asks for it
    held.chart(data, campaign.days.FIRST)
    places.table(data, campaign.days.FIRST)
    return data, page, evidence
