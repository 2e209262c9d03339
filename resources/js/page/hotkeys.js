/* Keys for people who live here: j and k walk a list, x marks, Enter opens, / searches. */

const keys = { 'j': () => walk(1), 'k': () => walk(-1), 'x': mark, '/': search }

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  if (document.querySelector('dialog[open]')) return
  if (keys[event.key]?.()) event.preventDefault()
})

if (/Mac|iPhone|iPad/.test(navigator.platform)) {
  for (const hint of document.querySelectorAll('[data-command-key]')) hint.textContent = '⌘ K'
}

function isTyping(target) {
  return target.matches?.('input:not([type=checkbox]), textarea, select, [contenteditable=true]')
}

function walk(way) {
  const openers = [...document.querySelectorAll('[data-row] [data-open]')]
  if (openers.length === 0) return false
  const now = openers.indexOf(row()?.querySelector('[data-open]'))
  const next = openers[now === -1 ? (way > 0 ? 0 : openers.length - 1) : now + way]
  next?.focus()
  next?.closest('[data-row]').scrollIntoView({ block: 'nearest' })
  return true
}

function mark() {
  const box = row()?.querySelector('[data-select]')
  box?.click()
  return box !== undefined
}

function search() {
  const box = document.querySelector('[data-list-search]')
  if (box) box.focus()
  else document.querySelector('[data-palette-open]')?.click()
  return true
}

function row() {
  return document.activeElement?.closest('[data-row]')
}
