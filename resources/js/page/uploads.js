/* fetch cannot tell how far an upload is; for forms with files the old way can. */

document.addEventListener('htmx:config:request', ({ detail }) => {
  const { ctx } = detail
  const form = ctx.sourceElement.closest('form[data-upload]')
  const bar = form?.querySelector('[data-upload-progress]')
  if (bar) ctx.fetch = (address, request) => send(address, request, bar)
})

function send(address, request, bar) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open(request.method, address)
    for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value)
    xhr.upload.onprogress = ({ loaded, total }) => show(bar, (100 * loaded) / total)
    xhr.onload = () => resolve(asResponse(xhr))
    xhr.onerror = () => reject(new TypeError('upload failed'))
    xhr.onloadend = () => (bar.hidden = true)
    request.signal.addEventListener('abort', () => xhr.abort())
    xhr.send(request.body)
  })
}

function show(bar, percent) {
  bar.hidden = false
  bar.value = percent
}

function asResponse(xhr) {
  const headers = xhr
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)
    .map((line) => line.split(/:\s*(.*)/s).slice(0, 2))
  const body = [204, 304].includes(xhr.status) ? null : xhr.responseText
  const response = new Response(body, { status: xhr.status, headers })
  Object.defineProperty(response, 'url', { value: xhr.responseURL })
  return response
}
