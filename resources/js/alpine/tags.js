/** Words as chips: Enter or a comma makes one, Backspace in the empty box takes the last away. */
export function tags() {
  return {
    words: [],

    init() {
      this.words = JSON.parse(this.$root.dataset.words)
      this.$refs.input.removeAttribute('name')
      this.$refs.input.value = ''
    },

    press(event) {
      if (event.key === 'Enter' || event.key === ',') {
        if (event.key === ',' || this.$refs.input.value) event.preventDefault()
        this.add()
      } else if (event.key === 'Backspace' && this.$refs.input.value === '') {
        this.words = this.words.slice(0, -1)
      }
    },

    add() {
      const typed = this.$refs.input.value.split(/[,\n]/).map((word) => word.trim())
      this.$refs.input.value = ''
      this.words = [...new Set([...this.words, ...typed.filter(Boolean)])].slice(
        0,
        Number(this.$root.dataset.max)
      )
    },

    paste() {
      setTimeout(() => this.$refs.input.value.includes(',') && this.add())
    },

    remove(word) {
      this.words = this.words.filter((other) => other !== word)
      this.$refs.input.focus()
    },
  }
}
