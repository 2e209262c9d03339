/** What cannot be undone must be typed out first. */
export function phrase() {
  return {
    differs: true,

    compare(event) {
      this.differs = event.target.value.trim() !== this.$root.dataset.phrase
    },
  }
}
