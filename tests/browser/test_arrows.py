"""No arrow stands where no leg ends, and what lies outside the drawing takes no key."""

EMPTY = """() => [...document.querySelectorAll('.leaflet-pane path')]
    .filter(path => path.getAttribute('d') === 'M0 0')"""

LEGS = "[...document.querySelectorAll('path.leg.today')]"


def test_a_leg_outside_the_window_draws_nothing(visitor, file, subtests) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#day=1945-08-18&view=habomai")
    for day in ("1945-08-10", "1945-08-18", "1945-09-02"):
        with subtests.test(day):
            visitor.go_to(day)
            visitor.rest()
            kinds = visitor.page.evaluate(f"({EMPTY})().map(path => path.classList[0])")
            assert {"leg", "ground"} <= set(kinds)
            seen = visitor.page.evaluate(
                f"({EMPTY})().filter(path => getComputedStyle(path).display !== 'none').length"
            )
            assert seen == 0


def test_no_leg_is_cut_at_the_edge_of_the_drawing(visitor, file) -> None:
    visitor.page.set_viewport_size({"width": 700, "height": 500})
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#day=1945-08-12")
    whole = f"{LEGS}.map(path => path.getTotalLength())"
    scale = "() => window.campaign.map.getZoomScale(window.campaign.map.getZoom(), 0)"
    before, factor = visitor.page.evaluate(whole), visitor.page.evaluate(scale)
    # to the middle of the longest, so close that it reaches out of the window on both sides
    visitor.page.evaluate(
        f"() => {{ const legs = {LEGS};"
        """
        const lengths = legs.map(path => [path, path.getTotalLength()]);
        const [longest, length] = lengths.toSorted((one, other) => other[1] - one[1])[0];
        const { x, y } = longest.getPointAtLength(length / 2), { map } = window.campaign;
        map.setView(map.layerPointToLatLng([x, y]), 11, { animate: false }); }"""
    )
    factor = visitor.page.evaluate(scale) / factor
    ratios = [
        now / (then * factor)
        for now, then in zip(visitor.page.evaluate(whole), before, strict=True)
        if then > 5 and now > 0
    ]
    assert ratios
    # a leg that was cut is shorter by far; one that is seen closer has more bends, never fewer
    assert min(ratios) > 0.8, ratios


def test_the_keys_go_to_nothing_that_lies_outside(visitor, file) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#day=1945-08-18&view=shimushu")
    # as a browser that gives an empty path a box would have it
    visitor.page.evaluate(
        f"""() => {{ for (const path of ({EMPTY})())
        path.getBoundingClientRect = () => getComputedStyle(path).display === 'none'
            ? new DOMRect() : new DOMRect(300, 300, 10, 10); }}"""
    )
    for _ in range(12):
        visitor.page.keyboard.press("n")
        assert visitor.page.evaluate("document.activeElement.getAttribute('d')") != "M0 0"
