import * as L from 'leaflet'

const MOST_CORNERS = 60
/** In pixels: what a finger trembles. */
const STEP = 12

/** An area drawn around listings with a finger or mouse held down; Escape leaves it. */
export function areaDrawing(map) {
  const container = map.getContainer()
  let line = null
  let done = null

  function start(finish) {
    done = finish
    map.dragging.disable()
    container.classList.add('map-drawing')
    container.addEventListener('pointerdown', begin, { once: true })
    document.addEventListener('keydown', leave)
  }

  function begin(event) {
    event.preventDefault()
    line = L.polygon([], { className: 'map-limit', interactive: false }).addTo(map)
    container.addEventListener('pointermove', follow)
    document.addEventListener('pointerup', end, { once: true })
  }

  function follow(event) {
    const corners = line.getLatLngs()[0]
    const here = map.mouseEventToContainerPoint(event)
    const last = corners.at(-1)
    if (last && map.latLngToContainerPoint(last).distanceTo(here) < STEP) return
    line.addLatLng(map.containerPointToLatLng(here))
  }

  function end() {
    const corners = thinned(line.getLatLngs()[0])
    stop(corners.length > 2 ? said(corners) : null)
  }

  function leave(event) {
    if (event.key === 'Escape') stop()
  }

  function stop(corners = null) {
    map.dragging.enable()
    container.classList.remove('map-drawing')
    container.removeEventListener('pointerdown', begin)
    container.removeEventListener('pointermove', follow)
    document.removeEventListener('keydown', leave)
    line?.remove()
    line = null
    done?.(corners)
    done = null
  }

  return { start, stop: () => stop() }
}

/** As many corners as an address may have. */
function thinned(corners) {
  const step = Math.ceil(corners.length / MOST_CORNERS)
  return corners.filter((_, index) => index % step === 0)
}

function said(corners) {
  return corners.map(({ lat, lng }) => `${lat.toFixed(5)},${lng.toFixed(5)}`).join(';')
}
