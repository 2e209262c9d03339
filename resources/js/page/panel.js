/* The side panel: its address is the page's with `open`; closing gives back the list and the focus. */

document.addEventListener('htmx:after:swap', ({ detail }) => {
  if (detail.ctx.target?.id !== 'panel') return
  markOpener()
  panel()?.scrollTo(0, 0)
  panel()?.querySelector('[data-panel-title]')?.focus()
})

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-panel-close]')) closePanel()
})

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  if (document.querySelector('dialog[open], [data-menu][open]')) return
  if (panel()?.childElementCount) closePanel()
})

function panel() {
  return document.getElementById('panel')
}

function closePanel() {
  const opener = openerOf(opened())
  panel().replaceChildren()
  const address = new URL(location.href)
  address.searchParams.delete('open')
  history.pushState({ htmx: true }, '', address)
  markOpener()
  opener?.focus()
}

function opened() {
  return new URLSearchParams(location.search).get('open')
}

function openerOf(id) {
  return id && document.querySelector(`[data-panel-opener="${CSS.escape(id)}"]`)
}

function markOpener() {
  for (const row of document.querySelectorAll('[data-row][aria-current]'))
    row.removeAttribute('aria-current')
  openerOf(opened())?.closest('[data-row]')?.setAttribute('aria-current', 'true')
}
