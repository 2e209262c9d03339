/* The bell looks again every minute, as long as somebody can see it. */

const MINUTE = 60_000
let looked = Date.now()

setInterval(look, MINUTE)
document.addEventListener('visibilitychange', () => {
  if (Date.now() - looked >= MINUTE) look()
})

function look() {
  if (document.hidden) return
  looked = Date.now()
  document.getElementById('bell-count')?.dispatchEvent(new Event('bell:look'))
}
