// Opens the map on the day and view asked for, and gives the outside its handle.

openAddress(readAddress(location.search));
onAddress(writeAddress);
addEventListener("hashchange", followFragment);
embed();

window.campaign = Object.freeze({
  map,
  get day() { return isoOf(clock.day); },
  get view() { return views.current; },
  goTo: (iso) => clock.goTo(dayFrom(String(iso))),
  flyTo: (view) => views.fly(viewFrom(String(view))),
  play: player.start,
  pause: player.stop,
});
