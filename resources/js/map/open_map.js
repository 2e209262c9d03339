import * as L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { areaDrawing } from './area_drawing.js'
import { cellLayer } from './cell_layer.js'

/** How near the first look comes, even where there is one listing only. */
const NEAREST = 15
/** From how near the parts of towns are told apart. */
const PARTS_FROM = 12

/** Opens a map on `ground`; `say` tells what becomes of it to whoever cannot see it. */
export function openMap(ground, settings, say) {
  const attributionControl = settings.tiles !== null
  const map = L.map(ground, { attributionControl, zoomControl: false, maxZoom: 19 })
  L.control.zoom({ position: 'bottomright' }).addTo(map)
  map.fitBounds(settings.extent, { maxZoom: NEAREST, padding: [24, 24] })
  if (settings.tiles) L.tileLayer(settings.tiles, { attribution: settings.attribution }).addTo(map)
  addPlaces(map, settings.places)
  addLimits(map, settings)
  const cells = cellLayer(map, settings, say)
  const drawing = areaDrawing(map)
  return {
    view: () => boxOf(map.getBounds()),
    drawArea: drawing.start,
    stopDrawing: drawing.stop,
    close() {
      cells.close()
      map.remove()
    },
  }
}

/** The names of places, where no pictures of the ground are to be had. */
function addPlaces(map, places) {
  for (const { name, at, look } of places) {
    const label = document.createElement('span')
    label.textContent = name
    const icon = L.divIcon({ className: `map-place map-${look}`, html: label, iconSize: null })
    L.marker(at, { icon, interactive: false, keyboard: false, pane: 'tilePane' }).addTo(map)
  }
  const judge = () => map.getContainer().toggleAttribute('data-near', map.getZoom() >= PARTS_FROM)
  map.on('zoomend', judge)
  judge()
}

/** The area or circle by which the list is narrowed. */
function addLimits(map, { area, circle }) {
  const look = { className: 'map-limit', interactive: false }
  if (area) L.polygon(area, look).addTo(map)
  if (circle)
    L.circle([circle.latitude, circle.longitude], {
      ...look,
      radius: circle.kilometres * 1000,
    }).addTo(map)
}

function boxOf(bounds) {
  const corners = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()]
  return corners.map((degrees) => degrees.toFixed(5)).join(',')
}
