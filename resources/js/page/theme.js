/* Light or dark shows at once; the server remembers it. */

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-theme-choice] button')
  if (!button) return
  if (button.value === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = button.value
  for (const other of document.querySelectorAll('[data-theme-choice] button')) {
    other.setAttribute('aria-pressed', String(other.value === button.value))
  }
})
