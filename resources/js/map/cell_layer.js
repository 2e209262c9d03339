import * as L from 'leaflet'

const WAIT = 150

/** Clusters and single listings of what is looked at, fetched anew whenever the map comes to rest. */
export function cellLayer(map, { cells: address, failed }, say) {
  const layer = L.layerGroup().addTo(map)
  let asked = null
  let timer = null

  async function show() {
    asked?.abort()
    asked = new AbortController()
    const cells = await fetchCells(urlOf(address, map), asked.signal)
    if (cells === 'old') return
    say(cells ? '' : failed)
    if (!cells) return
    layer.clearLayers()
    for (const cluster of cells.clusters) layer.addLayer(clusterMarker(map, cluster))
    for (const listing of cells.listings) layer.addLayer(pin(listing))
  }

  map.on('moveend', () => {
    clearTimeout(timer)
    timer = setTimeout(show, WAIT)
  })
  show()
  return {
    close() {
      clearTimeout(timer)
      asked?.abort()
    },
  }
}

/** `'old'` where the answer is no longer wanted; null where it did not come. */
async function fetchCells(url, signal) {
  try {
    const answer = await fetch(url, { signal })
    return answer.ok ? await answer.json() : null
  } catch (error) {
    return error.name === 'AbortError' ? 'old' : null
  }
}

function urlOf(address, map) {
  const bounds = map.getBounds()
  const url = new URL(address, location.href)
  const window = {
    south: Math.max(-90, bounds.getSouth()),
    west: Math.max(-540, bounds.getWest()),
    north: Math.min(90, bounds.getNorth()),
    east: Math.min(540, bounds.getEast()),
    zoom: map.getZoom(),
  }
  for (const [name, value] of Object.entries(window)) url.searchParams.set(name, value)
  return url
}

function clusterMarker(map, { at, count, said, box }) {
  const size = count < 10 ? 'few' : count < 100 ? 'some' : 'many'
  const marker = button(at, { text: String(count), said, className: `map-cluster map-${size}` })
  const [south, west, north, east] = box
  return marker.on('click', () => {
    const bounds = L.latLngBounds([south, west], [north, east])
    map.flyToBounds(bounds, { padding: [48, 48], maxZoom: map.getZoom() + 3, duration: 0.4 })
  })
}

/** Opens the side panel as the card in the list does; where the list has no such card, the page. */
function pin({ at, id, price, said, status }) {
  const marker = button(at, { text: price, said, className: `map-pin map-${status}` })
  return marker.on('click', () => {
    const card = document.querySelector(`[data-panel-opener="${CSS.escape(id)}"]`)
    if (card) card.click()
    else location.assign(`/app/listings/${id}`)
  })
}

function button(at, { text, said, className }) {
  const label = document.createElement('span')
  label.textContent = text
  const icon = L.divIcon({ className, html: label, iconSize: null })
  return L.marker(at, { icon, title: said, alt: said, riseOnHover: true }).on('add', (event) => {
    const element = event.target.getElement()
    element.setAttribute('role', 'button')
    element.setAttribute('aria-label', said)
  })
}
