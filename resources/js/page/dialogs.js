/* Native dialogs: opened by name, closed by their button, Escape, or a click beside them. */

document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-dialog]')
  if (opener) return document.getElementById(opener.dataset.dialog)?.showModal()
  if (event.target.closest('[data-dialog-close]')) return event.target.closest('dialog')?.close()
  if (event.target.matches('dialog') && isBeside(event)) event.target.close()
})

function isBeside({ target, clientX, clientY }) {
  const box = target.getBoundingClientRect()
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom
}
