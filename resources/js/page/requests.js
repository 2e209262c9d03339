/* Every request of htmx: the token it carries, the line that shows it is slow, what a refusal says. */
import { say, words } from './toasts.js'

const SLOW = 300
let running = 0
let timer

document.addEventListener('htmx:config:request', ({ detail }) => {
  const { request } = detail.ctx
  if (request.method !== 'GET') request.headers['x-csrf-token'] = token()
})

document.addEventListener('htmx:before:request', ({ detail }) => {
  if (detail.ctx.sourceElement.closest('[data-quiet]')) return
  running += 1
  timer ??= setTimeout(() => line(true), SLOW)
})

document.addEventListener('htmx:finally:request', ({ detail }) => {
  if (detail.ctx.sourceElement.closest('[data-quiet]')) return
  running = Math.max(0, running - 1)
  if (running === 0) settle()
})

/* A form whose answer leads to another page: the browser goes there itself. */
document.addEventListener('htmx:before:response', (event) => {
  const { request, response, target } = event.detail.ctx
  if (request.method === 'GET' || !response.raw.redirected || target === document.body) return
  event.preventDefault()
  location.assign(response.raw.url)
})

/* A refusal never replaces what was on the page, unless it answers for a page or a panel. */
document.addEventListener('htmx:response:error', ({ detail }) => {
  const { ctx } = detail
  if (ctx.target === document.body || ctx.target?.id === 'panel') return
  if (ctx.text.includes('data-field-error')) return
  ctx.swap = 'none'
  if (!ctx.hx.refresh && !ctx.hx.redirect) say(reasonIn(ctx.text), 'error')
})

document.addEventListener('htmx:error', ({ detail }) => {
  if (detail.ctx && !detail.ctx.response) say(words().offline, 'error')
})

function reasonIn(text) {
  if (/<html[\s>]/i.test(text)) return words().unexpected
  const spoken = new DOMParser().parseFromString(text, 'text/html').body.textContent
  return spoken.replace(/\s+/g, ' ').trim() || words().unexpected
}

function token() {
  return document.querySelector('meta[name=csrf-token]')?.content ?? ''
}

function settle() {
  clearTimeout(timer)
  timer = undefined
  line(false)
}

function line(shown) {
  const element = document.getElementById('progress-line')
  if (element) element.hidden = !shown
}
