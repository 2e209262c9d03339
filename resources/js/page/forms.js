/* Forms: old messages go when a form is sent, new ones are tied to their fields and reached. */

document.addEventListener('submit', (event) => {
  clearMessages(event.target)
  if (!event.defaultPrevented && !isHtmx(event.target)) event.target.dataset.pending = ''
})

/* Coming back with the back button must not find a form that still turns its wheel. */
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-pending]')) delete form.dataset.pending
})

document.addEventListener('htmx:before:swap', ({ detail }) => {
  if (detail.ctx.response?.status >= 400) rescueMessages(detail.ctx)
})

document.addEventListener('htmx:after:swap', ({ detail }) => {
  const form = detail.ctx.sourceElement.closest?.('form')
  if (form && detail.ctx.response?.status >= 400) pointOut(form)
})

document.addEventListener('input', (event) => {
  if (event.target.getAttribute('aria-invalid') === 'true') clearField(event.target)
})

/* A form that only leads on sends itself; its button is for those without scripts. */
function leadOn() {
  document.querySelector('form[data-auto-submit]:not([data-pending])')?.requestSubmit()
}

document.addEventListener('htmx:after:swap', leadOn)
leadOn()

function isHtmx(form) {
  return [...form.attributes].some(({ name }) => /^hx-(post|put|patch|delete|get)$/.test(name))
}

function clearMessages(form) {
  for (const slot of form.querySelectorAll('[data-field-error]')) slot.textContent = ''
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid')
}

function clearField(field) {
  field.removeAttribute('aria-invalid')
  const slot = slotOf(field)
  if (slot) slot.textContent = ''
}

function slotOf(field) {
  const id = field.getAttribute('aria-describedby')?.split(' ').at(-1)
  return id ? document.getElementById(id) : null
}

/** A message about a field that has no place on this page is shown above the form, not lost. */
function rescueMessages(ctx) {
  const answer = new DOMParser().parseFromString(ctx.text, 'text/html')
  for (const message of answer.querySelectorAll('[data-field-error]')) {
    if (document.getElementById(message.id)) continue
    const slot = nearestSlot(message.id) ?? ctx.sourceElement.querySelector?.('[data-form-error]')
    if (slot) slot.textContent = `${slot.textContent} ${message.textContent}`.trim()
  }
}

/** `err-form-tags-0` belongs to `err-form-tags`. */
function nearestSlot(id) {
  const parts = id.split('-')
  while (parts.length > 3) {
    parts.pop()
    const slot = document.getElementById(parts.join('-'))
    if (slot) return slot
  }
  return null
}

function pointOut(form) {
  const fields = [...form.querySelectorAll('[aria-describedby]')]
  const wrong = fields.filter((field) => slotOf(field)?.textContent.trim())
  for (const field of wrong) field.setAttribute('aria-invalid', 'true')
  const first = wrong[0]?.matches('fieldset') ? wrong[0].querySelector('input') : wrong[0]
  if (first) first.focus()
  else showProblem(form)
}

/* What stands in the way of the whole form is said above it, where a long form is not in sight. */
function showProblem(form) {
  const slots = [...form.querySelectorAll('[data-field-error]')]
  const said = slots.find((slot) => slot.textContent.trim())
  if (!said) return
  said.tabIndex = -1
  said.focus({ preventScroll: true })
  said.scrollIntoView({ block: 'center' })
}

/* After a plain post the page comes back with its messages: the first one is where to go on. */
document.querySelector('form [aria-invalid=true]')?.focus()
