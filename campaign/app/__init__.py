"""The Streamlit side: the page as a component, and the panels below it that follow its day."""
