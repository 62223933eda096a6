"""The hosted app: ``streamlit run streamlit_app.py``.

The map is a page of its own in a component, and it owns the day. When a day is settled
there, the page reports it once: the address and the panels below follow, the map stays.
"""

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

import campaign
from campaign.app import component, happened, held, link, method, places, sources, wording
from campaign.page import stylesheet
from campaign.text import words

TEXT = words()["app"]
SHEET = Path(component.__file__).parent / "assets" / "style.css"
STYLE = f"<style>{stylesheet.root()}{SHEET.read_text(encoding='utf-8')}</style>"
SAVED_AS = "soviet-far-east-1945.html"


@st.cache_resource(show_spinner=TEXT["loading"])
def everything() -> tuple[campaign.Campaign, component.MapComponent, method.Evidence]:
    """Read the data and draw the page, once per process."""
    data = campaign.load()
    evidence = method.gather(data)
    page = component.declare(data)
    # what all days share is worked out before a crowd asks for it
    held.chart(data, campaign.days.FIRST)
    places.table(data, campaign.days.FIRST)
    return data, page, evidence


def asked_for() -> dict[str, str]:
    """Read the address, and note whether it is news or only what was written there before."""
    parameters: dict[str, str] = st.query_params.to_dict()
    st.session_state.is_whole_run = True
    if parameters != st.session_state.get("written"):
        st.session_state.written = parameters
        st.session_state.day = link.day(parameters)
        st.session_state.link = st.session_state.get("link", 0) + 1
    return parameters


def follow(report: component.Report | None) -> date:
    """Take over what the page reported, and give the day to show.

    The map and its panels rerun alone only when the page has reported; in a run of the
    whole script the address has the last word, since an old report may still stand.
    """
    is_whole_run = st.session_state.pop("is_whole_run", False)
    if report is not None and not is_whole_run:
        st.session_state.day = campaign.days.parse(report["day"])
        st.session_state.written = link.kept(st.query_params.to_dict(), report["address"])
        st.query_params.from_dict(st.session_state.written)
    shown: date = st.session_state.day
    return shown


def here() -> str | None:
    """Give the address of the app without what a link asks for; none where it is not known."""
    if not st.context.url:
        return None
    parts = urlsplit(st.context.url)
    return f"{parts.scheme}://{parts.netloc}{parts.path or '/'}"


@st.fragment
def map_and_panels(asked: dict[str, str]) -> None:
    """Show the map, and below it everything that follows its day."""
    data, page, evidence = everything()
    with st.container(key="map"):
        st.html(wording.markup("loading.html", text=TEXT))
        day = follow(page.show(asked, link.day(asked), st.session_state.link, here()))
    with st.container(key="panels"):
        of_the_day, how_we_know = st.tabs([TEXT["tabs"]["day"], TEXT["tabs"]["method"]])
        with of_the_day:
            panels(data, page, day)
        with how_we_know:
            method.show(evidence)


def panels(data: campaign.Campaign, page: component.MapComponent, day: date) -> None:
    """Show what happened on a day, what was held, and the places."""
    story, numbers = st.columns([7, 6], gap="large")
    with story:
        happened.show(data, day)
    with numbers, st.container(key="numbers"):
        held.show(data, day)
        st.download_button(
            TEXT["save"], page.saved, SAVED_AS, "text/html", on_click="ignore", type="primary"
        )
        st.caption(TEXT["save_note"])
    places.show(data, day)


st.set_page_config(page_title=TEXT["title"], layout="wide", initial_sidebar_state="collapsed")
st.html(STYLE)
try:
    everything()
except campaign.CampaignError as fault:
    st.error(wording.as_markdown(str(fault)))
    st.stop()
map_and_panels(asked_for())
with st.container(key="rest"):
    sources.show(everything()[0])
