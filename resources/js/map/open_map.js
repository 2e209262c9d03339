import * as L from 'leaflet'
import { areaDrawing } from './area_drawing.js'
import { cellLayer } from './cell_layer.js'
import { layGround } from './ground.js'

/** How near the first look comes, even where there is one listing only. */
const NEAREST = 15

/** Opens a map on `ground`; `say` tells what becomes of it to whoever cannot see it. */
export function openMap(ground, settings, say) {
  const map = layGround(ground, settings)
  map.fitBounds(settings.extent, { maxZoom: NEAREST, padding: [24, 24] })
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
