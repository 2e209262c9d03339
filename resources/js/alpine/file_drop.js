/** A place to drop files on; the input inside holds them, so that the form sends them. */
export function fileDrop() {
  return {
    over: false,
    names: '',

    enter() {
      this.over = true
    },

    leave() {
      this.over = false
    },

    drop(event) {
      this.over = false
      this.$refs.input.files = event.dataTransfer.files
      this.show()
    },

    show() {
      this.names = [...this.$refs.input.files].map((file) => file.name).join(', ')
    },
  }
}
