/** As near as a door: more says nothing. */
const DIGITS = 6

/**
 * A small map beside the fields of a latitude and a longitude: they say where its point is, and
 * pointing fills them. Where they are empty it looks at the place that the form names.
 */
export function mapPoint() {
  // Not Alpine's to watch: a map is made of thousands of objects.
  let map = null
  let settings = null
  let looked = null
  const listening = new AbortController()

  return {
    placed: false,

    async init() {
      settings = JSON.parse(this.$el.dataset.map)
      const { openPoint } = await import('../map/open_point.js')
      if (!this.$refs.ground?.isConnected) return
      map = openPoint(this.$refs.ground, settings, (at) => this.write(at))
      const point = this.point()
      if (point) map.lookAt(point)
      this.follow()
      const { signal } = listening
      this.$root.closest('form').addEventListener('change', () => this.follow(), { signal })
    },

    destroy() {
      listening.abort()
      map?.close()
    },

    /** What the fields say, the map shows. */
    follow() {
      const point = this.point()
      this.placed = point !== null
      if (point) return map.show(point)
      map.hide()
      const place = placeNamed(this.named(), settings.places)
      if (place && place !== looked) map.lookAt(place.at)
      looked = place
    },

    putInMiddle() {
      if (map) this.write(map.middle())
    },

    takeAway() {
      this.fill('', '')
    },

    write({ lat, lng }) {
      this.fill(lat.toFixed(DIGITS), lng.toFixed(DIGITS))
    },

    fill(latitude, longitude) {
      this.field('latitude').value = latitude
      this.field('longitude').value = longitude
      this.field('longitude').dispatchEvent(new Event('change', { bubbles: true }))
    },

    point() {
      const written = ['latitude', 'longitude'].map((name) => this.field(name).value.trim())
      const [lat, lng] = written.map(Number)
      const isSound = !written.includes('') && Math.abs(lat) <= 90 && Math.abs(lng) <= 180
      return isSound ? [lat, lng] : null
    },

    /** The narrowest first. */
    named() {
      return settings.fields.within.map((name) => this.field(name)?.value ?? '')
    },

    field(name) {
      const { elements } = this.$root.closest('form')
      return elements.namedItem(settings.fields[name] ?? name)
    },
  }
}

function placeNamed(names, places) {
  for (const name of names.map((one) => one.trim().toLowerCase()).filter(Boolean)) {
    const found = places.find(({ names: known }) => known.some((one) => one.toLowerCase() === name))
    if (found) return found
  }
  return null
}
