/** Rows that were chosen, remembered while one pages through the list. */
export function selection() {
  return {
    ids: [],
    everything: false,

    init() {
      this.sync = () => this.show()
      document.addEventListener('htmx:after:swap', this.sync)
    },

    destroy() {
      document.removeEventListener('htmx:after:swap', this.sync)
    },

    get count() {
      return this.everything ? Number(this.$root.dataset.total).toLocaleString() : this.ids.length
    },

    /** Chosen on other pages: the form carries them along. */
    get elsewhere() {
      const here = new Set(this.boxes().map((box) => box.value))
      return this.ids.filter((id) => !here.has(id))
    },

    choose(event) {
      this.set([event.target.value], event.target.checked)
    },

    choosePage(event) {
      this.set(
        this.boxes().map((box) => box.value),
        event.target.checked
      )
    },

    chooseAll(event) {
      this.everything = event.target.checked
    },

    clear() {
      this.ids = []
      this.everything = false
      this.show()
    },

    set(ids, chosen) {
      const others = this.ids.filter((id) => !ids.includes(id))
      this.ids = chosen ? [...others, ...ids] : others
      if (!chosen) this.everything = false
      this.show()
    },

    show() {
      const boxes = this.boxes()
      for (const box of boxes) box.checked = this.ids.includes(box.value)
      const chosen = boxes.filter((box) => box.checked).length
      const page = this.$root.querySelector('thead input[type=checkbox]')
      if (page)
        Object.assign(page, {
          checked: chosen > 0 && chosen === boxes.length,
          indeterminate: chosen > 0 && chosen < boxes.length,
        })
      const all = this.$root.querySelector('input[name=all]')
      if (all) all.checked = this.everything
      this.$root.toggleAttribute('data-selected', this.ids.length > 0)
    },

    boxes() {
      return [...this.$root.querySelectorAll('[data-select]')]
    },
  }
}
