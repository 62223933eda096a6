"""The sources as a table: who wrote what and when, with a link where there is a web page."""

from typing import Any

import pandas as pd
import streamlit as st

from campaign.app.happened import safe_link
from campaign.atlas import Atlas
from campaign.text import words

__all__ = ["show", "table"]


def table(atlas: Atlas) -> pd.DataFrame:
    """List the sources by author, then those without; only a web address gives a link."""
    rows: list[dict[str, Any]] = [
        {
            "author": source.author,
            "title": source.title,
            "year": source.year,
            "publisher": source.publisher,
            "link": safe_link(source),
        }
        for source in atlas.tables.sources
    ]
    rows.sort(key=lambda row: (not row["author"], row["author"].casefold()))
    return pd.DataFrame(rows)


def show(atlas: Atlas, language: str = "en") -> None:
    """Show the table."""
    text = words(language)["app"]
    rows = table(atlas)
    st.header(text["sources"].format(count=len(rows)), anchor=False)
    st.dataframe(
        rows,
        hide_index=True,
        placeholder="",
        height=420,
        key="sources",
        column_config={
            column: text["column"][column] for column in rows.columns if column != "link"
        }
        | {
            "link": st.column_config.LinkColumn(
                text["column"]["link"], display_text=text["open"], validate=r"^https?://\S+$"
            )
        },
    )
