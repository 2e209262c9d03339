/** The command palette: go to, create, and what the server finds, walked by arrow keys. */
export function palette() {
  return {
    init() {
      this.open = (event) => wantsPalette(event) && this.show(event)
      this.refresh = ({ detail }) => detail.ctx.target?.id === 'palette-results' && this.pick(0)
      for (const name of ['click', 'keydown']) document.addEventListener(name, this.open)
      document.addEventListener('htmx:after:swap', this.refresh)
    },

    destroy() {
      for (const name of ['click', 'keydown']) document.removeEventListener(name, this.open)
      document.removeEventListener('htmx:after:swap', this.refresh)
    },

    show(event) {
      event.preventDefault()
      if (this.$root.open) return this.$root.close()
      this.$root.showModal()
      this.input().focus()
      this.pick(0)
    },

    /** What stands here already is narrowed at once; the server adds what it finds. */
    narrow() {
      const typed = this.input().value.trim().toLowerCase()
      for (const item of this.$root.querySelectorAll(
        '[data-palette-item]:not([data-palette-item=found])'
      )) {
        item.hidden = !item.dataset.paletteItem.includes(typed)
      }
      for (const group of this.$root.querySelectorAll('[data-palette-group]')) {
        group.hidden = group.querySelector('[data-palette-item]:not([hidden])') === null
      }
      this.pick(0)
    },

    steer(event) {
      const way = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (way) this.pick(this.items().indexOf(this.chosen()) + way)
      else if (event.key === 'Enter' && this.chosen()) this.chosen().click()
      else return
      event.preventDefault()
    },

    clear() {
      this.input().value = ''
      this.$root.querySelector('#palette-results').replaceChildren()
      this.narrow()
    },

    pick(place) {
      const items = this.items()
      const next = items.at(place % (items.length || 1))
      for (const item of this.$root.querySelectorAll('[data-palette-item]'))
        item.setAttribute('aria-selected', String(item === next))
      if (!next) return this.input().removeAttribute('aria-activedescendant')
      next.id ||= `palette-${crypto.randomUUID()}`
      this.input().setAttribute('aria-activedescendant', next.id)
      next.scrollIntoView({ block: 'nearest' })
    },

    items() {
      return [...this.$root.querySelectorAll('[data-palette-item]:not([hidden])')]
    },

    chosen() {
      return this.$root.querySelector('[aria-selected=true]')
    },

    input() {
      return this.$root.querySelector('#palette-input')
    },
  }
}

function wantsPalette(event) {
  if (event.type === 'click')
    return event.target.closest('[data-palette-open]') && !event.ctrlKey && !event.metaKey
  return event.key === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
}
