/** Media dragged into another order. A drop sends the form of the order, as its buttons do. */
export function mediaOrder() {
  return {
    lifted: null,

    lift(event) {
      this.lifted = rowOf(event)
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', this.lifted.id)
      event.dataTransfer.setDragImage(this.lifted, 20, 20)
      this.lifted.dataset.dragged = ''
    },

    /** The row makes room while it is carried; the hidden ids inside move with it. */
    over(event) {
      const row = rowOf(event)
      if (!this.lifted || row === this.lifted) return
      if (isPast(row, this.lifted, event)) row.after(this.lifted)
      else row.before(this.lifted)
    },

    drop() {
      if (this.lifted) document.getElementById('media-order').requestSubmit()
    },

    settle() {
      delete this.lifted?.dataset.dragged
      this.lifted = null
    },
  }
}

/** Beyond the middle of a row: across where it stands beside what is carried, else down. */
function isPast(row, lifted, { clientX, clientY }) {
  const { top, left, width, height } = row.getBoundingClientRect()
  const isBeside = Math.abs(top - lifted.getBoundingClientRect().top) < height / 2
  return isBeside ? clientX > left + width / 2 : clientY > top + height / 2
}

function rowOf(event) {
  return event.target.closest('[data-medium]')
}
