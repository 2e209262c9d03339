/* Small conveniences: showing a password, copying a text, noting that somebody was called. */
import { say, showNotice, words } from './toasts.js'

const acts = {
  'data-show-password': showPassword,
  'data-copy': copy,
  'data-log': log,
}

document.addEventListener('click', (event) => {
  for (const [name, act] of Object.entries(acts)) {
    const element = event.target.closest(`[${name}]`)
    if (element) act(element)
  }
})

function showPassword(button) {
  const input = document.getElementById(button.getAttribute('aria-controls'))
  const shown = input.type === 'password'
  input.type = shown ? 'text' : 'password'
  button.setAttribute('aria-pressed', String(shown))
}

async function copy(button) {
  const said = button.querySelector('span')
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent)
  const before = said.textContent
  said.textContent = button.dataset.done
  setTimeout(() => (said.textContent = before), 1500)
}

/* The link goes on to the phone or the mail program; the note must survive leaving the page. */
async function log(link) {
  const body = new FormData()
  body.set('_csrf', document.querySelector('meta[name=csrf-token]')?.content ?? '')
  const headers = { 'HX-Request': 'true' }
  try {
    const answer = await fetch(link.dataset.log, { method: 'POST', body, headers, keepalive: true })
    if (!answer.ok) return
    showNotice(await answer.text())
    document.body.dispatchEvent(new Event('tap-noted'))
  } catch {
    say(words().offline, 'error')
  }
}
