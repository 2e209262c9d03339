/** Rows dragged to another place. A drop sends the row's own form, as its buttons do. */
export function sortable() {
  return {
    lift(event) {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', event.currentTarget.id)
      event.currentTarget.dataset.dragged = ''
    },

    settle(event) {
      delete event.currentTarget.dataset.dragged
    },

    over(event) {
      event.currentTarget.dataset.over = ''
    },

    leave(event) {
      if (!event.currentTarget.contains(event.relatedTarget))
        delete event.currentTarget.dataset.over
    },

    drop(event) {
      const place = event.currentTarget
      delete place.dataset.over
      const row = document.getElementById(event.dataTransfer.getData('text/plain'))
      if (!row || row === place) return
      const button = row.querySelector('[data-drop]')
      button.value = place.dataset.place
      button.form.requestSubmit(button)
    },
  }
}
