import * as L from 'leaflet'
import { layGround } from './ground.js'

/** How near one looks at a point, or at the place in which to find it: without pictures, so that names are around it. */
const NEAR = { pictures: 16, names: 13 }
/** In pixels, for a stroke of an arrow key; with Shift for the long way. */
const STEP = 4
const STRIDE = 40
const STROKES = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }

/** A map with one point: a tap puts it there, a finger, mouse or arrow key moves it; `choose` hears where to. */
export function openPoint(ground, settings, choose) {
  const map = layGround(ground, settings, { scrollWheelZoom: false })
  map.fitBounds(settings.extent)
  const marker = L.marker(map.getCenter(), { icon: pin(), draggable: true, alt: settings.point })
  const put = (at) => choose(at.wrap())
  map.on('click', ({ latlng }) => put(latlng))
  marker.on('dragend', () => put(marker.getLatLng()))
  marker.on('add', () => reachByKeys(map, marker, put))
  const lookAt = (at) =>
    map.setView(at, settings.tiles ? NEAR.pictures : NEAR.names, { animate: false })
  return {
    lookAt,
    show(at) {
      marker.setLatLng(at).addTo(map)
      if (!map.getBounds().contains(at)) lookAt(at)
    },
    hide: () => marker.remove(),
    middle: () => map.getCenter(),
    close: () => map.remove(),
  }
}

function pin() {
  return L.divIcon({
    className: 'map-point-pin',
    html: document.createElement('span'),
    iconSize: null,
  })
}

/** The map has arrow keys of its own: those on the point are not for it. */
function reachByKeys(map, marker, put) {
  const element = marker.getElement()
  element.setAttribute('aria-label', marker.options.alt)
  element.addEventListener('keydown', (event) => {
    const stroke = STROKES[event.key]
    if (!stroke) return
    event.preventDefault()
    event.stopPropagation()
    const by = event.shiftKey ? STRIDE : STEP
    const from = map.latLngToContainerPoint(marker.getLatLng())
    put(map.containerPointToLatLng(from.add([stroke[0] * by, stroke[1] * by])))
  })
}
