"""The page: one self-contained HTML document with the map, its slider and its details.

The document is a :class:`folium.Map` without tiles. It asks nothing of any network, so
it works from a memory stick, on any static host and inside another page alike.
"""

from campaign.page.document import CampaignMap, build_map, render

__all__ = ["CampaignMap", "build_map", "render"]
