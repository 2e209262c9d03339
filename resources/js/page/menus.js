/* Menus are <details>: here they close when one looks away, and arrows walk through them. */

document.addEventListener('click', (event) => {
  for (const menu of openMenus())
    if (!menu.contains(event.target) || leads(event.target)) menu.open = false
})

/* A press on plain text inside focuses what is around the menu: that is not looking away. */
document.addEventListener('focusin', ({ target }) => {
  for (const menu of openMenus())
    if (!menu.contains(target) && !target.contains(menu)) menu.open = false
})

document.addEventListener('keydown', (event) => {
  const menu = event.target.closest?.('[data-menu]')
  if (!menu) return
  if (event.key === 'Escape' && menu.open) return close(menu, event)
  if (
    !['ArrowDown', 'ArrowUp'].includes(event.key) ||
    event.target.matches('input, select, textarea')
  )
    return
  menu.open = true
  event.preventDefault()
  step(menu, event.key === 'ArrowDown' ? 1 : -1)
})

function openMenus() {
  return document.querySelectorAll('[data-menu][open]')
}

function leads(target) {
  const item = target.closest('a, button')
  return item !== null && !item.closest('[data-theme-choice]')
}

function close(menu, event) {
  event.stopPropagation()
  menu.open = false
  menu.querySelector('summary').focus()
}

function step(menu, way) {
  const stops = [...menu.querySelectorAll('summary, a, button, input')].filter((stop) =>
    stop.checkVisibility()
  )
  const next = stops[(stops.indexOf(document.activeElement) + way + stops.length) % stops.length]
  next?.focus()
}
