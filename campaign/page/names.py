"""The names that are written on seas and neighbours, and those that regions are found by."""

from campaign.theatre import LayerName, ViewName

__all__ = ["NAMES", "REGIONS"]

REGIONS: tuple[tuple[ViewName, tuple[LayerName, ...], tuple[str, ...]], ...] = (
    (
        "manchuria",
        ("manchuria", "inner_mongolia"),
        ("Manchukuo", "Inner Mongolia", "Mengjiang", "満洲", "満洲国", "滿洲", "满洲", "蒙疆",
         "Маньчжурия", "Маньчжоу-го", "Внутренняя Монголия"),
    ),
    ("korea", ("northern_korea",), ("Northern Korea", "朝鮮", "朝鲜", "Северная Корея")),
    (
        "sakhalin",
        ("southern_sakhalin",),
        ("Southern Sakhalin", "Karafuto", "樺太", "南樺太", "南库页岛", "Южный Сахалин"),
    ),
    (
        "south-kurils",
        ("etorofu", "kunashiri", "shikotan"),
        ("Kuril Islands", "Chishima", "千島", "千島列島", "千岛群岛", "Южные Курилы"),
    ),
    ("habomai", ("habomai",), ("Habomai Islands", "歯舞群島", "齒舞群島", "齿舞群岛", "Хабомаи")),
    ("rumoi", (), ("Hokkaido", "北海道", "Хоккайдо")),
)  # fmt: skip
"""View, the layers whose days are told with it, and the other names it can be found by."""

NAMES: tuple[tuple[str, float, float, str, float, float], ...] = (
    ("ussr", 131.5, 54.6, "land", 3, 6.4),
    ("mongolia", 110.2, 47.2, "land", 3, 7),
    ("china", 110.2, 39.1, "land", 3, 7),
    ("japan", 140.6, 38.9, "land", 3, 7),
    ("manchukuo", 123.6, 50.7, "held", 3, 6.2),
    ("korea", 127.6, 37.5, "land", 3, 8),
    ("hokkaido", 142.6, 42.9, "land", 5.6, 8.5),
    ("hokkaido", 144.5, 43.5, "land", 7.5, 9.8),
    ("karafuto", 142.72, 48.6, "held", 6.2, 8.5),
    ("parallel-50", 144.9, 50.0, "line", 4.6, 9),
    ("parallel-38", 129.4, 38.0, "line", 4.6, 9),
    ("parallel-38", 124.6, 38.0, "line", 6.2, 9),
    ("plan-line", 142.0, 43.4, "plan", 6.2, 9.5),
    ("kamchatka", 157.8, 53.2, "land", 4.4, 8.5),
    ("kamchatka", 156.63, 50.945, "land", 8.5, 11.5),
    ("paramushir", 155.98, 50.68, "held", 8.5, 11.5),
    ("kuril-islands", 151.9, 48.5, "sea", 4.2, 7),
    ("habomai", 146.34, 43.39, "sea", 7, 11),
    ("okhotsk", 149.2, 52.4, "sea", 3, 7),
    ("okhotsk", 144.4, 45.3, "sea", 6.3, 9),
    ("okhotsk", 156.0, 50.9, "sea", 8.5, 11.5),
    ("japan-sea", 135.2, 40.9, "sea", 3, 6.2),
    ("japan-sea", 130.6, 40.4, "sea", 6.2, 9),
    ("japan-sea", 140.4, 45.0, "sea", 6.3, 8),
    ("pacific", 152.4, 44.6, "sea", 5.4, 8),
    ("pacific", 148.2, 43.75, "sea", 7, 9.5),
    ("pacific", 146.8, 43.45, "sea", 8.6, 11),
    ("pacific", 156.55, 50.62, "sea", 8.5, 11.5),
    ("yellow-sea", 122.6, 37.6, "sea", 4.5, 8),
    ("yellow-sea", 124.2, 38.6, "sea", 6.2, 9),
    ("tatar-strait", 140.75, 48.9, "sea", 5.8, 9),
    ("la-perouse", 142.0, 45.72, "sea", 6, 9),
    ("second-strait", 156.02, 50.8, "sea", 9.5, 11.5),
    ("vladivostok", 131.89, 43.12, "town", 5, 9),
    ("khabarovsk", 135.07, 48.48, "town", 5, 9),
    ("blagoveshchensk", 127.53, 50.27, "town", 5.2, 9),
    ("chita", 113.5, 52.03, "town", 5, 9),
    ("peking", 116.4, 39.91, "town", 5, 9),
    ("keijo", 126.98, 37.57, "town", 5, 9),
    ("petropavlovsk", 158.65, 53.02, "town", 4.8, 9),
    ("rumoi", 141.643, 43.934, "town", 5, 10),
    ("kushiro", 144.375, 42.975, "town", 5, 10),
    ("nemuro", 145.583, 43.33, "town", 6, 11),
)
"""Word, longitude, latitude, kind, and the zooms between which it is shown.

A word stands more than once where a view would show none of its other places; of those in
sight the first is written.
"""
