/* Notices at the edge: they leave by themselves, but not while somebody reads or reaches for them. */
const STAY = 6000
const leaving = new WeakMap()

export function words() {
  return document.getElementById('toasts')?.dataset ?? {}
}

/** Shows a notice made in the browser. */
export function say(text, kind = 'info') {
  const region = document.getElementById('toasts')
  const form = document.getElementById(`toast-${kind}`)
  if (!region || !form) return
  const toast = form.content.firstElementChild.cloneNode(true)
  toast.querySelector('p').textContent = text
  region.append(toast)
  wait(toast)
}

/** Shows a notice that the server made. */
export function showNotice(html) {
  document.getElementById('toasts')?.insertAdjacentHTML('beforeend', html)
  waitForAll()
}

function wait(toast) {
  stay(toast)
  leaving.set(
    toast,
    setTimeout(() => toast.remove(), STAY)
  )
}

function stay(toast) {
  clearTimeout(leaving.get(toast))
}

function waitForAll() {
  for (const toast of document.querySelectorAll('#toasts > [data-toast]'))
    if (!leaving.has(toast)) wait(toast)
}

function reached(event) {
  return event.target instanceof Element && event.target.closest('[data-toast]')
}

for (const name of ['mouseover', 'focusin']) {
  document.addEventListener(name, (event) => reached(event) && stay(reached(event)))
}
for (const name of ['mouseout', 'focusout']) {
  document.addEventListener(name, (event) => reached(event) && wait(reached(event)))
}

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-toast-close]')) reached(event).remove()
})

document.addEventListener('htmx:after:swap', waitForAll)
document.addEventListener('DOMContentLoaded', waitForAll)
waitForAll()
