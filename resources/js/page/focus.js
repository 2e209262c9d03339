/* Where the eyes and the keyboard are after a part of the page was exchanged. */

document.addEventListener('htmx:after:swap', ({ detail }) => {
  const { target, swap } = detail.ctx
  if (swap === 'none') return
  if (target === document.body) return focusPage()
  const part = target?.id ? document.getElementById(target.id) : null
  if (part?.matches('[data-list]')) showSearched(part)
  if (part && document.activeElement === document.body) focusPart(part)
})

function focusPage() {
  const title = document.querySelector('[data-page-title]') ?? document.getElementById('main')
  title?.focus({ preventScroll: true })
}

function focusPart(part) {
  if (part.id === 'panel') return
  part.tabIndex = -1
  part.focus({ preventScroll: true })
}

/* Typing is never overwritten, so a search box that was cleared from outside is told. */
function showSearched(list) {
  const box = list.querySelector('[data-list-search]')
  if (box && box !== document.activeElement)
    box.value = new URLSearchParams(location.search).get('q') ?? ''
}
