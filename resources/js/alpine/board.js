/** Cards dragged between columns. A drop sends the card's own form, as its buttons do. */
export function board() {
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
      if (event.currentTarget.dataset.column === undefined) return
      event.preventDefault()
      event.currentTarget.dataset.over = ''
    },

    leave(event) {
      if (!event.currentTarget.contains(event.relatedTarget))
        delete event.currentTarget.dataset.over
    },

    drop(event) {
      const column = event.currentTarget
      delete column.dataset.over
      const card = document.getElementById(event.dataTransfer.getData('text/plain'))
      if (!card || column.contains(card)) return
      const button = card.querySelector('[data-drop]')
      button.value = column.dataset.column
      button.form.requestSubmit(button)
    },
  }
}
