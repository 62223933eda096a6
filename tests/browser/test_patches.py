"""Estimated ground lies in patches far apart: the one meant is outlined, named ground whole."""

import pytest

PATCHY = ["given up", "taken", "spread"]
OUTLINED = """() => {
    const found = [];
    window.campaign.map.eachLayer(layer => {
        if (layer.options.className === 'selected') found.push(layer.getBounds().toBBoxString());
    });
    return found.map(text => text.split(',').map(Number));
}"""


def patchiest(atlas, kind):
    """The estimated piece of a kind that lies in the most patches."""
    ground = atlas.ground[atlas.ground["basis"] == "estimated"]
    own = {
        "given up": ground["soviet_from"].isna(),
        "taken": ground["taken_by"] == "column",
        "spread": ground["taken_by"] == "garrison",
    }[kind]
    return ground[own].loc[ground[own].geometry.count_geometries().idxmax(), "id"]


def patches_of(atlas, name):
    """The patches of a piece, the largest first."""
    shape = atlas.ground.set_index("id").geometry[name]
    return sorted(shape.geoms, key=lambda part: part.area, reverse=True)


def look_at(visitor, patch) -> None:
    """Show a patch and little else."""
    west, south, east, north = patch.bounds
    visitor.page.evaluate(
        """bounds => {
            window.campaign.map.fitBounds(bounds, { animate: false, padding: [20, 20] });
        }""",
        [[south, west], [north, east]],
    )


@pytest.mark.parametrize("kind", PATCHY)
def test_a_click_outlines_the_patch_under_the_pointer(visitor, atlas, file, kind) -> None:
    name = patchiest(atlas, kind)
    visitor.open(file, "#day=1945-09-05")
    for patch in patches_of(atlas, name)[:3]:
        look_at(visitor, patch)
        inside = patch.representative_point()
        visitor.page.evaluate(
            """([id, lat, lng]) => {
                const { x, y } = window.campaign.map.latLngToContainerPoint([lat, lng]);
                const frame = window.campaign.map.getContainer().getBoundingClientRect();
                const at = { clientX: frame.x + x, clientY: frame.y + y, bubbles: true };
                const path = document.querySelector(`[data-id="${id}"]`);
                path.dispatchEvent(new MouseEvent('click', at));
            }""",
            [name, inside.y, inside.x],
        )
        (bounds,) = visitor.page.evaluate(OUTLINED)
        assert bounds == pytest.approx(patch.bounds, abs=0.001)
        title = visitor.page.locator("#details-title").inner_text()
        assert ("near" in title) is (kind != "spread")


def test_a_key_outlines_the_largest_patch_in_view(visitor, atlas, file) -> None:
    visitor.open(file, "#day=1945-09-05")
    name = patchiest(atlas, "given up")
    largest, *_, smallest = patches_of(atlas, name)
    for patch in (largest, smallest):
        look_at(visitor, patch)
        visitor.page.locator(f'[data-id="{name}"]').focus()
        visitor.page.keyboard.press("Enter")
        (bounds,) = visitor.page.evaluate(OUTLINED)
        assert bounds == pytest.approx(patch.bounds, abs=0.001)
        visitor.page.keyboard.press("Escape")


def test_named_ground_is_outlined_whole(visitor, atlas, file) -> None:
    visitor.open(file, "#day=1945-09-05")
    visitor.page.locator('[data-id="etorofu-iturup"]').focus()
    visitor.page.keyboard.press("Enter")
    (bounds,) = visitor.page.evaluate(OUTLINED)
    whole = atlas.ground.set_index("id").geometry["etorofu-iturup"].bounds
    assert bounds == pytest.approx(whole, abs=0.001)
