"""The hosted app: ``streamlit run streamlit_app.py``.

The map is a page of its own in a component, and it owns the day. When a day is settled
there, the page reports it once: the address and the panels below follow, the map stays.
"""

from datetime import date, timedelta
from pathlib import Path
from secrets import token_hex

import streamlit as st

import campaign
from campaign.app import (
    component,
    happened,
    held,
    link,
    method,
    places,
    served,
    sources,
    wording,
)
from campaign.app.shared import everything
from campaign.page import stylesheet
from campaign.text import words

TEXT = words()["app"]
SHEET = Path(component.__file__).parent / "assets" / "style.css"
STYLE = f"<style>{stylesheet.root()}{SHEET.read_text(encoding='utf-8')}</style>"


def asked_for() -> dict[str, str]:
    """Read the address, and note whether it is news or only what was written there before."""
    parameters: dict[str, str] = st.query_params.to_dict()
    st.session_state.is_whole_run = True
    st.session_state.setdefault("visit", token_hex(4))
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
        if not report.get("written"):
            st.query_params.from_dict(st.session_state.written)
    shown: date = st.session_state.day
    return shown


# what runs by itself, however seldom, Streamlit runs anew when a lost connection is back
@st.fragment(run_every=timedelta(days=1))
def map_and_panels(asked: dict[str, str]) -> None:
    """Show the map, and below it everything that follows its day."""
    data, page, evidence = everything()
    with st.container(key="map"):
        st.html(wording.markup("loading.html", text=TEXT))
        known, base = st.session_state, link.base(st.context.url)
        day = follow(page.show(asked, link.day(asked), known.visit, known.link, base))
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
            TEXT["save"],
            page.saved,
            served.SAVED_AS,
            "text/html",
            on_click="ignore",
            type="primary",
        )
        st.caption(TEXT["save_note"])
    places.show(data, day)


def show() -> None:
    """Show the whole app to a visitor."""
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


if __name__ == "__main__":
    show()
else:  # Streamlit's server, which looks here for what is served besides the script
    app = st.App(__file__, routes=served.routes())
