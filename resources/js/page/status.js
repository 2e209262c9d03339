/* A status changed in its row: the colour follows, and a refusal gives the old one back. */

document.addEventListener('htmx:after:request', ({ detail }) => {
  const form = detail.ctx.sourceElement.closest?.('[data-status]')
  if (!form) return
  const select = form.querySelector('select')
  if (detail.ctx.response.status < 400)
    for (const option of select.options) option.defaultSelected = option.selected
  form.reset()
  paint(select)
})

document.addEventListener('change', ({ target }) => {
  if (target.closest('[data-status]')) paint(target)
})

function paint(select) {
  const tone = select.selectedOptions[0]?.dataset.tone
  select.className = ['status-select', tone && `tone-${tone}`].filter(Boolean).join(' ')
}
