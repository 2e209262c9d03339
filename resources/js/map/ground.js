import * as L from 'leaflet'
import '../../css/leaflet.css'

/** From how near the parts of towns are told apart. */
const PARTS_FROM = 12

/** A map with pictures of the ground, or with the names of places where there are none. */
export function layGround(ground, { tiles, attribution, places }, options = {}) {
  const attributionControl = tiles !== null
  const map = L.map(ground, { attributionControl, zoomControl: false, maxZoom: 19, ...options })
  L.control.zoom({ position: 'bottomright' }).addTo(map)
  if (tiles) L.tileLayer(tiles, { attribution }).addTo(map)
  else addPlaces(map, places)
  return map
}

function addPlaces(map, places) {
  for (const { name, at, look } of places) {
    const label = document.createElement('span')
    label.textContent = name
    const icon = L.divIcon({ className: `map-place map-${look}`, html: label, iconSize: null })
    L.marker(at, { icon, interactive: false, keyboard: false, pane: 'tilePane' }).addTo(map)
  }
  const judge = () => map.getContainer().toggleAttribute('data-near', map.getZoom() >= PARTS_FROM)
  map.on('zoomend', judge)
  map.whenReady(judge)
}
