/**
 * Listings on a map: clusters and prices, fetched for what is looked at; an area drawn by hand
 * narrows the list as a filter does. The library arrives with the first map, not with every page.
 */
export function listingMap() {
  // Not Alpine's to watch: the map is made of thousands of objects.
  let map = null

  return {
    drawing: false,
    note: '',

    async init() {
      const { openMap } = await import('../map/open_map.js')
      if (!this.$refs.ground?.isConnected) return
      map = openMap(this.$refs.ground, JSON.parse(this.$el.dataset.map), (note) => {
        this.note = note
      })
    },

    destroy() {
      map?.close()
    },

    narrowToView() {
      this.narrow('box', map?.view())
    },

    draw() {
      if (this.drawing) return map?.stopDrawing()
      this.drawing = true
      map?.drawArea((corners) => {
        this.drawing = false
        this.narrow('area', corners)
      })
    },

    /** Sends the hidden form, which keeps all the other filters. */
    narrow(name, value) {
      if (!value) return
      const field = this.$refs[name]
      field.disabled = false
      field.value = value
      this.$refs.place.requestSubmit()
    },
  }
}
