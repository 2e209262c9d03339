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
  const labels = places.map(({ name, at, look }) => {
    const label = document.createElement('span')
    label.textContent = name
    const icon = L.divIcon({ className: `map-place map-${look}`, html: label, iconSize: null })
    return L.marker(at, { icon, interactive: false, keyboard: false, pane: 'tilePane' }).addTo(map)
  })
  const judge = () => {
    map.getContainer().toggleAttribute('data-near', map.getZoom() >= PARTS_FROM)
    partLabels(labels)
  }
  map.whenReady(() => {
    judge()
    map.on('zoomend', judge)
  })
}

/** Of names that would lie upon each other, the first is read and the others wait for a nearer look. */
function partLabels(labels) {
  const elements = labels.map((label) => label.getElement().firstElementChild)
  for (const element of elements) element.hidden = false
  const boxes = elements.map((element) => element.getBoundingClientRect())
  const read = []
  for (const [index, box] of boxes.entries()) {
    const isHidden = read.some((other) => isUpon(box, other))
    elements[index].hidden = isHidden
    if (!isHidden && box.width > 0) read.push(box)
  }
}

function isUpon(one, other) {
  const isBeside = one.right < other.left || other.right < one.left
  return !isBeside && one.bottom > other.top && other.bottom > one.top
}
